import { AdminPolicy } from '../../model/admin-policy';
import { Direction, DIRECTIONS, sectionOf } from '../../model/direction';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Policy } from '../../model/policy';
import { PolicyWorld } from '../reach/enforcement';
import { otherSide, product, sideOf } from './atoms';
import { spaceOf, Surroundings } from './comparison';
import { Part, without } from './parts';
import { problems, Questions } from './questions';
import { Existence, Space } from './space';
import { Witness } from './witness';

/** What a policy or a rule is good for. */
export type Use =
  /** Without it this connection would be decided otherwise. */
  | { readonly verdict: 'needed'; readonly witness: Witness }
  /** No pod, address and port that could exist is what it asks for. */
  | { readonly verdict: 'never-matches' }
  /** Others at the same end decide the same, whatever it matches. */
  | { readonly verdict: 'shadowed' }
  /** What it changes at its own end, if anything, the other end always denies. */
  | { readonly verdict: 'without-effect' }
  | { readonly verdict: 'unknown'; readonly reason: string };

/** What a part of some policies is good for, whichever pods there are: all but what is needed can go, one at a time. */
export function useOf(part: Part, world: PolicyWorld, around: Surroundings = {}): Use {
  const space = spaceOf(around);
  const found = new Difference(new Questions(space, world), new Questions(space, without(world, part)));
  const anywhere = found.somewhere();
  if (anywhere.verdict === 'some') return { verdict: 'needed', witness: anywhere.witness };
  if (anywhere.verdict === 'unknown') return anywhere;
  if (matches(part, space).every(({ verdict }) => verdict === 'none')) return { verdict: 'never-matches' };
  const isShadowed = DIRECTIONS.every(direction => found.at(direction).verdict === 'none');
  return { verdict: isShadowed ? 'shadowed' : 'without-effect' };
}

/** Looks for what two sets of policies decide otherwise. */
class Difference {
  constructor(
    private readonly before: Questions,
    private readonly after: Questions,
  ) {}

  /** Among connections as a whole. */
  somewhere(): Existence {
    return eitherOf(this.before.anyAllowedBeyond(this.after), () => this.after.anyAllowedBeyond(this.before));
  }

  /** At the end that a direction names, whatever the other one decides. */
  at(direction: Direction): Existence {
    return eitherOf(this.before.anyAllowedBeyond(this.after, direction), () =>
      this.after.anyAllowedBeyond(this.before, direction),
    );
  }
}

function eitherOf(found: Existence, other: () => Existence): Existence {
  if (found.verdict === 'some') return found;
  const more = other();
  return more.verdict === 'none' ? found : more;
}

/** For a policy whether it selects anyone; for a rule, whether there is a connection that it matches. */
function matches({ policy, rule }: Part, space: Space): Existence[] {
  const { encoder } = space;
  if (rule === undefined) {
    return [space.find({ parts: [problems([encoder.pods('to', subjectOf(policy))])], clauses: [] })];
  }
  const { peers, ports } = (policy[sectionOf(rule.direction)] ?? [])[rule.index];
  const own = sideOf(rule.direction);
  const namespace = namespaceOf(policy);
  return peers.map((peer: PeerTerm) => {
    const factors = [[encoder.pods(own, subjectOf(policy))], encoder.peer(otherSide(own), peer, namespace)];
    return space.find({ parts: [problems(product(...factors, encoder.ports.exactly(ports)))], clauses: [] });
  });
}

function subjectOf(policy: Policy | AdminPolicy): Pods {
  return 'subject' in policy ? policy.subject : Pods._in(policy.namespace, policy.podSelector);
}

function namespaceOf(policy: Policy | AdminPolicy): string | undefined {
  return 'subject' in policy ? undefined : policy.namespace;
}
