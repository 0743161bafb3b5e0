import { Config } from '@pulumi/pulumi';
import { policies } from './policies';
import { workloads } from './workloads';

const namespace = new Config().get('namespace') ?? 'shop';

/** Who may reach whom, in words. */
export const reach = policies(namespace, workloads(namespace)).apply(words => words.split('\n'));
