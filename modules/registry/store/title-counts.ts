// How many parties in sight hold each kind of title today.
import { sql, type Transaction } from 'kysely';

export interface HeldKind {
  readonly kind: string;
  readonly name: string;
  readonly level: string;
  readonly held: number;
}

export async function countTitles(db: Transaction<unknown>, today: string): Promise<readonly HeldKind[]> {
  const { rows } = await sql<HeldKind>`
    select kind, min(name) as name, min(level) as level, count(distinct party)::int as held
    from registry.title where from_on <= ${today} and held_until >= ${today}
    group by kind order by held desc, kind`.execute(db);
  return rows;
}
