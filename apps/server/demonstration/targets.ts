// Targets of the demonstration: of three years for every indicator, decomposed to the counties, with what was assessed and the index made of it.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { usualSettings } from '#modules/figures/model/assessment-shapes.ts';
import type { IndexSpec } from '#modules/figures/model/index-shapes.ts';
import type { PlanDraft } from '#modules/figures/model/target-shapes.ts';
import { type Ground, loadAssessment, loadIndex, loadPlans, type PastPlan } from '#modules/figures/seeds.ts';
import { systemActor } from '#platform/actor.ts';
import { demonstrationCounties } from '#vocabularies/regions/demonstration-city.ts';
import { figuresSetting } from '../settings.ts';
import { gdp, research, seedOutside, yi } from './outside-values.ts';

/** Of the first indicators of the ledger, and of what is published. */
const weights = [15, 10, 10, 5, 5, 10, 10, 10, 10, 5];
const publishedWeight = 10;

type Kind = Indicator['formula']['kind'];
const modes: Readonly<Partial<Record<Kind, string>>> = { stock: 'MIXED', sum: 'COMPLETION', change: 'COMPLETION', rank: 'THRESHOLD' };
const bounds: Readonly<Partial<Record<Kind, PlanDraft['bound']>>> = { stock: '突破', sum: '达到', rank: '不低于' };

function draftOf({ unit, formula }: Indicator, year: number, index: number): PlanDraft {
  const isShared = formula.kind === 'stock' || formula.kind === 'sum';
  return {
    unit: unit === '元' ? '万元' : unit,
    cityValue: formula.kind === 'growth' ? '10' : formula.kind === 'ratio' ? '70' : null,
    bound: bounds[formula.kind] ?? '达到',
    method: isShared ? 'CAPACITY_SHARE' : 'INDIVIDUAL',
    growth: null,
    gapFactor: null,
    alpha: isShared ? '0.8' : null,
    beta: isShared ? '0.1' : null,
    gamma: isShared ? '0.1' : null,
    quantum: null,
    gdpSource: isShared ? `outside:${gdp}` : null,
    potentialSource: isShared ? `outside:${research}` : null,
    byHand: [],
    document: { name: `关于下达${year}年度科技工作目标的通知（演示）`, number: `澜科发〔${year}〕${8 + index}号`, day: `${year}-01-20` },
    months: null,
    scoring: { mode: modes[formula.kind] ?? 'THRESHOLD', weight: String(weights[index] ?? 0), direction: null, parameters: {} },
  };
}

const knownOf = (ground: Ground): Rational => ('known' in ground.last ? ground.last.known : Rational.zero);

/** What a county is asked for where no method helps: its own place, a little more of its share, a net gain by its size. */
function byHand({ formula }: Indicator): PastPlan['byHand'] {
  const economy = new Map(demonstrationCounties.map(({ code, economy }) => [code, economy]));
  switch (formula.kind) {
    case 'growth':
      return () => '10';
    case 'ratio':
      return () => '70';
    case 'share-of-parent':
      return (ground) => formatPlain(knownOf(ground).times(100), 2);
    case 'rank':
      return (ground) => formatPlain(knownOf(ground), 0);
    case 'change':
      return ({ region }) => String(Math.max(1, Math.round((economy.get(region) ?? 10) / 12)));
    default:
      return undefined;
  }
}

/** Up by a tenth on last year, rounded up to the step of the unit. */
const grown =
  (unit: string) =>
  (last: Rational): string =>
    formatPlain(
      Rational.of(
        last
          .times(Rational.of(11, 10))
          .dividedBy(unit === '元' ? 10_000 : 1)
          .rounded(),
      ),
      0,
    );

/** Four pillars out of what the ledger and the made-up values from outside have. */
function indexSpec(years: readonly number[]): IndexSpec {
  const item = (id: string, name: string, pillar: string, weight: string, source: string, divisor: string | null = null) => ({
    id,
    name,
    pillar,
    weight,
    source,
    divisor,
    direction: 'POSITIVE' as const,
    target: null,
  });
  const first = [...catalogue.indicators.values()];
  const of = (kind: Kind, skip = 0): string => `indicator:${first.filter(({ formula }) => formula.kind === kind)[skip]?.id ?? ''}`;
  return {
    method: 'BASE_YEAR',
    weighting: 'GIVEN',
    fromYear: years[0] ?? 2020,
    toYear: years.at(-1) ?? 2025,
    baseYear: years[0] ?? 2020,
    scaleFloor: '0',
    matrix: null,
    items: [
      item('research', research, '创新投入', '0.15', `outside:${research}`),
      item('intensity', '研发经费投入强度', '创新投入', '0.15', `outside:${research}`, `outside:${gdp}`),
      item('firms', '高新技术企业总数', '创新主体', '0.25', of('stock')),
      item('applications', '高新技术企业申报数', '创新主体', '0.1', of('sum')),
      item('granted', '高新技术企业认定通过数', '创新产出', '0.15', of('sum', 2)),
      item('output', '地区生产总值', '创新绩效', '0.2', `outside:${gdp}`),
    ],
  };
}

const countyCalled = (name: string): string =>
  demonstrationCounties.find((county) => county.name === name || county.short === name)?.code ?? '';

/** A big project came to another county: its firms go with it, and the city's target stands. */
function moveTwelve(targets: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [from, to] = [countyCalled('澜滨区'), countyCalled('高新区')];
  const [gives, gets] = [Number(targets.get(from) ?? '0'), Number(targets.get(to) ?? '0')];
  return new Map([
    [from, String(gives - 12)],
    [to, String(gets + 12)],
  ]);
}

