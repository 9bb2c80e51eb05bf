// Reads the digits of a number, Arabic or Chinese, as an exact decimal numeral.

/** A decimal kept as text, so that 111.77亿 is exactly 11177000000. */
export type Decimal = { readonly digits: string; readonly scale: number };

export const decimal = (integer: string, fraction = ''): Decimal => {
  const digits = (integer + fraction).replace(/^0+(?=\d)/, '');
  return { digits: digits === '' ? '0' : digits, scale: fraction.length };
};

/** Multiplies by a power of ten. */
export const shift = (value: Decimal, powers: number): Decimal => ({ digits: value.digits, scale: value.scale - powers });

/** Writes a decimal out: "11177000000", "0.2595". */
export function written(value: Decimal): string {
  if (value.scale <= 0) return value.digits === '0' ? '0' : value.digits + '0'.repeat(-value.scale);
  const padded = value.digits.padStart(value.scale + 1, '0');
  const integer = padded.slice(0, -value.scale);
  const fraction = padded.slice(-value.scale).replace(/0+$/, '');
  return fraction === '' ? integer : `${integer}.${fraction}`;
}

const DIGIT: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACE: Record<string, number> = { 十: 1, 百: 2, 千: 3 };
const MYRIAD: Record<string, number> = { 万: 4, 亿: 8 };

const STEP = new Map([...Object.entries(PLACE), ...Object.entries(MYRIAD)].map(([character, powers]) => [character.charCodeAt(0), powers]));

export const isChineseNumeral = (character: string) => character in DIGIT || character in PLACE;

/** Powers of ten of the multipliers that may follow a number: 万 is 4, 千万 7, 万亿 12. */
export function multiplierAt(text: string, from: number): { powers: number; end: number } {
  let powers = 0;
  let end = from;
  while (end < text.length && end - from < 4) {
    const step = STEP.get(text.charCodeAt(end));
    if (step === undefined) break;
    powers += step;
    end++;
  }
  return { powers, end };
}

export type Numeral = {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  /** Powers of ten of the last written place: 3500万 → 4, 1.5亿 → 7, 七 → 0. */
  readonly place: number;
  readonly chinese: boolean;
};

const isDigit = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/** Longer runs of digits are codes, not numbers. */
const MAX_DIGITS = 16;

/** 增长9. 8%, 5.2 6亿元: behind a blank the decimals go on, where a unit of measure follows them. */
const SPLIT_OFF = /^\d{1,2}(?:%|[万亿]|个?百分点)/;

/** An Arabic number at `start`, without multiplier. `broken` tells where the source had a gap that ends the number. */
export function arabicAt(text: string, start: number, broken: (at: number) => boolean): Numeral | null {
  let end = start;
  let integer = '';
  while (isDigit(text, end) && !(end > start && broken(end))) {
    integer += text.charAt(end);
    end++;
    const thousands = text.charAt(end) === ',' && isDigit(text, end + 1) && isDigit(text, end + 2) && isDigit(text, end + 3);
    if (thousands && !isDigit(text, end + 4)) end++;
    if (integer.length > MAX_DIGITS) return null;
  }
  if (integer === '') return null;
  // 入库1 106家: behind a blank three digits go on with what is too short to count alone.
  if (
    integer.length <= 3 &&
    broken(end) &&
    /[一-龥]/.test(text.charAt(start - 1)) &&
    /^\d{3}(?:[家项个件人名户]|[万亿])/.test(text.slice(end, end + 4))
  ) {
    integer += text.slice(end, end + 3);
    end += 3;
  }
  let fraction = '';
  const isTold = /[一-龥]/.test(text.charAt(start - 1));
  if (
    text.charAt(end) === '.' &&
    isDigit(text, end + 1) &&
    (!broken(end + 1) || (isTold && SPLIT_OFF.test(text.slice(end + 1, end + 6))))
  ) {
    let position = end + 1;
    const goesOn = (at: number) =>
      !broken(at) || at === end + 1 || (isTold && fraction.length === 1 && SPLIT_OFF.test(text.slice(at, at + 5)));
    while (isDigit(text, position) && goesOn(position) && fraction.length <= MAX_DIGITS) fraction += text.charAt(position++);
    end = position;
  }
  return { start, end, value: decimal(integer, fraction), place: -fraction.length, chinese: false };
}

/**
 * A Chinese number at `start`: 七, 十二, 一百零五, 三千二百, 两万五千, 二〇二二, 六点五. A run that is no well-formed number gives null.
 * 万 and 亿 stay outside unless smaller places follow them, so that 两万 is read as 两 with the multiplier 万, like 2万.
 */
export function chineseAt(text: string, start: number): Numeral | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let place = 0;
  let end = start;
  let spoken = '';
  for (; end < text.length && end - start < 16; end++) {
    const character = text.charAt(end);
    const value = DIGIT[character];
    const power = PLACE[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) break;
      digit = value;
      place = 0;
    } else if (power !== undefined) {
      if (digit === 0 || (digit === null && end > start && spoken.slice(-1) in PLACE)) break;
      section += (digit ?? 1) * 10 ** power;
      digit = null;
      place = power;
    } else if (character in MYRIAD && isSmallerPlace(text, end + 1)) {
      total = (total + section + (digit ?? 0)) * 10 ** (MYRIAD[character] ?? 0);
      section = 0;
      digit = null;
    } else break;
    spoken += character;
  }
  const year = positionalAt(text, start);
  if (year && year.end > end) return year;
  if (end === start) return null;
  const integer = total + section + (digit ?? 0);
  return withSpokenFraction(text, { start, end, value: decimal(String(integer)), place, chinese: true });
}

/** After 万 the number goes on only with a digit and a smaller place, as in 两万五千. */
function isSmallerPlace(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character in DIGIT && (text.charAt(at + 1) in PLACE || character === '零');
}

const POSITIONAL = new Set([...Object.keys(DIGIT), '○'].map((character) => character.charCodeAt(0)));

/** 二〇二二: digits one by one. */
function positionalAt(text: string, start: number): Numeral | null {
  if (!POSITIONAL.has(text.charCodeAt(start + 1)) || !POSITIONAL.has(text.charCodeAt(start + 2))) return null;
  let digits = '';
  let end = start;
  while (end - start < 8 && (text.charAt(end) in DIGIT || text.charAt(end) === '○')) {
    digits += String(DIGIT[text.charAt(end)] ?? 0);
    end++;
  }
  if (digits.length < 3) return null;
  return { start, end, value: decimal(digits), place: 0, chinese: true };
}

/** 六点五, 百分之二点三. */
function withSpokenFraction(text: string, numeral: Numeral): Numeral {
  if (text.charAt(numeral.end) !== '点') return numeral;
  let fraction = '';
  let end = numeral.end + 1;
  while (text.charAt(end) in DIGIT) fraction += String(DIGIT[text.charAt(end++)]);
  if (fraction === '') return numeral;
  return { ...numeral, end, value: decimal(numeral.value.digits, fraction), place: -fraction.length };
}
