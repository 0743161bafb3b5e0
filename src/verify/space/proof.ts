import { API_ALONE, Assumptions } from '../../model/assumptions';
import { Direction, DIRECTIONS } from '../../model/direction';
import { Guarantee, Opening } from '../../model/guarantee';
import { Anywhere, IPeer, termsOf } from '../../model/peer';
import { Pods } from '../../model/pods';
import { PlannedPolicy, Policy } from '../../model/policy';
import { Port } from '../../model/port';
import { enforcedBy, podsIsolatedBy } from '../reach/enforcement';
import { negate, sideOf } from './atoms';
import { Connections, problems, Questions } from './questions';
import { Existence, Space } from './space';
import { Witness } from './witness';

/** Whether policies do what a guarantee says, for every pod that could exist. */
export type Proof =
  | { readonly verdict: 'holds' }
  | { readonly verdict: 'broken'; readonly claim: string; readonly witness: Witness }
  | { readonly verdict: 'unknown'; readonly claim: string; readonly reason: string };

/** Namespace that stands for the one a manifest is applied to, where the manifest leaves it open. */
export const SOME_NAMESPACE = 'some-namespace';

/** Proves a guarantee, or finds what breaks it. */
export function prove(
  guarantee: Guarantee,
  policies: readonly PlannedPolicy[],
  assumptions: Assumptions = API_ALONE,
): Proof {
  const prover = new Prover(guarantee, policies, assumptions);
  for (const { claim, found } of prover.attempts()) {
    if (found.verdict === 'some') return { verdict: 'broken', claim, witness: found.witness };
    if (found.verdict === 'unknown') return { verdict: 'unknown', claim, reason: found.reason };
  }
  return { verdict: 'holds' };
}

/** A claim, and what was found when looking for something that contradicts it. */
interface Attempt {
  readonly claim: string;
  readonly found: Existence;
}

/** Takes a guarantee apart into claims and looks for what contradicts each. */
class Prover {
  private readonly space: Space;
  private readonly questions: Questions;
  private readonly policies: readonly Policy[];

  constructor(
    private readonly guarantee: Guarantee,
    policies: readonly PlannedPolicy[],
    assumptions: Assumptions,
  ) {
    this.space = new Space([], assumptions);
    const placed = policies.map(policy => ({ ...policy, namespace: policy.namespace ?? SOME_NAMESPACE }));
    const world = enforcedBy(assumptions.engine, { policies: placed, adminPolicies: [] });
    this.policies = world.policies;
    this.questions = new Questions(this.space, world);
  }

  *attempts(): Generator<Attempt> {
    for (const direction of DIRECTIONS) {
      const word = direction.toLowerCase();
      const [stated, actual] = [this.statedPods(direction), podsIsolatedBy(this.policies, direction)];
      yield {
        claim: `the pods of the guarantee are isolated for ${word}`,
        found: this.anyPod(stated, actual, direction),
      };
      yield { claim: `no other pods are isolated for ${word}`, found: this.anyPod(actual, stated, direction) };
      yield { claim: `isolated pods have no ${word} beyond the guarantee`, found: this.beyond(actual, direction) };
      for (const opening of this.guarantee.opens) {
        if (opening.ends.includes(direction)) yield this.opened(opening, direction);
      }
    }
  }

  /** Whether there can be a pod that is one of these and none of those. */
  private anyPod(these: readonly Pods[], those: readonly Pods[], direction: Direction): Existence {
    const side = sideOf(direction);
    const [inside, outside] = [these, those].map(pods => pods.map(each => this.space.encoder.pods(side, each)));
    return this.space.find({ parts: [problems(inside)], clauses: negate(outside) });
  }

  /** Whether the end itself allows more; what the other end makes of it may change. */
  private beyond(isolated: readonly Pods[], direction: Direction): Existence {
    if (isolated.length === 0) return { verdict: 'none' };
    const everything = { from: [Anywhere.INSTANCE], to: [Anywhere.INSTANCE], ports: [Port.all()] };
    const opened = this.guarantee.opens.filter(({ ends }) => ends.includes(direction)).map(connectionsOf);
    return this.questions.anyAllowedAt(direction, { ...everything, [sideOf(direction)]: isolated }, opened);
  }

  private opened(opening: Opening, direction: Direction): Attempt {
    const connections = connectionsOf(opening);
    const claim = `${connections.from.join(' or ')} may reach ${connections.to.join(' or ')} as far as ${direction.toLowerCase()} goes`;
    return { claim, found: this.questions.anyDeniedAt(direction, connections) };
  }

  private statedPods(direction: Direction): Pods[] {
    return this.guarantee.isolates
      .filter(({ directions }) => directions.includes(direction))
      .map(({ pods }) => somewhere(pods));
  }
}

function connectionsOf({ from, to, ports }: Opening): Connections {
  const terms = (peers: readonly IPeer[]) =>
    termsOf(peers).map(term => (term instanceof Pods ? somewhere(term) : term));
  return { from: terms(from), to: terms(to), ports };
}

function somewhere(pods: Pods): Pods {
  return pods._isOpen ? pods.inNamespace(SOME_NAMESPACE) : pods;
}
