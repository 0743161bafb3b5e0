import { appendTo } from '../../model/append-to';
import { Workload } from '../../model/cluster';
import { isItself } from '../ask/ask-concrete';
import { Reach } from '../reach/reach';
import { AtAddresses, Reached, Source, togetherByPorts } from './reached';
import { Cell, Rows } from './rows';

/** All that is allowed, or of which it cannot be told: source by source, then from outside. */
export function* connections(reach: Reach): Generator<Reached> {
  for (const { reached } of sourcesIn(reach)) yield* reached();
}

/** Everyone who may reach somebody: workloads, those that no policy tells apart together, then addresses outside. */
export function* sourcesIn(reach: Reach): Generator<Source> {
  const rows = new Rows(reach);
  let atHand: { readonly source: number; readonly cells: readonly Cell[] } | undefined;
  const rowOf = (source: number) => {
    if (atHand?.source !== source) atHand = { source, cells: rows.from(source) };
    return atHand.cells;
  };
  for (const [source, members] of reach.endpoints.pods.classes.entries()) {
    for (const workload of members) {
      yield { from: { workload }, reached: () => fromWorkload(reach, workload, rowOf(source)) };
    }
  }
  yield* fromOutside(reach, rows);
}

function* fromWorkload(reach: Reach, workload: Workload, cells: readonly Cell[]): Generator<Reached> {
  const { podCount, pods, addresses } = reach.endpoints;
  const from = { workload };
  const outside: AtAddresses[] = [];
  for (const { to, ...ports } of cells) {
    if (to >= podCount) outside.push([to - podCount, ports]);
    else {
      for (const each of pods.classes[to]) {
        if (!isItself(from, { workload: each })) yield { from, to: { workload: each }, ...ports };
      }
    }
  }
  for (const { cidrs, ports } of togetherByPorts(outside, addresses)) yield { from, to: { cidrs }, ...ports };
}

function* fromOutside(reach: Reach, rows: Rows): Generator<Source> {
  const { podCount, outside, pods, addresses } = reach.endpoints;
  const accepted = new Map<number, AtAddresses[]>();
  for (const source of outside.ids) {
    for (const { to, ...ports } of rows.from(source)) {
      if (to < podCount) appendTo(accepted, to, [source - podCount, ports]);
    }
  }
  for (const [to, found] of [...accepted].sort(([a], [b]) => a - b)) {
    for (const { cidrs, ports } of togetherByPorts(found, addresses)) {
      const from = { cidrs };
      yield { from, reached: () => pods.classes[to].map(workload => ({ from, to: { workload }, ...ports })) };
    }
  }
}
