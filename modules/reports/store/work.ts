// Work reports: begun once for an office and a year, changed under a version, written paragraph by paragraph, commented on, and frozen when signed.
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, Refusal, staleWrite } from '#platform/refusal.ts';
import type { Composed, Outline, ReportKind } from '../model/writer/shapes.ts';
import type { By } from './tables.ts';

export interface WorkRow {
  id: string;
  root: string;
  region: string;
  year: number;
  kind: ReportKind;
  title: string;
  status: 'draft' | 'signed';
  outline: Outline;
  version: number;
  created_at: Date;
  created_by: string;
  created_by_name: string;
  updated_at: Date;
  updated_by_name: string;
  frozen: Composed | null;
  known: string | null;
  digest: string | null;
  signed_at: Date | null;
  signed_by: string | null;
  signed_by_name: string | null;
  /** 澜江科发〔2026〕1号; null before it is signed, and on those that were signed without one. */
  number: string | null;
}

export interface RevisionRow {
  root: string;
  region: string;
  report: string;
  item: string;
  revision: number;
  body: string;
  written_at: Date;
  written_by: string;
  written_by_name: string;
}

export interface CommentRow {
  id: string;
  root: string;
  region: string;
  report: string;
  item: string;
  body: string;
  made_at: Date;
  made_by: string;
  made_by_name: string;
  settled_at: Date | null;
  settled_by_name: string | null;
}

interface Tables {
  'reports.work': WorkRow;
  'reports.work_revision': RevisionRow;
  'reports.work_comment': CommentRow;
}

