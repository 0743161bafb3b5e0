import { Construct } from 'constructs';
import fc from 'fast-check';
import { Pods, Port, Workload as Untold, WorkloadProps } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

/** One that was told something; what others say to it is in test/properties/workload.test.ts. */
class Workload extends Untold {
  constructor(scope: Construct, id: string, props: WorkloadProps) {
    super(scope, id, props);
    this.isolate();
    this.allowInternally(props.ports ?? Port.http());
  }
}

export const specimen = specimenOf({
  construct: Workload,
  full: { pods: Pods.all(), ports: [Port.tcp(8080)] },
  says: [
    'all pods in namespace shop: isolated for ingress and egress',
    'all pods in namespace shop -> all pods in namespace shop: TCP 8080',
  ],
  refuses: [
    [
      'no port',
      { pods: Pods.all(), ports: [] },
      'ports: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
    [
      'pods of several namespaces',
      { pods: Pods.any() },
      'pods: a policy selects pods of one namespace, these may be in several; write one construct a namespace, and name it with inNamespace [namespace]',
    ],
  ],
  sketch: fc.record({ pods: groupSketch, ports: optional(portsSketch) }),
  propsOf: sketch => ({ pods: groupOf(sketch.pods, sketch), ports: sketch.ports?.map(portOf) }),
  required: /^pods$/,
});
