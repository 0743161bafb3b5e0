import { Workload } from '../../src/model/cluster';
import { formatIp } from '../../src/model/ip-address';
import { fields, networkPolicy, pod, read } from './manifests';

const WEB = { app: 'web' };

function controller(
  kind: string,
  name: string,
  more: { metadata?: object; spec?: object; labels?: object } = {},
): object {
  const apiVersion = kind === 'ReplicationController' ? 'v1' : /Job$/.test(kind) ? 'batch/v1' : 'apps/v1';
  const labels = more.labels ?? WEB;
  const spec = {
    selector: /Job$/.test(kind) ? undefined : kind === 'ReplicationController' ? labels : { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [] } },
    ...more.spec,
  };
  return { apiVersion, kind, metadata: { name, namespace: 'shop', ...more.metadata }, spec };
}

function ownedBy(kind: string, name: string, isController = true): object {
  const apiVersion = /Job$/.test(kind) ? 'batch/v1' : 'apps/v1';
  return { ownerReferences: [{ apiVersion, kind, name, uid: 'u', controller: isController }] };
}

function running(ip: string): object {
  return { phase: 'Running', podIP: ip, podIPs: [{ ip }] };
}

function inWords({ kind, name, labels, addresses }: Workload): string {
  const pods = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return [`${kind}/${name}`, pods.sort().join(), addresses.map(formatIp).join()].join(' ').trim();
}

/** The workloads of objects that have no findings, in words. */
function workloads(...objects: object[]): string[] {
  const { cluster, findings } = read(...objects);
  expect(findings).toEqual([]);
  return cluster.workloads.map(inWords).sort();
}

describe('a pod', () => {
  it('is a workload of its own where nothing controls it', () =>
    expect(workloads(pod('a', { metadata: { labels: WEB }, status: running('10.0.0.1') }))).toEqual([
      'Pod/a app=web 10.0.0.1',
    ]));

  it('has all of its addresses', () => {
    const podIPs = [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }];
    expect(workloads(pod('a', { status: { podIP: '10.0.0.1', podIPs } }))).toEqual(['Pod/a  10.0.0.1,fd00::1']);
    expect(workloads(pod('a', { status: { podIP: 'fd00::1' } }))).toEqual(['Pod/a  fd00::1']);
  });

  it('is left out when it has ended', () =>
    expect(workloads(pod('a', { status: { phase: 'Succeeded' } }), pod('b', { status: { phase: 'Failed' } }))).toEqual(
      [],
    ));

  it('has the ports of its containers and sidecars, and not those of containers that only begin', () => {
    const spec = {
      hostNetwork: true,
      containers: [
        { name: 'a', ports: [{ containerPort: 80, name: 'http' }] },
        { name: 'b', ports: [{ containerPort: 53, protocol: 'UDP' }] },
      ],
      initContainers: [
        { name: 'c', ports: [{ containerPort: 1 }] },
        { name: 'd', restartPolicy: 'Always', ports: [{ containerPort: 15090 }] },
      ],
    };
    const [{ ports, hostNetwork }] = read(pod('a', { spec })).cluster.workloads;
    expect(hostNetwork).toBe(true);
    expect(ports).toEqual([
      { name: 'http', port: 80, protocol: 'TCP' },
      { name: undefined, port: 53, protocol: 'UDP' },
      { name: undefined, port: 15090, protocol: 'TCP' },
    ]);
  });

  it.each([
    ['a port that does not exist', { containerPort: 0 }, 'containerPort'],
    ['no port', { name: 'http' }, 'containerPort'],
    ['a name that no port has', { containerPort: 80, name: 'HTTP' }, 'name'],
    ['a protocol that nobody knows', { containerPort: 80, protocol: 'tcp' }, 'protocol'],
    ['a field that does not exist', { containerPort: 80, port: 80 }, 'port'],
  ])('is refused for %s', (_, port, field) => {
    const { cluster, findings } = read(pod('a', { spec: { containers: [{ ports: [port] }] } }));
    expect(fields(findings)).toEqual([`spec.containers[0].ports[0].${field}`]);
    expect(cluster.workloads).toEqual([]);
  });
});

