// Writes what moves have made of any number of cases: events and projections, each in one statement.
import { sql, type Transaction } from 'kysely';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import type { Projection } from '../model/projection.ts';
import type { CaseRow } from './tables.ts';

export interface Written {
  readonly row: Pick<CaseRow, 'id' | 'root' | 'region' | 'party'>;
  readonly events: readonly CaseEvent[];
  readonly projection: Projection;
}

/** A row of casework.event for an event of a case. */
export function eventRow(row: Written['row'], event: CaseEvent): Record<string, unknown> {
  return {
    root: row.root,
    region: row.region,
    party: row.party,
    case_id: row.id,
    seq: event.seq,
    verb: event.verb,
    stage: event.stage,
    at: event.at,
    day: event.day,
    actor: event.actor.id,
    actor_name: event.actor.name,
    office_kind: event.actor.officeKind,
    office_name: event.actor.officeName,
    data: event.data,
  };
}

/** The rows must be locked by the caller (see lock-cases.ts); `now` becomes their time of change. */
export async function writeAdvances(db: Transaction<unknown>, written: readonly Written[], now: Date): Promise<void> {
  const events = written.flatMap(({ row, events: made }) => made.map((event) => eventRow(row, event)));
  await sql`
    insert into casework.event (root, region, party, case_id, seq, verb, stage, at, day, actor, actor_name, office_kind, office_name, data)
    select root, region, party, case_id, seq, verb, stage, at, day, actor, actor_name, office_kind, office_name, data
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(
      root text, region text, party uuid, case_id uuid, seq integer, verb text, stage text, at timestamptz, day date,
      actor uuid, actor_name text, office_kind text, office_name text, data jsonb)`.execute(db);
  const rows = written.map(({ row, projection }) => ({ id: row.id, ...projection }));
  await sql`
    update casework.cases c set
      status = p.status, stage = p.stage, version = p.version, waiting = p.waiting, waits_for = p.waits_for,
      submitted_on = p.submitted_on, entered_on = p.entered_on, due_on = p.due_on, ended_on = p.ended_on,
      state = p.state, reasons = p.reasons, list_name = p.list_name, updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(
      id uuid, status text, stage text, version integer, waiting text[], waits_for text, submitted_on date, entered_on date,
      due_on date, ended_on date, state jsonb, reasons text[], list_name text)
    where c.id = p.id`.execute(db);
}
