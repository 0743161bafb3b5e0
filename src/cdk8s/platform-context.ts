import { Construct, IConstruct } from 'constructs';
import { Platform } from '../facts/platform';
import { at, Check, wrongType } from '../model/check';
import { naming, PolicyError } from '../model/policy-error';
import { aPlatform } from '../patterns/place';
import { scopeInWords } from './nearest-chart';

/** The key in the context of constructs. */
const KEY = 'netpol/platform';

const aScope: Check<Construct> = scope => {
  if (Construct.isConstruct(scope)) return scope as Construct;
  throw wrongType(scope, 'an app, a chart or a construct in one');
};

/**
 * What the cluster of an app or chart runs on, for every construct below: the nearest counts.
 *
 * @example
 * const staging = new App();
 * PlatformContext.set(staging, Platform.openShift());
 * new AllowDns(new Chart(staging, 'pay', { namespace: 'pay' }), 'dns');
 */
export class PlatformContext {
  /** Says what the clusters of everything in a scope run on. @param scope without constructs in it by now */
  static set(scope: IConstruct, platform: Platform): void {
    naming('PlatformContext.set', () => {
      const { node } = at('scope', aScope, scope);
      const said = at('platform', aPlatform, platform);
      if (node.children.length > 0) throw tooLate(scope);
      node.setContext(KEY, said);
    });
  }

  /** What was said for a scope, or for those around it; undefined where nothing was. */
  static of(scope: IConstruct): Platform | undefined {
    return scope.node.tryGetContext(KEY) as Platform | undefined;
  }

  private constructor() {}
}

function tooLate(scope: IConstruct): PolicyError {
  return new PolicyError({
    code: 'conflict',
    path: 'scope',
    value: scope.node.path,
    problem: `there are constructs in ${scopeInWords(scope)} already, which were made without it`,
    fix: 'say it right after the app or chart is made',
  });
}