describe('a controller', () => {
  it.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicationController'])(
    '%s is a workload with the labels of its template',
    kind => expect(workloads(controller(kind, 'web'))).toEqual([`${kind}/web app=web`]),
  );

  it('CronJob is a workload with the labels of the template in its template', () => {
    const template = { metadata: { labels: WEB }, spec: { containers: [] } };
    const cronJob = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'nightly', namespace: 'shop' },
      spec: { jobTemplate: { spec: { template } } },
    };
    expect(workloads(cronJob)).toEqual(['CronJob/nightly app=web']);
  });

  it('is a workload without replicas too', () =>
    expect(workloads(controller('Deployment', 'web', { spec: { replicas: 0 } }))).toEqual(['Deployment/web app=web']));

  it('is refused where its selector does not fit its template', () => {
    const { findings, cluster } = read(
      controller('Deployment', 'web', { spec: { selector: { matchLabels: { app: 'db' } } } }),
    );
    expect(fields(findings)).toEqual(['spec.template.metadata.labels']);
    expect(cluster.workloads).toEqual([]);
  });

  it('is read where its selector is missing, as in a kustomize base', () => {
    const { findings, cluster } = read(controller('Deployment', 'web', { spec: { selector: undefined } }));
    expect(findings).toMatchObject([{ path: 'spec.selector', lenient: true }]);
    expect(cluster.workloads.map(inWords)).toEqual(['Deployment/web app=web']);
  });

  it('is refused without a template', () =>
    expect(fields(read(controller('Job', 'a', { spec: { template: undefined } })).findings)).toEqual([
      'spec.template',
    ]));
});

