import { Input, Output, Resource } from '@pulumi/pulumi';
import { Collector } from '../../facts/collector';
import { Dns } from '../../facts/dns';
import { Platform } from '../../facts/platform';
import { LabelExpression } from '../../model/label-expression';
import { IPeer } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Port } from '../../model/port';
import { Expectation } from '../../patterns/expectation';
import { Deferred } from './deferred';

/** The values that props are made of. */
export type Value = IPeer | Port | Dns | LabelExpression | Collector | Platform | Expectation;

/**
 * A workload or Service of `@pulumi/kubernetes`, which stands for its pods: a Deployment, StatefulSet, DaemonSet,
 * ReplicaSet, ReplicationController, Job, CronJob, Pod or Service.
 */
export type PodsResource = Resource & { readonly metadata: Output<unknown>; readonly spec: Output<unknown> };

/** A component that has pods, such as a `Workload`: it stands for them, and is told nothing. */
export type PodsComponent = Resource & { readonly pods: Deferred<Pods> };

/**
 * What netpol takes, as a Pulumi program gives it: with an Output or a Promise wherever a value stands.
 *
 * How many policies there are and what they are called is never an Output: names, flags and lists of rules are plain.
 */
export type Given<T> = T extends Value
  ? Input<T> | Deferred<T> | (T extends IPeer ? PodsResource | PodsComponent : never)
  : T extends readonly (infer E)[]
    ? readonly Given<E>[] | (IsAnyNumber<E> extends true ? Input<readonly Given<E>[]> : never)
    : T extends string
      ? GivenText<T>
      : T extends number
        ? Input<T>
        : T extends object
          ? GivenFields<T>
          : T;

/** Lists of values may be as long as an Output says; lists of rules have their length. */
type IsAnyNumber<E> = [E] extends [Value] ? true : string extends E ? true : false;

/** Words of a few, such as directions, are plain. */
type GivenText<T extends string> = string extends T ? Input<T> : T;

/** Names are structure, a mesh changes it; and what lets pods at credentials is to be seen in the program. */
type Plain = 'allowMetadata' | 'calls' | 'mesh' | 'name';

type GivenFields<T extends object> = string extends keyof T
  ? Input<{ readonly [K in keyof T]: Given<T[K]> }>
  : { readonly [K in keyof T]: K extends Plain ? T[K] : Given<T[K]> };

/** The parameters of a function, as a Pulumi program gives them. */
export type GivenArguments<A extends readonly unknown[]> = { [I in keyof A]: Given<A[I]> };
