// Finds the parties that rows of a list mean: by credit code, then by name, then by a name they once had. Never by guessing.
import { sql, type Transaction } from 'kysely';
import { nameKey } from '../model/name-keys.ts';

export interface Wanted {
  readonly uscc?: string | null;
  readonly name?: string | null;
}

export type Match =
  | { readonly kind: 'found'; readonly party: string; readonly by: 'uscc' | 'name' | 'former-name' }
  /** Several parties answer to the name: a person must say which. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'none' };

/**
 * One statement for any number of rows, answered in their order. A row with a credit code that is known is that party whatever the name; a
 * code that is not known is not looked up by name when the party of that name has another code.
 */
export async function matchParties(db: Transaction<unknown>, rows: readonly Wanted[]): Promise<readonly Match[]> {
  if (rows.length === 0) return [];
  const wanted = rows.map((row, index) => ({
    n: index,
    uscc: row.uscc == null || row.uscc === '' ? null : row.uscc,
    key: row.name == null || row.name === '' ? null : nameKey(row.name),
  }));
  const { rows: found } = await sql<{ n: number; by: 'uscc' | 'name' | 'former-name'; parties: string[] }>`
    with wanted as materialized (select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(n integer, uscc text, key text)),
    ${matching(sql`wanted`)}
    select n, by, parties from matched`.execute(db);
  const byRow = new Map(found.map((row) => [row.n, row]));
  return rows.map((_, index): Match => {
    const match = byRow.get(index);
    const [first, ...others] = match?.parties ?? [];
    if (match === undefined || first === undefined) return { kind: 'none' };
    return others.length > 0 ? { kind: 'ambiguous', candidates: [first, ...others] } : { kind: 'found', party: first, by: match.by };
  });
}

/**
 * Common table expressions that end in `matched (n, by, parties)` for a relation with n, uscc and key. Merged parties are followed to
 * their survivors.
 */
export const matching = (wanted: ReturnType<typeof sql>) => sql`
  by_code as (
    select w.n, array_agg(distinct coalesce(p.merged_into, p.id)) as parties
    from ${wanted} w join registry.party p on p.uscc = w.uscc collate "C" group by w.n
  ),
  by_name as (
    select w.n, array_agg(distinct p.id) as parties
    from ${wanted} w join registry.party p on p.name_key = w.key collate "C" and p.status <> 'merged'
    where not exists (select 1 from by_code c where c.n = w.n) and (w.uscc is null or p.uscc is null)
    group by w.n
  ),
  by_former_name as (
    select w.n, array_agg(distinct coalesce(p.merged_into, p.id)) as parties
    from ${wanted} w
    join (
      select name_key, party from registry.party_change where field = 'name'
      union select name_key, id from registry.party where status = 'merged'
    ) former on former.name_key = w.key collate "C"
    join registry.party p on p.id = former.party
    where not exists (select 1 from by_code c where c.n = w.n) and not exists (select 1 from by_name b where b.n = w.n)
      and (w.uscc is null or p.uscc is null)
    group by w.n
  ),
  matched as (
    select n, 'uscc' as by, parties from by_code
    union all select n, 'name', parties from by_name
    union all select n, 'former-name', parties from by_former_name
  )`;
