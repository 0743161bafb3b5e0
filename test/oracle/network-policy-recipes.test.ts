import { conformanceCases, describeShared } from '../shared';
import { differences, Recipe } from './recipe';

describeShared('the oracle and the NetworkPolicy recipes', shared => {
  const recipes = conformanceCases<Recipe>(shared, 'network-policy-recipes');

  it('have 35 outcomes in common', () => {
    expect(recipes.flatMap(({ probes }) => probes)).toHaveLength(35);
  });

  it('agree, but for an outcome in recipe-14 that contradicts the YAML beside it', () => {
    // The text says that foo reaches web; the policy allows foo nothing but DNS.
    expect(recipes.flatMap(differences)).toEqual(['recipe-14: foo to web on TCP 80']);
  });
});
