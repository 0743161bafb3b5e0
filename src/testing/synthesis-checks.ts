import { Claim } from '../model/claim';
import { Guarantee } from '../model/guarantee';
import { Policy } from '../model/policy';
import { PolicyError } from '../model/policy-error';
import { readObjects } from '../read/read-objects';
import { NamedObject } from '../read/reading';
import { Reach } from '../verify/reach/reach';
import { connectionOf } from '../verify/space/participants';
import { Proof, prove, SOME_NAMESPACE } from '../verify/space/proof';
import { explained } from './explained';
import { Network, NetworkOptions } from './network';
import { notUnderstood } from './not-understood';
import { objectionTo } from './objection';
import { readable, UnreadableManifests } from './readable';
import { ConstructTree, NetworkSource, objectsIn } from './source';

/** A claim, and why it matters. */
export interface ExpectedClaim {
  readonly claim: Claim;
  readonly because?: string;
}

/** What speaks against claims about all objects of an app or list, one text for each that does not hold. */
export function brokenExpectations(
  source: NetworkSource,
  expected: readonly ExpectedClaim[],
  options: NetworkOptions,
): string[] {
  return refusalsAsText(() => {
    const index = Network.of(source, options)._index();
    return expected.flatMap(({ claim, because }) => {
      const objection = objectionTo(index, claim);
      if (objection === undefined) return [];
      return [because === undefined ? objection : `${because}: ${objection}`];
    });
  });
}

/** A construct that says what its policies do. */
export interface Guaranteed extends ConstructTree {
  readonly guarantee: Guarantee;
}

/** What speaks against guarantees, one text for each that is not kept, or of which it cannot be told. */
export function brokenGuarantees(constructs: readonly Guaranteed[]): string[] {
  return constructs.flatMap(construct =>
    brokenStatement({
      owner: `${construct.constructor.name} '${construct.node.path}'`,
      guarantee: construct.guarantee,
      objects: objectsIn(construct),
    }),
  );
}

/** What somebody says that policies do. */
export interface Statement {
  /** Such as `ThreeTierApp 'shop'`. */
  readonly owner: string;
  readonly guarantee: Guarantee;
  readonly objects: readonly NamedObject[];
}

/** What speaks against a statement: nothing, or one text. */
export function brokenStatement(statement: Statement): string[] {
  return refusalsAsText(() => objectionsTo(statement));
}

function objectionsTo({ owner, guarantee, objects }: Statement): string[] {
  const unread = readObjects(objects).notUnderstood.policy;
  if (unread.length > 0) return [`whether ${owner} keeps its guarantee cannot be told: ${notUnderstood(unread)}`];
  const policies = objects.flatMap(policiesIn);
  const proof = prove(guarantee, policies);
  if (proof.verdict === 'holds') return [];
  const claim = `${owner} guarantees that ${proof.claim}`;
  if (proof.verdict === 'unknown') return [`${claim}; whether that is so cannot be told: ${proof.reason}`];
  return [[`${claim}; that is not so:`, ...witnessLines(proof, policies)].join('\n')];
}

/** The policies as they are written: one without a namespace goes wherever it is applied. */
function policiesIn(named: NamedObject): Policy[] {
  const isPlaced = (named.object as { metadata?: { namespace?: string } }).metadata?.namespace !== undefined;
  const { policies } = readable(readObjects([named]));
  return isPlaced ? [...policies] : policies.map(policy => ({ ...policy, namespace: SOME_NAMESPACE }));
}

function witnessLines({ witness }: Proof & { readonly verdict: 'broken' }, policies: readonly Policy[]): string[] {
  const cluster = { namespaces: [], workloads: [], services: [], policies, adminPolicies: [] };
  return explained(Reach.of(cluster), connectionOf(witness));
}

/** Synthesis shows texts in place, and of an error only where it was thrown. */
function refusalsAsText(check: () => string[]): string[] {
  try {
    return check();
  } catch (error) {
    if (error instanceof PolicyError || error instanceof UnreadableManifests) return [error.message];
    throw error;
  }
}
