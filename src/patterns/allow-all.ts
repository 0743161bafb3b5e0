import { Peer } from '../facts/peer';
import { flag, optional } from '../model/check';
import { DIRECTIONS } from '../model/direction';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { pods } from './fields';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link allowAll} takes. */
export interface AllowAllProps extends PolicyProps {
  /**
   * The pods that everyone reaches and that reach everyone.
   *
   * @default - every pod of the namespace
   */
  readonly pods?: Pods;
  /**
   * Whether a namespace for production is opened too.
   *
   * @default false
   */
  readonly evenInProduction?: boolean;
}

/**
 * Opens pods to everyone and everything, whatever other policies say. For development.
 *
 * Refused for a namespace whose name says that it is for production, unless `evenInProduction` is said.
 */
export const allowAll = pattern<AllowAllProps>(
  'AllowAll',
  { pods: optional(pods), evenInProduction: optional(flag) },
  ({ pods: selected = Pods.all(), evenInProduction = false }, place) => {
    const namespace = selected.namespace ?? place.namespace;
    if (!evenInProduction && namespace !== undefined && isForProduction(namespace)) {
      throw inProduction(namespace).inside(selected.namespace === undefined ? 'namespace' : 'pods');
    }
    const group: Group = { part: '', path: 'pods', pods: selected, isolates: DIRECTIONS };
    const [everyone, ports] = [[Peer.anywhere()], [Port.all()]];
    return {
      groups: [group],
      connections: [
        { from: everyone, to: group, ports },
        { from: group, to: everyone, ports },
      ],
    };
  },
);

/** Whether a namespace's name, or the value of one of its labels, says production: `prod`, `shop-production`. */
export function isForProduction(name: string): boolean {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const at = words.findIndex(word => word === 'prod' || word === 'production');
  return at !== -1 && !['non', 'not', 'pre'].includes(words[at - 1]);
}

/** The refusal to open a namespace for production. */
export function inProduction(namespace: string): PolicyError {
  return new PolicyError({
    code: 'production',
    value: namespace,
    problem: `namespace ${namespace} is for production`,
    fix: 'leave it to the other constructs what is allowed there, or say evenInProduction: true',
  });
}
