import { Direction } from '../../src/model/direction';
import { readObjects } from '../../src/read/read-objects';
import { rectangles } from '../../src/verify/matrix/rectangles';
import { Rows } from '../../src/verify/matrix/rows';
import { Reach } from '../../src/verify/reach/reach';
import { otherPolicy, Shape, syntheticObjects } from './synthetic-cluster';
import { medianOf, timed, Timing, timingOf, Took } from './took';

/** In which form everybody's reach is worked out. */
export type Form = 'pairs' | 'rectangles';

export interface Figures extends Timing {
  readonly answers: number;
}

const CHANGES = 10;

const [, , what, shape = '{}', form = 'pairs'] = process.argv;
const asked = JSON.parse(shape) as Shape;
console.log(JSON.stringify(what === 'change' ? changeFigures(asked) : figuresOf(asked, form as Form)));

function figuresOf(size: Shape, inForm: Form): Figures {
  const cluster = clusterOf(syntheticObjects(size));
  let answers = 0;
  const timing = timingOf(() => (answers = answersOf(Reach.of(cluster), inForm)));
  return { ...timing, answers };
}

/** How many there are: every port of every protocol between everyone, pods and addresses. */
function answersOf(reach: Reach, inForm: Form): number {
  if (inForm === 'rectangles') return [...rectangles(reach)].length;
  const rows = new Rows(reach);
  return reach.endpoints.all.ids.reduce((count, source) => count + rows.from(source).length, 0);
}

/** A policy takes the place of another, and everyone is asked about the pods that it selects, both ways. */
function changeFigures(size: Shape): Took {
  let reach = Reach.of(clusterOf(syntheticObjects(size)));
  const took = Array.from({ length: CHANGES }, (_, kind) => {
    const [next] = clusterOf([otherPolicy(kind)]).policies;
    const old = reach.cluster.policies.find(
      ({ name, namespace }) => name === next.name && namespace === next.namespace,
    );
    return timed(() => {
      reach = reach.replace(old, next);
      askAbout(next, reach);
    });
  });
  return medianOf(took.slice(CHANGES / 2));
}

function askAbout(policy: Reach['cluster']['policies'][number], reach: Reach): void {
  const { all } = reach.endpoints;
  const directions = [Direction.INGRESS, Direction.EGRESS];
  const touched = all.ids.filter(pod => directions.some(each => reach.policiesOf(pod, each).includes(policy)));
  for (const pod of touched) {
    for (const other of all.ids) {
      reach.between(pod, other);
      reach.between(other, pod);
    }
  }
}

function clusterOf(objects: readonly object[]) {
  const { cluster, findings } = readObjects(objects.map(object => ({ object, origin: 'bench' })));
  if (findings.length > 0) throw new Error(findings[0].message);
  return cluster;
}
