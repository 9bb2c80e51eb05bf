// Shares that fill a hundred per cent (甲5亿元，占54%；乙4亿元，占46%): the whole is the sum of their parts, wherever it is told or not.
import { Rational } from '#kernel/exact/rational.ts';
import type { Sharing } from './called-wholes.ts';
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn, hasHappened, isLevel, subjectOf, unitsFit } from './find.ts';
import { canBeEqual, halfWidth, moved, pointRange, quotientOf, totalOf, widened } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { exchangedValues, slipValues } from './repair.ts';
import { printed } from './wording.ts';

const isShare = ({ sort, reading, inTable }: Figure): boolean =>
  sort === 'part' && reading.kind === 'share' && reading.bound === 'exact' && reading.measure !== 'rule' && inTable === null;

/** 占全省的 and 占合同总额的 are of two wholes. */
const callOf = ({ lead }: Figure): string =>
  (/占(?:到|据)?([^，。；]*?)(?:的?(?:比重|比例|份额)?)(?:达到?|为|约)?$/.exec(lead)?.[1] ?? '').replaceAll(
    /全部|总[量数额]?|科技|的/g,
    '',
  );

const areCalledAlike = (a: string, b: string): boolean => a === '' || b === '' || a === b;

const MOST = 12;
const TELLING = 3;
/** Figures of growth and change may stand between a share and the next part. */
const NEAR = 4;

/** Parts, each with its share, one after the other in one paragraph; all of them call the same whole. */
function rowFrom(page: Page, first: Figure): Sharing[] {
  const found: Sharing[] = [];
  let last = first;
  for (let i = first.index; i < page.figures.length && found.length < MOST; i++) {
    const share = page.figures[i];
    if (share === undefined || share.paragraph !== first.paragraph || i - last.index > NEAR) break;
    if (!isShare(share)) continue;
    const part = subjectOf(page, share);
    const [model] = found;
    const fits =
      part !== undefined &&
      isLevel(part) &&
      hasHappened(part) &&
      part.reading.bound === 'exact' &&
      part.value.isPositive() &&
      share.clause - part.clause <= 2 &&
      !found.some((one) => one.part === part) &&
      (model === undefined || (unitsFit(part, model.part) && areCalledAlike(callOf(share), callOf(model.share))));
    if (!fits) break;
    found.push({ share, part });
    last = share;
  }
  return found;
}

/** The longest beginning of the row whose shares make a hundred per cent, as far as they are rounded. */
function filling(row: readonly Sharing[]): readonly Sharing[] | undefined {
  for (let length = row.length; length >= 2; length--) {
    const own = row.slice(0, length);
    const digits = own.reduce((all, { share }) => all + digitsIn(share).length, 0);
    const total = totalOf(own.map(({ share }) => share.range));
    const isAll = canBeEqual(total, pointRange(Rational.one));
    if (isAll && digits >= TELLING * length) return own;
  }
  return undefined;
}

/** Whether every part over all of them is its share, with one part set to another value. */
function holds(row: readonly Sharing[], turned?: Figure, value?: Rational): boolean {
  const ranges = row.map(({ part }) => (part === turned && value !== undefined ? moved(part.range, value.minus(part.value)) : part.range));
  const whole = totalOf(ranges);
  return row.every(({ share }, i) => {
    const quotient = ranges[i] && quotientOf(ranges[i], whole);
    // A share may have been moved by a unit of its last place so that all of them make a hundred.
    return quotient !== undefined && canBeEqual(quotient, widened(share.range, halfWidth(share.range) ?? Rational.zero));
  });
}

interface Slip {
  readonly figure: Figure;
  readonly value: Rational;
}

/** The slips of one part that put all of the row right; of rows of two, only digits exchanged or a power of ten. */
function slipsOf(row: readonly Sharing[]): Slip[] {
  return row.flatMap(({ part }) => {
    const values = row.length > 2 ? slipValues(part).map(({ value }) => value) : exchangedValues(part);
    return values.flatMap((value) => (holds(row, part, value) ? [{ figure: part, value }] : []));
  });
}

function claimOf(row: readonly Sharing[]): Relation | undefined {
  const fits = holds(row);
  const slips = fits ? [] : slipsOf(row);
  const [slip] = slips;
  if (!fits && slip === undefined) return undefined;
  const wrong = slip === undefined ? undefined : row.find(({ part }) => part === slip.figure);
  const told = wrong ?? row[0];
  if (told === undefined) return undefined;
  const others = row.filter((one) => one !== told);
  const all = Rational.sum(row.map(({ part }) => part.value));
  return remark({
    type: 'share',
    words: [...others.flatMap(({ part, share }) => [part, share]), told.part, told.share].map(wordsOf),
    formula: `${valueText(told.part)} ÷ (${row.map(({ part }) => valueText(part)).join(' + ')})`,
    computed: told.part.value.dividedBy(all),
    stated: told.share.value,
    print: 'percent',
    verdict: fits ? 'consistent' : 'inconsistent',
    note:
      slip === undefined
        ? ''
        : `各部分占比之和为100%，各数与占比却不符；若${valueText(slip.figure)}为${printed(slip.value, printOf(slip.figure))}则全部相符，可能错了数字`,
  });
}

export function filledShares(page: Page): Relation[] {
  const found: Relation[] = [];
  let from = 0;
  for (const share of page.figures) {
    if (share.index < from || !isShare(share)) continue;
    const row = filling(rowFrom(page, share));
    const relation = row === undefined ? undefined : claimOf(row);
    if (row === undefined || relation === undefined) continue;
    found.push(relation);
    from = (row.at(-1)?.share.index ?? share.index) + 1;
  }
  return found;
}
