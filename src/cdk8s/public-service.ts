import { Construct } from 'constructs';
import { publicService, PublicServiceProps } from '../patterns/public-service';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Pods that serve whoever is outside the cluster and, without another policy, nobody else.
 *
 * @example
 * new PublicService(chart, 'web', { pods: web, ports: [Port.tcp(8080)], from: [LoadBalancer.gkeGlobal()] });
 */
export class PublicService extends PolicyObject {
  constructor(scope: Construct, id: string, props: PublicServiceProps) {
    super(scope, id, planned({ scope, id }, publicService, props));
  }
}
