// Cases of what is always open, for the counter: those under way, what was received and decided in a period, and how it was rated.
import { sql, type Transaction } from 'kysely';
import type { CaseRow } from './tables.ts';

export type StandingCase = Pick<
  CaseRow,
  'id' | 'programme' | 'dossier' | 'call' | 'region' | 'party_name' | 'number' | 'status' | 'stage' | 'version' | 'due_on' | 'state'
>;

/** Under way, the most urgent first. */
export async function standingUnderWay(db: Transaction<unknown>, root: string): Promise<readonly StandingCase[]> {
  const { rows } = await sql<StandingCase>`
    select id, programme, dossier, call, region, party_name, number, status, stage, version, due_on, state
    from casework.cases where root = ${root} and standing and status in ('open', 'correction') order by due_on nulls last, id`.execute(db);
  return rows;
}

export interface StandingMoves {
  readonly programme: string;
  readonly dossier: string;
  readonly received: number;
  readonly decided: number;
  readonly inTime: number;
}

/** What was received and decided from one day to another, by dossier. */
export async function standingMoves(db: Transaction<unknown>, root: string, from: string, to: string): Promise<readonly StandingMoves[]> {
  const { rows } = await sql<StandingMoves>`
    select c.programme, c.dossier,
      (count(*) filter (where e.verb in ('accept', 'deem')))::int as received,
      (count(*) filter (where e.verb in ('approve', 'refuse')))::int as decided,
      (count(*) filter (where e.verb in ('approve', 'refuse') and (e.data->>'isInTime')::boolean))::int as "inTime"
    from casework.event e join casework.cases c on c.root = e.root and c.id = e.case_id
    where e.root = ${root} and e.day between ${from} and ${to} and c.standing
      and ((e.stage = 'receive' and e.verb in ('accept', 'deem')) or (e.stage = 'decide' and e.verb in ('approve', 'refuse')))
    group by 1, 2`.execute(db);
  return rows;
}

export interface LateCase {
  readonly id: string;
  readonly number: string | null;
  readonly programme: string;
  readonly dossier: string;
  readonly partyName: string;
  readonly day: string;
  readonly dueOn: string;
}

/** Decided after their day, the latest first. */
export async function lateDecisions(db: Transaction<unknown>, root: string, from: string, to: string): Promise<readonly LateCase[]> {
  const { rows } = await sql<LateCase>`
    select c.id, c.number, c.programme, c.dossier, c.party_name as "partyName", e.day, e.data->>'dueOn' as "dueOn"
    from casework.event e join casework.cases c on c.root = e.root and c.id = e.case_id
    where e.root = ${root} and e.day between ${from} and ${to} and e.verb in ('approve', 'refuse') and e.stage = 'decide' and c.standing
      and not (e.data->>'isInTime')::boolean
    order by e.day desc, c.id limit 50`.execute(db);
  return rows;
}

export interface StandingRating {
  readonly programme: string;
  readonly dossier: string;
  /** As it stands after a second rating; 5 where nobody rated in time. */
  readonly level: string;
  readonly isByDefault: boolean;
  readonly wasBad: boolean;
  readonly contacted: boolean;
  readonly replied: boolean;
  /** Month of the first rating: the day would lead to the case. */
  readonly month: string;
  readonly comment: string | null;
}

/** Without the case and whose it was; in an order that says nothing of it either. */
export async function standingRatings(
  db: Transaction<unknown>,
  root: string,
  from: string,
  to: string,
): Promise<readonly StandingRating[]> {
  const { rows } = await sql<StandingRating>`
    with rated as (
      select e.case_id, min(e.day) as day,
        (array_agg(e.data->>'level' order by e.seq desc) filter (where e.verb in ('rate', 'rerate', 'rate-by-default')))[1] as level,
        bool_or(e.verb = 'rate-by-default') as by_default,
        bool_or(e.verb = 'rate' and e.data->>'level' in ('1', '2')) as was_bad,
        bool_or(e.verb = 'contact') as contacted, bool_or(e.verb = 'rectify') as replied,
        (array_agg(e.data->>'comment' order by e.seq) filter (where e.verb in ('rate', 'rerate')))[1] as comment
      from casework.event e
      where e.root = ${root} and e.day between ${from} and ${to} and e.stage = 'rate'
        and e.verb in ('rate', 'rerate', 'rate-by-default', 'contact', 'rectify')
      group by 1)
    select c.programme, c.dossier, r.level, r.by_default as "isByDefault", r.was_bad as "wasBad", r.contacted, r.replied,
      left(r.day::text, 7) as month, r.comment
    from rated r join casework.cases c on c.id = r.case_id
    where c.standing and r.level is not null order by month desc, md5(r.case_id::text)`.execute(db);
  return rows;
}
