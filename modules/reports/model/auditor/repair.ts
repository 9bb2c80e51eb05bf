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

interface Slip {
  readonly figure: Measured;
  readonly value: Rational;
  readonly how: string;
}

function slipsOf(claim: Claim): Slip[] {
  const figures = [...claim.members, claim.stated];
  const found: Slip[] = [];
  const attempt = (how: string, values: (figure: Measured) => readonly Rational[]): void => {
    figures.forEach((figure, position) => {
      for (const value of values(figure)) if (holdsWith(claim, position, value)) found.push({ figure, value, how });
    });
  };
  attempt('单位或小数点可能有误', ({ value }) => FACTORS.flatMap((factor) => [value.times(factor), value.dividedBy(factor)]));
  const written = (make: (digits: string) => string[]) => (figure: Measured) => {
    const parts = digitsOf(figure);
    return parts === undefined ? [] : make(parts.digits).flatMap((digits) => readDecimal(digits)?.times(parts.worth) ?? []);
  };
  if (found.length === 0) attempt('相邻两位数字可能颠倒', written(exchanged));
  if (found.length === 0) attempt('可能错了一位数字', written(oneOff));
  return found;
}

/** Every single slip that the figure may come from, likely ones first. */
export function slipValues(figure: Measured): readonly { readonly value: Rational; readonly how: string }[] {
  const parts = digitsOf(figure);
  const written = (make: (digits: string) => string[], how: string) =>
    parts === undefined
      ? []
      : make(parts.digits).flatMap((digits) => [readDecimal(digits)?.times(parts.worth) ?? []].flat().map((value) => ({ value, how })));
  return [
    ...FACTORS.flatMap((factor) => [figure.value.times(factor), figure.value.dividedBy(factor)]).map((value) => ({
      value,
      how: '单位或小数点可能有误',
    })),
    ...written(exchanged, '相邻两位数字可能颠倒'),
    ...written(oneOff, '可能错了一位数字'),
  ];
}

/** The figure with two neighbouring digits the other way round. */
export function exchangedValues(figure: Measured): readonly Rational[] {
  const parts = digitsOf(figure);
  return parts === undefined ? [] : exchanged(parts.digits).flatMap((digits) => readDecimal(digits)?.times(parts.worth) ?? []);
}

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
