import { Construct } from 'constructs';
import { webhookAccess, WebhookAccessProps } from '../patterns/webhook-access';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets the API server call pods: admission and conversion webhooks, aggregated APIs.
 *
 * @example
 * new WebhookAccess(chart, 'webhook', { pods: web, ports: [Port.tcp(9443)], from: [Peer.apiServer(['192.0.2.10/32'])] });
 */
export class WebhookAccess extends PolicyObject {
  constructor(scope: Construct, id: string, props: WebhookAccessProps) {
    super(scope, id, planned({ scope, id }, webhookAccess, props));
  }
}
