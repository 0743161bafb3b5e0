import { Field } from '../field';

/** What manages an object, by name in the same namespace. */
export interface Owner {
  readonly kind: string;
  readonly name: string;
}

const REFERENCE = new Set(['apiVersion', 'blockOwnerDeletion', 'controller', 'kind', 'name', 'uid']);
const REQUIRED = ['apiVersion', 'kind', 'name', 'uid'];

/** The groups of the controllers that make pods: others' StatefulSets are not Kubernetes'. */
const OWNER_VERSION = /^(?:apps|batch)\/|^v1$/;

/** The controller among the owners of an object, if it is one of Kubernetes' own. */
export function readOwner(field: Field): Owner | undefined {
  let owner: Owner | undefined;
  for (const item of field.items()) {
    const reference = item.struct(REFERENCE);
    const [apiVersion, kind, name] = REQUIRED.map(key => readRequired(reference.get(key), key));
    const isController = reference.get('controller').flag() ?? false;
    reference.get('blockOwnerDeletion').flag();
    if (isController && OWNER_VERSION.test(apiVersion)) owner = { kind, name };
  }
  return owner;
}

function readRequired(field: Field, key: string): string {
  const text = field.text();
  if (!text) field.overlook(`${key} is missing`, `give the owner's ${key}`);
  return text ?? '';
}
