import { Stack } from '@pulumi/pulumi/automation';

/** A resource as the engine keeps it. */
interface Kept {
  readonly urn: string;
  readonly type: string;
  readonly provider: string;
}

/** The policies that the engine keeps of a stack, each with its provider; both by their names in the program. */
export async function keptPolicies(stack: Stack): Promise<Map<string, string>> {
  const { resources = [] } = (await stack.exportStack()).deployment as { readonly resources?: readonly Kept[] };
  const policies = resources.filter(({ type }) => type === 'kubernetes:networking.k8s.io/v1:NetworkPolicy');
  return new Map(policies.map(({ urn, provider }) => [nameIn(urn), nameIn(provider.replace(/::[^:]*$/, ''))]));
}

function nameIn(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1);
}
