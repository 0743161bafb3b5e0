import { cdk8s, javascript, typescript } from 'projen';

const entry = (path: string) => ({ types: `./lib/${path}.d.ts`, default: `./lib/${path}.js` });

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'netpol',
  description: 'Kubernetes network policies as typed code for cdk8s and Pulumi, verified before they ship',
  author: 'The netpol authors',
  authorAddress: 'netpol@users.noreply.github.com',
  repositoryUrl: 'https://github.com/netpol/netpol.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The netpol authors',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '0.103.25',
  projenrcTs: true,
  projenrcTsOptions: { runner: typescript.TypeScriptRunner.tsx() },
  minNodeVersion: '20.16.0',
  cdk8sVersion: '2.70.0',
  constructsVersion: '10.5.0',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.3',
  sampleCode: false,
  depsUpgrade: false,
  release: false,
  eslint: true,
  prettier: true,
  prettierOptions: { settings: { printWidth: 120, singleQuote: true, arrowParens: javascript.ArrowParens.AVOID } },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: { collectCoverage: false },
  },
  devDeps: ['fast-check@^4'],
});
project.package.addField('overrides', { 'unrs-resolver': '1.12.2' });
project.package.addField('exports', {
  '.': entry('index'),
  './package.json': './package.json',
  './.jsii': './.jsii',
});
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
project.synth();
