import { AdminPolicy } from '../model/admin-policy';
import { Cluster, Namespace, Service } from '../model/cluster';
import { NAMESPACE_NAME_LABEL } from '../model/pods';
import { Policy } from '../model/policy';
import { keysAskedBy } from './asked-keys';
import { Controller } from './controller';
import { findingAt } from './finding';
import { Found } from './found';
import { MOST_FINDINGS } from './limits';
import { Place } from './place';
import { PodObject } from './pod';
import { Finding, Reading } from './reading';
import { workloadsOf } from './workloads';

/** Gathers what is read, object by object. */
export class Inventory {
  private readonly objects = new Map<string | symbol, { readonly found: Found; readonly place: Place }>();
  private readonly findings: Finding[] = [];
  private readonly skipped = new Map<string, number>();
  private bound = MOST_FINDINGS;

  /** Whether the text that is being read has so many findings that reading on is no use. */
  get isFull(): boolean {
    return this.findings.length >= this.bound;
  }

  /** Begins with another text. */
  next(): void {
    this.bound = this.findings.length + MOST_FINDINGS;
  }

  /** Takes in an object; of two with the same name the later one counts. @param id undefined: its name is yet to be made up */
  add(found: Found, place: Place, id?: string): void {
    const first = id === undefined ? undefined : this.objects.get(id);
    if (first !== undefined) {
      const message = `${id} is written twice, first at ${first.place.at()}; this one counts`;
      const path = ['metadata', 'name'];
      this.note(findingAt(place, { object: id, path, message, fix: 'keep one of the two', lenient: true }));
    }
    this.objects.set(id ?? Symbol(), { found, place });
  }

  /** Counts an object of a kind that says nothing about who reaches whom. */
  skip(kind: string): void {
    this.skipped.set(kind, (this.skipped.get(kind) ?? 0) + 1);
  }

  /** Takes in what is wrong. */
  note(...findings: readonly Finding[]): void {
    this.findings.push(...findings.slice(0, Math.max(0, this.bound - this.findings.length)));
  }

  /** Says that a text has too many findings to read on. */
  stop(file: string): void {
    const message = `reading stops here: there are more than ${MOST_FINDINGS} findings in this text`;
    this.findings.push({ path: '', message, fix: 'mend the first of them', file, lenient: false });
  }

  /** All of it. */
  reading(): Reading {
    return { cluster: this.cluster(), findings: this.findings, skipped: this.skipped };
  }

  private cluster(): Cluster {
    const { namespaces, pods, controllers, services, policies, adminPolicies } = sorted(this.objects.values());
    const askedKeys = () => keysAskedBy({ policies, adminPolicies, services });
    const workloads = workloadsOf({ pods, controllers, askedKeys });
    const named = withNamed(namespaces, [...workloads, ...services, ...policies]);
    return { namespaces: named, workloads, services, policies, adminPolicies };
  }
}

function sorted(objects: Iterable<{ readonly found: Found }>) {
  const namespaces: Namespace[] = [];
  const pods: PodObject[] = [];
  const controllers: Controller[] = [];
  const services: Service[] = [];
  const policies: Policy[] = [];
  const adminPolicies: AdminPolicy[] = [];
  for (const { found } of objects) {
    if (found.as === 'namespace') namespaces.push(found.namespace);
    else if (found.as === 'pod') pods.push(found.pod);
    else if (found.as === 'controller') controllers.push(found.controller);
    else if (found.as === 'service') services.push(found.service);
    else if (found.as === 'policy') policies.push(found.policy);
    else if (found.as === 'admin policy') adminPolicies.push(found.policy);
  }
  return { namespaces, pods, controllers, services, policies, adminPolicies };
}

/** A namespace that is only named has the label that the API server gives to each. */
function withNamed(written: readonly Namespace[], objects: readonly { readonly namespace?: string }[]): Namespace[] {
  const namespaces = new Map(written.map(namespace => [namespace.name, namespace]));
  for (const { namespace: name } of objects) {
    if (name === undefined || namespaces.has(name)) continue;
    namespaces.set(name, { name, labels: { [NAMESPACE_NAME_LABEL]: name } });
  }
  return [...namespaces.values()];
}
