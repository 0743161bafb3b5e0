import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { AllowDns, DefaultDeny } from 'netpol';

/** What holds in every environment; the overlay that takes it in says in which namespace. */
export class Base extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new DefaultDeny(this, 'default-deny', { namespaceAgnostic: true });
    new AllowDns(this, 'dns', { namespaceAgnostic: true });
  }
}
