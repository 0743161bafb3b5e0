/** An address at which a cloud hands out instance data or credentials. */
export interface MetadataAddress {
  readonly address: string;
  /** Who answers there. */
  readonly providers: string;
  readonly source: string;
}

/** Where clouds hand out instance data and credentials (checked 2026-11). */
export const METADATA_ADDRESSES: readonly MetadataAddress[] = [
  {
    address: '169.254.169.254',
    providers:
      'AWS, Google Cloud, Azure, OCI, OpenStack, DigitalOcean, Hetzner, Vultr, Linode, IBM Cloud, Huawei Cloud, Exoscale, UpCloud',
    source: 'https://github.com/canonical/cloud-init/tree/main/cloudinit/sources',
  },
  {
    address: '169.254.169.252',
    providers: 'GKE workload identity',
    source: 'https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy',
  },
  {
    address: '169.254.170.2',
    providers: 'AWS ECS task credentials',
    source: 'https://github.com/aws/aws-sdk-go-v2/blob/main/config/resolve_credentials.go',
  },
  {
    address: '169.254.170.23',
    providers: 'AWS EKS Pod Identity',
    source: 'https://github.com/aws/eks-pod-identity-agent/blob/main/configuration/config.go',
  },
  {
    address: '169.254.0.23',
    providers: 'Tencent Cloud',
    source: 'https://www.tencentcloud.com/document/product/213/32364',
  },
  {
    address: '169.254.42.42',
    providers: 'Scaleway',
    source: 'https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceScaleway.py',
  },
  {
    address: '100.100.100.200',
    providers: 'Alibaba Cloud',
    source: 'https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceAliYun.py',
  },
  { address: '100.96.0.96', providers: 'Volcengine, BytePlus', source: 'https://github.com/volcengine/cello' },
  {
    address: '100.88.222.5',
    providers: 'Tencent Cloud, older',
    source: 'https://www.tencentcloud.com/document/product/213/32364',
  },
  { address: '192.0.0.192', providers: 'OCI Classic', source: 'https://docs.oracle.com/en-us/iaas/compute-iaas-cloud' },
  {
    address: '168.63.129.16',
    providers: 'Azure WireServer',
    source: 'https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16',
  },
  {
    address: '192.80.8.124',
    providers: 'Equinix Metal',
    source: 'https://github.com/coreos/afterburn/blob/main/src/providers/packet/mod.rs',
  },
  {
    address: 'fd00:ec2::254',
    providers: 'AWS',
    source: 'https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceEc2.py',
  },
  {
    address: 'fd00:ec2::23',
    providers: 'AWS EKS Pod Identity',
    source: 'https://github.com/aws/eks-pod-identity-agent/blob/main/configuration/config.go',
  },
  {
    address: 'fd20:ce::254',
    providers: 'Google Cloud',
    source: 'https://cloud.google.com/compute/docs/metadata/querying-metadata',
  },
  {
    address: 'fd00:c1::a9fe:a9fe',
    providers: 'OCI',
    source: 'https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceOracle.py',
  },
  {
    address: 'fd00:42::42',
    providers: 'Scaleway',
    source: 'https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceScaleway.py',
  },
  {
    address: 'fd00:a9fe:a9fe::1',
    providers: 'Linode',
    source: 'https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceAkamai.py',
  },
  {
    address: 'fe80::a9fe:a9fe',
    providers: 'OpenStack, Hetzner, Linode',
    source: 'https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceOpenStack.py',
  },
];
