import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

const HEAD = `require('tsx/cjs');
const pulumi = require('@pulumi/pulumi');
pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: () => ({}) });
const { AllowAll, DefaultDeny, Expectation, NetworkExpectations, Peer, Pods } = require('./src/pulumi');
`;

// Pulumi deletes what a program that ends well has not registered: an error that is only logged would take policies away.
describe('a program that turns out wrong after it has run through', () => {
  it.each([
    {
      what: 'an Output became what no policy can say',
      program: "new DefaultDeny('deny', { namespace: pulumi.output(7) });",
      said: "DefaultDeny 'deny' > namespace: 7 does not fit; give a string [wrong-type]",
    },
    {
      what: 'policies do not do what is expected',
      program: `new AllowAll('all', { namespace: 'shop', pods: Pods.all() });
        new NetworkExpectations('promises', { expect: [Expectation.deny({ from: Peer.anywhere(), to: Pods.all() })] });`,
      said: "NetworkExpectations 'promises': no connection anywhere -> all pods",
    },
  ])('fails its process: $what', ({ program, said }) => {
    const { status, stderr } = spawnSync(process.execPath, ['-e', `${HEAD}${program}`], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain(said);
  });

  it('leaves one rejection for each error, which names its component, and none beside', () => {
    const programs = [
      "new DefaultDeny('number', { namespace: pulumi.output(7) });",
      "new DefaultDeny('undefined', { namespace: pulumi.output(undefined) });",
      "new DefaultDeny('rejected', { namespace: Promise.reject(new Error('no route')) });",
      "new DefaultDeny('empty', { namespace: 'shop', pods: Pods.labeled(pulumi.output({})) });",
      "new AllowAll('peer', { namespace: 'shop', pods: pulumi.output(Peer.cidr('10.0.0.0/8')) });",
    ];
    const listening =
      "process.on('unhandledRejection', error => console.log(error.resource?.__name, error.hideStack));";
    const { status, stdout } = spawnSync(process.execPath, ['-e', `${HEAD}${listening}${programs.join('')}`], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const said = stdout.trim().split('\n').sort();
    expect(said).toEqual(['empty true', 'number true', 'peer true', 'rejected true', 'undefined true']);
  });
});
