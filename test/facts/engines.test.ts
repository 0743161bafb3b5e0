import { ENGINES, findEngine } from '../../src/facts/engines';
import { ENGINE_TRAITS, traitInWords } from '../../src/model/engine';

describe('the table of engines', () => {
  it('finds an engine by its name and by its aliases, each of which means one', () => {
    const names = ENGINES.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const engine of ENGINES) {
      for (const name of [engine.name, ...engine.aliases]) expect(findEngine(name)).toBe(engine);
    }
  });

  it("knows what was meant by a name that is nobody's", () => {
    expect(() => findEngine('cillium')).toThrow("there is no engine 'cillium'; did you mean cilium? [engine]");
    expect(() => findEngine('nothing')).toThrow("there is no engine 'nothing'; use one of cilium, calico, ");
  });

  it('has a source for every trait, and a date', () => {
    for (const { sources, checked } of ENGINES) {
      expect(Object.keys(sources).sort()).toEqual([...ENGINE_TRAITS].sort());
      expect(Object.values(sources).filter(source => !source.startsWith('https://'))).toEqual([]);
      expect(checked).toMatch(/^20\d\d-\d\d$/);
    }
  });

  it('says in words what each engine does', () => {
    for (const engine of ENGINES) {
      for (const trait of ENGINE_TRAITS) expect(traitInWords(engine, trait)).toMatch(/^[a-z]/);
    }
  });
});
