import { IConstruct } from 'constructs';
import { Direction } from '../model/direction';
import { Guarantee } from '../model/guarantee';
import { inShort } from '../model/peer';
import { PolicyError } from '../model/policy-error';
import { Contradiction, contradictionsIn } from '../patterns/contradictions';

/** Type of the metadata that both constructs get, for tools and tests. */
export const WARNING = 'netpol/warning';

const WATCHED = new WeakSet<IConstruct>();

/** Has the syntheses of a tree say which of its constructs contradict each other: of each two once. */
export function watch(root: IConstruct): void {
  if (WATCHED.has(root)) return;
  WATCHED.add(root);
  const said = new Set<string>();
  root.node.addValidation({
    validate: () => {
      warn(root, said);
      return [];
    },
  });
}

function warn(root: IConstruct, said: Set<string>): void {
  const constructs = new Map(
    root.node
      .findAll()
      .filter(isOutermost)
      .map(each => [each.node.path, each]),
  );
  for (const contradiction of knownContradictions([...constructs.values()])) {
    const warning = inWords(contradiction);
    if (said.has(warning)) continue;
    said.add(warning);
    for (const path of [contradiction.isolates, contradiction.opens]) {
      constructs.get(path)?.node.addMetadata(WARNING, warning);
    }
    console.warn(`netpol: ${warning}`);
  }
}

/** None where labels cannot be read: that is refused where the policies are written. */
function knownContradictions(constructs: readonly Guaranteed[]): Contradiction[] {
  try {
    return contradictionsIn(constructs.map(({ node, guarantee }) => ({ path: node.path, guarantee })));
  } catch (error) {
    if (error instanceof PolicyError) return [];
    throw error;
  }
}

type Guaranteed = IConstruct & { readonly guarantee: Guarantee };

/** A construct that writes several policies states what all of them do. */
function isOutermost(construct: IConstruct): construct is Guaranteed {
  const { scope } = construct.node;
  return isGuaranteed(construct) && !(scope !== undefined && isGuaranteed(scope));
}

function isGuaranteed(construct: IConstruct): construct is Guaranteed {
  return 'guarantee' in construct;
}

function inWords({ isolates, opens, direction, pods, peers }: Contradiction): string {
  const others = inShort(peers);
  const isolation = `'${isolates}' isolates ${pods} for ${direction.toLowerCase()}`;
  const opening = direction === Direction.INGRESS ? `lets ${others} reach them` : `lets them reach ${others}`;
  return `${isolation}, and '${opens}' ${opening}: policies add up`;
}
