// Progressive tiers (超额累进分段): each slice of an amount at its own rate, shared by the calculations that use them.
import { greater, listOf, money, optional, Rational, type Reading, ratio, record, required, smaller } from './frame/index.ts';

export interface Tier {
  /** Null in the last tier: no limit. */
  readonly upTo: Rational | null;
  readonly rate: Rational;
}

/** The `tiers` of `parameters`. */
export const tierList = listOf(record({ upTo: optional('分段上限（元，最后一段留空）', money), rate: required('比例', ratio) }));

/** Tiers that overlap, or leave an amount without a rate, contradict each other. */
export function checkTiers(tiers: readonly Tier[], reading: Reading): void {
  if (tiers.length === 0) reading.conflict('parameters.tiers', '分段不能为空，最后一段不设上限');
  let before: Rational | null | undefined;
  for (const [index, { upTo }] of tiers.entries()) {
    const isLast = index === tiers.length - 1;
    const ascends = upTo === null || before === undefined || (before !== null && upTo.isMoreThan(before));
    if ((upTo === null) !== isLast || !ascends) {
      reading.conflict(`parameters.tiers[${index}].upTo`, '分段上限须递增，且仅最后一段不设上限');
    }
    before = upTo;
  }
}

/** The share of each slice: six million at 30/25/20 % up to 5, 10 million and above is 1 500 000, 250 000 and 0. */
export function sliceShares(amount: Rational, tiers: readonly Tier[]): Rational[] {
  let from = Rational.zero;
  return tiers.map(({ upTo, rate }) => {
    const end = upTo === null ? amount : smaller(amount, upTo);
    const share = greater(end.minus(from), 0).times(rate);
    from = upTo ?? from;
    return share;
  });
}
