import { App } from 'cdk8s';
import { Policies } from './policies';
import { Workloads } from './workloads';

const app = new App();
new Workloads(app, 'workloads', { namespace: 'orders' });
const policies = new Policies(app, 'policies', { namespace: 'orders' });
app.synth();

// `cdk8s synth` keeps what is written to standard output for itself.
console.error(`\n${policies.reach}\n`);
