import { oneOf } from '../../model/check';
import { Direction, DIRECTIONS, INGRESS_ONLY, sectionOf } from '../../model/direction';
import { Origin } from '../../model/origin';
import { Anywhere } from '../../model/peer';
import { Policy, Rule } from '../../model/policy';
import { Port } from '../../model/port';
import { Field } from '../field';
import { Metadata } from '../metadata';
import { readPeer } from './network-policy-peer';
import { readPort } from './network-policy-port';
import { allRead, readSelector } from './selector';

const SPEC = new Set(['egress', 'ingress', 'podSelector', 'policyTypes']);
const RULE = { from: new Set(['from', 'ports']), to: new Set(['ports', 'to']) };

const EVERYONE = [Anywhere.INSTANCE];
const EVERY_PORT = [Port.all()];

const aPolicyType = oneOf(DIRECTIONS);

/**
 * A NetworkPolicy of `networking.k8s.io/v1`.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go
 */
export function readNetworkPolicy(object: Field, metadata: Metadata, origin: Origin): Policy | undefined {
  const spec = object.get('spec').struct(SPEC);
  const podSelector = readSelector(spec.get('podSelector'));
  const types = readPolicyTypes(spec);
  const ingress = allRead(readRules(spec.get('ingress'), 'from'));
  const egress = allRead(readRules(spec.get('egress'), 'to'));
  if (podSelector === undefined || ingress === undefined || egress === undefined) return undefined;
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    podSelector,
    ingress: types.includes(Direction.INGRESS) ? ingress : undefined,
    egress: types.includes(Direction.EGRESS) ? egress : undefined,
    withoutEffect: readWithoutEffect(spec, types),
    annotations: metadata.annotations,
    origin,
  };
}

/** Where none are written: ingress, and egress if there are rules for it. */
function readPolicyTypes(spec: Field): readonly (Direction | undefined)[] {
  const field = spec.get('policyTypes');
  const types = field.items();
  if (types.length === 0) return spec.get('egress').items().length > 0 ? DIRECTIONS : INGRESS_ONLY;
  if (types.length <= 2) return types.map(item => item.attempt(() => aPolicyType(item.text() ?? '')));
  field.refuse(`${types.length} policy types are given`, 'give at most two: Ingress, Egress');
  return [];
}

/** The sections that `policyTypes` leaves out, empty lists among them. */
function readWithoutEffect(spec: Field, types: readonly (Direction | undefined)[]): Direction[] | undefined {
  const left = DIRECTIONS.filter(direction => spec.get(sectionOf(direction)).isPresent && !types.includes(direction));
  return left.length === 0 ? undefined : left;
}

/** What is left out of a rule stands for everyone or every port, and so does an empty list. */
function readRules(field: Field, peersKey: 'from' | 'to'): (Rule | undefined)[] {
  return field.items().map(item => {
    const rule = item.struct(RULE[peersKey]);
    const list = rule.get(peersKey);
    const peers = allRead(list.items().map(readPeer));
    const ports = allRead(rule.get('ports').items().map(readPort));
    if (peers === undefined || ports === undefined) return undefined;
    const isEmpty = peers.length === 0;
    return new Rule(isEmpty ? EVERYONE : peers, ports.length === 0 ? EVERY_PORT : ports, isEmpty && list.isPresent);
  });
}
