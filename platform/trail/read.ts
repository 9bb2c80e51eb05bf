// Pages of the audit trail: by subject, account or time, newest first.
import { sql, type Transaction } from 'kysely';
import { type Page, page } from '../db/keyset.ts';
import { type TrailSubject, tables } from '../http/action.ts';

export interface TrailEntry {
  readonly seq: string;
  readonly at: Date;
  readonly account: string;
  readonly name: string;
  readonly office: string;
  readonly sentence: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly detail: unknown;
}

interface TrailTables {
  'platform.trail': TrailEntry & { root: string; previous: string; hash: string };
}

export interface TrailFilter {
  readonly subject?: TrailSubject | undefined;
  readonly account?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Part of the sentence. */
  readonly text?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** The root's whole trail for the audit administrator, the own lines for everyone else: the database decides. */
export function listTrail(db: Transaction<unknown>, filter: TrailFilter): Promise<Page<TrailEntry>> {
  const own = tables<TrailTables>(db);
  let query = own
    .selectFrom('platform.trail')
    .select(['seq', 'at', 'account', 'name', 'office', 'sentence', 'subject_kind', 'subject_id', 'detail'])
    .where('root', '=', sql<string>`current_setting('kechuang.root')`);
  if (filter.subject !== undefined)
    query = query.where('subject_kind', '=', filter.subject.kind).where('subject_id', '=', filter.subject.id);
  if (filter.account !== undefined) query = query.where('account', '=', filter.account);
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('at', '<', filter.to);
  if (filter.text !== undefined && filter.text !== '') query = query.where(sql<boolean>`position(${filter.text} in sentence) > 0`);
  return page(own, query, {
    columns: { seq: { ref: 'platform.trail.seq', type: 'bigint' } },
    id: 'platform.trail.seq',
    idType: 'bigint',
    defaultSort: '-seq',
    after: filter.after,
    limit: filter.limit,
  });
}
