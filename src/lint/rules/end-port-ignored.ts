import { traitInWords } from '../../model/engine';
import { claimAbout } from '../claim';
import { LintRule } from '../lint-rule';

export const endPortIgnored: LintRule = {
  id: 'end-port-ignored',
  severity: 'error',
  summary: 'On this engine, endPort is ignored: only the first port of a range is open.',
  why: 'Connections to the other ports are denied, and nothing says so.',
  fix: 'List the ports one by one.',
  needsEngine: true,
  check: ({ engine, rules }) =>
    engine === undefined || engine.endPort === 'range'
      ? []
      : rules.flatMap(({ policy, rule, path }) => {
          const index = rule.ports.findIndex(port => port._isRange);
          if (index < 0) return [];
          const message = `${engine.name} ${traitInWords(engine, 'endPort')}: ${rule.ports[index]}`;
          const severity = engine.endPort === 'unknown' ? 'warning' : undefined;
          return [claimAbout(policy, { path: [...path, 'ports', index], message, severity })];
        }),
};
