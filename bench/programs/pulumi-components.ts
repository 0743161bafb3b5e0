import { ComponentResource } from '@pulumi/pulumi';
import * as raw from './pulumi-raw';
import { Write } from './register';

/** A component as people write one: it says when its policies are there, and which. */
class Component extends ComponentResource {
  constructor(name: string, write: (parent: ComponentResource) => unknown) {
    super('bench:index:Component', name);
    this.registerOutputs({ policies: write(this) });
  }
}

export const web: Write = index => new Component(`web-${index}`, parent => raw.web(index, parent));

export const shop: Write = index => new Component(`shop-${index}`, parent => raw.shop(index, parent));
