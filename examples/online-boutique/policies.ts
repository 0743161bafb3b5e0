import { Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';
import { DefaultDeny, describeGuarantee, Microservice, Microservices, Peer, Pods, Port } from 'netpol';

const service = (app: string, port: number, ...calls: string[]): Microservice => ({
  pods: Pods.labeled({ app }),
  port: Port.tcp(port),
  calls: calls.length > 0 ? calls : undefined,
});

/** Who may reach whom in the Online Boutique, and who may from outside; nothing else may. */
export class Policies extends Chart {
  /** The same in words. */
  readonly reach: string;

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const deny = new DefaultDeny(this, 'deny-all');
    const boutique = new Microservices(this, 'boutique', {
      services: {
        loadgenerator: { pods: Pods.labeled({ app: 'loadgenerator' }), calls: ['frontend'] },
        frontend: {
          ...service('frontend', 8080, 'ad', 'cart', 'checkout', 'currency', 'catalog', 'recommendation', 'shipping'),
          from: [Peer.anywhere()], // It is published by a Service of type LoadBalancer.
        },
        checkout: service('checkoutservice', 5050, 'cart', 'currency', 'email', 'payment', 'catalog', 'shipping'),
        recommendation: service('recommendationservice', 8080, 'catalog'),
        ad: service('adservice', 9555),
        cart: service('cartservice', 7070, 'redis'),
        catalog: service('productcatalogservice', 3550),
        currency: service('currencyservice', 7000),
        email: service('emailservice', 8080),
        payment: service('paymentservice', 50051),
        redis: service('redis-cart', 6379),
        shipping: service('shippingservice', 50051),
      },
    });
    this.reach = describeGuarantee(deny.guarantee, boutique.guarantee);
  }
}
