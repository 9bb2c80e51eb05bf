// Assessments of a year: settings as a draft, scores frozen when issued.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import type { AssessmentSettings, CountyScore } from '../model/assessment-shapes.ts';
import type { RecordedBy } from './outside-values.ts';

export interface AssessmentRow {
  id: string;
  root: string;
  year: number;
  status: 'draft' | 'issued';
  as_of: string;
  settings: AssessmentSettings;
  result: CountyScore[] | null;
  version: number;
  updated_at: Date;
  issued_at: Date | null;
  issued_by: string | null;
  issued_by_name: string | null;
}

interface Tables {
  'figures.assessment': AssessmentRow;
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb` as never;

export async function findAssessment(db: Transaction<unknown>, root: string, year: number): Promise<AssessmentRow | undefined> {
  return tables<Tables>(db)
    .selectFrom('figures.assessment')
    .selectAll()
    .where('root', '=', root)
    .where('year', '=', year)
    .executeTakeFirst();
}

export interface AssessmentChange {
  readonly year: number;
  /** Zero for one that is not there yet. */
  readonly version: number;
  readonly asOf: string;
  readonly settings: AssessmentSettings;
  /** With it the assessment is issued. */
  readonly result?: readonly CountyScore[];
}

/** True when the version was the one that stands. */
export async function saveAssessment(db: Transaction<unknown>, by: RecordedBy, change: AssessmentChange): Promise<boolean> {
  const { year, version, asOf, settings, result } = change;
  const own = tables<Tables>(db);
  if (version === 0) {
    const inserted = await own
      .insertInto('figures.assessment')
      .values({
        id: uuidv7(),
        root: by.root,
        year,
        status: 'draft',
        as_of: asOf,
        settings: json(settings),
        result: null,
        version: 1,
        updated_at: by.now,
        issued_at: null,
        issued_by: null,
        issued_by_name: null,
      })
      .onConflict((conflict) => conflict.columns(['root', 'year']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return inserted !== undefined;
  }
  const updated = await own
    .updateTable('figures.assessment')
    .set({
      as_of: asOf,
      settings: json(settings),
      version: version + 1,
      updated_at: by.now,
      ...(result === undefined
        ? {}
        : { status: 'issued' as const, result: json(result), issued_at: by.now, issued_by: by.account, issued_by_name: by.name }),
    })
    .where('root', '=', by.root)
    .where('year', '=', year)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
