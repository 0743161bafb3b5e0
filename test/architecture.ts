import { posix } from 'node:path';
import * as ts from 'typescript';

/** Text of source files by their path under `src`, such as `model/port.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** What the files of a folder may import: other folders, and packages or Node's own modules. */
export interface Layer {
  readonly folders: readonly string[];
  readonly modules: readonly string[];
}

/** Who may import whom, inwards only. Files beside the folders, such as the entry, go by their own name. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  model: { folders: [], modules: ['fastest-levenshtein', 'node:net'] },
  facts: { folders: ['model'], modules: [] },
  patterns: { folders: ['model', 'facts'], modules: [] },
  emit: { folders: ['model', 'facts'], modules: [] },
  read: { folders: ['model'], modules: ['js-yaml', 'node:fs', 'node:path'] },
  verify: { folders: ['model'], modules: ['fastest-levenshtein'] },
  lint: { folders: ['verify', 'model', 'facts'], modules: [] },
  report: { folders: ['verify', 'lint', 'model'], modules: [] },
  cdk8s: { folders: ['patterns', 'emit', 'model', 'facts', 'testing'], modules: ['cdk8s', 'constructs'] },
  pulumi: {
    folders: ['patterns', 'emit', 'model', 'facts', 'report', 'testing'],
    modules: ['@pulumi/pulumi', '@pulumi/kubernetes/networking/v1'],
  },
  testing: { folders: ['report', 'verify', 'read', 'facts', 'model'], modules: ['@jest/globals', 'vitest'] },
  cli: {
    folders: ['read', 'verify', 'lint', 'report', 'model', 'facts'],
    modules: ['commander', 'node:fs', 'node:path'],
  },
  'index.ts': { folders: ['model', 'facts', 'patterns', 'cdk8s', 'report'], modules: [] },
};

const MOST_LINES = 300;
const SAYS_NOTHING = /(^|[-./])(utils?|commons?|helpers?|misc|managers?)([-./]|$)/;

/** The row of a file in {@link LAYERS}. */
export function layerOf(path: string): string {
  return path.split('/')[0];
}

/** What is wrong with a set of sources, one line a finding; each names the file, and the import or word. */
export type Rule = (sources: Sources) => string[];

/** Every import follows {@link LAYERS}. */
export const importsGoInwards: Rule = sources =>
  importsOf(sources).flatMap(({ from, module }) => {
    const layer = LAYERS[layerOf(from)];
    const to = targetOf(from, module);
    const allowed = to === undefined ? layer?.modules.includes(module) : mayImport(layer, from, to);
    return allowed === false ? [`${from} imports '${module}'`] : [];
  });

/** Every folder has its row in {@link LAYERS}. */
export const foldersAreKnown: Rule = sources =>
  [...sources.keys()]
    .filter(path => !Object.hasOwn(LAYERS, layerOf(path)))
    .map(path => `${path} is in no folder of the table`);

/** Following imports never leads back. */
export const importsHaveNoCycle: Rule = sources => {
  const edges = new Map<string, string[]>();
  for (const { from, module } of importsOf(sources)) {
    const to = targetOf(from, module);
    if (to !== undefined) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  return [...sources.keys()].flatMap(start => {
    const way = wayBack(start, edges);
    return way === undefined || way.some(file => file < start) ? [] : [way.join(' -> ')];
  });
};

/** Environment, arguments and exit codes belong to the command line. */
export const onlyCliKnowsTheProcess: Rule = sources =>
  nodesOf(sources).flatMap(({ path, node }) =>
    layerOf(path) !== 'cli' && isProcess(node) ? [`${path} uses process`] : [],
  );

/** Files are read by the command line, and by one file that it shares with the matchers. */
export const oneFileReadsFiles: Rule = sources => {
  const isFs = (module: string) => /^(node:)?fs(\/|$)/.test(module);
  const readers = importsOf(sources).filter(({ from, module }) => isFs(module) && layerOf(from) !== 'cli');
  const files = [...new Set(readers.map(({ from }) => from))];
  return files.length > 1 ? [`${files.join(' and ')} read files`] : [];
};

/** Facts are data: nothing decides in them. */
export const factsDoNotDecide: Rule = sources =>
  nodesOf(sources).flatMap(({ path, node }) =>
    layerOf(path) === 'facts' && (ts.isIterationStatement(node, false) || ts.isIfStatement(node) || isSwitch(node))
      ? [`${path} has a ${node.getText().split(/\W/)[0]}`]
      : [],
  );

/** A file fits into a head. */
export const filesAreShort: Rule = sources =>
  [...sources].flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > MOST_LINES ? [`${path} has ${lines} lines`] : [];
  });

/** A name says what is inside. */
export const namesSaySomething: Rule = sources =>
  [...sources.keys()].filter(path => SAYS_NOTHING.test(path)).map(path => `${path} says nothing`);

interface Import {
  readonly from: string;
  readonly module: string;
}

function importsOf(sources: Sources): Import[] {
  return nodesOf(sources).flatMap(({ path, node }) => {
    const module = importedModule(node);
    return module === undefined ? [] : [{ from: path, module }];
  });
}

/** The module that a node imports, in any of TypeScript's ways to say so. */
function importedModule(node: ts.Node): string | undefined {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isExternalModuleReference(node)
        ? node.expression
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : isLoading(node)
            ? node.arguments[0]
            : undefined;
  return specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : undefined;
}

function isLoading(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText());
}

function nodesOf(sources: Sources): { path: string; node: ts.Node }[] {
  return [...sources].flatMap(([path, text]) => {
    const found: { path: string; node: ts.Node }[] = [];
    const visit = (node: ts.Node): void => {
      found.push({ path, node });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
    return found;
  });
}

function isSwitch(node: ts.Node): boolean {
  return ts.isSwitchStatement(node);
}

/** The global itself, or the module of that name; not a field that happens to be called so. */
function isProcess(node: ts.Node): boolean {
  if (/^(node:)?process$/.test(importedModule(node) ?? '')) return true;
  if (!ts.isIdentifier(node) || node.text !== 'process') return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return parent.expression.getText() === 'globalThis';
  }
  return !(ts.isPropertyAssignment(parent) && parent.name === node) && !ts.isImportClause(parent);
}

/** The file that a relative import means; undefined for a package. */
function targetOf(from: string, module: string): string | undefined {
  return module.startsWith('.') ? `${posix.join(posix.dirname(from), module)}.ts` : undefined;
}

function mayImport(layer: Layer | undefined, from: string, to: string): boolean | undefined {
  return layerOf(to) === layerOf(from) || layer?.folders.includes(layerOf(to));
}

/** The shortest way from a file back to itself. */
function wayBack(start: string, edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of edges.get(way[way.length - 1]) ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
