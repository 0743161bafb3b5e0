import { ApiObject, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { allowAll, AllowAllProps, inProduction, isForProduction } from '../patterns/allow-all';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Opens pods to everyone and everything, whatever other policies say. For development.
 *
 * Refused for production: where the namespace's name says so, and, when the app is synthesized, where a label of its
 * `Namespace` object or of the chart does.
 *
 * @example
 * new AllowAll(chart, 'allow-all-while-developing');
 */
export class AllowAll extends PolicyObject {
  constructor(scope: Construct, id: string, props: AllowAllProps = {}) {
    super(scope, id, planned({ scope, id }, allowAll, props));
    if (props.evenInProduction === true) return;
    this.node.addValidation({
      validate: () => {
        refuseProduction(this);
        return [];
      },
    });
  }
}

function refuseProduction(policy: ApiObject): void {
  const { metadata, node } = policy;
  const { namespace } = metadata;
  if (namespace === undefined) return;
  const labels = [Chart.of(policy).labels, ...namespacesOf(node.root, namespace).map(labelsOf)];
  if (labels.some(saysProduction)) throw inProduction(namespace).within(`AllowAll '${node.path}'`);
}

function namespacesOf(root: IConstruct, name: string): ApiObject[] {
  const isNamespace = (node: IConstruct): node is ApiObject => node instanceof ApiObject && node.kind === 'Namespace';
  return root.node
    .findAll()
    .filter(isNamespace)
    .filter(object => object.name === name);
}

function labelsOf(object: ApiObject): Record<string, string> {
  const { metadata } = object.toJson() as { readonly metadata: { readonly labels?: Record<string, string> } };
  return metadata.labels ?? {};
}

function saysProduction(labels: Readonly<Record<string, string>>): boolean {
  return Object.values(labels).some(isForProduction);
}