type Db = Transaction<unknown>;
const own = (db: Db) => tables<Tables>(db);
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb` as never;
const dayText = sql<string | null>`known::text`.as('known');

/** The key of the outline among the revisions. */
export const outlineItem = '';

export async function insertWork(db: Db, by: By, work: Pick<WorkRow, 'region' | 'year' | 'kind' | 'title' | 'outline'>): Promise<string> {
  const id = uuidv7();
  const inserted = await own(db)
    .insertInto('reports.work')
    .values({
      ...work,
      outline: json(work.outline),
      id,
      root: by.root,
      created_at: by.at,
      created_by: by.account,
      created_by_name: by.name,
      updated_at: by.at,
      updated_by_name: by.name,
    } as never)
    .onConflict((conflict) => conflict.columns(['root', 'region', 'year', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return id;
  const same = await own(db)
    .selectFrom('reports.work')
    .select(['id', 'title'])
    .where('root', '=', by.root)
    .where('region', '=', work.region)
    .where('year', '=', work.year)
    .where('kind', '=', work.kind)
    .executeTakeFirstOrThrow();
  throw new Refusal('WORK_EXISTS', `“${same.title}”已经起草，请直接打开它。`, {
    status: 409,
    details: [{ where: same.id, message: `打开“${same.title}”` }],
  });
}

export type ListedWork = Omit<WorkRow, 'frozen' | 'outline'>;

export async function listWork(db: Db, root: string): Promise<ListedWork[]> {
  return (await own(db)
    .selectFrom('reports.work')
    .select(['id', 'root', 'region', 'year', 'kind', 'title', 'status', 'version', 'created_at', 'created_by', 'created_by_name'])
    // Who wrote a paragraph last has worked on the report last.
    .select(
      sql<Date>`greatest(updated_at, (select max(written_at) from reports.work_revision r where r.report = work.id))`.as('updated_at'),
    )
    .select(
      sql<string>`coalesce((select written_by_name from reports.work_revision r where r.report = work.id and r.written_at > work.updated_at
        order by written_at desc limit 1), updated_by_name)`.as('updated_by_name'),
    )
    .select(['digest', 'signed_at', 'signed_by', 'signed_by_name', 'number', dayText])
    .where('root', '=', root)
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()) as ListedWork[];
}

export async function workOf(db: Db, root: string, id: string): Promise<WorkRow> {
  const row = await own(db)
    .selectFrom('reports.work')
    .selectAll()
    .select(dayText)
    .where('root', '=', root)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('这份工作报告');
  return row;
}

/** The signed report of an office for a year; what next year's is compared with. */
export async function signedWork(db: Db, root: string, key: Pick<WorkRow, 'region' | 'year' | 'kind'>): Promise<WorkRow | undefined> {
  return own(db)
    .selectFrom('reports.work')
    .selectAll()
    .select(dayText)
    .where('root', '=', root)
    .where('region', '=', key.region)
    .where('year', '=', key.year)
    .where('kind', '=', key.kind)
    .where('status', '=', 'signed')
    .executeTakeFirst();
}

/** Under the version that the writer saw; a signed report changes no more. */
export async function changeWork(
  db: Db,
  by: By,
  row: Pick<WorkRow, 'id' | 'version'>,
  change: Partial<Pick<WorkRow, 'title' | 'outline' | 'frozen' | 'known' | 'digest' | 'number'>>,
): Promise<void> {
  const { outline, frozen, ...rest } = change;
  const signing =
    frozen === undefined ? {} : { status: 'signed' as const, signed_at: by.at, signed_by: by.account, signed_by_name: by.name };
  const result = await own(db)
    .updateTable('reports.work')
    .set({
      ...rest,
      ...signing,
      ...(outline === undefined ? {} : { outline: json(outline) }),
      ...(frozen === undefined ? {} : { frozen: json(frozen) }),
      version: row.version + 1,
      updated_at: by.at,
      updated_by_name: by.name,
    })
    .where('root', '=', by.root)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw staleWrite('这份报告');
}

export async function deleteWork(db: Db, root: string, id: string): Promise<void> {
  await own(db).deleteFrom('reports.work').where('root', '=', root).where('id', '=', id).where('status', '=', 'draft').execute();
}

/** Every version, newest first. */
export async function revisionsOf(db: Db, report: string): Promise<RevisionRow[]> {
  return own(db)
    .selectFrom('reports.work_revision')
    .selectAll()
    .where('report', '=', report)
    .orderBy('written_at', 'desc')
    .orderBy('revision', 'desc')
    .execute();
}

/** The standing version of each item. */
export function standingTexts(rows: readonly RevisionRow[]): ReadonlyMap<string, RevisionRow> {
  const newest = new Map<string, RevisionRow>();
  for (const row of rows) {
    const before = newest.get(row.item);
    if (before === undefined || before.revision < row.revision) newest.set(row.item, row);
  }
  return newest;
}

/** `seen` is the version that the writer had before the eyes: 0 for none yet. */
export async function addRevision(
  db: Db,
  by: By,
  work: Pick<WorkRow, 'id' | 'region'>,
  text: { readonly item: string; readonly body: string; readonly seen: number },
): Promise<void> {
  const inserted = await own(db)
    .insertInto('reports.work_revision')
    .columns(['root', 'region', 'report', 'item', 'revision', 'body', 'written_at', 'written_by', 'written_by_name'])
    .expression(
      sql`select ${by.root}, ${work.region}, ${work.id}::uuid, ${text.item}, ${text.seen + 1}::integer, ${text.body}, ${by.at}::timestamptz, ${by.account}::uuid, ${by.name}
        where ${text.seen}::integer = (select coalesce(max(revision), 0) from reports.work_revision where report = ${work.id}::uuid and item = ${text.item})` as never,
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('revision')
    .executeTakeFirst();
  if (inserted === undefined) throw staleWrite('这一段');
}

export async function commentsOf(db: Db, report: string): Promise<CommentRow[]> {
  return own(db).selectFrom('reports.work_comment').selectAll().where('report', '=', report).orderBy('made_at').orderBy('id').execute();
}

export async function addComment(
  db: Db,
  by: By,
  work: Pick<WorkRow, 'id' | 'region'>,
  comment: Pick<CommentRow, 'item' | 'body'>,
): Promise<void> {
  await own(db)
    .insertInto('reports.work_comment')
    .values({
      ...comment,
      id: uuidv7(),
      root: by.root,
      region: work.region,
      report: work.id,
      made_at: by.at,
      made_by: by.account,
      made_by_name: by.name,
      settled_at: null,
      settled_by_name: null,
    })
    .execute();
}

export async function settleComment(db: Db, by: By, report: string, id: string): Promise<void> {
  const result = await own(db)
    .updateTable('reports.work_comment')
    .set({ settled_at: by.at, settled_by_name: by.name })
    .where('report', '=', report)
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw notFound('这条未处理的批注');
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
