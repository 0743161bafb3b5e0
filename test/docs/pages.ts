import { Engine } from '../../src/facts/engine-families';
import { ENGINES } from '../../src/facts/engines';
import { LINT_RULES } from '../../src/lint/lint-rules';
import { ENGINE_TRAITS, LIKE_THE_API, traitInWords } from '../../src/model/engine';

/** The pages that are made of data, by their path. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/lint.md': lintPage,
  'docs/engines.md': enginesPage,
};

function lintPage(): string {
  return joined(
    '# Lint rules',
    `What policies hardly mean. Each rule asks the verifier who reaches whom, and says nothing where manifests leave it open:
pods of a namespace that was not read may well be there. A finding has the rule's id, the object, the field with its
file and line, what is wrong and what to write instead.`,
    `- **error**: nobody means it.
- **warning**: hardly what its author means.
- **info**: worth knowing.`,
    'Rules that depend on the engine ask about one that [engines.md](engines.md) lists, and find nothing without it.',
    ...LINT_RULES.flatMap(({ id, severity, summary, why, fix, needsEngine = false }) => [
      `## ${id}`,
      `${summary} _${severity}${needsEngine ? ', with an engine' : ''}_`,
      why,
      `**Fix:** ${fix}`,
    ]),
  );
}

function enginesPage(): string {
  return joined(
    '# Engines',
    `What is known of the engines that enforce policies, where they depart from the API or decide what it leaves open. A
name or alias of this page is what an answer can be asked for. What differs between versions or settings is unknown, and
so are answers that depend on it.`,
    `What an engine is not said to do, it does as the API says, which:${listed(ENGINE_TRAITS.map(trait => traitInWords(LIKE_THE_API, trait)))}`,
    `Left out, since no answer is made of it yet: SCTP and IPv6, which some engines filter in some settings only; pods without
a controller, to which the VPC CNI applies no policy; and egress to a pod's own node, open on Azure NPM and Weave.`,
    ...ENGINES.flatMap(engine => [`## ${engine.name}`, lines(engine)]),
  );
}

function lines(engine: Engine): string {
  const { aliases, versions, checked, sources } = engine;
  const departures = ENGINE_TRAITS.filter(trait => engine[trait] !== LIKE_THE_API[trait]);
  const traits = departures.map(trait => `- ${traitInWords(engine, trait)} ([source](${sources[trait]}))`);
  const others = [...new Set(ENGINE_TRAITS.map(trait => sources[trait]))].map(source => `[source](${source})`);
  return [
    ...(aliases.length > 0 ? [`Also called ${aliases.map(alias => `\`${alias}\``).join(', ')}.`] : []),
    ...(versions === undefined ? [] : [`True of: ${versions}.`]),
    `Checked ${checked}.`,
    '',
    ...(traits.length > 0 ? traits : [`Does as the API says (${others.join(', ')}).`]),
  ].join('\n');
}

function listed(words: readonly string[]): string {
  return `\n\n${words.map(each => `- ${each}`).join('\n')}`;
}

function joined(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
