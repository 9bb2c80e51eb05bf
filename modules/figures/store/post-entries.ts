// Posts entries to the ledger in the transaction of the event that made them, and reverses them when it is undone.
import { sql, type Transaction } from 'kysely';

export interface EntryInput {
  /** Measure id as the catalogue declares it. */
  readonly measure: string;
  /** Region code of the county or zone. */
  readonly region: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Exact decimal string in the measure's base unit; negative takes away. */
  readonly value: string;
  readonly party?: string | null;
  /** Kind and id of what made it, e.g. `case` and the case's id. */
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly note?: string;
}

export interface PostedBy {
  readonly root: string;
  readonly account: string;
}

/** One statement for any number of entries; monthly sums follow in the same transaction. */
export async function postEntries(db: Transaction<unknown>, by: PostedBy, entries: readonly EntryInput[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into figures.entry (root, measure, region, day, value, party, source_kind, source_id, note, posted_by)
    select ${by.root}, measure, region, day, value, party, "sourceKind", "sourceId", note, ${by.account}::uuid
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(
      measure text, region text, day date, value numeric, party uuid, "sourceKind" text, "sourceId" text, note text)`.execute(db);
}

/** Takes back every entry of a source (or of several of a kind) that still stands, on the same days, saying why; returns how many there were. */
export async function reverseEntriesOf(
  db: Transaction<unknown>,
  by: PostedBy,
  source: { readonly kind: string; readonly id: string | readonly string[]; readonly measures?: readonly string[] },
  reason: string,
): Promise<number> {
  const only = source.measures === undefined ? sql`` : sql`and e.measure = any(${source.measures}::text[])`;
  const { numAffectedRows } = await sql`
    insert into figures.entry (root, measure, region, day, value, party, source_kind, source_id, note, posted_by, reverses)
    select e.root, e.measure, e.region, e.day, -e.value, e.party, e.source_kind, e.source_id, ${reason}, ${by.account}::uuid, e.id
    from figures.entry e
    where e.root = ${by.root} and e.source_kind = ${source.kind} and e.source_id = any(${[source.id].flat()}::text[]) and e.reverses is null ${only}
      and not exists (select 1 from figures.entry r where r.reverses = e.id)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Takes back one entry on its own day. */
export async function reverseEntry(db: Transaction<unknown>, by: PostedBy, id: string, reason: string): Promise<void> {
  await sql`
    insert into figures.entry (root, measure, region, day, value, party, source_kind, source_id, note, posted_by, reverses)
    select e.root, e.measure, e.region, e.day, -e.value, e.party, e.source_kind, e.source_id, ${reason}, ${by.account}::uuid, e.id
    from figures.entry e where e.root = ${by.root} and e.id = ${id}`.execute(db);
}
