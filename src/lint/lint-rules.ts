import { LintRule } from './lint-rule';
import { blockNeverCoversPods } from './rules/block-never-covers-pods';
import { dnsOverUdpOnly } from './rules/dns-over-udp-only';
import { egressToEveryone } from './rules/egress-to-everyone';
import { egressWithoutDns } from './rules/egress-without-dns';
import { emptyPeerList } from './rules/empty-peer-list';
import { endPortIgnored } from './rules/end-port-ignored';
import { missingDefaultDeny } from './rules/missing-default-deny';
import { namedPortOpensAll } from './rules/named-port-opens-all';
import { neverMatchingRule } from './rules/never-matching-rule';
import { notEnforced } from './rules/not-enforced';
import { oneDirection } from './rules/one-direction';
import { openToEveryone } from './rules/open-to-everyone';
import { orForAnd } from './rules/or-for-and';
import { portsOpenToEveryone } from './rules/ports-open-to-everyone';
import { sectionWithoutEffect } from './rules/section-without-effect';
import { selectsNoPod } from './rules/selects-no-pod';

/** Every lint rule, in the order in which their findings at one place are given. */
export const LINT_RULES: readonly LintRule[] = [
  neverMatchingRule,
  selectsNoPod,
  orForAnd,
  egressWithoutDns,
  dnsOverUdpOnly,
  openToEveryone,
  portsOpenToEveryone,
  emptyPeerList,
  egressToEveryone,
  missingDefaultDeny,
  sectionWithoutEffect,
  oneDirection,
  namedPortOpensAll,
  endPortIgnored,
  blockNeverCoversPods,
  notEnforced,
];
