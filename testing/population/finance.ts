// What each source states of a firm's year: audit, tax, application and statistics, with the disagreements that they really have.
import type { FinanceSourceCode } from '#vocabularies/enterprises/finance-sources.ts';
import { amount, part } from './amounts.ts';
import type { TrueYear } from './economy.ts';
import { Random } from './random.ts';
import type { FinanceFigures, RecognitionApplication, YearlyFinance } from './types.ts';

type Told = Pick<RecognitionApplication, 'year' | 'outcome' | 'reasons'>;

const money = <K extends string>(figures: Readonly<Record<K, number>>): Record<K, string> => {
  const told = {} as Record<K, string>;
  for (const key of Object.keys(figures) as K[]) told[key] = amount(figures[key]);
  return told;
};

function audit(year: TrueYear): FinanceFigures {
  const { sales, grossIncome, nonTaxableIncome, totalAssets, totalLiabilities, rdExpense, profit, netProfit } = year;
  const netAssets = totalAssets - totalLiabilities;
  // The line of the income statement leaves out what was capitalised.
  const incomeStatementRd = part(rdExpense, 0.97);
  return money({
    sales,
    grossIncome,
    nonTaxableIncome,
    totalAssets,
    totalLiabilities,
    netAssets,
    rdExpense,
    incomeStatementRd,
    profit,
    netProfit,
  });
}

function tax(random: Random, year: TrueYear, disagrees: boolean, unsupported: boolean): FinanceFigures {
  const factor = disagrees ? 1 + random.between(0.01, 0.12) * (random.chance(0.75) ? -1 : 1) : 1;
  const sales = part(year.sales, factor);
  const grossIncome = sales + (year.grossIncome - year.sales);
  const totalAssets = disagrees && random.chance(0.4) ? part(year.totalAssets, factor) : year.totalAssets;
  const { nonTaxableIncome, totalLiabilities, profit } = year;
  const netAssets = totalAssets - totalLiabilities;
  const told = money({ sales, grossIncome, nonTaxableIncome, totalAssets, totalLiabilities, netAssets, profit, tax: year.tax });
  // The base of the super deduction is narrower than the special audit; unsupported R&D is hardly deducted at all.
  const rdExpense =
    year.rdExpense === 0 ? {} : money({ rdExpense: part(year.rdExpense, unsupported ? random.between(0, 0.4) : random.between(0.72, 1)) });
  return { ...told, ...rdExpense, insuredStaff: String(Math.max(1, Math.round(year.staff * random.between(0.86, 1.02)))) };
}

function applicationForm(year: TrueYear, isLast: boolean): FinanceFigures {
  const { sales, grossIncome, nonTaxableIncome, highTechIncome, totalAssets, totalLiabilities, rdExpense } = year;
  const each = money({ sales, totalAssets, totalLiabilities, netAssets: totalAssets - totalLiabilities, rdExpense });
  if (!isLast) return each;
  const last = money({ grossIncome, nonTaxableIncome, highTechIncome });
  return { ...each, ...last, staff: String(year.staff), scienceStaff: String(year.scienceStaff) };
}

/** Statistics report in thousands of yuan and count R&D by their own calibre. */
function statistics(random: Random, year: TrueYear): FinanceFigures {
  const thousands = (fen: number) => Math.round(fen / 100_000) * 100_000;
  const rdExpense = thousands(part(year.rdExpense, random.chance(0.15) ? random.between(0.6, 0.88) : random.between(0.92, 1.06)));
  const told = money({ sales: thousands(year.sales), profit: thousands(year.profit), rdExpense });
  return { ...told, staff: String(year.staff), scienceStaff: String(year.scienceStaff) };
}

const order: readonly FinanceSourceCode[] = ['AUDIT', 'TAX', 'APPLICATION', 'STATISTICS'];

/** All that is stated of a firm's years. `isReporting` says whether it reports to statistics. */
export function stated(years: readonly TrueYear[], applications: readonly Told[], isReporting: boolean, seed: number): YearlyFinance[] {
  const random = new Random(seed);
  const covered = new Set(applications.flatMap(({ year }) => [year - 3, year - 2, year - 1]));
  const lasts = new Set(applications.map(({ year }) => year - 1));
  const because = (reason: string, year: number) =>
    applications.some((each) => each.year - 1 === year && each.reasons.some((code) => code === reason));
  const found: YearlyFinance[] = [];
  for (const truth of years) {
    const { year } = truth;
    const isCovered = covered.has(year);
    // Small slips that a review catches or forgives: about one granted file in thirty.
    const slips = isCovered && lasts.has(year) && random.chance(0.03);
    const by: Record<FinanceSourceCode, FinanceFigures | null> = {
      AUDIT: isCovered ? audit(truth) : null,
      TAX: tax(random, truth, slips || because('R03', year), because('R02', year)),
      APPLICATION: isCovered ? applicationForm(truth, lasts.has(year)) : null,
      STATISTICS: isReporting ? statistics(random, truth) : null,
    };
    for (const source of order) {
      const values = by[source];
      if (values !== null) found.push({ year, source, values });
    }
  }
  return found;
}
