import { ComponentResource, ComponentResourceOptions, containsUnknowns } from '@pulumi/pulumi';
import { isRecord } from '../../model/check';
import { Guarantee } from '../../model/guarantee';
import { synthesisChecks } from '../../testing/late-synthesis-checks';
import { workIn, Written } from '../clusters';
import { sightOfGuarantee } from '../guarantee';
import { Judgement, judgeAtEnd } from './judge-at-end';
import { ApiObject, sightedObject } from './sighted-object';

/**
 * Fails `pulumi preview` and `pulumi up` unless each component of netpol keeps its guarantee, proven for every pod that
 * could exist.
 *
 * What is proven is what is registered, after transformations: each component's own policies do what its `guarantee`
 * says, and no more. All components count that have the same provider. One with values that a preview does not know is
 * a warning there.
 *
 * @example
 * import { ProvenGuarantees } from 'netpol/pulumi';
 *
 * new ProvenGuarantees('proven');
 */
export class ProvenGuarantees extends ComponentResource {
  constructor(name: string, opts?: ComponentResourceOptions) {
    super('netpol:index:ProvenGuarantees', name, {}, opts);
    this.registerOutputs({});
    judgeAtEnd(`ProvenGuarantees '${name}'`, async () =>
      (await Promise.all(workIn(this).written.map(judgementsOf))).flat(),
    );
  }
}

const NOT_KNOWN = 'keeps its guarantee cannot be told before more values are known';
const HIDDEN = 'does not keep its guarantee; the explanation is left out, as there are secrets in its policies';

async function judgementsOf({ component, owner, policies, guarantee }: Written): Promise<Judgement[]> {
  const found = await Promise.all((await policies).map(sightedObject)).catch(() => []);
  // A component that failed has failed the program.
  if (found.length === 0) return [];
  const { value, isSecret } = await sightOfGuarantee(guarantee);
  const objects = found.map(({ object }) => object);
  if (value === undefined || containsUnknowns(objects)) {
    return [{ text: `whether ${owner} ${NOT_KNOWN}`, isSure: false, component }];
  }
  const isHidden = isSecret || found.some(each => each.isSecret);
  return brokenIn(owner, value(), objects).map(text => ({
    text: isHidden ? `${owner} ${HIDDEN}` : text,
    isSure: true,
    component,
  }));
}

function brokenIn(owner: string, guarantee: Guarantee, objects: readonly ApiObject[]): string[] {
  const isOpen = guarantee.isolates.some(({ pods }) => pods._isOpen);
  const named = objects.map(object => ({ object: isOpen ? withoutNamespace(object) : object, origin: owner }));
  return synthesisChecks().brokenStatement({ owner, guarantee, objects: named });
}

/** Where a program says no namespace, what comes back has the one of the provider. */
function withoutNamespace(object: ApiObject): ApiObject {
  const { metadata } = object;
  return isRecord(metadata) ? { ...object, metadata: { ...metadata, namespace: undefined } } : object;
}
