import { Chart } from 'cdk8s';

/**
 * Writes one policy, number `index`, in one of the ways to do so. Its content is the same in each: web pods, reached by
 * a client, and reaching a database in another namespace.
 */
export type Way = (chart: Chart, index: number) => void;

export const PORT = 8080;

export const DATABASE_PORT = 5432;

export const NAMESPACE_NAME = 'kubernetes.io/metadata.name';
