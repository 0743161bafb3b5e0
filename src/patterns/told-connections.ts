import { Direction } from '../model/direction';
import { Connection, End, isGroup, NumberOf, portsOf, termsAt } from './plan';

/**
 * Settled connections that were said bit by bit: each once, in one order, whatever was said in whichever order.
 *
 * Names of ports become numbers first, so that whoever says the name and whoever says the number say the same.
 */
export function eachOnce(connections: readonly Connection[], numberOf: NumberOf | undefined): Connection[] {
  return byText(
    connections.map(connection => inOrder(connection, numberOf)),
    inWords,
  );
}

function inOrder(connection: Connection, numberOf: NumberOf | undefined): Connection {
  const endInOrder = (end: End) => (isGroup(end) ? end : byText(termsAt(end), String));
  const { from, to } = connection;
  return {
    from: endInOrder(from),
    to: endInOrder(to),
    ports: byText(portsOf(connection, numberOf), String),
    areNumbered: true,
  };
}

/** Pods that reach each other do so at both of their ends, which are two connections. */
function inWords({ from, to, ports }: Connection): string {
  const others = termsAt(isGroup(from) ? to : from);
  const direction = isGroup(from) ? Direction.EGRESS : Direction.INGRESS;
  return `${direction} ${others.join(' or ')}: ${ports.join(', ')}`;
}

/** One item of each text, in the order of their texts. */
function byText<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  const one = new Map(items.map(item => [textOf(item), item]));
  return [...one].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
