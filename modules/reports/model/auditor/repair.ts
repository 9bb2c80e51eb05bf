// Looks for the simplest single slip that explains a failed relation: a copied value, a unit, two digits exchanged, one digit.

import { readDecimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { type Claim, printOf, valueText } from './claim.ts';
import type { Measured } from './figure.ts';
import { around } from './find.ts';
import { canBeEqual, moved } from './range.ts';
import { printed } from './wording.ts';

const FACTORS = [10n, 100n, 1000n, 10_000n] as const;

/** The claim with one of its figures (the last is the printed one) set to another value. */
export function holdsWith(claim: Claim, position: number, value: Rational): boolean {
  const figures = [...claim.members, claim.stated];
  const ranges = figures.map((figure, i) => (i === position ? moved(figure.range, value.minus(figure.value)) : figure.range));
  const stated = ranges.pop();
  const range = claim.compute(ranges);
  return range !== undefined && stated !== undefined && canBeEqual(range, stated);
}

/** The digits as written, and what one unit of them is worth. */
function digitsOf(figure: Measured): { readonly digits: string; readonly worth: Rational } | undefined {
  const digits = /\d[\d,.]*/.exec(figure.reading.raw.normalize('NFKC').replaceAll(/[\s,]/g, ''))?.[0];
  const written = digits === undefined ? undefined : readDecimal(digits.replace(/\.$/, ''));
  if (digits === undefined || written === undefined || written.isZero() || digits.length > 12) return undefined;
  return { digits: digits.replace(/\.$/, ''), worth: figure.value.dividedBy(written) };
}

/** Two neighbouring digits the other way round; a point between them stays where it is. */
function exchanged(digits: string): string[] {
  const places = [...digits].flatMap((digit, i) => (digit === '.' ? [] : [i]));
  return places.slice(0, -1).flatMap((i, n) => {
    const j = places[n + 1] ?? i;
    const signs = [...digits];
    [signs[i], signs[j]] = [digits.charAt(j), digits.charAt(i)];
    return digits.charAt(i) === digits.charAt(j) ? [] : [signs.join('')];
  });
}

function oneOff(digits: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < digits.length; i++) {
    if (digits.charAt(i) === '.') continue;
    for (const digit of '0123456789') if (digit !== digits.charAt(i)) found.push(digits.slice(0, i) + digit + digits.slice(i + 1));
  }
  return found;
}

/** Written numbers of at least three digits: shorter ones are equal by chance. */
function isTelling(figure: Measured): boolean {
  return (figure.reading.raw.match(/\d/g)?.length ?? 0) >= 3;
}

/** A printed value that stands in another place of the document for something else. */
function copyOf(figure: Measured, claim: Claim, page: readonly Measured[]): Measured | undefined {
  if (!isTelling(figure)) return undefined;
  const own = new Set([...claim.members, claim.stated].map(({ index }) => index));
  return around(page, figure).find(
    (other) =>
      !own.has(other.index) &&
      other.sort === figure.sort &&
      other.value.absolute().equals(figure.value.absolute()) &&
      other.name !== figure.name,
  );
}

/** The values of what the figure may have been meant to be written as. */
const written =
  (make: (digits: string) => string[]) =>
  (figure: Measured): readonly Rational[] => {
    const parts = digitsOf(figure);
    return parts === undefined ? [] : make(parts.digits).flatMap((digits) => readDecimal(digits)?.times(parts.worth) ?? []);
  };

/** The figure with two neighbouring digits the other way round. */
export const exchangedValues = written(exchanged);

/** Single slips, likely ones first. */
const SLIPS: readonly { readonly how: string; readonly values: (figure: Measured) => readonly Rational[] }[] = [
  { how: '单位或小数点可能有误', values: ({ value }) => FACTORS.flatMap((factor) => [value.times(factor), value.dividedBy(factor)]) },
  { how: '相邻两位数字可能颠倒', values: exchangedValues },
  { how: '可能错了一位数字', values: written(oneOff) },
];

interface Slip {
  readonly figure: Measured;
  readonly value: Rational;
  readonly how: string;
}

/** All slips of the likeliest way that explains the claim. */
function slipsOf(claim: Claim): Slip[] {
  const figures = [...claim.members, claim.stated];
  for (const { how, values } of SLIPS) {
    const found = figures.flatMap((figure, position) =>
      values(figure).flatMap((value) => (holdsWith(claim, position, value) ? [{ figure, value, how }] : [])),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Every single slip that the figure may come from, likely ones first. */
export const slipValues = (figure: Measured): readonly { readonly value: Rational; readonly how: string }[] =>
  SLIPS.flatMap(({ how, values }) => values(figure).map((value) => ({ value, how })));

const MOST = 3;

/** What would mend it, in words; begins with a stop, or is empty. */
export function repairsOf(claim: Claim, page: readonly Measured[]): string {
  const parts: string[] = [];
  for (const figure of [claim.stated, ...claim.members]) {
    const copied = copyOf(figure, claim, page);
    if (copied !== undefined)
      parts.push(`${valueText(figure)}与另一处“${copied.reading.quote.replaceAll(/\s+/g, '')}”的数值相同，可能误抄`);
  }
  const slips = slipsOf(claim).slice(0, MOST);
  for (const { figure, value, how } of slips) parts.push(`若${valueText(figure)}为${printed(value, printOf(figure))}则相符，${how}`);
  return parts.length === 0 ? '' : `；${parts.join('；')}`;
}
