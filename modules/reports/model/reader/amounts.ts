// Reads an amount at a numeral: number, multiplier, 余 or 多, unit, and the words of its bound.
import { boundAfter, boundBefore } from './bounds.ts';
import type { Unit } from './lexicon/units.ts';
import type { Decimal, Numeral } from './numerals.ts';
import { decimal, multiplierAt, shift } from './numerals.ts';
import type { Bound } from './reading.ts';
import type { Amount } from './tokens.ts';

export type Scaled = {
  readonly end: number;
  readonly value: Decimal;
  readonly place: number;
  readonly more: boolean;
  readonly multiplied: boolean;
};

/** 余, 多 and 几 between number, multiplier and unit. */
function moreAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x4f59 || code === 0x51e0) return 1;
  return code === 0x591a && !/[少样]/.test(text.charAt(at + 1)) ? 1 : 0;
}

let scaledNumeral: Numeral | null = null;
let scaledBefore: Scaled | null = null;

const FINE_UNIT = new Set([...'瓦克米伏赫卡分'].map((character) => character.charCodeAt(0)));

/** The number with its multipliers: 3500多万 is 3500 × 万, more than that. The same numeral is asked for several times. */
export function scale(text: string, numeral: Numeral): Scaled {
  if (scaledBefore === null || scaledNumeral !== numeral) {
    scaledNumeral = numeral;
    scaledBefore = scaleAnew(text, numeral);
  }
  return scaledBefore;
}

function scaleAnew(text: string, numeral: Numeral): Scaled {
  let { end } = numeral;
  let more = moreAt(text, end);
  end += more;
  const multiplier = multiplierAt(text, end);
  // 千瓦 and 千克 are units, 百分点 too.
  let { powers, end: after } = multiplier;
  if (
    after > end &&
    FINE_UNIT.has(text.charCodeAt(after)) &&
    /^(?:瓦|克|米|伏|赫|卡|分)/.test(text.slice(after)) &&
    /[千百]/.test(text.charAt(after - 1))
  ) {
    powers -= text.charAt(after - 1) === '千' ? 3 : 2;
    after--;
  }
  const multiplied = after > end;
  end = after;
  const tail = multiplied ? moreAt(text, end) : 0;
  end += tail;
  more += tail;
  return { end, value: shift(numeral.value, powers), place: numeral.place + powers, more: more > 0, multiplied };
}

/** A minus sign or 负 before the digits, and not the dash of a range or a name. */
function isNegative(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  if (code !== 0x8d1f && code !== 0x2d) return false;
  const sign = text.charAt(at - 1);
  if (sign === '负') return /[为达是约长幅速]/.test(text.charAt(at - 2));
  return sign === '-' && /[一-龥(（:，、]/.test(text.charAt(at - 2)) && !/[年月日个家项号]/.test(text.charAt(at - 2));
}

const DENIED = /(?:尚未|从未|没有|未曾|无|未)(?:发生|出现|产生|新增|形成)?(?:过)?$/;

const DENIAL_ENDS = new Set([...'未有曾无生现增成过'].map((character) => character.charCodeAt(0)));

/** 约占全省的四分之一: about, though the whole stands between. */
const ABOUT = /约占[^，。；\d]{0,14}$/;

/** 最高支持500万元: a ceiling, though the deed stands between. */
const AT_MOST = /最[高多](?:可)?(?:支持|补助|补贴|奖励|资助|给予|贷款|授信|获|享受|奖补)$/;
const GIVEN = new Set([...'持助贴励予款信获受补'].map((character) => character.charCodeAt(0)));

type Parts = { numeral: Numeral; scaled: Scaled; unit: Unit | null; end: number };

/** Puts the parts together, with the bounds on both sides. */
export function amountOf(text: string, clauseStart: number, parts: Parts): Amount {
  const { numeral, scaled, unit, end } = parts;
  const negative = isNegative(text, numeral.start);
  const start = negative ? numeral.start - 1 : numeral.start;
  const before = boundBefore(text, start);
  const inner = before ? before.start : start;
  const after = boundAfter(text, end);
  const most = !before && GIVEN.has(text.charCodeAt(inner - 1)) && AT_MOST.test(text.slice(Math.max(clauseStart, inner - 8), inner));
  const isNear = unit?.class === 'percent' && ABOUT.test(text.slice(Math.max(clauseStart, inner - 16), inner));
  const bound: Bound = most ? 'at_most' : scaled.more ? 'more_than' : (after?.bound ?? before?.bound ?? (isNear ? 'approx' : 'exact'));
  return {
    type: 'amount',
    form: unit?.class === 'doubling' ? 'doubling' : 'number',
    start,
    end,
    negative,
    value: scaled.value,
    place: scaled.place,
    unit,
    bound: bound === 'exact' && before ? before.bound : bound,
    chinese: numeral.chinese,
    denied: DENIAL_ENDS.has(text.charCodeAt(inner - 1)) && DENIED.test(text.slice(Math.max(clauseStart, inner - 8), inner)),
    boundStart: inner,
  };
}

const NO_TENTH = /^成(?:立|果|员|为|功|效|本|长|都|交|绩|熟|分|套|形|就|品|型|人|群|份|龙|因|活|年|体|片|建|网|县|安)/;

/** 成 is a tenth in 七成 and near nothing else. */
export function tenthAt(text: string, at: number): boolean {
  return text.charAt(at) === '成' && !NO_TENTH.test(text.slice(at, at + 2));
}

const PERCENT: Unit = { written: '成', base: '%', class: 'percent', powers: -2 };

/** 七成 is 70%. */
export function tenthAmount(text: string, clauseStart: number, numeral: Numeral): Amount {
  // 八成半, 六成二: a digit behind it counts hundredths.
  const rest = '半一二三四五六七八九'.indexOf(text.charAt(numeral.end + 1) || ' ');
  const parted = rest >= 0 && !/[家个项件名人次类种倍年]/.test(text.charAt(numeral.end + 2));
  const hundredths = rest === 0 ? '5' : String(rest);
  const value = parted ? { digits: numeral.value.digits + hundredths, scale: numeral.value.scale } : shift(numeral.value, 1);
  const scaled: Scaled = { end: numeral.end, value, place: parted ? 0 : 1, more: false, multiplied: false };
  return amountOf(text, clauseStart, { numeral, scaled, unit: PERCENT, end: numeral.end + (parted ? 2 : 1) });
}

/** A fraction in words: 百分之十五, 三分之一. */
export function spokenFraction(denominator: string, numerator: Numeral): { value: Decimal; place: number } | null {
  if (denominator === '百') return { value: numerator.value, place: numerator.place };
  if (denominator === '千') return { value: shift(numerator.value, -1), place: numerator.place - 1 };
  return null;
}

/** A quotient in hundredths with enough digits for any denominator of speech. */
export function quotientPercent(numerator: number, denominator: number): Decimal {
  const digits = ((numerator / denominator) * 100).toFixed(10);
  const [integer = '0', fraction = ''] = digits.split('.');
  return decimal(integer, fraction.replace(/0+$/, ''));
}