const adjustedBy = (year: number): NonNullable<PastPlan['adjusted']> => ({
  at: new Date(`${year}-07-06T10:00:00+08:00`),
  document: { name: `关于调整部分县区${year}年度科技工作目标的通知（演示）`, number: `澜科发〔${year}〕41号`, day: `${year}-07-05` },
  reason: '澜滨区部分企业整体迁入高新区，经市科技局局长办公会研究同意调整',
  change: moveTwelve,
});

/** What should have come in by the end of each month: applications in rounds, recommendations after them, recognitions at the end of the year. */
const rounds: Readonly<Record<string, readonly string[]>> = {
  高新技术企业申报数: ['0', '0', '0.02', '0.05', '0.12', '0.22', '0.32', '0.42', '0.52', '0.6', '0.66', '1'],
  高新技术企业推荐数: ['0', '0', '0', '0', '0.02', '0.05', '0.08', '0.1', '0.12', '0.14', '0.16', '1'],
  高新技术企业认定通过数: ['0', '0', '0', '0', '0', '0', '0', '0', '0.02', '0.05', '0.08', '1'],
};

function ledgerPlan(indicator: Indicator, year: number, index: number, now: number): PastPlan {
  const hand = byHand(indicator);
  const { kind } = indicator.formula;
  const draft = draftOf(indicator, year, index);
  const months = rounds[indicator.name];
  return {
    indicator: indicator.id,
    year,
    draft: { ...draft, ...(kind === 'change' ? { cityValue: '83' } : {}), ...(months === undefined ? {} : { months: [...months] }) },
    issuedAt: new Date(`${year}-01-22T10:00:00+08:00`),
    ...(kind === 'stock' || kind === 'sum' ? { cityValue: grown(indicator.unit) } : {}),
    ...(hand === undefined ? {} : { byHand: hand }),
    ...(index === 0 && year === now ? { adjusted: adjustedBy(year) } : {}),
  };
}

/** What the statistics office publishes the year after is a target too. */
function researchPlan(year: number): PastPlan {
  const document = { name: `关于下达${year}年度科技工作目标的通知（演示）`, number: `澜科发〔${year}〕7号`, day: `${year}-01-20` };
  return {
    indicator: 'rd-expenditure',
    year,
    draft: {
      ...{ unit: '亿元', cityValue: null, bound: '达到', method: 'CAPACITY_SHARE', growth: null, gapFactor: null, quantum: null },
      ...{ alpha: '1', beta: '0', gamma: '0', gdpSource: null, potentialSource: null, byHand: [], document, months: null },
      scoring: { mode: 'COMPLETION', weight: String(publishedWeight), direction: null, parameters: {} },
    },
    issuedAt: new Date(`${year}-01-22T10:00:00+08:00`),
    cityValue: (last) => formatPlain(Rational.of(last.times(Rational.of(108, 100)).dividedBy(yi).rounded()), 0),
  };
}

const planners = (root: string) => ({ root, account: systemActor(root).accountId, name: '澜江市科学技术局规划处' });
const indexName = '澜江市创新指数（演示）';

const yearsBefore = (now: number): readonly number[] => Array.from({ length: 6 }, (_, i) => now - 6 + i);

export async function seedTargets(db: Transaction<unknown>, root: string, today: string): Promise<number> {
  const now = Number(today.slice(0, 4));
  const by = planners(root);
  const years = yearsBefore(now);
  await seedOutside(db, by, years, today);
  const plans = [now - 2, now - 1, now].flatMap((year) => [
    ...[...catalogue.indicators.values()].slice(0, weights.length).map((indicator, index) => ledgerPlan(indicator, year, index, now)),
    researchPlan(year),
  ]);
  return loadPlans(db, figuresSetting, by, plans, today);
}

/** After everything else has come into the ledger: last year is assessed, and the index is published and taken up anew. */
export async function seedResults(db: Transaction<unknown>, root: string, today: string): Promise<readonly string[]> {
  const now = Number(today.slice(0, 4));
  const by = planners(root);
  const document = `澜科督〔${now}〕2号`;
  const [zone, county, other] = [countyCalled('高新区'), countyCalled('禾川县'), countyCalled('望澜区')];
  const settings = {
    ...usualSettings,
    // Districts and zones are of the first class, counties of the second.
    firstClass: demonstrationCounties.filter(({ name }) => !/[县市]$/.test(name)).map(({ code }) => code),
    adjustments: [
      { region: zone, kind: 'bonus', points: '2', reason: '承担省级改革试点并获通报表扬', document },
      { region: county, kind: 'bonus', points: '1', reason: '科技特派员工作经验在全省推广', document },
      { region: other, kind: 'deduction', points: '3', reason: '两次逾期报送数据', document },
    ],
  };
  const problems = await loadAssessment(db, figuresSetting, by, {
    year: now - 1,
    settings,
    issuedAt: new Date(`${now}-02-24T10:00:00+08:00`),
  });
  // Nothing was recognised in the first year of the history: the index begins with the second.
  const spec = indexSpec(yearsBefore(now).slice(1));
  const published = { ...by, now: new Date(`${now}-03-18T10:00:00+08:00`) };
  await loadIndex(db, figuresSetting, published, { name: indexName, revision: '', spec, isPublished: true, today });
  const weighed = spec.items.map((item) => ({
    ...item,
    weight: item.id === 'granted' ? '0.2' : item.id === 'applications' ? '0.05' : item.weight,
  }));
  const draft = { ...by, now: new Date(`${now}-09-02T10:00:00+08:00`) };
  const revision = '提高认定通过数的权重，降低申报数的权重（演示）';
  await loadIndex(db, figuresSetting, draft, { name: indexName, revision, spec: { ...spec, items: weighed }, isPublished: false, today });
  return problems;
}
