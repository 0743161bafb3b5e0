import { EndpointRef } from './endpoint-ref';
import { Port } from './port';

/** May this reach that, on these ports? */
export interface Question {
  readonly from: EndpointRef;
  readonly to: EndpointRef;
  /** At least one; a name is that of the destination's port. */
  readonly ports: readonly Port[];
  /** Sources that are left aside. */
  readonly except?: readonly EndpointRef[];
  /** Destinations that are left aside. */
  readonly exceptTo?: readonly EndpointRef[];
}
