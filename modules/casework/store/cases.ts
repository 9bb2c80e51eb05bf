// Single cases: opened, read with their history, submitted with their answers and number.
import { sql, type Transaction } from 'kysely';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, Refusal, staleWrite } from '#platform/refusal.ts';
import type { CaseRow, CaseworkTables, DraftRow, EventRow } from './tables.ts';
import { eventRow } from './write-advances.ts';

export async function insertCase(db: Transaction<unknown>, row: CaseRow, events: readonly CaseEvent[]): Promise<void> {
  await tables<CaseworkTables>(db)
    .insertInto('casework.cases')
    .values({ ...row, state: JSON.stringify(row.state), answers: JSON.stringify(row.answers) } as never)
    .execute();
  for (const event of events) {
    await tables<CaseworkTables>(db)
      .insertInto('casework.event')
      .values({ ...eventRow(row, event), data: JSON.stringify(event.data) } as never)
      .execute();
  }
}

export type CaseOfCall = CaseRow & { call_name: string; call_closes_at: Date; call_parameters: Record<string, string> };

export async function getCase(db: Transaction<unknown>, id: string): Promise<CaseOfCall> {
  const row = await tables<CaseworkTables>(db)
    .selectFrom('casework.cases as c')
    .innerJoin('casework.call as k', 'k.id', 'c.call')
    .selectAll('c')
    .select(['k.name as call_name', 'k.closes_at as call_closes_at', 'k.parameters as call_parameters'])
    .where('c.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('该办件');
  return row;
}

/** The history in order; each event as the kernel knows it. */
export async function eventsOf(db: Transaction<unknown>, id: string): Promise<CaseEvent[]> {
  const rows = await tables<CaseworkTables>(db).selectFrom('casework.event').selectAll().where('case_id', '=', id).orderBy('seq').execute();
  return rows.map(eventFrom);
}

export const eventFrom = (row: EventRow): CaseEvent => ({
  seq: row.seq,
  verb: row.verb,
  stage: row.stage,
  at: row.at.toISOString(),
  day: row.day,
  actor: { id: row.actor, name: row.actor_name, officeKind: row.office_kind, officeName: row.office_name },
  data: row.data,
});

export async function findDraft(db: Transaction<unknown>, id: string): Promise<DraftRow | undefined> {
  return tables<CaseworkTables>(db).selectFrom('casework.draft').selectAll().where('case_id', '=', id).executeTakeFirst();
}

/** Saves a draft over the version that the writer saw; two tabs do not overwrite each other. Returns the new version. */
export async function saveDraft(
  db: Transaction<unknown>,
  row: Pick<CaseRow, 'id' | 'root' | 'region' | 'party'>,
  answers: unknown,
  seen: number,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into casework.draft as d (case_id, root, region, party, answers, version, saved_at)
    values (${row.id}, ${row.root}, ${row.region}, ${row.party}, ${JSON.stringify(answers)}::jsonb, 1, ${now})
    on conflict (case_id) do update set answers = excluded.answers, version = d.version + 1, saved_at = excluded.saved_at
      where d.version = ${seen}
    returning version`.execute(db);
  const saved = rows[0]?.version;
  if (saved === undefined) throw staleWrite('这份草稿');
  return saved;
}

export async function dropDraft(db: Transaction<unknown>, id: string): Promise<void> {
  await tables<CaseworkTables>(db).deleteFrom('casework.draft').where('case_id', '=', id).execute();
}

/** Puts the submitted answers into the case, with a number the first time. */
export async function keepAnswers(db: Transaction<unknown>, id: string, answers: unknown, number: string | null): Promise<void> {
  await sql`update casework.cases set answers = ${JSON.stringify(answers)}::jsonb, number = coalesce(number, ${number}) where id = ${id}`.execute(
    db,
  );
}

/** Next number of a series, without gaps: a transaction that fails gives its number back. */
export async function nextNumber(db: Transaction<unknown>, root: string, series: string): Promise<number> {
  const { rows } = await sql<{ value: string }>`
    insert into casework.counter as k (root, name, value) values (${root}, ${series}, 1)
    on conflict (root, name) do update set value = k.value + 1 returning value`.execute(db);
  const value = rows[0]?.value;
  if (value === undefined) throw new Refusal('NO_NUMBER', '受理编号生成失败，请重试。', { status: 503 });
  return Number(value);
}
