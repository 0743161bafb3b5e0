import { shopChart } from './shop';
import { yamlOf } from './synth';

describe('ThreeTierApp', () => {
  it('writes one policy for the frontend, both ends of its connections', () => {
    expect(policy('shop-frontend')).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: shop-frontend
       namespace: shop
     spec:
       egress:
         - ports:
             - port: 53
               protocol: TCP
             - port: 53
               protocol: UDP
           to:
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: kube-system
               podSelector:
                 matchLabels:
                   k8s-app: kube-dns
         - ports:
             - port: 8080
               protocol: TCP
           to:
             - podSelector:
                 matchLabels:
                   tier: backend
       ingress:
         - from:
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: ingress-nginx
               podSelector:
                 matchLabels:
                   app.kubernetes.io/component: controller
                   app.kubernetes.io/name: ingress-nginx
           ports:
             - port: 3000
               protocol: TCP
       podSelector:
         matchLabels:
           tier: frontend
       policyTypes:
         - Ingress
         - Egress

    `);
  });

  it('writes one policy for the backend', () =>
    expect(policy('shop-backend')).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: shop-backend
       namespace: shop
     spec:
       egress:
         - ports:
             - port: 53
               protocol: TCP
             - port: 53
               protocol: UDP
           to:
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: kube-system
               podSelector:
                 matchLabels:
                   k8s-app: kube-dns
         - ports:
             - port: 5432
               protocol: TCP
           to:
             - podSelector:
                 matchLabels:
                   tier: database
       ingress:
         - from:
             - podSelector:
                 matchLabels:
                   tier: frontend
           ports:
             - port: 8080
               protocol: TCP
       podSelector:
         matchLabels:
           tier: backend
       policyTypes:
         - Ingress
         - Egress

    `));

  it('writes one policy for the database', () =>
    expect(policy('shop-database')).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: shop-database
       namespace: shop
     spec:
       egress:
         - ports:
             - port: 53
               protocol: TCP
             - port: 53
               protocol: UDP
           to:
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: kube-system
               podSelector:
                 matchLabels:
                   k8s-app: kube-dns
       ingress:
         - from:
             - podSelector:
                 matchLabels:
                   tier: backend
           ports:
             - port: 5432
               protocol: TCP
       podSelector:
         matchLabels:
           tier: database
       policyTypes:
         - Ingress
         - Egress

    `));
});

function policy(name: string): string | undefined {
  const documents = yamlOf(shopChart()).split('---\n');
  return documents.find(yaml => yaml.includes(`name: ${name}\n`));
}
