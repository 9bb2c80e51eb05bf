// Figures of documents: kept as they were read, with corrections, decisions and their observation in the ledger beside them.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { Facts } from '../model/facts.ts';
import type { Reading } from '../model/reader/reading.ts';
import type { By, ReadingRow, ReportTables } from './tables.ts';

/** A text may hold tens of thousands of figures; a statement takes so many at once. */
const CHUNK = 2000;

export interface NewReading {
  readonly ordinal: number;
  readonly origin: ReadingRow['origin'];
  readonly reading: Reading;
}

/** Inserts figures as read and answers how many; of two at the same place the first counts. */
export async function insertReadings(
  db: Transaction<unknown>,
  root: string,
  document: string,
  readings: readonly NewReading[],
): Promise<number> {
  let added = 0;
  for (let from = 0; from < readings.length; from += CHUNK) {
    const rows = readings
      .slice(from, from + CHUNK)
      .map(({ ordinal, origin, reading }) => ({ ordinal, origin, reading, at: reading.rawStart }));
    const { numAffectedRows = 0n } = await sql`
      insert into reports.reading (root, document, ordinal, at, origin, reading)
      select ${root}, ${document}::uuid, r.ordinal, r.at, r.origin, r.reading
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ordinal integer, at integer, origin text, reading jsonb)
      on conflict (document, at) do nothing`.execute(db);
    added += Number(numAffectedRows);
  }
  return added;
}

/** All figures of a document in the order of its text. */
export function readingsOf(db: Transaction<unknown>, document: string): Promise<ReadingRow[]> {
  return tables<ReportTables>(db).selectFrom('reports.reading').selectAll().where('document', '=', document).orderBy('at').execute();
}

/** The named figures, held until the transaction ends, in the order of the text; refuses if one is missing. */
export async function heldReadings(db: Transaction<unknown>, document: string, ordinals: readonly number[]): Promise<ReadingRow[]> {
  const wanted = [...new Set(ordinals)];
  const rows = await tables<ReportTables>(db)
    .selectFrom('reports.reading')
    .selectAll()
    .where('document', '=', document)
    .where('ordinal', 'in', wanted)
    .orderBy('at')
    .forUpdate()
    .execute();
  if (rows.length !== wanted.length) throw notFound('其中的数据');
  return rows;
}

export async function heldReading(db: Transaction<unknown>, document: string, ordinal: number, version: number): Promise<ReadingRow> {
  const [row] = await heldReadings(db, document, [ordinal]);
  if (row === undefined) throw notFound('这个数据');
  if (row.version !== version) throw staleWrite('这个数据');
  return row;
}

export async function nextOrdinal(db: Transaction<unknown>, document: string): Promise<number> {
  const row = await tables<ReportTables>(db)
    .selectFrom('reports.reading')
    .select((eb) => eb.fn.max('ordinal').as('last'))
    .where('document', '=', document)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export interface Correction {
  readonly facts: Facts | null;
  readonly indicator: string | null;
  readonly status: ReadingRow['status'];
}

export async function correctReading(db: Transaction<unknown>, by: By, row: ReadingRow, correction: Correction): Promise<void> {
  const isCorrected = correction.facts !== null;
  await tables<ReportTables>(db)
    .updateTable('reports.reading')
    .set({
      corrected: (isCorrected ? JSON.stringify(correction.facts) : null) as never,
      corrected_at: isCorrected ? by.at : null,
      corrected_by: isCorrected ? by.account : null,
      corrected_by_name: isCorrected ? by.name : null,
      tie: correction.indicator,
      tie_is_chosen: true,
      status: correction.status,
      version: row.version + 1,
    })
    .where('document', '=', row.document)
    .where('ordinal', '=', row.ordinal)
    .execute();
}

/** Sets figures aside, or takes them up again where they stood. */
export async function setIgnored(
  db: Transaction<unknown>,
  by: By,
  document: string,
  ordinals: readonly number[],
  isIgnored: boolean,
): Promise<void> {
  const status = isIgnored ? sql`'ignored'` : sql`case when corrected is null then 'read' else 'corrected' end`;
  await sql`
    update reports.reading set status = ${status}, version = version + 1,
      decided_at = ${by.at}, decided_by = ${by.account}::uuid, decided_by_name = ${by.name}
    where document = ${document}::uuid and ordinal = any(${[...ordinals]}::int[])`.execute(db);
}

export interface Posted {
  readonly ordinal: number;
  readonly observation: string;
  readonly indicator: string | null;
}

export async function setAccepted(db: Transaction<unknown>, by: By, document: string, posted: readonly Posted[]): Promise<void> {
  await sql`
    update reports.reading r set status = 'accepted', observation = p.observation, was_posted = true, tie = p.indicator, tie_is_chosen = true,
      version = r.version + 1, decided_at = ${by.at}, decided_by = ${by.account}::uuid, decided_by_name = ${by.name}
    from jsonb_to_recordset(${JSON.stringify(posted)}::jsonb) as p(ordinal integer, observation uuid, indicator text)
    where r.document = ${document}::uuid and r.ordinal = p.ordinal`.execute(db);
}

/** The figures no longer stand in the ledger; they are open again. */
export async function setWithdrawn(db: Transaction<unknown>, by: By, document: string, ordinals: readonly number[]): Promise<void> {
  await sql`
    update reports.reading set observation = null, version = version + 1,
      status = case when corrected is null then 'read' else 'corrected' end,
      decided_at = ${by.at}, decided_by = ${by.account}::uuid, decided_by_name = ${by.name}
    where document = ${document}::uuid and ordinal = any(${[...ordinals]}::int[])`.execute(db);
}

export interface Reread {
  readonly renewed: number;
  readonly kept: number;
}

/** A figure on which a person has worked stays as it is; one that was only set aside is read anew and stays aside. */
const isWorkedOn = (row: ReadingRow): boolean => row.origin === 'hand' || row.corrected !== null || row.tie_is_chosen || row.was_posted;

/** Puts a new reading of the text in place of the old one. Figures keep their number where they stand at the same place. */
export async function renewReadings(db: Transaction<unknown>, root: string, document: string, fresh: readonly Reading[]): Promise<Reread> {
  const before = await tables<ReportTables>(db)
    .selectFrom('reports.reading')
    .selectAll()
    .where('document', '=', document)
    .forUpdate()
    .execute();
  const kept = new Set(before.filter(isWorkedOn).map((row) => row.at));
  const old = new Map(before.filter((row) => !kept.has(row.at)).map((row) => [row.at, row]));
  const taken = fresh.filter((reading) => !kept.has(reading.rawStart));
  let next = Math.max(0, ...before.map((row) => row.ordinal)) + 1;
  const rows = taken.map((reading): NewReading => ({ ordinal: old.get(reading.rawStart)?.ordinal ?? next++, origin: 'reader', reading }));
  await sql`delete from reports.reading where document = ${document}::uuid and not at = any(${[...kept]}::int[])`.execute(db);
  await insertReadings(db, root, document, rows);
  const aside = taken.flatMap(({ rawStart }) => {
    const row = old.get(rawStart);
    return row?.status === 'ignored' ? [row] : [];
  });
  for (const row of aside) {
    await tables<ReportTables>(db)
      .updateTable('reports.reading')
      .set({
        status: 'ignored',
        decided_at: row.decided_at,
        decided_by: row.decided_by,
        decided_by_name: row.decided_by_name,
        version: row.version + 1,
      })
      .where('document', '=', document)
      .where('ordinal', '=', row.ordinal)
      .execute();
  }
  return { renewed: rows.length, kept: kept.size };
}
