import { Construct } from 'constructs';
import { databaseAccess, DatabaseAccessProps } from '../patterns/database-access';
import { planned } from './intent';
import { PolicySet } from './policy-set';

/**
 * A database that only those reach who are named; its own pods reach each other and DNS and, without another policy, nothing else.
 *
 * @example
 * new DatabaseAccess(chart, 'orders-db', {
 *   pods: Pods.labeled({ app: 'orders-db' }),
 *   from: [web],
 *   ports: [Port.postgres()],
 *   replication: [Port.postgres()],
 * });
 */
export class DatabaseAccess extends PolicySet {
  constructor(scope: Construct, id: string, props: DatabaseAccessProps) {
    super(scope, id, planned({ scope, id }, databaseAccess, props));
  }
}
