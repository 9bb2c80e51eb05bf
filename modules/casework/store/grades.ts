// Classes given in a call: how many of each, the money that goes with them, and what a holder got at the assessment before.
import { sql, type Transaction } from 'kysely';
import type { CaseRow } from './tables.ts';

export interface CallTally {
  readonly name: string;
  readonly budget: string | null;
  /** Cases handed in and still standing. */
  readonly cases: number;
  readonly classes: readonly { readonly class: string; readonly count: number; readonly subsidy: string }[];
}

const standing = sql.raw(`c.status not in ('draft', 'withdrawn', 'lapsed')`);

/** The call is locked, so that two officers cannot both give the last place. */
export async function tallyOfCall(db: Transaction<unknown>, call: string, stage: string): Promise<CallTally> {
  const { rows: calls } = await sql<{ name: string; budget: string | null }>`
    select name, budget::text as budget from casework.call where id = ${call}::uuid for update`.execute(db);
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from casework.cases c where c.call = ${call}::uuid and ${standing}`.execute(db);
  const { rows: classes } = await sql<{ class: string; count: number; subsidy: string }>`
    select e.data ->> 'class' as class, count(*)::int as count, coalesce(sum((e.data ->> 'subsidy')::numeric), 0)::text as subsidy
    from casework.cases c join lateral (
      select data from casework.event where case_id = c.id and stage = ${stage} and verb = 'classify' order by seq desc limit 1
    ) e on true
    where c.call = ${call}::uuid and ${standing} and (c.status <> 'refused' or exists (
      select 1 from casework.event u where u.case_id = c.id and u.verb = 'uphold'))
    group by 1`.execute(db);
  return { name: calls[0]?.name ?? '', budget: calls[0]?.budget ?? null, cases: counted[0]?.count ?? 0, classes };
}

/** The class of the last finished assessment that the same party had in the same dossier before; by case. */
export async function classesBefore(
  db: Transaction<unknown>,
  rows: readonly Pick<CaseRow, 'id' | 'party' | 'programme' | 'dossier'>[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const asked = JSON.stringify(rows.map(({ id, party, programme, dossier }) => ({ id, party, programme, dossier })));
  const { rows: found } = await sql<{ id: string; class: string }>`
    select distinct on (r.id) r.id, e.data ->> 'class' as class
    from jsonb_to_recordset(${asked}::jsonb) as r(id uuid, party uuid, programme text, dossier text)
    join casework.cases c on c.party = r.party and c.programme = r.programme and c.dossier = r.dossier and c.id <> r.id
      and c.status in ('granted', 'refused')
    join casework.event e on e.case_id = c.id and e.verb = 'classify'
    order by r.id, e.day desc, e.seq desc`.execute(db);
  return new Map(found.map((row) => [row.id, row.class]));
}
