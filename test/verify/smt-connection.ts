import { block } from '../address/block';
import { IpBlock, LabelSelector, Peer, Port } from '../oracle/manifest';
import { coverOf } from '../oracle/open-facts';
import { NAME_LABEL } from './pools';
import { PolicySketch } from './universe';

export type Side = 'from' | 'to';

export const and = (...terms: readonly string[]) => `(and true ${terms.join(' ')})`;
export const or = (...terms: readonly string[]) => `(or false ${terms.join(' ')})`;
export const not = (term: string) => `(not ${term})`;

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

/** One connection in SMT-LIB, of which the solver may choose everything. */
export class SmtConnection {
  /** What manifests leave open. */
  readonly doubts = new Map<string, string>();
  private readonly values = new Map<string, number>();
  private readonly variables = new Set<string>();
  private readonly names = new Set<string>();

  constructor(private readonly plan: readonly string[]) {}

  /** What is true of every connection. @param namespaces whose labels are known */
  world(namespaces: PolicySketch['namespaces'], keys: readonly string[]): string {
    const sides: readonly Side[] = ['from', 'to'];
    const known = Object.entries(namespaces).flatMap(([name, labels]) =>
      keys.map(key => `(= (${this.namespaceLabel(key)} ${this.value(name)}) ${this.value(labels[key])})`),
    );
    const ends = sides.flatMap(side => [
      `(>= ${side}-namespace 1)`,
      `(>= ${side}-address 0)`,
      `(< ${side}-address (ite ${side}-ipv6 ${2n ** 128n} ${2n ** 32n}))`,
    ]);
    const labels = [...this.variables].map(each => `(>= ${each} 0)`);
    const ofNamespaces = sides.flatMap(side =>
      keys.map(key => `(>= (${this.namespaceLabel(key)} ${side}-namespace) 0)`),
    );
    return and(
      '(>= protocol 0)',
      '(<= protocol 2)',
      '(>= port 1)',
      '(<= port 65535)',
      ...ends,
      ...labels,
      ...ofNamespaces,
      ...known,
    );
  }

  /** Everything that is to be declared. */
  declarations(keys: readonly string[]): string {
    const of = (names: readonly string[], sort: string) => names.map(name => `(declare-const ${name} ${sort})`);
    return [
      ...of(['from-pod', 'to-pod', 'from-ipv6', 'to-ipv6', ...this.names.keys()], 'Bool'),
      ...of(['from-address', 'to-address', 'from-namespace', 'to-namespace', 'protocol', 'port'], 'Int'),
      ...of([...this.variables], 'Int'),
      ...keys.map(key => `(declare-fun ${this.namespaceLabel(key)} (Int) Int)`),
    ].join('\n');
  }

  /** That an end is what an entry of a rule names. */
  peer({ ipBlock, podSelector, namespaceSelector }: Peer, side: Side, ownNamespace: string): string {
    if (ipBlock) return this.block(ipBlock, side);
    const namespace = namespaceSelector
      ? this.selects(namespaceSelector, key =>
          key === NAME_LABEL ? `${side}-namespace` : `(${this.namespaceLabel(key)} ${side}-namespace)`,
        )
      : `(= ${side}-namespace ${this.value(ownNamespace)})`;
    return and(
      `${side}-pod`,
      namespace,
      this.selects(podSelector ?? {}, key => this.label(side, key)),
    );
  }

  /** That the port is one of these; none means every port. */
  ports(ports: readonly Port[]): string {
    if (ports.length === 0) return 'true';
    return or(
      ...ports.map(({ protocol, port, endPort }) => {
        const over = `(= protocol ${PROTOCOLS.indexOf(protocol ?? 'TCP')})`;
        if (port === undefined || port === null) return over;
        if (typeof port === 'string') return and(over, this.named(port));
        return and(over, `(<= ${port} port)`, `(<= port ${endPort ?? port})`);
      }),
    );
  }

  /** That the destination calls the port so. */
  named(name: string): string {
    this.names.add(`named-${name}`);
    return and('to-pod', `named-${name}`);
  }

  /** Something that is open, as a variable. */
  doubt(question: string): string {
    const name = this.doubts.get(question) ?? `doubt-${this.doubts.size}`;
    this.doubts.set(question, name);
    return name;
  }

  private selects({ matchLabels, matchExpressions }: LabelSelector, valueOf: (key: string) => string): string {
    const equal = (key: string, value: string | null) => `(= ${valueOf(key)} ${this.value(value ?? '')})`;
    const expressions = (matchExpressions ?? []).map(each => {
      const { key = '', operator, values } = each ?? {};
      const listed = or(...(values ?? []).map(value => equal(key ?? '', value)));
      const absent = `(= ${valueOf(key ?? '')} 0)`;
      const terms: Record<string, string> = {
        In: listed,
        NotIn: not(listed),
        Exists: not(absent),
        DoesNotExist: absent,
      };
      return terms[operator ?? ''];
    });
    return and(...Object.entries(matchLabels ?? {}).map(([key, value]) => equal(key, value)), ...expressions);
  }

  /** That an end lies in a block, or is a pod that it covers. */
  block(ipBlock: IpBlock, side: Side): string {
    const pod = { namespace: '', name: side, labels: {}, ips: [], ports: [] };
    const cover = coverOf(ipBlock, { ip: '', pod }, this.plan);
    const { cidr, except } = ipBlock;
    const covered =
      { yes: 'true', no: 'false', maybe: '' }[cover] || this.doubt(`${cidr} ${except ?? ''} covers ${side}`);
    const isIn = (text: string | null | undefined) => inRange(text ?? '', side);
    return `(ite ${side}-pod ${covered} ${and(isIn(cidr), ...(except ?? []).map(hole => not(isIn(hole))))})`;
  }

  private label(side: Side, key: string): string {
    const variable = `${side}-label-${key}`;
    this.variables.add(variable);
    return variable;
  }

  private namespaceLabel(key: string): string {
    return `namespace-${key}`;
  }

  /** Values are numbers; 0 is for a label that is not there. */
  private value(text: string | undefined): number {
    if (text === undefined) return 0;
    const number = this.values.get(text) ?? this.values.size + 1;
    this.values.set(text, number);
    return number;
  }
}

function inRange(cidr: string, side: Side): string {
  const { width, prefix } = block(cidr);
  const [first, last] = ['0', '1'].map(bit => BigInt(`0b${prefix.padEnd(width, bit)}`));
  const family = width === 128 ? `${side}-ipv6` : not(`${side}-ipv6`);
  return and(family, `(<= ${first} ${side}-address)`, `(<= ${side}-address ${last})`);
}
