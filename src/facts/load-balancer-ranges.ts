/** Addresses from which load balancers and their health checks reach pods. */
export interface SourceRanges {
  readonly cidrs: readonly string[];
  readonly source: string;
}

const GKE = 'https://cloud.google.com/load-balancing/docs/firewall-rules';

/** By cloud and kind of load balancer (checked 2026-11). */
export const LOAD_BALANCER_RANGES = {
  gkeGlobal: {
    cidrs: ['35.191.0.0/16', '130.211.0.0/22', '2600:2d00:1:b029::/64', '2600:2d00:1:1::/64'],
    source: GKE,
  },
  gkePassthrough: {
    cidrs: ['35.191.0.0/16', '209.85.152.0/22', '209.85.204.0/22', '2600:1901:8001::/48'],
    source: GKE,
  },
  gkeInternal: { cidrs: ['35.191.0.0/16', '130.211.0.0/22', '2600:2d00:1:b029::/64'], source: GKE },
  azure: {
    cidrs: ['168.63.129.16/32'],
    source: 'https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16',
  },
  alibaba: { cidrs: ['100.64.0.0/10'], source: 'https://www.alibabacloud.com/help/en/slb' },
  tencent: { cidrs: ['100.64.0.0/10'], source: 'https://www.tencentcloud.com/document/product/214/54819' },
  bytePlus: {
    cidrs: ['100.64.0.0/10', 'fd00:64::/32'],
    source: 'https://docs.byteplus.com/en/docs/clb/Configuring-a-server-security-group',
  },
  huawei: { cidrs: ['100.125.0.0/16'], source: 'https://docs.otc.t-systems.com/elastic-load-balancing/umn' },
} as const satisfies Record<string, SourceRanges>;
