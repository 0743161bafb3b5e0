import { Output } from '../../src/cli/output';
import { Progress } from '../../src/cli/progress';
import { folderOf, netpolIn, THREE_TIER } from './netpol';

describe('progress', () => {
  it('is silent for a second, then speaks now and then, and makes place for the answer', async () => {
    const { progress, output, written, wait } = terminal(true);
    const files = progress.watch(['a', 'b', 'c', 'd'], 'file');
    expect(files.next().value).toBe('a');
    wait(999);
    expect(files.next().value).toBe('b');
    expect(written).toEqual([]);
    wait(1);
    expect([...files]).toEqual(['c', 'd']);
    wait(100);
    expect([...progress.watch(['a', 'b'], 'name')]).toEqual(['a', 'b']);
    await output.print(['answer']);
    await output.print(['more']);
    expect(written).toEqual([
      '\r\u001B[Kfile 3 of 4 ...',
      '\r\u001B[Kname 1 of 2 ...',
      '\r\u001B[K',
      'answer\n',
      'more\n',
    ]);
  });

  it('says what is begun, whatever was counted just before', () => {
    const { progress, written, wait } = terminal(true);
    progress.say('begun');
    wait(1_000);
    expect([...progress.watch(['a'], 'file')]).toEqual(['a']);
    progress.say('working');
    expect(written).toEqual(['\r\u001B[Kfile 1 of 1 ...', '\r\u001B[Kworking']);
  });

  it('counts what comes without keeping it', () => {
    const { progress, written, wait } = terminal(true);
    wait(1_000);
    const items = Array.from({ length: 2_500 }, (_, index) => index);
    expect([...progress.count(items, 'connections')]).toEqual(items);
    expect(written).toEqual(['\r\u001B[K1000 connections ...']);
  });

  it('is silent where nobody watches', () => {
    const { progress, written, wait } = terminal(false);
    wait(10_000);
    progress.say('reading');
    progress.clear();
    expect(written).toEqual([]);
  });
});

describe('progress of a verb', () => {
  const words = folderOf({ 'expectations.yaml': 'expectations: [{ from: shop/frontend, to: shop/backend }]' });

  it.each([
    ['list', ['list', THREE_TIER], ['reading file 2 of 2 ...', 'working out who reaches whom ...']],
    ['test', ['test', `${words}/expectations.yaml`, THREE_TIER], ['expectation 1 of 1 ...']],
    ['diff', ['diff', THREE_TIER, THREE_TIER], ['comparing source 1 of 3 ...']],
    ['list of nobody', ['list', `${THREE_TIER}/policies.k8s.yaml`], ['working out who reaches whom ...']],
    ['check', ['check', THREE_TIER], ['reading file 2 of 2 ...', 'lint rule 1 of ']],
  ])('is said on a terminal where it takes long: %s', async (_, args, said) => {
    let now = 0;
    const { stderr } = await netpolIn({ isTerminal: true, now: () => (now += 1_000) }, ...args);
    for (const text of said) expect(stderr).toContain(`\r\u001B[K${text}`);
    expect(stderr).toMatch(/\r\u001B\[K$/);
  });

  it('is not said where it takes no time', async () =>
    expect((await netpolIn({ isTerminal: true, now: () => 0 }, 'diff', THREE_TIER, THREE_TIER)).stderr).toBe(''));
});

describe('output', () => {
  it('fails for any reason but that nobody reads on', async () => {
    const failing = (code: string) => {
      const error = Object.assign(new Error(code), { code });
      return new Output({ write: (_, done) => (done?.(error), false) }, terminal(false).progress);
    };
    await expect(failing('EPIPE').print(['a'])).resolves.toBeUndefined();
    await expect(failing('ENOSPC').print(['a'])).rejects.toThrow('the answer cannot be written (ENOSPC); make room');
  });

  it('asks for no more lines once nobody reads on', async () => {
    let asked = 0;
    const error = Object.assign(new Error('closed'), { code: 'EPIPE' });
    const output = new Output({ write: (_, done) => (done?.(error), false) }, terminal(false).progress);
    await output.print(endless(() => asked++));
    expect(asked).toBeLessThan(100_000);
  });
});

function* endless(count: () => void): Generator<string> {
  for (;;) {
    count();
    yield 'line';
  }
}

function terminal(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const stream = {
    isTTY,
    write: (text: string, done?: () => void) => {
      written.push(text);
      done?.();
      return true;
    },
  };
  const progress = new Progress(stream, () => now);
  return { progress, output: new Output(stream, progress), written, wait: (ms: number) => (now += ms) };
}
