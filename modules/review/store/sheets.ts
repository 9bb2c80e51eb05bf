// Sheets in the database: opened for a panel, read by office and expert, saved over the version seen, handed in once.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { notFound, Refusal, staleWrite } from '#platform/refusal.ts';
import type { FilledSheet } from '../model/aggregate.ts';
import type { ReviewTables, SheetRow } from './tables.ts';

type Db = Transaction<unknown>;

export async function insertSheets(db: Db, sheets: readonly SheetRow[]): Promise<void> {
  if (sheets.length === 0) return;
  await tables<ReviewTables>(db)
    .insertInto('review.sheet')
    .values(
      sheets.map((sheet) => ({
        ...sheet,
        view: JSON.stringify(sheet.view),
        sheet: JSON.stringify(sheet.sheet),
        points: JSON.stringify(sheet.points),
      })) as never,
    )
    .execute();
}

export async function sheetsOfPanels(db: Db, panels: readonly string[]): Promise<readonly Omit<SheetRow, 'view'>[]> {
  if (panels.length === 0) return [];
  return tables<ReviewTables>(db)
    .selectFrom('review.sheet')
    .select([
      'id',
      'root',
      'panel',
      'case_id',
      'seat',
      'seat_number',
      'account',
      'panel_name',
      'due_at',
      'sheet',
      'declared_at',
      'points',
      'comment',
      'recommend',
      'status',
      'withdrawn_why',
      'submitted_at',
      'saved_at',
      'asked_at',
      'asked_why',
      'justification',
      'version',
    ])
    .where('panel', 'in', panels)
    .orderBy('case_id')
    .orderBy('seat_number')
    .orderBy('id')
    .execute();
}

export const filled = (row: Pick<SheetRow, 'seat_number' | 'status' | 'points' | 'recommend' | 'justification'>): FilledSheet => ({
  seat: row.seat_number,
  status: row.status,
  points: row.points,
  recommend: row.recommend,
  justification: row.justification,
});

/** The expert's own, whatever is asked for: the bounds of the table and the account agree. */
export async function ownSheets(db: Db, root: string, account: string): Promise<readonly SheetRow[]> {
  return tables<ReviewTables>(db)
    .selectFrom('review.sheet')
    .selectAll()
    .where('root', '=', root)
    .where('account', '=', account)
    .where('status', '<>', 'withdrawn')
    .orderBy('due_at')
    .orderBy('panel')
    .orderBy('id')
    .execute();
}

export async function getSheet(db: Db, id: string): Promise<SheetRow> {
  const row = await tables<ReviewTables>(db).selectFrom('review.sheet').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('这份评分表');
  return row;
}

export const alreadySubmitted = (): Refusal =>
  new Refusal('SHEET_LOCKED', '评分表已提交，不能再修改。如确需更正，请联系评审组织单位。', { status: 409 });

/** Changes an open sheet over the version seen; returns the new version. Two tabs, or two clicks on 提交, never both win. */
export async function changeSheet(db: Db, row: SheetRow, version: number, change: Partial<SheetRow>): Promise<number> {
  const { points, ...rest } = change;
  const written = await tables<ReviewTables>(db)
    .updateTable('review.sheet')
    .set({ ...rest, ...(points !== undefined && { points: JSON.stringify(points) }), version: version + 1 } as never)
    .where('id', '=', row.id)
    .where('version', '=', version)
    .where('status', '=', 'open')
    .executeTakeFirst();
  if (written.numUpdatedRows === 1n) return version + 1;
  const now = await getSheet(db, row.id);
  throw now.status === 'open' ? staleWrite('评分表') : alreadySubmitted();
}

/** What may still be added to a sheet that was handed in: the office's question and the expert's answer. */
export async function annotateSheet(
  db: Db,
  id: string,
  change: Partial<Pick<SheetRow, 'asked_at' | 'asked_why' | 'justification'>>,
): Promise<void> {
  await tables<ReviewTables>(db).updateTable('review.sheet').set(change).where('id', '=', id).execute();
}

/** Closes the sheets of a seat whose expert leaves; what was handed in stands unless a conflict makes it void. Names the cases concerned. */
export async function withdrawSheets(db: Db, seat: string, why: string, isVoid: boolean): Promise<readonly string[]> {
  const rows = await tables<ReviewTables>(db)
    .updateTable('review.sheet')
    .set({ status: 'withdrawn', withdrawn_why: why })
    .where('seat', '=', seat)
    .where('status', 'in', isVoid ? ['open', 'submitted'] : ['open'])
    .returning('case_id')
    .execute();
  return rows.map((row) => row.case_id);
}

/** Cases for which a seat has no sheet that counts or is still open: what a substitute must judge. */
export const lackingCases = (
  sheets: readonly Pick<SheetRow, 'case_id' | 'seat_number' | 'status'>[],
  seat: number,
  cases: readonly string[],
): string[] =>
  cases.filter((id) => !sheets.some((sheet) => sheet.case_id === id && sheet.seat_number === seat && sheet.status !== 'withdrawn'));
