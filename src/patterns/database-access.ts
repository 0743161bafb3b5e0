import { optional, shape } from '../model/check';
import { DIRECTIONS } from '../model/direction';
import { IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { DNS_OPTIONS, DnsOptions, dnsOf } from './dns-options';
import { peers, pods, ports } from './fields';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';
import { EgressRule, egressRules, outside } from './rules';

/** Pods that copy a database. */
export interface BackupJob {
  /** The pods of the job. */
  readonly pods: Pods;
  /**
   * Where they take the copy, such as an object store.
   *
   * @default - nowhere: it stays on a volume
   */
  readonly to?: EgressRule[];
}

/** What {@link databaseAccess} takes. */
export interface DatabaseAccessProps extends PolicyProps, DnsOptions {
  /** The pods of the database. */
  readonly pods: Pods;
  /** Who may use it. */
  readonly from: IPeer[];
  /** The ports at which it is used: `Port.postgres()`, `Port.mysql()`, `Port.redis()`. */
  readonly ports: Port[];
  /**
   * The ports at which its own pods copy from each other: those of `ports` for PostgreSQL, MySQL and MongoDB, 9300 for
   * Elasticsearch, 16379 for a Redis cluster.
   *
   * @default - none: the pods do not reach each other
   */
  readonly replication?: Port[];
  /**
   * The job that backs it up.
   *
   * @default - none
   */
  readonly backup?: BackupJob;
}

const backupJob = shape<BackupJob>({
  pods,
  to: optional(egressRules),
});

/**
 * A database that only those reach who are named, at its ports; its own pods reach each other and DNS, nothing else.
 *
 * Isolates the pods of the database, and those of the backup job, for ingress and egress.
 */
export const databaseAccess = pattern<DatabaseAccessProps>(
  'DatabaseAccess',
  { pods, from: peers, ports, replication: optional(ports), backup: optional(backupJob), ...DNS_OPTIONS },
  (props, place) => {
    const database: Group = { part: '', path: 'pods', pods: props.pods, isolates: DIRECTIONS };
    const backups = props.backup === undefined ? [] : [backupOf(props.backup)];
    const groups = [database, ...backups.map(({ group }) => group)];
    return {
      groups,
      connections: [
        { from: props.from, to: database, ports: props.ports },
        ...(props.replication === undefined ? [] : [{ from: database, to: database, ports: props.replication }]),
        ...backups.map(({ group }) => ({ from: group, to: database, ports: props.ports })),
        ...backups.flatMap(({ copies }) => copies),
        ...dnsOf(groups, props, place),
      ],
    };
  },
);

function backupOf({ pods: selected, to }: BackupJob) {
  const group: Group = { part: 'backup', path: 'backup.pods', pods: selected, isolates: DIRECTIONS };
  return { group, copies: outside(group, to, 'backup.to') };
}
