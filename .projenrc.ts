import { cdk8s, javascript, typescript } from 'projen';

const entry = (path: string) => ({ types: `./lib/${path}.d.ts`, default: `./lib/${path}.js` });

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'netpol',
  description: 'Kubernetes network policies as typed code for cdk8s and Pulumi, verified before they ship',
  keywords: ['kubernetes', 'networkpolicy', 'cdk8s', 'pulumi', 'security', 'zero-trust'],
  author: 'The netpol authors',
  authorAddress: 'netpol@users.noreply.github.com',
  repositoryUrl: 'https://github.com/netpol/netpol.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The netpol authors',
  defaultReleaseBranch: 'main',
  release: false,
  depsUpgrade: false,
  sampleCode: false,

  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '0.103.25',
  projenrcTs: true,
  projenrcTsOptions: { runner: typescript.TypeScriptRunner.tsx() },
  minNodeVersion: '20.16.0',
  workflowNodeVersion: '24',
  cdk8sVersion: '2.70.0',
  constructsVersion: '10.5.0',
  jsiiVersion: '~6.0.0',
  // typescript 7 is refused by ts-jest, typescript-eslint and Pulumi.
  typescriptVersion: '~6.0.3',

  publishToPypi: { distName: 'netpol', module: 'netpol' },
  publishToMaven: { javaPackage: 'io.github.netpol', mavenGroupId: 'io.github.netpol', mavenArtifactId: 'netpol' },
  publishToNuget: { dotNetNamespace: 'Netpol', packageId: 'Netpol' },
  publishToGo: { moduleName: 'github.com/netpol/netpol-go', packageName: 'netpol' },

  prettier: true,
  prettierOptions: { settings: { printWidth: 120, singleQuote: true, arrowParens: javascript.ArrowParens.AVOID } },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      moduleNameMapper: { '^netpol$': '<rootDir>/src/index.ts' },
    },
  },
  devDeps: [
    'cdk8s-cli@^2',
    'cdk8s-plus-34@2.0.54',
    'eslint-plugin-jsdoc@^50',
    'fast-check@^4',
    '@types/js-yaml@^4',
  ],
  // jsii demands that what is no jsii module comes along. From 4.3 on depth and merges are bounded.
  bundledDeps: ['js-yaml@^4.3'],
});

project.package.addField('exports', {
  '.': entry('index'),
  './package.json': './package.json',
  './.jsii': './.jsii',
});
// unrs-resolver 1.13.0, which jest brings along, cannot be installed.
project.package.addField('overrides', { 'unrs-resolver': '1.12.2' });
// Whoever installs may use a registry of their own: the lock file names none.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
// Node 20 is supported although it has left maintenance; without this every jsii tool says so at length.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

project.eslint?.addPlugins('jsdoc');
project.eslint?.addRules({
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', 50],
  'max-params': ['error', 3],
  'import/no-cycle': 'error',
  'import/order': ['error', { groups: ['builtin', 'external', 'parent', 'sibling'], alphabetize: { order: 'asc' } }],
  curly: ['error', 'multi-line'],
  // Addresses and classes of pods are sets of bits here.
  'no-bitwise': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { ClassDeclaration: true, MethodDefinition: true } }],
});
project.eslint?.addOverride({
  files: ['test/**/*.ts', 'bench/**/*.ts', 'examples/**/*.ts', '.projenrc.ts'],
  rules: { 'max-lines-per-function': 'off', 'jsdoc/require-jsdoc': 'off' },
});

// ts-jest only transpiles.
project.testTask.prependExec('tsc --noEmit -p test/tsconfig.json');
// projen would package for every language here, and needs their tools; package-all still does.
project.packageTask.reset('npm pack --pack-destination dist/js', { condition: 'mkdir -p dist/js' });

project.addTask('example', {
  description: 'Synthesizes examples/three-tier as a cdk8s user would, and says who may reach whom',
  steps: [{ spawn: 'compile' }, { exec: 'node examples/run.mjs three-tier' }],
});
project.addTask('bench', {
  description: 'Prints the figures of this library beside those of its peers',
  steps: [{ spawn: 'compile' }, { exec: 'tsx bench/main.ts', receiveArgs: true }],
});

project.synth();
