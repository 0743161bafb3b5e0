/** `networking.k8s.io/v1` NetworkPolicy as the API has it: nearly everything may be left out or null. */
export interface NetworkPolicy {
  readonly metadata?: { readonly name?: string | null; readonly namespace?: string | null } | null;
  readonly spec?: NetworkPolicySpec | null;
}

export interface NetworkPolicySpec {
  readonly podSelector?: LabelSelector | null;
  readonly policyTypes?: readonly string[] | null;
  readonly ingress?: readonly (IngressRule | null)[] | null;
  readonly egress?: readonly (EgressRule | null)[] | null;
}

export interface IngressRule {
  readonly from?: readonly (Peer | null)[] | null;
  readonly ports?: readonly (Port | null)[] | null;
}

export interface EgressRule {
  readonly to?: readonly (Peer | null)[] | null;
  readonly ports?: readonly (Port | null)[] | null;
}

export interface Peer {
  readonly podSelector?: LabelSelector | null;
  readonly namespaceSelector?: LabelSelector | null;
  readonly ipBlock?: IpBlock | null;
}

export interface IpBlock {
  readonly cidr?: string | null;
  readonly except?: readonly (string | null)[] | null;
}

export interface Port {
  readonly protocol?: string | null;
  readonly port?: number | string | null;
  readonly endPort?: number | null;
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string | null>> | null;
  readonly matchExpressions?: readonly (LabelExpression | null)[] | null;
}

export interface LabelExpression {
  readonly key?: string | null;
  readonly operator?: string | null;
  readonly values?: readonly (string | null)[] | null;
}
