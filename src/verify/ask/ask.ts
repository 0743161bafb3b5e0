import { ConcreteRef, EndpointRef } from '../../model/endpoint-ref';
import { Question } from '../../model/question';
import { Answer } from '../ends/connection';
import { targetsOf } from '../ends/targets';
import { Reach } from '../reach/reach';
import { askConcrete } from './ask-concrete';
import { askSpace } from './ask-space';

/** Answers a question about what was read, or about every pod that could exist. @throws UnknownEndpoint */
export function ask(reach: Reach, { from, to, ports, except = [], exceptTo = [] }: Question): Answer {
  if (from.kind === 'addresses' && to.kind === 'addresses') {
    return { verdict: 'unknown', reason: 'both ends are outside of the cluster' };
  }
  if (isConcrete(from) && isConcrete(to) && except.length + exceptTo.length === 0) {
    return askConcrete(reach, { from: targetsOf(from, reach), to: targetsOf(to, reach) }, ports);
  }
  return askSpace(reach, { from, to, ports, except, exceptTo });
}

function isConcrete(ref: EndpointRef): ref is ConcreteRef {
  return ref.kind !== 'pods';
}