describe('pods of one controller', () => {
  const replica = (name: string, ip: string, labels: object = {}) =>
    pod(name, {
      metadata: { labels: { ...WEB, 'pod-template-hash': '7d4b', ...labels }, ...ownedBy('ReplicaSet', 'web-7d4b') },
      status: running(ip),
    });
  const revision = (hash: string, more: { labels?: object; replicas?: number } = {}) =>
    controller('ReplicaSet', `web-${hash}`, {
      metadata: ownedBy('Deployment', 'web'),
      labels: { ...WEB, 'pod-template-hash': hash, ...more.labels },
      spec: { replicas: more.replicas ?? 1 },
    });

  it('are one workload, with the addresses of all', () =>
    expect(workloads(controller('Deployment', 'web'), replica('a', '10.0.0.1'), replica('b', '10.0.0.2'))).toEqual([
      'Deployment/web app=web 10.0.0.1,10.0.0.2',
    ]));

  it('are known by the hash in the name of their ReplicaSet where that was not read', () =>
    expect(workloads(replica('a', '10.0.0.1'), replica('b', '10.0.0.2'))).toEqual([
      'Deployment/web app=web 10.0.0.1,10.0.0.2',
    ]));

  it('are known by the owner of their ReplicaSet where that was read', () => {
    const renamed = { ...controller('ReplicaSet', 'web-7d4b', { metadata: ownedBy('Deployment', 'shop-web') }) };
    expect(workloads(renamed, replica('a', '10.0.0.1'))).toEqual(['Deployment/shop-web app=web 10.0.0.1']);
  });

  it('are those of a ReplicaSet that nobody made', () =>
    expect(workloads(controller('ReplicaSet', 'web-7d4b'), replica('a', '10.0.0.1'))).toEqual([
      'ReplicaSet/web-7d4b app=web 10.0.0.1',
    ]));

  it('are those of a CronJob through its Job', () => {
    const job = controller('Job', 'nightly-1', { metadata: ownedBy('CronJob', 'nightly') });
    const labels = { ...WEB, 'job-name': 'nightly-1' };
    const one = pod('nightly-1-x', {
      metadata: { labels, ...ownedBy('Job', 'nightly-1') },
      status: running('10.0.0.1'),
    });
    expect(workloads(job, one)).toEqual(['CronJob/nightly app=web 10.0.0.1']);
  });

  it('stand for themselves where others do not own them, or own them without control', () =>
    expect(
      workloads(
        pod('a', {
          metadata: { ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'n', uid: 'u', controller: true }] },
        }),
        pod('b', { metadata: ownedBy('StatefulSet', 'db', false) }),
        pod('c', {
          metadata: {
            ownerReferences: [
              { apiVersion: 'apps.kruise.io/v1', kind: 'StatefulSet', name: 's', uid: 'u', controller: true },
            ],
          },
        }),
      ),
    ).toEqual(['Pod/a', 'Pod/b', 'Pod/c']));

  it('are told apart by a label of their own', () =>
    expect(
      workloads(
        controller('Deployment', 'web'),
        replica('a', '10.0.0.1'),
        replica('b', '10.0.0.2', { canary: 'true' }),
      ),
    ).toEqual(['Deployment/web app=web 10.0.0.1', 'Pod/b app=web,canary=true,pod-template-hash=7d4b 10.0.0.2']));

  it('are not told apart by what their controller puts on each', () => {
    const member = (index: number) =>
      pod(`db-${index}`, {
        metadata: {
          labels: { ...WEB, 'statefulset.kubernetes.io/pod-name': `db-${index}` },
          ...ownedBy('StatefulSet', 'db'),
        },
        status: running(`10.0.0.${index}`),
      });
    expect(workloads(controller('StatefulSet', 'db'), member(0), member(1))).toEqual([
      'StatefulSet/db app=web 10.0.0.0,10.0.0.1',
    ]);
  });

  it('are told apart by it where a policy asks', () => {
    const key = 'statefulset.kubernetes.io/pod-name';
    const member = (index: number) =>
      pod(`db-${index}`, { metadata: { labels: { [key]: `db-${index}` }, ...ownedBy('StatefulSet', 'db') } });
    const policy = networkPolicy({ podSelector: { matchLabels: { [key]: 'db-0' } } });
    expect(workloads(controller('StatefulSet', 'db'), member(0), member(1), policy)).toEqual([
      `Pod/db-0 ${key}=db-0`,
      `Pod/db-1 ${key}=db-1`,
    ]);
  });

  it('are as they are, not as the template says, where something is put into all of them', () => {
    const mesh = { 'security.istio.io/tlsMode': 'istio' };
    expect(
      workloads(controller('Deployment', 'web'), replica('a', '10.0.0.1', mesh), replica('b', '10.0.0.2', mesh)),
    ).toEqual(['Deployment/web app=web,security.istio.io/tlsMode=istio 10.0.0.1,10.0.0.2']);
  });

  it('are told apart by ports and by the host network', () => {
    const spec = { hostNetwork: true, containers: [] };
    const metadata = { labels: WEB, ...ownedBy('DaemonSet', 'agent') };
    expect(workloads(controller('DaemonSet', 'agent'), pod('a', { metadata }), pod('b', { metadata, spec }))).toEqual([
      'DaemonSet/agent app=web',
      'Pod/b app=web',
    ]);
  });

  it('are of two revisions while one is rolled out', () => {
    const old = pod('old', {
      metadata: { labels: { ...WEB, version: '1', 'pod-template-hash': '5c9f' }, ...ownedBy('ReplicaSet', 'web-5c9f') },
      status: running('10.0.0.9'),
    });
    const deployment = controller('Deployment', 'web', { labels: WEB });
    expect(
      workloads(
        deployment,
        revision('7d4b'),
        revision('5c9f', { labels: { version: '1' } }),
        replica('a', '10.0.0.1'),
        old,
      ),
    ).toEqual(['Deployment/web app=web 10.0.0.1', 'ReplicaSet/web-5c9f app=web,version=1 10.0.0.9']);
  });

  it('are not those of past revisions', () =>
    expect(
      workloads(controller('Deployment', 'web'), revision('5c9f', { labels: { version: '1' }, replicas: 0 })),
    ).toEqual(['Deployment/web app=web']));

  it('are the same whatever the order in which they are read', () => {
    const objects = [
      controller('Deployment', 'web'),
      revision('7d4b'),
      revision('5c9f', { labels: { version: '1' } }),
      replica('a', '10.0.0.1'),
      replica('b', '10.0.0.2', { canary: 'true' }),
    ];
    const expected = workloads(...objects);
    expect(expected).toHaveLength(3);
    expect(workloads(...[...objects].reverse())).toEqual(expected);
  });
});
