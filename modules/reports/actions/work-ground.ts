// Reads from the ledger all that a work report asks, in a few statements, and composes the report on it.
import type { Transaction } from 'kysely';
import type { Formula, Indicator } from '#kernel/declare/indicator.ts';
import { measuresOf } from '#kernel/declare/indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import type { Period } from '#modules/figures/contract.ts';
import { Refusal } from '#platform/refusal.ts';
import { childrenOf, currentCode, findRegion, regionName, regionShortName, regions } from '#vocabularies/regions/regions.ts';
import { compose } from '../model/writer/compose.ts';
import { yearsBack } from '../model/writer/history-table.ts';
import { baseOf, isDerived, nameIndexOf } from '../model/writer/names.ts';
import { insertsIn, inYear } from '../model/writer/placeholders.ts';
import type { Scene } from '../model/writer/sentence.ts';
import type { Composed, Outline, ReportKind } from '../model/writer/shapes.ts';
import { formulasOf, type Ground, isPublished, yearBefore } from '../model/writer/standing.ts';
import type { ReportsSetting } from '../setting.ts';

/** All that can be told: what the ledger reckons, and what others publish. */
export const tellable = ({ indicators, published }: ReportsSetting['catalogue']): ReadonlyMap<string, Indicator> =>
  new Map<string, Indicator>([...indicators, ...published]);

export interface WorkSpec {
  readonly region: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly title: string;
  readonly outline: Outline;
}

type Db = Transaction<unknown>;

/** The days that a report speaks of; of a year that still runs, those up to today. */
export function spanOf({ year, kind }: Pick<WorkSpec, 'year' | 'kind'>, today: string): Period {
  const end = kind === 'half' ? `${year}-06-30` : `${year}-12-31`;
  return { from: `${year}-01-01`, to: today < end ? today : end };
}

/** A place of the city by its full or short name; one that was merged is told with what it became. */
function placeNamed(root: string, name: string, day: string): ReturnType<Ground['place']> {
  const isIt = (code: string): boolean => regionName(code) === name || regionShortName(code) === name;
  if (isIt(root)) return { code: root };
  const standing = childrenOf(root).find(({ code }) => isIt(code));
  if (standing !== undefined) return { code: standing.code };
  const past = regions.items.find((region) => region.parent === root && (region.name === name || region.short === name));
  if (past === undefined) return undefined;
  const now = currentCode(past.code, day);
  return { gone: now === undefined ? `“${name}”已不存在` : `“${name}”已并入“${regionName(now)}”，请写“${regionName(now)}”` };
}

/** The code of an office's place, given by name or code; without either the city's own. */
export function officePlace(root: string, office: string | undefined): string {
  if (office === undefined || office === root || childrenOf(root).some(({ code }) => code === office)) return office ?? root;
  const name = office.replace(/(?:科学技术局|科技局)$/, '');
  const found = placeNamed(root, name, '9999-12-31');
  if (found !== undefined && 'code' in found) return found.code;
  const known = [root, ...childrenOf(root).map(({ code }) => code)].map(regionShortName).join('、');
  throw new Refusal('NO_SUCH_OFFICE', `没有“${office}”这个单位${found === undefined ? '' : `：${found.gone}`}。可写：${known}。`, {
    status: 400,
  });
}

/** Every indicator that the outline and the paragraphs name, with those that they are derived from. */
function indicatorsAsked(
  setting: ReportsSetting,
  outline: Outline,
  texts: ReadonlyMap<string, string>,
  aimed: Iterable<string>,
): Indicator[] {
  const indicators = tellable(setting.catalogue);
  const names = nameIndexOf(indicators.values());
  const asked = new Set<string>(aimed);
  for (const { items } of outline) for (const item of items) for (const id of item.indicators) asked.add(id);
  for (const text of texts.values()) for (const insert of insertsIn(text)) for (const { id } of names.named(insert.name)) asked.add(id);
  const found = [...asked].flatMap((id) => indicators.get(id) ?? []);
  return [...new Set(found.flatMap((one) => (isDerived(one) ? [one, baseOf(one, indicators.values()) ?? one] : [one])))];
}

export interface GroundAsked {
  readonly root: string;
  readonly indicators: readonly Indicator[];
  readonly spans: readonly Period[];
  readonly years: readonly number[];
  readonly known: string | null;
  readonly today: string;
}

