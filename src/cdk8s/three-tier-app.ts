import { Construct } from 'constructs';
import { Pods } from '../model/pods';
import { threeTierApp, ThreeTierAppProps } from '../patterns/three-tier-app';
import { planned } from './intent';
import { PolicySet } from './policy-set';

/**
 * Frontend, backend and database: each is reached by the tier before it alone, and reaches the tier behind it alone.
 *
 * @example
 * new ThreeTierApp(chart, 'shop', {
 *   frontend: { pods: web, port: Port.tcp(3000), from: [Peer.ingressNginx()] },
 *   backend: { pods: Pods.labeled({ app: 'api' }), port: Port.tcp(8080) },
 *   database: { pods: Pods.labeled({ app: 'db' }), port: Port.postgres() },
 * });
 */
export class ThreeTierApp extends PolicySet {
  /** The pods of the frontend, to name them in other constructs. */
  readonly frontend: Pods;
  /** The pods of the backend. */
  readonly backend: Pods;
  /** The pods of the database. */
  readonly database: Pods;

  constructor(scope: Construct, id: string, props: ThreeTierAppProps) {
    super(scope, id, planned({ scope, id }, threeTierApp, props));
    [this.frontend, this.backend, this.database] = this.guarantee.isolates.map(({ pods }) => pods);
  }
}
