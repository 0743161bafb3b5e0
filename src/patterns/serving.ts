import { optional, Shape } from '../model/check';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { pods, port, ports } from './fields';

/** Pods that serve others. */
export interface Serving {
  /** The pods, in the construct's namespace unless they say another. */
  readonly pods: Pods;
  /**
   * The port at which they serve.
   *
   * @default - those of `ports`
   */
  readonly port?: Port;
  /**
   * The ports, where there are several.
   *
   * @default - the one of `port`
   */
  readonly ports?: Port[];
}

export const SERVING: Shape<Serving> = { pods, port: optional(port), ports: optional(ports) };

/** The ports of `port` or `ports`, one of which must be there. @param path where they stand in the props */
export function portsOf(serving: Serving, path: string): readonly Port[] {
  if (serving.port !== undefined && serving.ports !== undefined) {
    throw new PolicyError({
      code: 'conflict',
      path: `${path}.ports`,
      value: serving.ports,
      problem: 'port and ports are both given',
      fix: 'put every port into ports',
    });
  }
  const found = serving.ports ?? (serving.port === undefined ? undefined : [serving.port]);
  if (found !== undefined) return found;
  throw new PolicyError({
    code: 'missing',
    path: `${path}.port`,
    problem: 'is missing',
    fix: 'give port or ports; every port is Port.all()',
  });
}
