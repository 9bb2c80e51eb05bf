// Who holds a title that was granted within a span of days and still holds: the population of a spot check.
import { sql, type Transaction } from 'kysely';

export interface TitleHolder {
  readonly title: string;
  readonly version: number;
  readonly number: string | null;
  readonly party: string;
  readonly partyName: string;
  readonly uscc: string | null;
  readonly region: string;
}

/** In the order of their numbers, so that the same register always gives the same list. */
export async function titleHolders(
  db: Transaction<unknown>,
  kind: string,
  granted: { readonly from: string; readonly to: string },
  day: string,
): Promise<readonly TitleHolder[]> {
  const { rows } = await sql<TitleHolder>`
    select t.id as title, t.version, t.number, p.id as party, p.name as "partyName", p.uscc, p.region
    from registry.title t join registry.party p on p.root = t.root and p.id = t.party
    where t.kind = ${kind} and t.status = 'valid' and t.from_on between ${granted.from} and ${granted.to} and t.held_until >= ${day}
    order by t.number nulls last, t.id`.execute(db);
  return rows;
}
