// Loads calls and past cases set-based. Histories are played through the same machine as live cases, so a seeded case is a real one.
import { sql, type Transaction } from 'kysely';
import type { Calendar } from '#kernel/declare/calendar.ts';
import { type Dossier, isStanding } from '#kernel/declare/dossier.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import { type CaseEvent, nothingYet } from '#kernel/stages/case-state.ts';
import { apply } from '#kernel/stages/machine.ts';
import { loadMessages, type PastMessage } from '#modules/correspondence/contract.ts';
import { copyRows } from '#platform/db/copy.ts';
import { caseHref } from './model/correspondence.ts';
import { noticeOf } from './model/notices.ts';
import { obligationsOf } from './model/obligations.ts';
import { type Projection, project } from './model/projection.ts';
import { boardStageOf, boardStanding } from './model/published.ts';
import type { CaseObligations } from './setting.ts';
import { writeBoard } from './store/board.ts';
import type { BoardRow, CallRow, CaseRow } from './store/tables.ts';
import { eventRow } from './store/write-advances.ts';

export interface PastCase {
  /** What the events do not say by themselves. */
  readonly row: Omit<CaseRow, keyof Projection | 'about' | 'about_party'> & Partial<Pick<CaseRow, 'about' | 'about_party'>>;
  readonly events: readonly CaseEvent[];
}

const caseColumns = [
  'id',
  'root',
  'region',
  'programme',
  'dossier',
  'call',
  'about',
  'about_party',
  'party',
  'party_name',
  'party_uscc',
  'standing',
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
  return {
    about: null,
    about_party: null,
    standing: isStanding(dossier),
    ...past.row,
    ...project(dossier, state, past.events, { list_name: null }, { calendar }),
  };
}

/** What applicants were told. */
function* messages(dossier: Dossier, cases: readonly PastCase[]): Generator<PastMessage> {
  for (const { row, events } of cases) {
    const state = events.reduce((before, event) => apply(dossier, before, event), nothingYet);
    for (const event of events) {
      const notice = noticeOf(dossier, event, state);
      const { root, region, party } = row;
      if (notice !== null) yield { root, region, party, href: caseHref(row.id), at: new Date(event.at), ...notice };
    }
  }
}

/** The year's series goes on behind the last number that these cases have. */
async function keepSeries(db: Transaction<unknown>, cases: readonly PastCase[]): Promise<void> {
  const last = new Map<string, { root: string; name: string; value: number }>();
  for (const { row } of cases) {
    const [, year = '', serial = ''] = /^(\d{4})\d{6}(\d{6})$/.exec(row.number ?? '') ?? [];
    if (year === '') continue;
    const name = `case:${year}`;
    const key = `${row.root} ${name}`;
    last.set(key, { root: row.root, name, value: Math.max(last.get(key)?.value ?? 0, Number(serial)) });
  }
  const rows = [...last.values()].map(({ root, name, value }) => [root, name, value]);
  const behind = 'on conflict (root, name) do update set value = greatest(casework.counter.value, excluded.value)';
  if (rows.length > 0) await copyRows(db, 'casework.counter', ['root', 'name', 'value'], rows, behind);
}

/** The last number of a year's series. */
export async function lastSerial(db: Transaction<unknown>, root: string, year: number): Promise<number> {
  const { rows } = await sql<{
    value: string;
  }>`select value from casework.counter where root = ${root} and name = ${`case:${year}`}`.execute(db);
  return Number(rows[0]?.value ?? 0);
}

/** What stands on the board of these cases. */
function published(dossier: Dossier, cases: readonly PastCase[]): BoardRow[] {
  if (boardStageOf(dossier) === undefined) return [];
  return cases.flatMap(({ row, events }) => {
    const standing = boardStanding(
      dossier,
      events.reduce((before, event) => apply(dossier, before, event), nothingYet),
      row.answers,
    );
    const { id, root, region, party, party_name, programme, dossier: of, call, number, updated_at } = row;
    return standing === null
      ? []
      : [{ case_id: id, root, region, party, party_name, programme, dossier: of, call, number, ...standing, updated_at }];
  });
}

/** What the histories oblige to in money, in their order. */
export function pastObligations(programme: Programme, dossier: Dossier, cases: readonly PastCase[]): CaseObligations[] {
  return cases.flatMap(({ row, events }) => {
    const obligations = obligationsOf(programme, dossier.id, events, row.answers);
    const { id, number, party, party_name, region, root } = row;
    return obligations.length === 0
      ? []
      : [{ caseId: id, caseNumber: number, programme: programme.id, party, partyName: party_name, region, root, obligations }];
  });
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
  await loadMessages(db, messages(dossier, cases));
  await writeBoard(db, published(dossier, cases));
  await keepSeries(db, cases);
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
