/** What the shop may be connected to, beside its own tiers. */
export type Connection = 'metrics' | 'payments';

/** A namespace that the shop runs in. */
export interface Environment {
  readonly name: string;
  readonly connections: readonly Connection[];
  /** Whether everything else is allowed too. Never so in production: that is refused. */
  readonly isOpen?: boolean;
}

/** Development has everything that there is; what production gets as well is one word here. */
export const ENVIRONMENTS: readonly Environment[] = [
  { name: 'development', connections: ['metrics', 'payments'], isOpen: true },
  { name: 'production', connections: ['metrics'] },
];
