// Batches of imports: opened by a dry run, committed once, undone once; and the rows that a page shows of them.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { By } from '../by.ts';
import type { ImportBatchRow, ImportRowRow, RegistryTables } from '../tables.ts';
import type { UnderstoodColumn } from './read-sheet.ts';
import { ofBatch } from './working-copy.ts';

export interface BatchCounts {
  readonly rows: number;
  readonly new: number;
  readonly change: number;
  readonly same: number;
  readonly wrong: number;
  /** Faults in all wrong rows, and rows that were taken with a warning. */
  readonly faults: number;
  readonly warned: number;
}

export interface Batch {
  readonly id: string;
  readonly region: string;
  readonly kind: string;
  readonly options: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly columns: readonly UnderstoodColumn[];
  readonly counts: BatchCounts;
  readonly basis: string | null;
  readonly status: ImportBatchRow['status'];
  readonly checkedAt: Date;
  /** Who checked it. */
  readonly account: string;
  readonly accountName: string;
  readonly committedAt: Date | null;
  readonly committedBy: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

const batchOf = (row: ImportBatchRow): Batch => ({
  id: row.id,
  region: row.region,
  kind: row.kind,
  options: row.options as Record<string, string>,
  fileName: row.file_name,
  sha256: row.sha256,
  sheet: row.sheet,
  columns: (row.header as { columns?: UnderstoodColumn[] }).columns ?? [],
  counts: row.counts as unknown as BatchCounts,
  basis: row.basis,
  status: row.status,
  checkedAt: row.checked_at,
  account: row.account,
  accountName: row.account_name,
  committedAt: row.committed_at,
  committedBy: row.committed_by,
  undoneAt: row.undone_at,
  undoneBy: row.undone_by,
  undoReason: row.undo_reason,
});

export interface NewBatch {
  readonly id: string;
  readonly region: string;
  readonly kind: string;
  readonly options: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
}

export const newBatchId = (): string => uuidv7();

/** Rows of dry runs are kept for a month: long enough to look at, and the file itself is kept anyway. */
export async function forgetOldRows(db: Transaction<unknown>, now: Date): Promise<void> {
  await sql`delete from registry.import_row r using registry.import_batch b
    where b.root = r.root and b.id = r.batch and b.checked_at < ${new Date(now.getTime() - 30 * 86_400_000)}`.execute(db);
}

export async function countRows(db: Transaction<unknown>, batch: string): Promise<BatchCounts> {
  const { rows } = await sql<BatchCounts>`
    select count(*)::int as rows,
      count(*) filter (where outcome = 'new')::int as new,
      count(*) filter (where outcome = 'change')::int as change,
      count(*) filter (where outcome = 'same')::int as same,
      count(*) filter (where outcome = 'wrong')::int as wrong,
      coalesce(sum(jsonb_array_length(jsonb_path_query_array(problems, '$[*] ? (@.level == "error")'))), 0)::int as faults,
      count(*) filter (where outcome <> 'wrong' and problems <> '[]')::int as warned
    from registry.import_row where batch = ${ofBatch(batch)}`.execute(db);
  return rows[0] ?? { rows: 0, new: 0, change: 0, same: 0, wrong: 0, faults: 0, warned: 0 };
}

/** One text for what a batch would write and over which state of which record: a record that someone changed since makes another. */
export async function agreedRows(db: Transaction<unknown>, batch: string): Promise<string> {
  const { rows } = await sql<{ agreed: string }>`
    select count(*) || ':' || coalesce(sum(hashtextextended(concat_ws('/', row, outcome, party, version), 0)), 0) as agreed
    from registry.import_row where batch = ${ofBatch(batch)} and outcome in ('new', 'change')`.execute(db);
  return rows[0]?.agreed ?? '';
}

export async function insertBatch(
  db: Transaction<unknown>,
  by: By,
  batch: NewBatch,
  reading: { readonly sheet: string; readonly columns: readonly UnderstoodColumn[] },
  judged: { readonly counts: BatchCounts; readonly basis: string | null },
): Promise<void> {
  await tables<RegistryTables>(db)
    .insertInto('registry.import_batch')
    .values({
      root: by.root,
      id: batch.id,
      region: batch.region,
      kind: batch.kind,
      options: JSON.stringify(batch.options) as never,
      file_name: batch.fileName,
      sha256: batch.sha256,
      size: String(batch.size),
      sheet: reading.sheet,
      header: JSON.stringify({ columns: reading.columns }) as never,
      counts: JSON.stringify(judged.counts) as never,
      basis: judged.basis,
      status: 'checked',
      checked_at: by.now,
      account: by.account,
      account_name: by.name,
      committed_at: null,
      committed_by: null,
      undone_at: null,
      undone_by: null,
      undo_reason: null,
    })
    .execute();
}

export async function findBatch(db: Transaction<unknown>, id: string, lock = false): Promise<Batch> {
  let query = tables<RegistryTables>(db).selectFrom('registry.import_batch').selectAll().where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) throw notFound('该导入批次');
  return batchOf(row as unknown as ImportBatchRow);
}

