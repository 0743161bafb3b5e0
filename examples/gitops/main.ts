import { App, YamlOutputType } from 'cdk8s';
import { Base } from './base';
import { ENVIRONMENTS } from './environments';
import { writeKustomizations } from './kustomizations';
import { Shop } from './shop';

// A folder for each environment, and in it a file for each object: a change is a short diff.
const app = new App({ yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
new Base(app, 'base');
for (const environment of ENVIRONMENTS) new Shop(app, environment);
app.synth();
writeKustomizations(app.outdir);
