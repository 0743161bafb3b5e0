import { App } from 'cdk8s';
import { Policies } from './policies';

const app = new App();
const policies = new Policies(app, 'policies', { namespace: 'default' });
app.synth();

// `cdk8s synth` keeps what is written to standard output for itself.
console.error(`\n${policies.reach}\n`);
