import { NAMESPACE_NAME_LABEL } from '../model/pods';
import { dnsLabelProblem, dnsSubdomainProblem, SyntaxRule } from '../model/syntax';
import { Decoding, Field } from './field';
import { Metadata } from './metadata';
import { Place } from './place';
import { ADMIN_NETWORK_POLICY, BASELINE_ADMIN_NETWORK_POLICY, CLUSTER_NETWORK_POLICY } from './policies/admin-kinds';
import { AdminStyle, readAdminPolicy } from './policies/admin-policy';
import { readNetworkPolicy } from './policies/network-policy';
import { ControllerStyle, readController } from './workloads/controller';
import { Found } from './workloads/found';
import { readPod } from './workloads/pod';
import { readService } from './workloads/service';

/** A kind of object that says something about who reaches whom. */
export interface Kind {
  readonly name: string;
  readonly apiVersion: string;
  readonly isNamespaced: boolean;
  readonly nameRule: SyntaxRule;
  readonly decoding: Decoding;
  /** All of its fields, where this library knows them. */
  readonly fields?: ReadonlySet<string>;
  /** Undefined where it cannot be read. */
  readonly read: (object: Field, metadata: Metadata, place: Place) => Found | undefined;
}

const OF_SPEC = ['spec', 'template'];
const OF_JOB = ['spec', 'jobTemplate', ...OF_SPEC];

/** Every kind that is read, by name. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(
  [
    { ...core('Namespace', readNamespace), isNamespaced: false, nameRule: dnsLabelProblem },
    core('Pod', readPodObject),
    { ...core('Service', readServiceObject), nameRule: dnsLabelProblem },
    controller('v1', { kind: 'ReplicationController', template: OF_SPEC, selector: 'of labels' }),
    controller('apps/v1', { kind: 'Deployment', template: OF_SPEC, selector: 'required' }),
    controller('apps/v1', { kind: 'ReplicaSet', template: OF_SPEC, selector: 'required' }),
    controller('apps/v1', { kind: 'StatefulSet', template: OF_SPEC, selector: 'required' }),
    controller('apps/v1', { kind: 'DaemonSet', template: OF_SPEC, selector: 'required' }),
    controller('batch/v1', { kind: 'Job', template: OF_SPEC, selector: 'made up' }),
    { ...controller('batch/v1', { kind: 'CronJob', template: OF_JOB, selector: 'made up' }), nameRule: cronJobName },
    networkPolicy(),
    adminPolicy('v1alpha2', CLUSTER_NETWORK_POLICY),
    adminPolicy('v1alpha1', ADMIN_NETWORK_POLICY),
    { ...adminPolicy('v1alpha1', BASELINE_ADMIN_NETWORK_POLICY), nameRule: onlyDefault },
  ].map(kind => [kind.name, kind]),
);

function core(name: string, read: Kind['read']): Kind {
  return { name, apiVersion: 'v1', isNamespaced: true, nameRule: dnsSubdomainProblem, decoding: 'type', read };
}

function readNamespace(_: Field, { name, labels }: Metadata): Found {
  return { as: 'namespace', namespace: { name, labels: { ...labels, [NAMESPACE_NAME_LABEL]: name } } };
}

function readPodObject(object: Field, metadata: Metadata): Found {
  const pod = readPod(object, metadata);
  return pod === undefined ? { as: 'nothing' } : { as: 'pod', pod };
}

function readServiceObject(object: Field, metadata: Metadata): Found | undefined {
  const service = readService(object, metadata);
  return service && { as: 'service', service };
}

function controller(apiVersion: string, style: ControllerStyle): Kind {
  const read = (object: Field, metadata: Metadata): Found => ({
    as: 'controller',
    controller: readController(object, metadata, style),
  });
  return { ...core(style.kind, read), apiVersion };
}

function networkPolicy(): Kind {
  const read = (object: Field, metadata: Metadata, origin: Place): Found | undefined => {
    const policy = readNetworkPolicy(object, metadata, origin);
    return policy && { as: 'policy', policy };
  };
  return {
    ...core('NetworkPolicy', read),
    apiVersion: 'networking.k8s.io/v1',
    fields: new Set(['apiVersion', 'kind', 'metadata', 'spec']),
  };
}

function adminPolicy(version: string, style: AdminStyle): Kind {
  return {
    name: style.kind,
    apiVersion: `policy.networking.k8s.io/${version}`,
    isNamespaced: false,
    nameRule: dnsSubdomainProblem,
    decoding: 'schema',
    fields: new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']),
    read: (object, metadata, origin) => {
      const policy = readAdminPolicy(object, metadata, style);
      return policy && { as: 'admin policy', policy: { ...policy, origin } };
    },
  };
}

/** Its Jobs have eleven characters more. */
function cronJobName(text: string): string | undefined {
  return text.length > 52 ? `has ${text.length} characters, at most 52 are allowed` : dnsSubdomainProblem(text);
}

function onlyDefault(text: string): string | undefined {
  return text === 'default' ? undefined : "is not 'default', the one name it may have";
}
