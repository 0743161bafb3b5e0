export interface MetadataManifest {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly name: string;
  readonly namespace?: string;
}

/** As it is written: no null, no empty list, keys in alphabetical order. */
export interface SpecManifest {
  readonly egress?: readonly EgressManifest[];
  readonly ingress?: readonly IngressManifest[];
  readonly podSelector: SelectorManifest;
  readonly policyTypes: readonly string[];
}

export interface IngressManifest {
  readonly from?: readonly PeerManifest[];
  readonly ports?: readonly PortManifest[];
}

export interface EgressManifest {
  readonly ports?: readonly PortManifest[];
  readonly to?: readonly PeerManifest[];
}

export interface PeerManifest {
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
  readonly namespaceSelector?: SelectorManifest;
  readonly podSelector?: SelectorManifest;
}

export interface PortManifest {
  readonly endPort?: number;
  readonly port?: number | string;
  readonly protocol: string;
}

export interface SelectorManifest {
  readonly matchExpressions?: readonly ExpressionManifest[];
  readonly matchLabels?: Readonly<Record<string, string>>;
}

export interface ExpressionManifest {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}