export async function listBatches(db: Transaction<unknown>, kinds: readonly string[], limit: number): Promise<readonly Batch[]> {
  const rows = await tables<RegistryTables>(db)
    .selectFrom('registry.import_batch')
    .selectAll()
    .where('kind', 'in', kinds)
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => batchOf(row as unknown as ImportBatchRow));
}

export async function updateBatch(db: Transaction<unknown>, id: string, patch: Partial<ImportBatchRow>): Promise<void> {
  await tables<RegistryTables>(db)
    .updateTable('registry.import_batch')
    .set(patch as never)
    .where('id', '=', id)
    .execute();
}

export type StagedRow = Pick<ImportRowRow, 'row' | 'values' | 'problems' | 'party' | 'matched_by' | 'outcome' | 'diff'>;

/** Rows of a batch in the order of the file, of the outcomes asked for. */
export async function batchRows(
  db: Transaction<unknown>,
  batch: string,
  options: { readonly outcomes: readonly string[]; readonly after: number; readonly limit: number },
): Promise<readonly StagedRow[]> {
  const { rows } = await sql<StagedRow>`
    select row, values, problems, party, matched_by, outcome, diff from registry.import_row
    where batch = ${ofBatch(batch)} and outcome = any(${options.outcomes}) and row > ${options.after}
    order by row limit ${options.limit}`.execute(db);
  return rows;
}

/** Every faulty cell of the batch, for the marked-up file. */
export async function faultyCells(
  db: Transaction<unknown>,
  batch: string,
): Promise<readonly { row: number; column: string | null; level: string; message: string }[]> {
  const { rows } = await sql<{ row: number; column: string | null; level: string; message: string }>`
    select r.row, p.value ->> 'column' as column, p.value ->> 'level' as level, p.value ->> 'message' as message
    from registry.import_row r cross join lateral jsonb_array_elements(r.problems) as p(value)
    where r.batch = ${ofBatch(batch)} order by r.row`.execute(db);
  return rows;
}

/** Why this person may not write the batch as it stands; null where nothing stands against it. */
export function keptBack(
  { needsSecondPerson, isWhole }: { readonly needsSecondPerson?: true; readonly isWhole?: true },
  batch: Pick<Batch, 'account' | 'accountName'>,
  wrong: number,
  account: string,
): string | null {
  if (isWhole === true && wrong > 0) return `有 ${wrong} 行有误。本类文件须整份写入，请下载标注文件改正后重新上传。`;
  if (needsSecondPerson === true && batch.account === account)
    return `本文件由${batch.accountName}上传核对，须由另一位经办人在“导入记录”中打开并写入。`;
  return null;
}

export const rowsLost = (): Refusal =>
  new Refusal('IMPORT_ROWS_LOST', '核对结果已不在（超过一个月，或服务器曾异常重启）。请重新上传文件核对。', { status: 409 });

export const importStale = (): Refusal =>
  new Refusal('IMPORT_STALE', '核对之后，系统中的数据有了变化，结果与您看到的不同。请重新上传文件核对后再写入。', { status: 409 });
