import { DNS_PODS } from '../facts/well-known-pods';
import { PolicyError } from '../model/policy-error';
import { NamedGroup } from './plan';

/** Where the DNS of a whole cluster runs: pods that are isolated there are isolated for everyone. */
const NAMESPACES: ReadonlySet<string> = new Set([DNS_PODS.kubeDns.namespace, DNS_PODS.openShift.namespace]);

/** Refuses to write into a system namespace that is only named along with pods. @param own the construct's namespace */
export function refuseSystemPods(groups: readonly NamedGroup[], own: string | undefined): void {
  for (const { pods, path } of groups) {
    const { namespace = own } = pods;
    if (namespace === undefined || namespace === own || !NAMESPACES.has(namespace)) continue;
    throw new PolicyError({
      code: 'namespace',
      path,
      value: String(pods),
      problem: `${pods} would be isolated for everyone in the cluster`,
      fix: `write your own end alone with AllowDns, AllowTo or AllowFrom; where they are yours say namespace: '${namespace}'`,
    });
  }
}
