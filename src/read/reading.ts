import { Cluster } from '../model/cluster';
import { Bearing, UnreadObject } from './not-understood';

/** Manifests, as text or as the bytes of a file. */
export interface NamedText {
  /** Where it comes from, such as `dist/shop.yaml` or `<stdin>`. */
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** A manifest as a program holds it. */
export interface NamedObject {
  readonly object: unknown;
  /** Where it comes from in words, such as a construct's path. */
  readonly origin: string;
}

/** Something that the API server, or the program that hands it the manifests, refuses, or that hardly anyone means. */
export interface Finding {
  /** `invalid-object`: it is refused; `written-twice`: it is taken, and the later of two objects counts. */
  readonly rule: 'invalid-object' | 'written-twice';
  /** Such as `NetworkPolicy/shop/web`; undefined for a document that is no object. */
  readonly object?: string;
  /** The field as the API server names it, such as `spec.ingress[0].ports[0].port`; empty for the document as a whole. */
  readonly path: string;
  /** What is wrong, with the value. */
  readonly message: string;
  readonly fix: string;
  /** Name of the text, or origin of the object. */
  readonly file: string;
  /** From 1; undefined where there is no text, or no single place in it. */
  readonly line?: number;
  /** From 1, in UTF-16 units as editors count. */
  readonly column?: number;
  /** Whether the object is in the cluster all the same, because it is clear what is meant. */
  readonly lenient: boolean;
}

/** All that was found in manifests. */
export interface Reading {
  readonly cluster: Cluster;
  readonly findings: readonly Finding[];
  /** How many objects of each kind are of no interest here; kinds of other groups as `NetworkPolicy.crd.antrea.io`. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Those of them that bear on the answer all the same. */
  readonly notUnderstood: Readonly<Record<Bearing, readonly UnreadObject[]>>;
  /** Whether there was no document at all. */
  readonly isEmpty: boolean;
}
