// Finds parties that may be one: same or near names, same principal at the same address.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { By } from './by.ts';

export type Likeness = 'same-name' | 'same-core' | 'near-name' | 'same-principal';

export interface LikePair {
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly Likeness[];
  /** 0 to 100, for the order of work only. */
  readonly score: number;
}

/** Beyond this many that share a key, the key says nothing: branches of a bank, shops of a chain. */
const LARGEST_GROUP = 8;

const standing = sql`
  standing as materialized (
    select id, name_key, core_key, region, uscc, uscc_check, nullif(trim(legal_person), '') as principal, nullif(trim(address), '') as address
    from registry.party where status <> 'merged' and kind <> 'person'
  )`;

/** Pairs of the members of each small group. */
const pairsOf = (reason: Likeness, groups: ReturnType<typeof sql>) => sql`
  select least(a.id, b.id) as one, greatest(a.id, b.id) as other, ${reason}::text as reason
  from (${groups}) as g cross join lateral unnest(g.ids) as a(id) cross join lateral unnest(g.ids) as b(id)
  where a.id < b.id`;

const groupsBy = (key: ReturnType<typeof sql>, condition: ReturnType<typeof sql> = sql`true`) => sql`
  select array_agg(id) as ids from standing where ${condition} group by ${key} having count(*) between 2 and ${LARGEST_GROUP}`;

/** Names that share what is left when one character goes: 华星科技 and 华兴科技 share 华科技. */
const nearGroups = sql`
  select array_agg(distinct id) as ids from (
    select id, core_key, core_key as shared from standing where length(core_key) >= 4
    union all
    select id, core_key, overlay(core_key placing '' from n for 1) from standing, generate_series(1, length(core_key)) as n where length(core_key) >= 4
  ) as keys
  group by shared having count(distinct core_key) between 2 and ${LARGEST_GROUP} and count(distinct id) <= ${LARGEST_GROUP}`;

/**
 * Two valid credit codes that differ are two bodies, whatever they are called; only a shared principal and address make such a pair worth a
 * look. Near names count only with something else the same.
 */
const judged = sql`
  select l.one, l.other, array_agg(distinct l.reason order by l.reason) as reasons,
    least(100,
      max(case l.reason when 'same-name' then 80 when 'same-core' then 60 when 'same-principal' then 45 else 30 end)
      + case when bool_or(l.reason = 'same-principal') and count(distinct l.reason) > 1 then 20 else 0 end
      + case when a.region = b.region then 10 else 0 end
      - case when a.uscc is not null and b.uscc is not null then 25 else 0 end)::int as score
  from likeness l join standing a on a.id = l.one join standing b on b.id = l.other
  where not (l.reason = 'near-name' and a.core_key = b.core_key) and not (l.reason = 'same-core' and a.name_key = b.name_key)
    and not exists (select 1 from registry.distinct_pair d where d.one = l.one and d.other = l.other)
  group by l.one, l.other, a.region, b.region, a.uscc, b.uscc, a.uscc_check, b.uscc_check, a.principal, b.principal, a.address, b.address
  having bool_or(l.reason in ('same-name', 'same-principal'))
    or ((a.uscc is null or b.uscc is null or a.uscc_check <> 'ok' or b.uscc_check <> 'ok')
      and (bool_or(l.reason = 'same-core') or a.principal = b.principal or a.address = b.address or a.region = b.region))`;

/** The likeliest pairs within the actor's sight, or those of one party. */
export async function findDuplicates(
  db: Transaction<unknown>,
  options: { readonly party?: string; readonly limit: number },
): Promise<readonly LikePair[]> {
  const { rows } = await sql<LikePair>`
    with ${standing},
    likeness as materialized (
      ${pairsOf('same-name', groupsBy(sql`name_key`))}
      union all ${pairsOf('same-core', groupsBy(sql`core_key`))}
      union all ${pairsOf('near-name', nearGroups)}
      union all ${pairsOf('same-principal', groupsBy(sql`principal, address`, sql`principal is not null and address is not null`))}
    )
    select * from (${judged}) as pairs
    ${options.party === undefined ? sql`` : sql`where one = ${options.party}::uuid or other = ${options.party}::uuid`}
    order by score desc, one, other limit ${options.limit}`.execute(db);
  return rows;
}

/** Remembers that two are not one. */
export async function markDistinct(db: Transaction<unknown>, by: By, a: string, b: string, reason: string): Promise<void> {
  const [one, other] = a < b ? [a, b] : [b, a];
  await tables<{ 'registry.distinct_pair': Record<string, unknown> }>(db)
    .insertInto('registry.distinct_pair')
    .values({ root: by.root, one, other, reason, at: by.now, account: by.account, account_name: by.name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
