// Proves that the rows shown in lists say what the histories say: every case's events are folded again and held against its projection.
import { sql, type Transaction } from 'kysely';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { fold } from '#kernel/stages/machine.ts';
import type { Given } from '../model/advance.ts';
import { type Projection, project } from '../model/projection.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { eventFrom } from './cases.ts';
import type { CaseRow, EventRow } from './tables.ts';

export interface DifferingCase {
  readonly id: string;
  /** The case's number, or the firm's name before it has one. */
  readonly name: string;
  /** Columns that say something else than the history; `events` when the history itself cannot be followed. */
  readonly fields: readonly string[];
}

export interface ProjectionVerdict {
  readonly cases: number;
  readonly differing: readonly DifferingCase[];
  /** True when no case stands elsewhere than its history says: what differs is only wording or a day counted by another calendar. */
  readonly holds: boolean;
}

const perPage = 500;

/** Wording and due days follow the program and the table of holidays, which may be newer than the row. */
const followsProgram: ReadonlySet<string> = new Set(['waits_for', 'due_on', 'waiting']);

/** JSON with its keys in order: the database does not keep the order in which they were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function differences(dossier: Dossier, row: CaseRow, events: readonly EventRow[], given: Given): readonly string[] {
  let folded: Projection;
  try {
    const history = events.map((event) => eventFrom({ ...event, at: new Date(event.at) }));
    folded = project(dossier, fold(dossier, history), history, { list_name: null }, given);
  } catch {
    return ['events'];
  }
  return Object.entries(folded).flatMap(([field, value]) =>
    canonical(row[field as keyof Projection]) === canonical(value) ? [] : [field],
  );
}

type Read = CaseRow & { events: EventRow[] | null; parameters: Record<string, string> };

/** One statement for each page, so that a case that moves meanwhile is read together with its events. */
export async function verifyProjections(db: Transaction<unknown>, root: string, setting: CaseworkSetting): Promise<ProjectionVerdict> {
  const differing: DifferingCase[] = [];
  let cases = 0;
  for (let after: string | null = null; ; ) {
    const { rows }: { rows: Read[] } = await sql<Read>`
      select c.*, (select k.parameters from casework.call k where k.id = c.call) as parameters, (select jsonb_agg(to_jsonb(e) order by e.seq) from casework.event e where e.case_id = c.id) as events
      from casework.cases c where c.root = ${root} and (${after}::uuid is null or c.id > ${after}::uuid) order by c.id limit ${perPage}`.execute(
      db,
    );
    for (const row of rows) {
      const fields = differences(declared(setting, row).dossier, row, row.events ?? [], {
        calendar: setting.calendar,
        parameters: row.parameters,
      });
      if (fields.length > 0) differing.push({ id: row.id, name: row.number ?? row.party_name, fields });
    }
    cases += rows.length;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < perPage) break;
  }
  return { cases, differing, holds: differing.every(({ fields }) => fields.every((field) => followsProgram.has(field))) };
}
