import { Mesh } from '../facts/mesh';
import { Platform } from '../facts/platform';
import { at, inWords, instance } from '../model/check';
import { namespaceName } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { dnsSubdomainProblem } from '../model/syntax';
import { PolicyProps } from './policy-props';

/** Names of policies are used as label values by tools around them: what fits there. */
const NAME_LENGTH = 63;

/** Where a construct writes its policies, and what it calls them. */
export interface Place {
  /** Name of the policy, or the first part of it. */
  readonly name: string;
  /** Undefined: whichever namespace the manifest is applied to. */
  readonly namespace?: string;
  /** Where the host takes a namespace from, in its words, such as `on the chart`; undefined: from nowhere. */
  readonly namespaceFrom?: string;
  /** What the cluster runs on; undefined: any Kubernetes. */
  readonly platform?: Platform;
  /** What the pods are part of; undefined: no mesh. */
  readonly mesh?: Mesh;
}

/** Where the props put a construct: their own name and namespace, or those that its host offers. */
export function placeOf(props: PolicyProps, offered: Place): Place {
  const namespace = namespaceOf(props, offered);
  return { name: props.name ?? offered.name, namespace, platform: offered.platform, mesh: props.mesh };
}

function namespaceOf({ namespace, namespaceAgnostic }: PolicyProps, offered: Place): string | undefined {
  const found = namespace ?? offered.namespace;
  if (namespaceAgnostic === true) {
    if (found === undefined) return undefined;
    throw new PolicyError({
      code: 'conflict',
      path: 'namespaceAgnostic',
      value: found,
      problem: `the namespace is said to be left open, and to be ${inWords(found)}`,
      fix: `leave out namespaceAgnostic, or the namespace${namedAt(offered, 'and')}`,
    });
  }
  if (found !== undefined) return at('namespace', namespaceName, found);
  throw new PolicyError({
    code: 'namespace',
    path: 'namespace',
    problem: 'no namespace is known, so the policy would land wherever it is applied',
    fix: `set namespace${namedAt(offered, 'or')}, or say namespaceAgnostic: true`,
  });
}

function namedAt({ namespaceFrom }: Place, joint: string): string {
  return namespaceFrom === undefined ? '' : ` here ${joint} ${namespaceFrom}`;
}

/** What hosts take for what the cluster runs on. */
export const aPlatform = instance(Platform, 'a Platform, such as Platform.eks()');

/** What the cluster runs on. */
export function platformOf({ platform }: Pick<Place, 'platform'>): Platform {
  return platform ?? Platform.kubernetes();
}

/** A policy's name, or the refusal of what the API server would not take. */
export function checkPolicyName(name: string): string {
  const problem =
    dnsSubdomainProblem(name) ??
    (name.length > NAME_LENGTH ? `has ${name.length} characters, at most ${NAME_LENGTH} are allowed` : undefined);
  if (problem === undefined) return name;
  throw new PolicyError({
    code: 'name',
    path: 'name',
    value: name,
    problem: `policy name '${name}' ${problem}`,
    fix: 'set name',
  });
}

/** The refusal of a name that another construct has taken in the same namespace: the cluster would keep one policy. */
export function nameTaken(name: string, owner: string): PolicyError {
  return new PolicyError({
    code: 'duplicate-name',
    path: 'name',
    value: name,
    problem: `${owner} writes a policy '${name}' in the same namespace`,
    fix: 'give one of them another id or name',
  });
}
