import { Direction } from '../../model/direction';
import { EngineTraits, traitInWords } from '../../model/engine';
import { Pods } from '../../model/pods';
import { PortSets } from '../../verify/sets/port-sets';
import { claimAbout } from '../claim';
import { LintRule } from '../lint-rule';
import { LintSubject, PlacedRule } from '../lint-subject';

export const namedPortOpensAll: LintRule = {
  id: 'named-port-opens-all',
  severity: 'error',
  summary: "On this engine, a port's name in a rule opens more than the port.",
  why: 'OVN-Kubernetes and OpenShift open every port to the peers of the rule, kube-router and k3s where the name resolves to nothing; Weave does not apply the policy.',
  fix: 'Write the number that the container listens on.',
  needsEngine: true,
  check: subject =>
    subject.rules.flatMap(placed => {
      const { engine } = subject;
      const names = placed.rule.ports.filter(({ name }) => name !== undefined);
      if (engine === undefined || names.length === 0 || !opensMore(engine, placed, subject)) return [];
      const message = `${engine.name} ${traitInWords(engine, 'namedPorts')}: ${names.join(', ')}`;
      return [
        claimAbout(placed.policy, { path: [...placed.path, 'ports', placed.rule.ports.indexOf(names[0])], message }),
      ];
    }),
};

function opensMore({ namedPorts }: EngineTraits, placed: PlacedRule, subject: LintSubject): boolean {
  if (namedPorts === 'every-port-if-unresolved') return resolvesToNothing(placed, subject);
  return namedPorts === 'every-port' || namedPorts === 'policy-not-applied';
}

/** Whether pods are the peers, names the only ports, and none of the destinations that are there has one of the names. */
function resolvesToNothing(placed: PlacedRule, subject: LintSubject): boolean {
  const { rule, policy, direction } = placed;
  const pods = rule.peers.filter(peer => peer instanceof Pods);
  if (rule.ports.some(({ name }) => name === undefined)) return false;
  const peers = pods.map(peer => subject.matched(peer, policy));
  const destinations = direction === Direction.INGRESS && pods.length > 0 ? [subject.selected(policy)] : peers;
  const ids = destinations.flatMap(set => [...set.ids]);
  return (
    ids.length > 0 &&
    ids.every(id => subject.reach.rulePorts.exactly(rule.ports, subject.podsAt([id])[0]?.ports) === PortSets.NONE)
  );
}
