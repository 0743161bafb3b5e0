import { Cidr } from './cidr';
import { IpBlock } from './ip-block';
import { Pods } from './pods';

/** What was read, by its name: a workload, or a Service for the pods behind it. */
export interface NamedRef {
  readonly kind: 'named';
  readonly namespace: string;
  readonly name: string;
  /** `Deployment`, `Service` and so on, where the name alone is ambiguous. */
  readonly objectKind?: string;
}

/** A reference to what was read, or to addresses outside the cluster. */
export type ConcreteRef =
  NamedRef | { readonly kind: 'addresses'; readonly cidr: Cidr; readonly except?: readonly Cidr[] };

/** One end of a question, as people write it. */
export type EndpointRef =
  | ConcreteRef
  /** Every pod that could exist with these labels. */
  | { readonly kind: 'pods'; readonly pods: Pods };

/** The addresses of a reference. */
export function blockOf({ cidr, except = [] }: EndpointRef & { readonly kind: 'addresses' }): IpBlock {
  return IpBlock._except(cidr, except);
}

/** As people write it: `shop/frontend`, `10.0.0.0/8`, `pods tier=web in namespace shop`. */
export function refInWords(ref: EndpointRef): string {
  switch (ref.kind) {
    case 'named':
      return [ref.namespace, ...(ref.objectKind === undefined ? [] : [ref.objectKind]), ref.name].join('/');
    case 'addresses':
      return blockOf(ref)
        .toString()
        .replace(/\/(32|128)$/, '');
    case 'pods':
      return String(ref.pods);
  }
}
