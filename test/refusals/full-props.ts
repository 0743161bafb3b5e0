import { Mesh, PolicyProps } from '../../src';
import { PolicyConstruct } from '../arbitraries/usage';
import { SPECIMENS } from '../arbitraries/usages';

const COMMON: PolicyProps = {
  name: 'a',
  namespace: 'shop',
  namespaceAgnostic: false,
  description: 'a',
  owner: 'a',
  lastReviewed: '2026-11-21',
  mesh: Mesh.istioSidecar(),
};

/** A construct with every field that it has. */
export interface FullProps {
  readonly construct: PolicyConstruct<never>;
  readonly props: object;
  /** Whether it may be made without any. */
  readonly takesNone: boolean;
}

/** Every construct. */
export const FULL_PROPS: readonly FullProps[] = SPECIMENS.map(([, { construct, full, required }]) => ({
  construct,
  props: { ...COMMON, ...(full as object) },
  takesNone: !Object.keys(full as object).some(field => required.test(field)),
}));
