import { LabelSelector } from './label-selector';
import { Port } from './port';

/** What pods are read from whenever somebody asks which they are: until the policies are written, labels may change. */
export abstract class PodsSource {
  /** The namespace that it says, which does not change; undefined where it says none. */
  abstract readonly namespace: string | undefined;

  /** Which pods, by the labels that they have by now. */
  abstract podSelector(): LabelSelector;

  /** The ports that they listen on as far as it says; a name where it does not know the number. */
  abstract ports(): Port[];

  /** The number of a port that has a name; undefined where it does not say one. */
  abstract numberOf(port: Port): Port | undefined;
}
