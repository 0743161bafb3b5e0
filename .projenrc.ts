import { cdk8s, github, javascript, typescript } from 'projen';

const entry = (path: string) => ({ types: `./lib/${path}.d.ts`, default: `./lib/${path}.js` });

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'netpol',
  description:
    'Kubernetes NetworkPolicies as typed code for cdk8s and Pulumi, and a verifier that proves who can reach whom',
  keywords: [
    'kubernetes',
    'networkpolicy',
    'network-policy',
    'cdk8s',
    'pulumi',
    'verification',
    'security',
    'zero-trust',
  ],
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

  bin: { netpol: 'lib/cli/main.js' },
  // What is published is the field `files`; maps would double it.
  npmignoreEnabled: false,
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  tsconfigDev: {
    compilerOptions: {
      paths: {
        netpol: ['../src/index.ts'],
        'netpol/pulumi': ['../src/pulumi/index.ts'],
        'netpol/testing': ['../src/testing/index.ts'],
        'netpol/testing/*': ['../src/testing/*.ts'],
      },
    },
  },
  githubOptions: {
    mergify: false,
    pullRequestLintOptions: {
      semanticTitleOptions: { types: ['feat', 'fix', 'test', 'docs', 'build', 'perf', 'refactor', 'chore'] },
    },
  },

  // Tests say what is wrong with files, they do not change them.
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'bench', 'e2e', 'examples'],
    commandOptions: { fix: false },
  },
  prettier: true,
  prettierOptions: { settings: { printWidth: 120, singleQuote: true, arrowParens: javascript.ArrowParens.AVOID } },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      // Jest leaves one core idle, which is half of the machine where there are two.
      maxWorkers: '100%',
      setupFiles: ['<rootDir>/test/seed.ts'],
      moduleNameMapper: { '^netpol$': '<rootDir>/src/index.ts', '^netpol/pulumi$': '<rootDir>/src/pulumi/index.ts' },
    },
  },
  // jsii demands that what is no jsii module comes along. From js-yaml 4.3 on depth and merges are bounded.
  bundledDeps: ['commander@^14', 'fastest-levenshtein@^1', 'js-yaml@^4.3'],
  devDeps: [
    '@jest/globals@^30',
    '@pulumi/kubernetes@^4.34',
    // Later ones want Node 22.
    '@pulumi/pulumi@3.248.0',
    '@types/js-yaml@^4',
    'cdk8s-cli@^2',
    'cdk8s-plus-34@2.0.54',
    'eslint-plugin-jsdoc@^50',
    'fast-check@^4',
    'vitest@^4',
    'z3-solver@^5',
  ],
});

// vitest is an ES module, and so is the one file that asks for it.
project.tsconfig?.addInclude('src/**/*.mts');

project.package.addField('files', ['.jsii', 'lib/**/*.{js,mjs,d.ts}']);
// Who uses one host installs no other. jsii takes no peer that is no jsii module, so Pulumi's are named here alone.
project.package.addField(
  'peerDependenciesMeta',
  Object.fromEntries(
    ['cdk8s', 'constructs', '@pulumi/pulumi', '@pulumi/kubernetes'].map(name => [name, { optional: true }]),
  ),
);
project.package.addField('exports', {
  '.': entry('index'),
  './pulumi': entry('pulumi/index'),
  './testing': entry('testing/index'),
  './testing/jest': entry('testing/jest'),
  './testing/vitest': { types: './lib/testing/vitest.d.ts', default: './lib/testing/vitest.mjs' },
  './package.json': './package.json',
  './.jsii': './.jsii',
});
// cdk8s-cli's own template resolves modules as Node 10 did, which knows no exports.
project.package.addField('typesVersions', {
  '*': {
    pulumi: ['lib/pulumi/index.d.ts'],
    testing: ['lib/testing/index.d.ts'],
    'testing/jest': ['lib/testing/jest.d.ts'],
    'testing/vitest': ['lib/testing/vitest.d.ts'],
  },
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
  'import/order': [
    'error',
    {
      groups: ['builtin', 'external', 'parent', 'sibling'],
      alphabetize: { order: 'asc' },
      // The same order before this package is compiled, when nothing has that name yet, and after.
      pathGroups: [{ pattern: 'netpol{,/**}', group: 'external' }],
    },
  ],
  curly: ['error', 'multi-line'],
  // Addresses and classes of pods are sets of bits here.
  'no-bitwise': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { ClassDeclaration: true } }],
});
// What users see in their editors.
project.eslint?.addOverride({
  files: ['model', 'facts', 'patterns', 'cdk8s', 'pulumi', 'testing'].map(folder => `src/${folder}/**/*.ts`),
  rules: {
    'jsdoc/require-jsdoc': [
      'error',
      {
        publicOnly: true,
        checkConstructors: false,
        enableFixer: false,
        require: { ClassDeclaration: true, MethodDefinition: true },
      },
    ],
  },
});
project.eslint?.addOverride({
  files: ['src/testing/jest.ts', 'src/testing/vitest.{ts,mts}'],
  // Whoever asks for these has the runner.
  rules: { 'import/no-extraneous-dependencies': 'off' },
});
project.eslint?.addOverride({
  files: ['src/pulumi/**/*.ts'],
  // Pulumi's packages are the user's: jsii lets no package demand them.
  rules: { 'import/no-extraneous-dependencies': 'off' },
});
project.eslint?.addOverride({
  files: ['test/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts', 'examples/**/*.ts', '.projenrc.ts'],
  // Following the imports of tests into packages would take half a minute.
  rules: { 'max-lines-per-function': 'off', 'jsdoc/require-jsdoc': 'off', 'import/no-cycle': 'off' },
});
project.eslint?.addOverride({
  files: ['bench/**/*.ts', 'examples/**/*.ts'],
  // This package itself: there once it is compiled, and linked into the example.
  rules: { 'import/no-unresolved': ['error', { ignore: ['^netpol(/.*)?$'] }] },
});

