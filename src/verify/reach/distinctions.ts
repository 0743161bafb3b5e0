import { Cluster, Workload } from '../../model/cluster';
import { IpBlock } from '../../model/ip-block';
import { LabelExpression } from '../../model/label-expression';
import { LabelSelector } from '../../model/label-selector';
import { labelOf, Labels } from '../../model/labels';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Port } from '../../model/port';

/** What the policies of a cluster ask about: pods that differ in nothing of it get the same answers. */
export class Distinctions {
  /** Every block that a rule names, once. */
  readonly blocks: readonly IpBlock[];
  private readonly values = new Map<string, Set<string>>();
  private readonly keys: readonly string[];
  private usesPortNames = false;

  constructor({ policies, adminPolicies }: Pick<Cluster, 'policies' | 'adminPolicies'>) {
    const blocks = new Map<string, IpBlock>();
    const visit = ({ peers, ports }: { peers: readonly PeerTerm[]; ports: readonly Port[] }) => {
      for (const peer of peers) {
        if (peer instanceof Pods) this.addSelector(peer.podSelector);
        if (peer instanceof IpBlock) blocks.set(String(peer), peer);
      }
      if (ports.some(({ name }) => name !== undefined)) this.usesPortNames = true;
    };
    for (const { podSelector, ingress, egress } of policies) {
      this.addSelector(podSelector);
      ingress?.forEach(visit);
      egress?.forEach(visit);
    }
    for (const { subject, ingress, egress } of adminPolicies) {
      this.addSelector(subject.podSelector);
      [...ingress, ...egress].forEach(visit);
    }
    this.blocks = [...blocks.values()];
    this.keys = [...this.values.keys()];
  }

  /** Whether another asks about nothing that this one does not ask about too. */
  includes({ blocks, values, usesPortNames }: Distinctions): boolean {
    const known = new Set(this.blocks.map(String));
    return (
      (this.usesPortNames || !usesPortNames) &&
      blocks.every(block => known.has(String(block))) &&
      [...values].every(([key, asked]) => {
        const mine = this.values.get(key);
        return mine !== undefined && [...asked].every(value => mine.has(value));
      })
    );
  }

  /** A text that two pods of one namespace share if and only if nothing that is asked about tells them apart. */
  keyOf({ labels, ports, addresses, hostNetwork }: Workload): string {
    const named = this.usesPortNames ? ports.filter(({ name }) => name !== undefined) : [];
    const names = named.map(({ name, protocol, port }) => `${name} ${protocol} ${port}`).sort();
    const known = this.blocks.length > 0 ? addresses.map(({ family, value }) => `${family} ${value}`) : [];
    return `${this.labelKey(labels)};${names.join()};${known.join()};${hostNetwork ? 'host' : ''}`;
  }

  private labelKey(labels: Labels): string {
    let text = '';
    for (const key of this.keys) {
      const value = labelOf(labels, key);
      if (value !== undefined) text += this.values.get(key)?.has(value) ? `${key}=${value},` : `${key},`;
    }
    return text;
  }

  private addSelector({ matchLabels, matchExpressions }: LabelSelector): void {
    for (const key of Object.keys(matchLabels)) this.addValues(key, [matchLabels[key]]);
    matchExpressions.forEach(({ key, values }: LabelExpression) => this.addValues(key, values));
  }

  private addValues(key: string, values: readonly string[]): void {
    const known = this.values.get(key) ?? new Set<string>();
    for (const value of values) known.add(value);
    this.values.set(key, known);
  }
}