const publisherOf = (indicator: Indicator | undefined): string | undefined =>
  indicator !== undefined && isPublished(indicator) ? `${indicator.publisher}公布` : undefined;

export async function groundOf(db: Db, { ledger, catalogue }: ReportsSetting, asked: GroundAsked): Promise<Ground> {
  const { root, indicators, known, today } = asked;
  const formulas = indicators.flatMap((indicator) => formulasOf(indicator));
  const spans = asked.spans.flatMap((span) => [span, yearBefore(span)]);
  // Published values are read of all years at once.
  const spansOf = (formula: Formula) => (measuresOf(formula).length === 0 ? spans.slice(0, 1) : spans);
  const open = await ledger.open(
    db,
    root,
    formulas.flatMap((formula) => spansOf(formula).map((period) => ({ formula, period }))),
    known,
  );
  const first = await ledger.firstDays(db, root, [...new Set(formulas.flatMap((formula) => measuresOf(formula)))], known);
  const aims = new Map<string, { value: string; bound: string; document: string }>();
  for (const year of new Set(asked.years)) {
    for (const target of await ledger.targets(db, root, year, known)) aims.set(`${target.indicator}|${target.region}|${year}`, target);
  }
  return {
    root,
    open,
    firstDay: (measure) => first.get(measure),
    aim: (indicator, region, year) => {
      const aim = aims.get(`${indicator}|${region}|${year}`);
      return aim === undefined ? undefined : { ...aim, value: decimal(aim.value) };
    },
    inWords: (formula) => ledger.inWords(formula),
    sourceOf: (id) =>
      publisherOf(catalogue.published.get(id)) ??
      [...catalogue.systems, ...catalogue.shared].find(({ indicators: own = [] }) => own.some((one) => one.id === id))?.name ??
      '指标台账',
    regionName: (code) => ledger.regionName(code),
    place: (name) => placeNamed(root, name, today),
  };
}

export interface Asker {
  readonly db: Db;
  readonly root: string;
  readonly today: string;
}

const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** Each is held against the year before it, which is read along. */
const pastYears = ({ outline, year }: WorkSpec): readonly Period[] =>
  outline.some(({ items }) => items.some(({ kind }) => kind === 'history'))
    ? Array.from({ length: yearsBack }, (_, i) => wholeYear(year - yearsBack + i))
    : [];

const yearsIn = (texts: ReadonlyMap<string, string>): number[] =>
  [...texts.values()].flatMap((text) => insertsIn(text).flatMap(({ year }) => (year === null ? [] : [year])));

/** The ground and the scene of a report; also for what is only looked up beside it. */
export async function sceneOf(
  { db, root, today }: Asker,
  setting: ReportsSetting,
  spec: WorkSpec,
  texts: ReadonlyMap<string, string>,
  known: string | null,
  more: readonly Indicator[] = [],
): Promise<Scene> {
  const span = spanOf(spec, known !== null && known < today ? known : today);
  const years = [spec.year, spec.year + 1];
  const aimed = (await Promise.all(years.map((year) => setting.ledger.targets(db, root, year, known))))
    .flat()
    .map(({ indicator }) => indicator);
  const told = yearsIn(texts);
  const ground = await groundOf(db, setting, {
    root,
    indicators: [...new Set([...indicatorsAsked(setting, spec.outline, texts, aimed), ...more])],
    // The year before as a whole for estimates; the years of a table over the years.
    spans: [span, wholeYear(spec.year - 1), ...pastYears(spec), ...told.map((year) => inYear(span, year))],
    years: [...years, ...told],
    known,
    today,
  });
  return { ground, region: spec.region, span, year: spec.year };
}

export async function composeWork(
  asker: Asker,
  setting: ReportsSetting,
  spec: WorkSpec,
  texts: ReadonlyMap<string, string>,
  known: string | null,
): Promise<Composed> {
  const scene = await sceneOf(asker, setting, spec, texts, known);
  return compose({
    scene,
    title: spec.title,
    outline: spec.outline,
    texts,
    indicators: tellable(setting.catalogue),
    counties: setting.ledger.countiesOf(asker.root),
    aimYear: spec.kind === 'half' ? spec.year : spec.year + 1,
    known,
  });
}

export const isFictional = (root: string): boolean => findRegion(root)?.fictional === true;
