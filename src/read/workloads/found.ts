import { AdminPolicy } from '../../model/admin-policy';
import { Namespace, Service } from '../../model/cluster';
import { Policy } from '../../model/policy';
import { Controller } from './controller';
import { PodObject } from './pod';

/** What an object that was read is here. */
export type Found =
  | { readonly as: 'namespace'; readonly namespace: Namespace }
  | { readonly as: 'pod'; readonly pod: PodObject }
  | { readonly as: 'controller'; readonly controller: Controller }
  | { readonly as: 'service'; readonly service: Service }
  | { readonly as: 'policy'; readonly policy: Policy }
  | { readonly as: 'admin policy'; readonly policy: AdminPolicy }
  /** Nothing that talks: a pod that has ended. */
  | { readonly as: 'nothing' };
