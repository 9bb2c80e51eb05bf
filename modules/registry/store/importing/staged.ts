// The rows of a batch for kinds of import that judge them one by one: read as staged, kept as judged, and noted for undoing once written.
import { sql } from 'kysely';
import type { ImportContext, RowProblem, RowValues } from './kind.ts';
import { ofBatch } from './working-copy.ts';

export interface StagedRow {
  readonly row: number;
  readonly values: RowValues;
  /** Those marked `judged` were found against what is here, and are found anew each time. */
  readonly problems: readonly (RowProblem & { readonly judged?: boolean })[];
  readonly outcome: string | null;
  readonly version: number | null;
  readonly diff: Readonly<Record<string, readonly [before: string | null, after: string | null]>> | null;
}

export interface JudgedRow {
  readonly row: number;
  readonly outcome: string;
  readonly problems: StagedRow['problems'];
  readonly diff: object | null;
  readonly matchedBy?: string | null;
  /** Of the record that it was compared with. */
  readonly version?: number | null;
  readonly party?: string | null;
  /** Values that judging adds, under keys with an underscore. */
  readonly adds?: RowValues;
}

type Of = Pick<ImportContext, 'db' | 'batch'>;

/** All rows of the batch in the order of the file. */
export async function stagedRows({ db, batch }: Of): Promise<StagedRow[]> {
  const { rows } = await sql<StagedRow>`
    select row, values, problems, outcome, version, diff from registry.import_row where batch = ${ofBatch(batch)} order by row`.execute(db);
  return rows;
}

export async function keepJudged({ db, batch }: Of, rows: readonly JudgedRow[]): Promise<void> {
  await sql`
    update registry.import_row r set outcome = j.outcome, matched_by = j."matchedBy", version = j.version, party = j.party,
      problems = j.problems, diff = j.diff, values = r.values || coalesce(j.adds, '{}')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j(row integer, outcome text, "matchedBy" text, version integer, party uuid,
      problems jsonb, diff jsonb, adds jsonb)
    where r.batch = ${ofBatch(batch)} and r.row = j.row`.execute(db);
}

export interface WrittenRecord<Before> {
  readonly key: string;
  readonly row: number;
  readonly party: string | null;
  /** What stood there; null for a record that the batch made. */
  readonly before: Before | null;
  /** That the batch gave it. */
  readonly version: number;
}

/** Leaves what undoing needs; `target` tells apart what kinds of record one batch has written. */
export async function noteWritten(context: ImportContext, target: string, records: readonly WrittenRecord<unknown>[]): Promise<void> {
  const { db, by, batch, region } = context;
  await sql`
    insert into registry.import_undo (root, region, batch, target, key, row, party, before, version)
    select ${by.root}, ${region}, ${batch}::uuid, ${target}, key, row, party, before, version
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as u(key text, row integer, party uuid, before jsonb, version integer)`.execute(
    db,
  );
}

export async function writtenBy<Before>({ db, batch }: Of, target: string): Promise<WrittenRecord<Before>[]> {
  const { rows } = await sql<WrittenRecord<Before>>`
    select key, row, party, before, version from registry.import_undo
    where batch = ${ofBatch(batch)} and target = ${target} order by row`.execute(db);
  return rows;
}
