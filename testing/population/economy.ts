// The true figures of a firm, year by year, before any source states them.
import { type Fen, fenOf, part } from './amounts.ts';
import type { Profile } from './profile.ts';
import { Random } from './random.ts';
import type { RecognitionApplication } from './types.ts';

export interface TrueYear {
  readonly year: number;
  readonly sales: Fen;
  readonly grossIncome: Fen;
  readonly nonTaxableIncome: Fen;
  readonly highTechIncome: Fen;
  readonly totalAssets: Fen;
  readonly totalLiabilities: Fen;
  readonly rdExpense: Fen;
  readonly profit: Fen;
  readonly netProfit: Fen;
  readonly tax: Fen;
  readonly staff: number;
  readonly scienceStaff: number;
}

/** 国科发火〔2016〕32号 第十一条（五）: 5, 4 or 3 per cent by the sales of the last year. */
const requiredRatio = (sales: Fen): number => (sales <= 5_000_000_000 ? 0.05 : sales <= 20_000_000_000 ? 0.04 : 0.03);

/** What the outcomes of its applications say about a firm's figures. */
interface Constraints {
  /** Years that count towards a granted application. */
  readonly sound: ReadonlySet<number>;
  /** Years in which the R&D ratio is below the line. */
  readonly lowRd: ReadonlySet<number>;
  readonly lowHighTech: ReadonlySet<number>;
  readonly lowScience: ReadonlySet<number>;
}

function constraintsOf(applications: readonly Pick<RecognitionApplication, 'year' | 'outcome' | 'reasons'>[]): Constraints {
  const three = (year: number) => [year - 3, year - 2, year - 1];
  const granted = applications.filter((each) => each.outcome === 'granted').flatMap((each) => three(each.year));
  const having = (reason: string) => applications.filter((each) => each.reasons.some((code) => code === reason));
  const sound = new Set(granted);
  return {
    sound,
    lowRd: new Set(
      having('R01')
        .flatMap((each) => three(each.year))
        .filter((year) => !sound.has(year)),
    ),
    lowHighTech: new Set(having('R04').map((each) => each.year - 1)),
    lowScience: new Set(having('R05').map((each) => each.year - 1)),
  };
}

function staffOf(random: Random, profile: Profile, year: number, lastYear: number, growth: number): number {
  const past = profile.staff / (1 + growth * 0.6) ** (lastYear - year);
  return Math.max(1, Math.round(past * random.between(0.97, 1.03)));
}

function scienceStaffOf(random: Random, profile: Profile, staff: number, isLow: boolean): number {
  if (isLow) return Math.floor(staff * random.between(0.03, 0.094));
  if (!profile.isTechnology) return random.chance(0.1) ? Math.floor(staff * random.between(0, 0.08)) : 0;
  return Math.min(staff, Math.ceil(staff * random.between(0.11, 0.16 + profile.quality * 0.25)));
}

/** True figures of the years from `from` (or the founding) to `to`, the earliest first. */
export function trueYears(
  profile: Profile,
  applications: readonly Pick<RecognitionApplication, 'year' | 'outcome' | 'reasons'>[],
  { from, to, lastYear, seed }: { from: number; to: number; lastYear: number; seed: number },
): TrueYear[] {
  const random = new Random(seed, 2, profile.serial);
  const founded = Number(profile.foundedOn.slice(0, 4));
  const growth = random.normal(0.06 + (profile.isTechnology ? profile.quality * 0.1 : 0), 0.07);
  const limits = constraintsOf(applications);
  const made: TrueYear[] = [];
  // The strictest line that any of its years could fall under, so that three years together stay above theirs.
  const strictest = requiredRatio(fenOf((profile.staff * profile.perHead) / 4));
  const doesRd = profile.isTechnology || random.chance(0.03);
  const assetRatio = random.between(0.7, 1.7);
  const debtRatio = random.between(0.25, 0.75);
  for (let year = Math.max(from, founded); year <= to; year += 1) {
    const staff = staffOf(random, profile, year, lastYear, growth);
    // The year of the founding is a part of a year.
    const share = year === founded ? (13 - Number(profile.foundedOn.slice(5, 7))) / 12 : 1;
    const sales = fenOf(
      (staff * profile.perHead * share * random.between(0.9, 1.1)) / (1 + Math.max(-0.1, growth) * 0.4) ** (lastYear - year),
    );
    const grossIncome = sales + part(sales, random.between(0, 0.03));
    const ratio = limits.lowRd.has(year) ? random.between(0.25, 0.85) * 0.03 : strictest * random.between(1.08, 1.3 + profile.quality);
    const totalAssets = part(sales, assetRatio * random.between(0.95, 1.05)) + fenOf(200_000);
    const profit = part(sales, random.normal(0.05 + profile.quality * 0.04, 0.05));
    made.push({
      year,
      sales,
      grossIncome,
      nonTaxableIncome: random.chance(0.25) ? part(grossIncome, random.between(0, 0.01)) : 0,
      highTechIncome: profile.isTechnology
        ? part(grossIncome, limits.lowHighTech.has(year) ? random.between(0.3, 0.58) : random.between(0.63, 0.96))
        : 0,
      totalAssets,
      totalLiabilities: part(totalAssets, Math.min(0.98, debtRatio * random.between(0.93, 1.07))),
      rdExpense: doesRd ? part(sales, profile.isTechnology ? ratio : random.between(0.005, 0.02)) : 0,
      profit,
      netProfit: profit <= 0 ? profit : part(profit, profile.isTechnology ? 0.85 : 0.76),
      tax: part(sales, random.between(0.02, 0.06)),
      staff,
      scienceStaff: scienceStaffOf(random, profile, staff, limits.lowScience.has(year)),
    });
  }
  return made;
}