// ts-jest only transpiles.
project.testTask.prependExec('tsc --noEmit -p test/tsconfig.json');
project.tsconfigDev.addInclude('../bench/**/*.ts');
project.tsconfigDev.addInclude('../e2e/**/*.ts');
project.tsconfigDev.addInclude('../examples/*.ts');
// ESLint asks the nearest tsconfig.json, which each folder therefore has.
for (const folder of ['bench', 'e2e', 'examples']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromPaths(['../test/tsconfig.json']),
    include: folder === 'examples' ? ['*.ts'] : ['**/*.ts'],
    exclude: ['node_modules'],
  });
}
// projen would package for every language here, and needs their tools; package-all still does.
project.packageTask.reset('npm pack --pack-destination dist/js', { condition: 'mkdir -p dist/js' });

project.addTask('example', {
  description: 'Synthesizes examples/three-tier as a cdk8s user would, and says who may reach whom',
  steps: [{ spawn: 'compile' }, { exec: 'tsx examples/run.ts three-tier' }],
});
project.addTask('bench', {
  description: 'Prints the figures of this library beside those of its peers',
  steps: [
    { spawn: 'compile' },
    { exec: 'tsx bench/main.ts', receiveArgs: true },
    { exec: 'tsx bench/verify.ts' },
    { exec: 'tsx bench/read.ts' },
    { exec: 'tsx bench/cli.ts' },
    { exec: 'tsx bench/pulumi.ts' },
  ],
});
project.addTask('test:long', {
  description: 'Asks the verifier, the oracle and an SMT solver the same questions, a million and more',
  env: { NETPOL_LONG: '1' },
  steps: [{ exec: 'jest test/verify', receiveArgs: true }],
});
project.addTask('e2e', {
  description: 'Checks the package as users meet it: packed, installed, in other languages, on other Node versions',
  steps: [{ exec: 'jest --config e2e/jest.config.json', receiveArgs: true }],
});
project.gitignore.include('/examples/*/dist/');
project.gitignore.exclude('/bench/out/');

const testWorkflow = project.github?.addWorkflow('test');
testWorkflow?.on({ pullRequest: {}, push: { branches: ['main'] }, workflowDispatch: {} });
testWorkflow?.addJobs({
  test: {
    name: 'Node ${{ matrix.node }}',
    runsOn: ['ubuntu-latest'],
    permissions: { contents: github.workflows.JobPermission.READ },
    strategy: { failFast: false, matrix: { domain: { node: ['20', '22', '24'] } } },
    env: { CI: 'true' },
    steps: [
      { uses: github.ActionRefs.ACTIONS_CHECKOUT },
      { uses: github.ActionRefs.ACTIONS_SETUP_NODE, with: { 'node-version': '${{ matrix.node }}' } },
      { run: 'npm ci' },
      { run: 'npm test' },
    ],
  },
});

project.synth();
