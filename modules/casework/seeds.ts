// Loads calls and past cases set-based. Histories are played through the same machine as live cases, so a seeded case is a real one.
import type { Transaction } from 'kysely';
import type { Calendar } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { type CaseEvent, nothingYet } from '#kernel/stages/case-state.ts';
import { apply, isEnded } from '#kernel/stages/machine.ts';
import { copyRows } from '#platform/db/copy.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { noticeOf } from './model/notices.ts';
import { project } from './model/projection.ts';
import type { CallRow, CaseRow } from './store/tables.ts';
import { eventRow } from './store/write-advances.ts';

export interface PastCase {
  readonly row: Omit<
    CaseRow,
    | 'status'
    | 'stage'
    | 'version'
    | 'waiting'
    | 'waits_for'
    | 'submitted_on'
    | 'entered_on'
    | 'due_on'
    | 'ended_on'
    | 'state'
    | 'reasons'
    | 'list_name'
  >;
  readonly events: readonly CaseEvent[];
}

const caseColumns = [
  'id',
  'root',
  'region',
  'programme',
  'dossier',
  'call',
  'party',
  'party_name',
  'party_uscc',
  'number',
  'status',
  'stage',
  'version',
  'waiting',
  'waits_for',
  'submitted_on',
  'entered_on',
  'due_on',
  'ended_on',
  'state',
  'answers',
  'reasons',
  'list_name',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof CaseRow)[];

const eventColumns = [
  'root',
  'region',
  'party',
  'case_id',
  'seq',
  'verb',
  'stage',
  'at',
  'day',
  'actor',
  'actor_name',
  'office_kind',
  'office_name',
  'data',
];

/** The row of a case with everything that follows from its events. */
export function caseRow(dossier: Dossier, past: PastCase, calendar: Calendar): CaseRow {
  const state = past.events.reduce((before, event) => apply(dossier, before, event), nothingYet);
  return { ...past.row, ...project(dossier, state, past.events, { list_name: null }, { calendar }) };
}

const noticeColumns = ['id', 'root', 'region', 'party', 'case_id', 'title', 'body', 'at', 'read_at'];

/** What applicants were told; of a case that has ended, they have read it. */
function* notices(dossier: Dossier, cases: readonly PastCase[]) {
  for (const { row, events } of cases) {
    const state = events.reduce((before, event) => apply(dossier, before, event), nothingYet);
    for (const event of events) {
      const notice = noticeOf(dossier, event, state);
      if (notice === null) continue;
      const at = new Date(event.at);
      yield [uuidv7(), row.root, row.region, row.party, row.id, notice.title, notice.body, at, isEnded(state) ? at : null];
    }
  }
}

/** Returns the number of cases loaded. */
export async function loadCases(
  db: Transaction<unknown>,
  dossier: Dossier,
  cases: readonly PastCase[],
  calendar: Calendar,
): Promise<number> {
  function* rows() {
    for (const past of cases) {
      const row = caseRow(dossier, past, calendar);
      yield caseColumns.map((column) => row[column]);
    }
  }
  function* events() {
    for (const { row, events: history } of cases) {
      for (const event of history) {
        const line = eventRow(row, event);
        yield eventColumns.map((column) => line[column] as string);
      }
    }
  }
  const loaded = await copyRows(db, 'casework.cases', caseColumns, rows());
  await copyRows(db, 'casework.event', eventColumns, events());
  await copyRows(db, 'casework.notice', noticeColumns, notices(dossier, cases));
  return loaded;
}

export async function loadCalls(db: Transaction<unknown>, calls: readonly CallRow[]): Promise<void> {
  const columns = [
    'id',
    'root',
    'programme',
    'dossier',
    'year',
    'name',
    'opens_at',
    'closes_at',
    'budget',
    'quota',
    'parameters',
    'guide',
    'status',
    'version',
    'created_at',
    'updated_at',
  ] as const;
  await copyRows(
    db,
    'casework.call',
    columns,
    calls.map((call) => columns.map((column) => call[column])),
  );
}

/** Sets the counter of a series to the last number that a history used. */
export async function loadCounter(db: Transaction<unknown>, root: string, series: string, value: number): Promise<void> {
  await copyRows(
    db,
    'casework.counter',
    ['root', 'name', 'value'],
    [[root, series, value]],
    'on conflict (root, name) do update set value = excluded.value',
  );
}
