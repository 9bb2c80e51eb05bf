// The one place where titles meet the ledger of figures: each counts in its measures from its first day until the day after its last.
import { sql, type Transaction } from 'kysely';
import { type EntryInput, postEntries, reverseEntriesOf } from '#modules/figures/contract.ts';
import { type StockPosting, stockOfEnd, stockOfGrant } from '../model/title-validity.ts';

/** What the ledger needs to know of a title. */
export interface CountedTitle {
  readonly id: string;
  readonly party: string;
  readonly region: string;
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly measures: readonly string[];
}

interface PostedBy {
  readonly root: string;
  readonly account: string;
}

function entriesOf(title: CountedTitle, region: string, postings: readonly StockPosting[], note: string): EntryInput[] {
  return title.measures.flatMap((measure) =>
    postings.map(({ day, value }) => ({
      measure,
      region,
      day,
      value,
      party: title.party,
      sourceKind: 'title',
      sourceId: title.id,
      note: `${title.name}${note}`,
    })),
  );
}

export async function countGrants(db: Transaction<unknown>, by: PostedBy, titles: readonly CountedTitle[]): Promise<void> {
  await postEntries(
    db,
    by,
    titles.flatMap((title) => entriesOf(title, title.region, stockOfGrant(title.from, title.until), '生效')),
  );
}

/** The titles hold no longer from the given day on. */
export async function countEnds(
  db: Transaction<unknown>,
  by: PostedBy,
  ended: readonly { readonly title: CountedTitle; readonly endsOn: string; readonly why: string }[],
): Promise<void> {
  await postEntries(
    db,
    by,
    ended.flatMap(({ title, endsOn, why }) => entriesOf(title, title.region, stockOfEnd(title.from, title.until, endsOn), why)),
  );
}

/** As if the titles had never been granted: for undoing and for what was entered twice. */
export async function takeBack(db: Transaction<unknown>, by: PostedBy, titles: readonly string[], reason: string): Promise<void> {
  if (titles.length > 0) await reverseEntriesOf(db, by, { kind: 'title', id: titles }, reason);
}

const opposite = (postings: readonly StockPosting[]): StockPosting[] =>
  postings.map(({ day, value }) => ({ day, value: value === '1' ? '-1' : '1' }));

/** A party that moves takes its titles along from that day: one less there, one more here, and the same for their last days. */
export async function moveStock(
  db: Transaction<unknown>,
  by: PostedBy,
  moves: readonly { readonly party: string; readonly from: string; readonly to: string }[],
  day: string,
): Promise<void> {
  if (moves.length === 0) return;
  const { rows } = await sql<CountedTitle & { heldUntil: string | null }>`
    select t.id, t.party, t.region, t.name, t.from_on as "from", nullif(t.held_until, 'infinity') as until, t.measures
    from registry.title t
    where t.party = any(${moves.map((move) => move.party)}::uuid[]) and t.held_until >= ${day} and cardinality(t.measures) > 0`.execute(db);
  const byParty = new Map(moves.map((move) => [move.party, move]));
  await postEntries(
    db,
    by,
    rows.flatMap((title) => {
      const move = byParty.get(title.party);
      if (move === undefined) return [];
      const rest = stockOfGrant(title.from > day ? title.from : day, title.until);
      return [...entriesOf(title, move.to, rest, '随主体迁入'), ...entriesOf(title, move.from, opposite(rest), '随主体迁出')];
    }),
  );
}
