export { Network } from './network';
export type { NetworkOptions } from './network';
export type { ConstructTree, NetworkSource } from './source';
export { matchers } from './matchers';
export type { MatcherResult, MatcherState } from './matchers';
export type { ConnectionOptions, NetworkMatchers } from './network-matchers';
