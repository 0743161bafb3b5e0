import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { blocksOf } from './docs/markdown';
import { programOf, run } from './docs/program';
import { NetworkPolicy } from './oracle/manifest';
import { differences, Recipe } from './oracle/recipe';
import { conformanceCases, describeShared } from './shared';

const PAGE = 'docs/recipes.md';

const text = readFileSync(join(__dirname, '..', PAGE), 'utf8');

const programs = blocksOf(PAGE, text).map(({ text: code }) => code);

const ids = [...text.matchAll(/^## (\w+)\. /gm)].map(([, id]) => `recipe-${id}`);

describeShared('the programs of docs/recipes.md', shared => {
  const recipes = conformanceCases<Recipe>(shared, 'network-policy-recipes');

  it('are one for each recipe', () => {
    expect(ids).toEqual(recipes.map(({ id }) => id));
    expect(programs).toHaveLength(ids.length);
  });

  it.each(recipes.map((recipe, index) => [recipe.id, recipe, programs[index]] as const))(
    '%s: have the verdicts of its text',
    (_, recipe, code) => {
      // The programs' chart is in namespace shop.
      const { written } = run(programOf(code).replace("namespace: 'shop'", "namespace: 'default'"));
      const policies = loadAll(written.get('shop.k8s.yaml') ?? '') as NetworkPolicy[];
      expect(policies.length).toBeGreaterThan(0);
      expect(differences({ ...recipe, policies })).toEqual([]);
    },
  );
});
