// Targets of the demonstration: values from outside by county, and targets of three years for every indicator, decomposed to the counties.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { IndexSpec } from '#modules/figures/model/index-shapes.ts';
import type { PlanDraft } from '#modules/figures/model/target-shapes.ts';
import { type Ground, loadIndex, loadOutside, loadPlans, type PastPlan } from '#modules/figures/seeds.ts';
import { systemActor } from '#platform/actor.ts';
import {
  demonstrationCity,
  demonstrationCounties,
  demonstrationProvince,
  demonstrationSisters,
} from '#vocabularies/regions/demonstration-city.ts';
import { figuresSetting } from '../settings.ts';

const gdp = '地区生产总值';
const research = '全社会研发经费支出';
const people = '常住人口';
const yi = 100_000_000n;

/** Billions that grow by six in a hundred a year; research follows how technical a county is. All of it is made up. */
function outsideValues(years: readonly number[]) {
  return years.flatMap((year, i) =>
    demonstrationCounties.flatMap(({ code, name, economy, technology }) => {
      const output = (BigInt(Math.round(economy * 32 * 1.06 ** i)) * yi) / 10n;
      const spent = (output * BigInt(Math.round(Math.sqrt(technology) * 19 + i * 4 + (economy % 7)))) / 10_000n;
      const row = { region: code, place: name, year, unit: '元' };
      return [
        { ...row, name: gdp, indicator: 'gdp', value: String(output) },
        { ...row, name: research, indicator: 'rd-expenditure', value: String((spent / 10_000n) * 10_000n) },
      ];
    }),
  );
}

/** Of the city, the province and the other cities, in 亿元 of output and ten-thousandths of it for research, and in 万人. All of it is made up. */
const cities: readonly (readonly [string, string, number, number, number])[] = [
  [demonstrationCity.code, demonstrationCity.name, 3_180, 214, 486],
  [demonstrationProvince.code, demonstrationProvince.name, 15_900, 176, 3_120],
  [demonstrationSisters[0].code, demonstrationSisters[0].name, 4_260, 189, 640],
  [demonstrationSisters[1].code, demonstrationSisters[1].name, 1_740, 121, 395],
  [demonstrationSisters[2].code, demonstrationSisters[2].name, 2_050, 158, 372],
];

function cityValues(years: readonly number[]) {
  return years.flatMap((year, i) =>
    cities.flatMap(([region, place, economy, research10000, population]) => {
      const output = BigInt(Math.round(economy * 1.055 ** i)) * yi;
      const row = { region, place, year };
      return [
        { ...row, unit: '元', name: gdp, indicator: 'gdp', value: String(output) },
        {
          ...row,
          unit: '元',
          name: research,
          indicator: 'rd-expenditure',
          value: String((output * BigInt(research10000 + i * 5)) / 10_000n),
        },
        { ...row, unit: '人', name: people, indicator: 'population', value: String((population + i * 3) * 10_000) },
      ];
    }),
  );
}

const weights = [20, 10, 10, 5, 5, 10, 10, 10, 10, 10];

type Kind = Indicator['formula']['kind'];
const modes: Readonly<Partial<Record<Kind, string>>> = { stock: 'MIXED', sum: 'COMPLETION', change: 'COMPLETION', rank: 'THRESHOLD' };
const bounds: Readonly<Partial<Record<Kind, PlanDraft['bound']>>> = { stock: '突破', sum: '达到', rank: '不低于' };

function draftOf({ unit, formula }: Indicator, year: number, index: number): PlanDraft {
  const isShared = formula.kind === 'stock' || formula.kind === 'sum';
  return {
    unit: unit === '元' ? '万元' : unit,
    cityValue: formula.kind === 'growth' ? '8' : formula.kind === 'ratio' ? '35' : null,
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
      return () => '8';
    case 'ratio':
      return () => '35';
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

export async function seedTargets(db: Transaction<unknown>, root: string, today: string): Promise<number> {
  const now = Number(today.slice(0, 4));
  const { accountId: account } = systemActor(root);
  const by = { root, account, name: '澜江市科学技术局规划处' };
  const years = Array.from({ length: 6 }, (_, i) => now - 6 + i);
  const recorded = { ...by, now: new Date(`${now}-01-15T10:00:00+08:00`) };
  await loadOutside(db, recorded, '澜江市统计资料（演示，数据均为虚构）', [...outsideValues(years), ...cityValues(years)]);
  await loadIndex(db, recorded, { name: '澜江市创新指数（演示）', revision: '', spec: indexSpec(years) });
  const plans = [now - 2, now - 1, now].flatMap((year) =>
    [...catalogue.indicators.values()].slice(0, weights.length).map((indicator, index): PastPlan => {
      const hand = byHand(indicator);
      const { kind } = indicator.formula;
      return {
        indicator: indicator.id,
        year,
        draft: { ...draftOf(indicator, year, index), ...(kind === 'change' ? { cityValue: '83' } : {}) },
        issuedAt: new Date(`${year}-01-22T10:00:00+08:00`),
        ...(kind === 'stock' || kind === 'sum' ? { cityValue: grown(indicator.unit) } : {}),
        ...(hand === undefined ? {} : { byHand: hand }),
      };
    }),
  );
  return loadPlans(db, figuresSetting, by, plans, today);
}
