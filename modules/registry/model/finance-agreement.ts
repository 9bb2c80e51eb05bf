// Lays the figures of one year from several sources side by side and says where they disagree and how gravely.
import { compareDecimals, shiftPoint } from '#kernel/fields/decimal-text.ts';
import { type FinanceItem, type FinanceKey, type FinanceSourceCode, type FinanceValues, financeItems } from './finance-items.ts';

export interface SourceFigures {
  readonly source: FinanceSourceCode;
  readonly values: FinanceValues;
}

export interface Disagreement {
  readonly key: FinanceKey;
  readonly name: string;
  /** `conflict` blocks a recognition; `calibre` wants an explanation. */
  readonly level: 'conflict' | 'calibre';
  readonly sources: readonly FinanceSourceCode[];
  /** Largest minus smallest, in the item's unit. */
  readonly gap: string;
  readonly says: string;
}

/** 0.01 万元, the tolerance of the three-way comparison for recognition. */
export const toleranceYuan = '100';

/** Statistics round to 千元 and follow their own calibre, so they do not take part where amounts must be equal. */
const comparable: Readonly<Record<NonNullable<FinanceItem['agree']>, readonly FinanceSourceCode[]>> = {
  equal: ['AUDIT', 'TAX', 'APPLICATION'],
  exact: ['AUDIT', 'TAX', 'APPLICATION'],
  calibre: ['AUDIT', 'TAX', 'APPLICATION', 'STATISTICS'],
};

function difference(high: string, low: string): string {
  const scaled = BigInt(shiftPoint(high, 2)) - BigInt(shiftPoint(low, 2));
  return shiftPoint(String(scaled), -2);
}

function isFar(kind: NonNullable<FinanceItem['agree']>, high: string, gap: string): boolean {
  if (kind === 'equal') return compareDecimals(gap, toleranceYuan) > 0;
  if (kind === 'exact') return compareDecimals(gap, '0') > 0;
  // More than a tenth of the larger figure: ten times the gap exceeds it.
  return compareDecimals(shiftPoint(gap, 1), high) > 0;
}

/** In 万元 to two places, half away from zero; a gap of less in yuan. */
function amountWords(yuan: string): string {
  const fen = BigInt(shiftPoint(yuan, 2));
  const hundredths = (fen + 5_000n) / 10_000n;
  return hundredths === 0n ? `${yuan}元` : `${shiftPoint(String(hundredths), -2)}万元`;
}

function said(item: FinanceItem, kind: NonNullable<FinanceItem['agree']>, gap: string): string {
  const amount = item.unit === '元' ? amountWords(gap) : `${gap}人`;
  return kind === 'calibre' ? `${item.name}各来源相差${amount}，超过一成，请说明口径差异` : `${item.name}各来源相差${amount}，应当一致`;
}

/** Sources that say nothing of an item are left out: unknown disagrees with nobody. */
export function disagreements(figures: readonly SourceFigures[]): readonly Disagreement[] {
  return financeItems.flatMap((item): Disagreement[] => {
    const kind: FinanceItem['agree'] = item.agree;
    if (kind === undefined) return [];
    const known = figures
      .filter((each) => comparable[kind].includes(each.source))
      .flatMap(({ source, values }) => {
        const value = values[item.key];
        return value === null ? [] : [{ source, value }];
      })
      .sort((a, b) => compareDecimals(a.value, b.value));
    const [low, high] = [known[0], known.at(-1)];
    if (low === undefined || high === undefined || low === high) return [];
    const gap = difference(high.value, low.value);
    if (!isFar(kind, high.value, gap)) return [];
    const level = kind === 'calibre' ? 'calibre' : 'conflict';
    return [{ key: item.key, name: item.name, level, sources: known.map((each) => each.source), gap, says: said(item, kind, gap) }];
  });
}
