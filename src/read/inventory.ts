import { AdminPolicy } from '../model/admin-policy';
import { Cluster, Namespace, Service } from '../model/cluster';
import { locationInWords } from '../model/origin';
import { NAMESPACE_NAME_LABEL } from '../model/pods';
import { Policy } from '../model/policy';
import { findingAt, Refused } from './finding';
import { MOST_FINDINGS } from './limits';
import { Bearing, UnreadObject } from './not-understood';
import { Place, Spot } from './place';
import { keysAskedBy } from './policies/asked-keys';
import { Problems } from './problems';
import { Finding, Reading } from './reading';
import { Controller } from './workloads/controller';
import { Found } from './workloads/found';
import { PodObject } from './workloads/pod';
import { workloadsOf } from './workloads/workloads';

/** Gathers what is read, object by object. */
export class Inventory {
  private readonly objects = new Map<string | symbol, { readonly found: Found; readonly place: Place }>();
  private readonly findings: Finding[] = [];
  private readonly skipped = new Map<string, number>();
  private readonly notUnderstood: Record<Bearing, UnreadObject[]> = { policy: [], pods: [] };
  private documents = 0;
  private inText = { refused: 0, overlooked: 0, repeated: 0 };

  /** Whether the text that is being read has so many findings that reading on is no use. */
  get isFull(): boolean {
    return this.inText.refused >= MOST_FINDINGS;
  }

  /** Takes in an object; of two with the same name the later one counts. @param id undefined: it has no name yet */
  add(found: Found, place: Place, id?: string): void {
    const first = id === undefined ? undefined : this.objects.get(id);
    if (first !== undefined) this.noteDuplicate(place, `${id}`, first.place);
    this.objects.set(id ?? Symbol(), { found, place });
  }

  /** Counts an object of a kind that is not read. @param bearing what it bears on all the same */
  skip(object: UnreadObject, bearing?: Bearing): void {
    this.skipped.set(object.kind, (this.skipped.get(object.kind) ?? 0) + 1);
    if (bearing !== undefined) this.notUnderstood[bearing].push(object);
  }

  /** Counts a document, whatever is in it. */
  countDocument(): void {
    this.documents++;
  }

  /** Takes in what is wrong with an object's fields; what keeps it from being read makes all of it count. */
  noteProblems(place: Place, object: string, problems: Problems): void {
    const lenient = problems.areLenient;
    for (const problem of problems.found) this.note(place, { ...problem, object, lenient });
  }

  /** Takes in what is wrong. */
  note(spot: Spot, refused: Refused): void {
    const kind = refused.lenient ? 'overlooked' : 'refused';
    if (refused.rule === 'written-twice') this.inText.repeated++;
    if (this.inText[kind]++ < MOST_FINDINGS) this.findings.push(findingAt(spot, refused));
  }

  /** Ends a text, and says what was left out of it. @param spot of the text as a whole */
  endText(spot: Spot): void {
    const { refused, overlooked, repeated } = this.inText;
    this.inText = { refused: 0, overlooked: 0, repeated: 0 };
    if (refused >= MOST_FINDINGS) {
      this.findings.push(
        findingAt(spot, { message: `reading stops after ${MOST_FINDINGS} findings`, fix: 'mend these first' }),
      );
    }
    if (overlooked > MOST_FINDINGS) {
      const message = `${overlooked - MOST_FINDINGS} more findings that keep nothing from being read are left out`;
      const rule = repeated === overlooked ? 'written-twice' : 'invalid-object';
      this.findings.push(findingAt(spot, { rule, message, fix: 'mend the first of them', lenient: true }));
    }
  }

  /** All of it. */
  reading(): Reading {
    const { findings, skipped, notUnderstood } = this;
    const isEmpty = this.documents === 0 && findings.length === 0;
    return { cluster: this.cluster(), findings, skipped, notUnderstood, isEmpty };
  }

  private noteDuplicate(place: Place, object: string, first: Place): void {
    const path = ['metadata', 'name'];
    const isFull = this.inText.overlooked >= MOST_FINDINGS;
    const message = isFull
      ? ''
      : `${object} is written twice, first at ${locationInWords(first.at())}; this one counts`;
    this.note(place, { rule: 'written-twice', object, path, message, fix: 'keep one of the two', lenient: true });
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
    namespaces.set(name, { name, labels: { [NAMESPACE_NAME_LABEL]: name }, isOnlyNamed: true });
  }
  return [...namespaces.values()];
}
