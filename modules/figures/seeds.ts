// Loads a history: entries set-based with the day on which they became known, and targets of past years decomposed as they were issued.
import type { Transaction } from 'kysely';
import { decimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { systemActor } from '#platform/actor.ts';
import { copyRows } from '#platform/db/copy.ts';
import { reckonAssessment } from './actions/assessments.ts';
import { inCatalogue, yearOf } from './actions/catalogue-indicator.ts';
import { evaluatorOf } from './actions/evaluator.ts';
import { reckonIndex } from './actions/indices.ts';
import type { AssessmentSettings } from './model/assessment-shapes.ts';
import { decompose, type Ground } from './model/decompose.ts';
import type { IndexSpec } from './model/index-shapes.ts';
import type { PlanDraft } from './model/target-shapes.ts';
import type { FiguresSetting } from './setting.ts';
import { saveAssessment } from './store/assessments.ts';
import { changeIndex, insertIndex } from './store/index-definitions.ts';
import { type RecordedBy, readOutside } from './store/outside-values.ts';
import type { EntryInput, PostedBy } from './store/post-entries.ts';
import { changePlan, insertPlan, insertTargets, type NewTarget } from './store/target-plans.ts';

export type { Ground } from './model/decompose.ts';
export { recordOutside as loadOutside } from './store/outside-values.ts';

export interface PastEntry extends EntryInput {
  readonly postedAt: Date;
}

const columns = ['root', 'measure', 'region', 'day', 'value', 'party', 'source_kind', 'source_id', 'note', 'posted_at', 'posted_by'];

export async function loadEntries(
  db: Transaction<unknown>,
  by: PostedBy,
  entries: Iterable<PastEntry> | AsyncIterable<PastEntry>,
): Promise<number> {
  async function* rows() {
    for await (const entry of entries) {
      yield [
        by.root,
        entry.measure,
        entry.region,
        entry.day,
        entry.value,
        entry.party ?? null,
        entry.sourceKind,
        entry.sourceId,
        entry.note ?? null,
        entry.postedAt,
        by.account,
      ];
    }
  }
  return copyRows(db, 'figures.entry', columns, rows());
}

/** A plan of a past year: decomposed on what the ledger says, and issued on its day. */
export interface PastPlan {
  readonly indicator: string;
  readonly year: number;
  readonly draft: PlanDraft;
  readonly issuedAt: Date;
  /** The city's target where it follows from last year's value. */
  readonly cityValue?: (last: Rational) => string;
  /** A county's target in the draft's unit where the method gives none. */
  readonly byHand?: (ground: Ground) => string | null;
  /** What was changed by a document since: new targets in base unit, from those that stand. */
  readonly adjusted?: {
    readonly at: Date;
    readonly document: PlanDraft['document'];
    readonly reason: string;
    readonly change: (targets: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
  };
}

interface LoadedBy extends PostedBy {
  readonly name: string;
}

function pastDraft({ draft, byHand, cityValue }: PastPlan, city: Ground, counties: readonly Ground[]): PlanDraft {
  const hand = byHand === undefined ? [] : counties.flatMap((ground) => ({ region: ground.region, value: byHand(ground) }));
  return {
    ...draft,
    cityValue: cityValue !== undefined && 'known' in city.last ? cityValue(city.last.known) : draft.cityValue,
    byHand: hand.flatMap(({ region, value }) => (value === null ? [] : [{ region, value }])),
  };
}

async function adjust(
  db: Transaction<unknown>,
  by: RecordedBy,
  id: string,
  { adjusted }: PastPlan,
  targets: readonly NewTarget[],
): Promise<void> {
  if (adjusted === undefined) return;
  const changed = adjusted.change(new Map(targets.map(({ region, value }) => [region, value])));
  const { name, number, day } = adjusted.document;
  await changePlan(db, by, { id, version: 2 });
  await insertTargets(
    db,
    by,
    targets.flatMap((target) => {
      const value = changed.get(target.region);
      const next = {
        ...target,
        revision: 2,
        weight: null,
        document_name: name,
        document_number: number,
        document_day: day,
        reason: adjusted.reason,
      };
      return value === undefined ? [] : [{ ...next, value }];
    }),
  );
}

/** One reading of the ledger for all plans; those in whose way something stands are left out. Returns how many were issued. */
export async function loadPlans(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  by: LoadedBy,
  plans: readonly PastPlan[],
  today: string,
): Promise<number> {
  const asked = plans.flatMap(({ indicator, year }) => {
    const found = inCatalogue(setting.catalogue, indicator);
    return found === undefined ? [] : [year - 1, year - 2].map((one) => ({ formula: found.formula, period: yearOf(found, one, today) }));
  });
  const value = await evaluatorOf(db, setting, by.root, asked);
  const outside = await readOutside(db, by.root, null);
  const outsideOf = (source: string | null, region: string, year: number): Rational | null => {
    const found = outside.find((row) => `outside:${row.name}` === source && row.region === region && row.year === year);
    return found === undefined ? null : decimal(found.value);
  };
  let issued = 0;
  for (const plan of plans) {
    const indicator = inCatalogue(setting.catalogue, plan.indicator);
    if (indicator === undefined) continue;
    const { formula } = indicator;
    const ground = (region: string): Ground => ({
      region,
      name: setting.regionName(region),
      last: value(formula, region, yearOf(indicator, plan.year - 1, today)),
      beforeLast: value(formula, region, yearOf(indicator, plan.year - 2, today)),
      level: { unknown: '' },
      gdp: outsideOf(plan.draft.gdpSource, region, plan.year - 1),
      potential: outsideOf(plan.draft.potentialSource, region, plan.year - 1),
    });
    const [city, counties] = [ground(by.root), setting.countiesOf(by.root).map(ground)];
    const draft = pastDraft(plan, city, counties);
    const { problems, city: own, rows } = decompose({ draft, indicator, year: plan.year, city, counties, hasEntries: true });
    if (problems.length > 0) continue;
    const { name, number, day } = draft.document;
    const at = { root: by.root, account: by.account, name: by.name, now: plan.issuedAt };
    const id = await insertPlan(db, at, { indicator: plan.indicator, year: plan.year, draft });
    if (id === undefined) continue;
    await changePlan(db, at, { id, version: 1, isIssued: true });
    const lines = [own, ...rows].flatMap(({ region, target, weight }) =>
      target === null ? [] : [{ plan: id, region, revision: 1, value: target, bound: draft.bound, weight, reason: null }],
    );
    const targets = lines.map((line) => ({ ...line, document_name: name, document_number: number, document_day: day }));
    await insertTargets(db, at, targets);
    await adjust(db, { ...at, now: plan.adjusted?.at ?? at.now }, id, plan, targets);
    issued += 1;
  }
  return issued;
}

const asSystem = (db: Transaction<unknown>, root: string) => ({ db, actor: systemActor(root) });

/** The assessment of a past year, reckoned by what the ledger says now and issued on its day. Returns what stood in the way; nothing where it was issued. */
export async function loadAssessment(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  by: LoadedBy,
  { year, settings, issuedAt }: { readonly year: number; readonly settings: AssessmentSettings; readonly issuedAt: Date },
): Promise<readonly string[]> {
  const asOf = `${year}-12-31`;
  const at = { root: by.root, account: by.account, name: by.name, now: issuedAt };
  await saveAssessment(db, at, { year, version: 0, asOf, settings });
  const { counties, problems } = await reckonAssessment(asSystem(db, by.root), setting, year, asOf, settings);
  if (problems.length === 0) await saveAssessment(db, at, { year, version: 1, asOf, settings, result: counties });
  return problems;
}

/** A version of an index: published with what it was reckoned to be, or left as a draft that follows the ledger whenever it is opened. */
export async function loadIndex(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  by: RecordedBy,
  { isPublished, today, ...index }: { name: string; revision: string; spec: IndexSpec; isPublished: boolean; today: string },
): Promise<void> {
  const id = await insertIndex(db, by, index);
  if (!isPublished) return;
  const result = await reckonIndex({ ...asSystem(db, by.root), today }, setting, index.spec);
  if (result.problems.length === 0) await changeIndex(db, by, id, { result });
}
