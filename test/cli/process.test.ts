import { folderOf, shell, THREE_TIER } from './netpol';

// Processes of their own, each with a compiler to load.
jest.setTimeout(60_000);

const EXPECTATIONS = `expectations:
  - { from: shop/frontend, to: shop/backend, port: 8080, expect: allow }
  - { from: shop/frontend, to: shop/database, expect: deny }
`;

const BROKEN = EXPECTATIONS.replace('port: 8080', 'port: 8081');

const folder = folderOf({
  'ok.yaml': EXPECTATIONS,
  'broken.yaml': BROKEN,
  'none.yaml': 'expectations: []',
  'many.yaml': manyPods(100),
});

describe('the process netpol', () => {
  it('exits with 0 when it is fine, and writes nothing but the answer', () => {
    const { code, stdout, stderr } = shell(`netpol test ok.yaml ${THREE_TIER}`, { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2 hold, 0 do not');
  });

  it('exits with 1 when the answer is no', () => {
    const { code, stdout, stderr } = shell(`netpol test broken.yaml ${THREE_TIER}`, { cwd: folder });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('1 hold, 1 does not');
  });

  it('exits with 2 when there is no answer, and says why on standard error', () => {
    const { code, stdout, stderr } = shell(`netpol test none.yaml ${THREE_TIER}`, { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('none.yaml:1:15: error: the list is empty');
  });

  it('reads standard input', () => {
    const { code, stdout } = shell(
      `cd ${THREE_TIER}; { cat policies.k8s.yaml; echo ---; cat workloads.k8s.yaml; } | netpol list -`,
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining('-> shop/Deployment/backend  TCP 8080')]);
  });

  it('reads dist where no path is given', () => {
    const { code, stdout } = shell('netpol list --json', { cwd: `${THREE_TIER}/..` });
    expect([code, stdout]).toEqual([0, expect.stringContaining('"from":"shop/Deployment/frontend"')]);
  });

  it('exits with 2 where there is no dist', () => {
    const { code, stdout, stderr } = shell('netpol list', { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'error: dist/: there is no such file or folder; check the path, or write it with cdk8s synth\n',
    );
  });

  it('ends quietly when nobody reads on', () => {
    const { stdout, stderr } = shell(`netpol list --json ${THREE_TIER} | head -n 1; echo "exit \${PIPESTATUS[0]}"`);
    expect([stdout, stderr]).toEqual(['{\nexit 0\n', '']);
  });

  it('ends quietly and soon when nobody reads on and much is left to say', () => {
    const { stdout, stderr } = shell(`netpol list --json many.yaml | head -n 1; echo "exit \${PIPESTATUS[0]}"`, {
      cwd: folder,
    });
    expect([stdout, stderr]).toEqual(['{\nexit 0\n', '']);
  });

  it.each(['--help', `list ${THREE_TIER}`, `list --json ${THREE_TIER}`])(
    "exits with 2 where the answer cannot be written, which is nobody's mistake: %s",
    line => {
      const { code, stderr } = shell(`netpol ${line} > /dev/full`);
      expect([code, stderr]).toEqual([
        2,
        'error: the answer cannot be written (ENOSPC); make room for it, or write it elsewhere\n',
      ]);
    },
  );

  it('exits with 2 where nothing can be written', () =>
    expect(shell(`netpol list ${THREE_TIER} > /dev/full 2> /dev/full`)).toEqual({ code: 2, stdout: '', stderr: '' }));

  it('writes all of a long answer to a pipe', () => {
    const { stdout } = shell('netpol list --json many.yaml | cat', { cwd: folder });
    const { connections } = JSON.parse(stdout) as { connections: unknown[] };
    // Each to each other, each to and from two blocks; three protocols.
    expect(connections).toHaveLength((100 * 99 + 4 * 100) * 3);
  });
});

function manyPods(count: number): string {
  const pod = (_: unknown, index: number) =>
    `{ apiVersion: v1, kind: Pod, metadata: { name: pod-${index} }, spec: { containers: [] } }`;
  return Array.from({ length: count }, pod).join('\n---\n');
}
