export { PolicyError } from '../model/policy-error';
export type { PolicyErrorCode } from '../model/policy-error';
export type { Guarantee, Isolation, Opening } from '../model/guarantee';
export { Protocol } from '../model/protocol';
export { Direction } from '../model/direction';
export { LabelOperator } from '../model/label-expression';
export {
  Collector,
  Dns,
  Expectation,
  IpBlock,
  LabelExpression,
  LoadBalancer,
  Peer,
  Platform,
  Pods,
  Port,
} from './vocabulary';
export { Mesh } from '../facts/mesh';
export type { Deferred } from './deferred';
export type { Given, PodsComponent, PodsResource } from './given';
export { PlatformContext } from './platform-context';
export type { InCluster } from './platform-context';
export { PolicyComponent } from './policy-component';
export * from './components';
export type { Talker } from './telling';
export { Workload } from './workload';
export { Workloads } from './workloads';
export { NetworkExpectations } from './network-expectations';
export type { NetworkExpectationsProps } from './network-expectations';
export { ProvenGuarantees } from './proven-guarantees';
export { describeGuarantee } from './guarantee';
