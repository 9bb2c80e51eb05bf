// The search box: the few parties that a person may mean, the likeliest first.
import { sql, type Transaction } from 'kysely';
import { nameKey } from '../model/name-keys.ts';
import { textCondition } from './party-filter.ts';

export interface Hit {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly region: string;
  readonly kind: string;
  readonly formerName: string | null;
}

/** Most rows that are ranked: a query that half of all names answer needs no fair order. */
const RANKED = 2000;

/** Names that begin with the text come before names that contain it, short ones before long ones; former names are asked last. */
export async function searchParties(db: Transaction<unknown>, text: string, limit: number): Promise<readonly Hit[]> {
  const key = nameKey(text);
  if (key === '') return [];
  const { rows } = await sql<Hit>`
    select id, name, uscc, region, kind, null as "formerName" from (
      select p.id, p.name, p.uscc, p.region, p.kind, p.name_key, p.core_key, p.initials, p.status
      from registry.party p where p.status <> 'merged' and ${textCondition(text)} limit ${RANKED}
    ) as found
    order by (status <> 'active'), (name_key <> ${key} and core_key <> ${key}), not (starts_with(name_key, ${key}) or starts_with(core_key, ${key})),
      not starts_with(initials, ${key}), length(name_key), name, id
    limit ${limit}`.execute(db);
  if (rows.length > 0) return rows;
  const former = await sql<Hit>`
    select p.id, p.name, p.uscc, p.region, p.kind, c.before as "formerName"
    from registry.party_change c join registry.party p on p.id = c.party
    where c.field = 'name' and c.name_key >= ${key} and c.name_key < ${`${key}\uffff`}
    order by c.at desc limit ${limit}`.execute(db);
  return former.rows;
}
