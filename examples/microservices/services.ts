/** A service as it runs, and the services that it calls. */
export interface Service {
  readonly image: string;
  /** Left out by workers that serve nobody. */
  readonly port?: number;
  readonly calls?: readonly string[];
}

const own = (name: string, tag: string) => `registry.example/orders/${name}:${tag}`;

/** The application, said once: workloads and policies are both made from it. */
export const SERVICES = {
  web: { image: own('web', '4.1.0'), port: 8080, calls: ['catalog', 'cart', 'checkout'] },
  catalog: { image: own('catalog', '2.7.3'), port: 3550, calls: ['postgres'] },
  cart: { image: own('cart', '1.9.0'), port: 7070, calls: ['redis'] },
  checkout: { image: own('checkout', '3.0.1'), port: 5050, calls: ['cart', 'postgres', 'queue'] },
  mailer: { image: own('mailer', '1.2.0'), calls: ['queue'] },
  queue: { image: 'nats:2.12', port: 4222 },
  redis: { image: 'redis:8', port: 6379 },
  postgres: { image: 'postgres:18', port: 5432 },
} as const satisfies Record<string, Service>;
