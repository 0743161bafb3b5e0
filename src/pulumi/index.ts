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
} from './outputs/vocabulary';
export { Mesh } from '../facts/mesh';
export type { Deferred } from './outputs/deferred';
export type { Given, PodsComponent, PodsResource } from './outputs/given';
export { PlatformContext } from './platform-context';
export type { InCluster } from './platform-context';
export { PolicyComponent } from './policy-component';
export * from './components';
export type { Talker } from './workloads/telling';
export { Workload } from './workloads/workload';
export { Workloads } from './workloads/workloads';
export { NetworkExpectations } from './checks/network-expectations';
export type { NetworkExpectationsProps } from './checks/network-expectations';
export { ProvenGuarantees } from './checks/proven-guarantees';
export { describeGuarantee } from './guarantee';
