import { Stack } from '@pulumi/pulumi/automation';
import { emptyFolder } from '../clone';
import { describeWith } from '../describe-with';
import { newStack, pulumiCli } from './engine';
import { keptPolicies } from './kept';
import { PROVIDER } from './plugins';
import { projectOf } from './project';
import { HEAD, REFUSED, WEB } from './refused-programs';
import { diagnosticsOf, failureOf } from './screen';

describeWith(`a program in a process of its own, by the real Pulumi engine with ${PROVIDER},`, pulumiCli(), cli => {
  const stackOf = (name: string, program: string): Promise<Stack> =>
    newStack(cli(), {
      name,
      source: { project: projectOf(name, `${HEAD}${program}`) },
      target: { render: emptyFolder(`pulumi-${name}-rendered`) },
    });

  it.each(REFUSED.map((refused, index) => ({ ...refused, name: `refused-${index}` })))(
    'fails with one line on its component, and no policy: $what',
    async ({ name, program, on, said, written = [] }) => {
      const stack = await stackOf(name, program);
      const screen = await failureOf(stack.up({ color: 'never' }));
      expectOneLine(screen, [on, stackAt(name)], said);
      expect([...(await keptPolicies(stack)).keys()]).toEqual(written);
    },
  );

  it('fails only when a value is there that the preview did not know: then in one line, and with no policy', async () => {
    const stack = await stackOf(
      'known-late',
      `const { status } = new k8s.core.v1.Namespace('made', { metadata: { name: 'made' } });
      new AllowFrom('web', { ...rule, namespace: status.apply(() => 'Shop') });`,
    );
    const { stdout } = await stack.preview({ diff: true, color: 'never' });
    expect(stdout).toMatch(/namespace *: \[unknown\]/);
    expect(stdout).toMatch(/app *: "web"/);
    const screen = await failureOf(stack.up({ color: 'never' }));
    expectOneLine(
      screen,
      [WEB, stackAt('known-late')],
      "AllowFrom 'web' > namespace: namespace 'Shop' must be lower-case letters, digits and '-', with a letter or digit at both ends; use the name of a namespace, such as shop [namespace]",
    );
    expect([...(await keptPolicies(stack)).keys()]).toEqual([]);
  });

  it('that fails takes no policy away that an earlier version made', async () => {
    const version = (namespace: string) => `new AllowFrom('web', { ...rule, namespace: later(${namespace}) });`;
    const stack = await stackOf('deletes-nothing', version("'shop'"));
    await stack.up();
    projectOf('deletes-nothing', `${HEAD}${version('undefined')}`);
    await failureOf(stack.up());
    expect([...(await keptPolicies(stack)).keys()]).toEqual(['web']);
  });

  it('fails in the preview when an expectation does not hold, and says why', async () => {
    const stack = await stackOf(
      'expectations',
      `new AllowFrom('web', { ...rule, from: [Peer.anywhere()] });
      const expected = Expectation.deny({ from: Peer.anywhere(), to: web.inNamespace('shop'), because: 'it is private' });
      new NetworkExpectations('promises', { expect: [expected] });`,
    );
    const screen = await failureOf(stack.preview({ color: 'never' }));
    expect(screen).toContain(
      "error: NetworkExpectations 'promises': it is private: no connection anywhere -> pods app=web",
    );
    expect(screen).toContain('allowed by ingress rule 1 of shop/web');
    expect(screen).not.toMatch(/unhandled|\bat .*:\d+:\d+/);
  });

  it('may have a policy of one name in each of two clusters: the component says in which, not the one around it', async () => {
    const stack = await stackOf(
      'two-clusters',
      `const [staging, production] = ['staging', 'production'].map(name => new k8s.Provider(name));
      const team = new pulumi.ComponentResource('team:index:Team', 'team', {}, { provider: staging });
      new DefaultDeny('deny', { namespace: 'shop' }, { parent: team });
      new DefaultDeny('deny-too', { namespace: 'shop', name: 'deny' }, { parent: team, provider: production });`,
    );
    await stack.up();
    expect(await keptPolicies(stack)).toEqual(
      new Map([
        ['deny', 'staging'],
        ['deny-too', 'production'],
      ]),
    );
  });
});

/** As Pulumi writes a stack. */
function stackAt(name: string): string {
  return `pulumi:pulumi:Stack (shop-${name})`;
}

/** It stands on its component, or on the stack when the program had run through before: Pulumi decides that. */
function expectOneLine(screen: string, places: readonly string[], said: string): void {
  const [place, ...lines] = diagnosticsOf(screen);
  expect(places.map(each => `  ${each}:`)).toContain(place);
  expect(lines).toEqual([`    error: ${said}`]);
  expect(screen).not.toMatch(/unhandled|\bat .*:\d+:\d+/);
}
