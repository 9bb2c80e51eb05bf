// Target plans and their issued targets: drafts are edited under a version, issued targets only gain revisions.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import type { PlanDraft } from '../model/target-shapes.ts';
import type { RecordedBy } from './outside-values.ts';

export interface PlanRow {
  id: string;
  root: string;
  indicator: string;
  year: number;
  status: 'draft' | 'issued';
  draft: PlanDraft;
  version: number;
  created_at: Date;
  created_by: string;
  updated_at: Date;
  issued_at: Date | null;
  issued_by: string | null;
  issued_by_name: string | null;
}

export interface TargetRow {
  id: string;
  root: string;
  plan: string;
  region: string;
  revision: number;
  value: string;
  bound: string;
  weight: string | null;
  document_name: string;
  document_number: string;
  document_day: string;
  reason: string | null;
  recorded_at: Date;
  recorded_by: string;
  recorded_by_name: string;
}

export interface TargetTables {
  'figures.target_plan': PlanRow;
  'figures.target': TargetRow;
}

const json = (draft: PlanDraft) => sql`${JSON.stringify(draft)}::jsonb` as never;

export async function listPlans(
  db: Transaction<unknown>,
  root: string,
  filter: { year?: number | undefined; status?: PlanRow['status'] },
): Promise<PlanRow[]> {
  let query = tables<TargetTables>(db).selectFrom('figures.target_plan').selectAll().where('root', '=', root);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  return query.orderBy('year', 'desc').orderBy('indicator').execute();
}

export async function findPlan(db: Transaction<unknown>, root: string, id: string): Promise<PlanRow | undefined> {
  return tables<TargetTables>(db)
    .selectFrom('figures.target_plan')
    .selectAll()
    .where('root', '=', root)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Undefined when the indicator already has a plan for the year. */
export async function insertPlan(
  db: Transaction<unknown>,
  by: RecordedBy,
  plan: Pick<PlanRow, 'indicator' | 'year' | 'draft'>,
): Promise<string | undefined> {
  const row = await tables<TargetTables>(db)
    .insertInto('figures.target_plan')
    .values({
      id: uuidv7(),
      root: by.root,
      indicator: plan.indicator,
      year: plan.year,
      status: 'draft',
      draft: json(plan.draft),
      version: 1,
      created_at: by.now,
      created_by: by.account,
      updated_at: by.now,
      issued_at: null,
      issued_by: null,
      issued_by_name: null,
    })
    .onConflict((conflict) => conflict.columns(['root', 'indicator', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** True when the version was the one that stands. */
export async function changePlan(
  db: Transaction<unknown>,
  by: RecordedBy,
  plan: { readonly id: string; readonly version: number; readonly draft?: PlanDraft; readonly isIssued?: boolean },
): Promise<boolean> {
  const result = await tables<TargetTables>(db)
    .updateTable('figures.target_plan')
    .set({
      version: plan.version + 1,
      updated_at: by.now,
      ...(plan.draft === undefined ? {} : { draft: json(plan.draft) }),
      ...(plan.isIssued === true ? { status: 'issued' as const, issued_at: by.now, issued_by: by.account, issued_by_name: by.name } : {}),
    })
    .where('root', '=', by.root)
    .where('id', '=', plan.id)
    .where('version', '=', plan.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteDraft(db: Transaction<unknown>, root: string, id: string): Promise<void> {
  await tables<TargetTables>(db)
    .deleteFrom('figures.target_plan')
    .where('root', '=', root)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute();
}

export type NewTarget = Pick<
  TargetRow,
  'plan' | 'region' | 'revision' | 'value' | 'bound' | 'weight' | 'document_name' | 'document_number' | 'document_day' | 'reason'
>;

export async function insertTargets(db: Transaction<unknown>, by: RecordedBy, targets: readonly NewTarget[]): Promise<void> {
  await tables<TargetTables>(db)
    .insertInto('figures.target')
    .values(
      targets.map((target) => ({
        ...target,
        id: uuidv7(),
        root: by.root,
        recorded_at: by.now,
        recorded_by: by.account,
        recorded_by_name: by.name,
      })),
    )
    .execute();
}

/** Every revision, newest first; with `known`, those recorded by the end of that day. */
export async function targetsOf(
  db: Transaction<unknown>,
  root: string,
  plans: readonly string[],
  known: string | null = null,
): Promise<TargetRow[]> {
  if (plans.length === 0) return [];
  let query = tables<TargetTables>(db).selectFrom('figures.target').selectAll().where('root', '=', root).where('plan', 'in', plans);
  if (known !== null) query = query.where(sql<boolean>`recorded_at < ((${known}::date + 1)::timestamp at time zone 'Asia/Shanghai')`);
  return query.orderBy('plan').orderBy('revision', 'desc').orderBy('region').execute();
}

/** Of all revisions those that stand. */
export function standing(rows: readonly TargetRow[]): TargetRow[] {
  const newest = new Map<string, TargetRow>();
  for (const row of rows) {
    const key = `${row.plan}|${row.region}`;
    const before = newest.get(key);
    if (before === undefined || before.revision < row.revision) newest.set(key, row);
  }
  return [...newest.values()];
}
