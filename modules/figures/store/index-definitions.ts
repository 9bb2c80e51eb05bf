// Definitions of indices: a draft is edited, a published version stays as it is, and a new version follows it.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import type { IndexResult, IndexSpec } from '../model/index-shapes.ts';
import type { RecordedBy } from './outside-values.ts';

export interface IndexRow {
  id: string;
  root: string;
  name: string;
  version: number;
  status: 'draft' | 'published';
  spec: IndexSpec;
  revision: string;
  result: IndexResult | null;
  updated_at: Date;
  updated_by: string;
  updated_by_name: string;
  published_at: Date | null;
}

interface Tables {
  'figures.index_definition': IndexRow;
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb` as never;

export async function listIndices(db: Transaction<unknown>, root: string): Promise<IndexRow[]> {
  const own = tables<Tables>(db);
  return own
    .selectFrom('figures.index_definition')
    .selectAll()
    .where('root', '=', root)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
}

export async function findIndex(db: Transaction<unknown>, root: string, id: string): Promise<IndexRow | undefined> {
  const own = tables<Tables>(db);
  return own.selectFrom('figures.index_definition').selectAll().where('root', '=', root).where('id', '=', id).executeTakeFirst();
}

/** The next version of its name. */
export async function insertIndex(
  db: Transaction<unknown>,
  by: RecordedBy,
  index: Pick<IndexRow, 'name' | 'spec' | 'revision'>,
): Promise<string> {
  const id = uuidv7();
  await sql`
    insert into figures.index_definition (id, root, name, version, status, spec, revision, updated_at, updated_by, updated_by_name)
    select ${id}::uuid, ${by.root}, ${index.name}, coalesce(max(version), 0) + 1, 'draft', ${JSON.stringify(index.spec)}::jsonb, ${index.revision},
      ${by.now}, ${by.account}::uuid, ${by.name}
    from figures.index_definition where root = ${by.root} and name = ${index.name}`.execute(db);
  return id;
}

/** True when there was a draft to change; with a result it is published. */
export async function changeIndex(
  db: Transaction<unknown>,
  by: RecordedBy,
  id: string,
  change: { readonly spec?: IndexSpec; readonly revision?: string; readonly result?: IndexResult },
): Promise<boolean> {
  const { spec, revision, result } = change;
  const updated = await tables<Tables>(db)
    .updateTable('figures.index_definition')
    .set({
      updated_at: by.now,
      updated_by: by.account,
      updated_by_name: by.name,
      ...(spec === undefined ? {} : { spec: json(spec) }),
      ...(revision === undefined ? {} : { revision }),
      ...(result === undefined ? {} : { status: 'published' as const, result: json(result), published_at: by.now }),
    })
    .where('root', '=', by.root)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
