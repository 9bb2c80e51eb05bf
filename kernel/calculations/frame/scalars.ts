// The single values of the contract: money, decimals, whole numbers, days, flags, texts and words.
import { readDecimal } from '../../exact/decimal.ts';
import { Rational } from '../../exact/rational.ts';
import { type Day, type Moment, type Month, readDay, readMoment, readMonth } from './day.ts';
import type { Reading } from './problem.ts';
import { expectText, type ValueKind, type ValueType } from './value-type.ts';

interface DecimalShape {
  readonly kind: ValueKind;
  readonly form: RegExp;
  readonly says: string;
  readonly least?: Rational | undefined;
  readonly most?: Rational | undefined;
}

function bound(text: string | undefined): Rational | undefined {
  return text === undefined ? undefined : readDecimal(text);
}

function expectRange(value: Rational, shape: DecimalShape, path: string, reading: Reading): Rational {
  if (shape.least !== undefined && value.isLessThan(shape.least)) reading.fail('RANGE', path, '数值小于允许的最小值');
  if (shape.most !== undefined && value.isMoreThan(shape.most)) reading.fail('RANGE', path, '数值大于允许的最大值');
  return value;
}

function decimalType(shape: DecimalShape): ValueType<Rational> {
  return {
    kind: shape.kind,
    schema: { type: 'string', pattern: shape.form.source, description: shape.says },
    read(value, path, reading) {
      const text = expectText(value, path, reading);
      const number = shape.form.test(text) ? readDecimal(text) : undefined;
      if (number === undefined) return reading.fail('FORMAT', path, `不是合规的数字：${shape.says}`);
      return expectRange(number, shape, path, reading);
    },
  };
}

const moneyForm = /^-?\d{1,16}(\.\d{1,2})?$/;
const decimalForm = /^-?\d{1,16}(\.\d{1,12})?$/;

/** Yuan, not negative. */
export const money = decimalType({ kind: 'money', form: moneyForm, says: '金额（元），至多两位小数', least: Rational.zero });
/** Yuan, may be negative (`money±`). */
export const signedMoney = decimalType({ kind: 'money', form: moneyForm, says: '金额（元，可为负），至多两位小数' });
/** `dec`: not negative. */
export const dec = decBetween('0');
/** `dec±`. */
export const signedDec = decBetween();
/** `dec[0..1]`: a fraction, 5 % is "0.05". */
export const ratio = decimalType({
  kind: 'ratio',
  form: decimalForm,
  says: '比例，0 到 1 之间的小数',
  least: Rational.zero,
  most: Rational.one,
});

function limitsText(least?: string, most?: string): string {
  return `${least === undefined ? '' : `，不小于 ${least}`}${most === undefined ? '' : `，不大于 ${most}`}`;
}

/** `dec[least..most]`; either end may be left open. */
export function decBetween(least?: string, most?: string): ValueType<Rational> {
  const says = `小数，至多十二位小数${limitsText(least, most)}`;
  return decimalType({ kind: 'decimal', form: decimalForm, says, least: bound(least), most: bound(most) });
}

/** The same with one decimal at most, as experts give points; more decimals are FORMAT. */
export function pointsBetween(least: string, most?: string): ValueType<Rational> {
  const says = `分数，至多一位小数${limitsText(least, most)}`;
  return decimalType({ kind: 'decimal', form: /^-?\d{1,16}(\.\d)?$/, says, least: bound(least), most: bound(most) });
}

const quotientForm = /^(-?\d{1,16})\/(\d{1,16})$/;

function readFraction(text: string): Rational | undefined {
  const parts = quotientForm.exec(text);
  if (parts === null) return decimalForm.test(text) ? readDecimal(text) : undefined;
  const [, a = '', b = ''] = parts;
  return BigInt(b) === 0n ? undefined : Rational.of(BigInt(a), BigInt(b));
}

/** `frac[least..most]`: a decimal or `a/b`; the ends are written the same way. */
export function fracBetween(least = '0', most?: string): ValueType<Rational> {
  const says = `小数或分数 a/b，不小于 ${least}${most === undefined ? '' : `，不大于 ${most}`}`;
  const shape: DecimalShape = {
    kind: 'fraction',
    form: decimalForm,
    says,
    least: readFraction(least),
    most: most === undefined ? undefined : readFraction(most),
  };
  return {
    kind: 'fraction',
    schema: { type: 'string', pattern: '^-?\\d{1,16}(\\.\\d{1,12}|/\\d{1,16})?$', description: says },
    read(value, path, reading) {
      const number = readFraction(expectText(value, path, reading));
      return number === undefined ? reading.fail('FORMAT', path, `不是合规的数字：${says}`) : expectRange(number, shape, path, reading);
    },
  };
}

const greatestInteger = 1_000_000_000_000;

/** `int[least..most]`. */
export function intBetween(least: number, most: number = greatestInteger): ValueType<number> {
  return {
    kind: 'integer',
    schema: { type: 'integer', minimum: least, maximum: most },
    read(value, path, reading) {
      if (typeof value !== 'number') return reading.fail('TYPE', path, '应为整数');
      // An exponent beyond doubles reads as infinity: a number still, and certainly out of range.
      if (Number.isFinite(value) && !Number.isInteger(value)) return reading.fail('TYPE', path, '应为整数，不能带小数');
      if (value < least || value > most) return reading.fail('RANGE', path, `应在 ${least} 到 ${most} 之间`);
      // JSON allows -0, which would print and compare oddly.
      return value === 0 ? 0 : value;
    },
  };
}

/** `int`: 0 … 10¹². */
export const int = intBetween(0);
/** A calendar year wherever the contract says int[1949..2999]. */
export const calendarYear = intBetween(1949, 2999);

function lexicalType<T>(
  kind: ValueKind,
  schema: Record<string, unknown>,
  says: string,
  parse: (text: string) => T | undefined,
): ValueType<T> {
  return {
    kind,
    schema: { type: 'string', ...schema },
    read(value, path, reading) {
      return parse(expectText(value, path, reading)) ?? reading.fail('FORMAT', path, says);
    },
  };
}

export const date = lexicalType<Day>('date', { format: 'date' }, '应为存在的日期，形如 2025-01-31', readDay);
export const month = lexicalType<Month>('month', { pattern: '^\\d{4}(0[1-9]|1[0-2])$' }, '应为年月，形如 202501', readMonth);
export const time = lexicalType<Moment>('time', { format: 'date-time' }, '应为北京时间，形如 2025-01-31T09:00:00+08:00', readMoment);
/** Not empty. */
export const text = lexicalType<string>('text', { minLength: 1 }, '文本不能为空', (value) => (value === '' ? undefined : value));
/** Where the contract says `text or ""`. */
export const textOrEmpty = lexicalType<string>('text', {}, '', (value) => value);

/** A text with a lexical form of its own, such as six digits; another form is FORMAT. */
export function textLike(form: RegExp, says: string): ValueType<string> {
  return lexicalType<string>('text', { pattern: form.source }, says, (value) => (form.test(value) ? value : undefined));
}

export const flag: ValueType<boolean> = {
  kind: 'flag',
  schema: { type: 'boolean' },
  read(value, path, reading) {
    return typeof value === 'boolean' ? value : reading.fail('TYPE', path, '应为 true 或 false');
  },
};

/** `A | B`: one of the listed words, each with its Chinese label: `words({ HIGHER: '越高越好', LOWER: '越低越好' })`. */
export function words<W extends string>(
  labels: Readonly<Record<W, string>>,
): ValueType<W> & { readonly labels: Readonly<Record<W, string>> } {
  const known = new Set<string>(Object.keys(labels));
  const isKnown = (value: string): value is W => known.has(value);
  return {
    kind: 'word',
    labels,
    schema: { type: 'string', oneOf: Object.entries<string>(labels).map(([word, title]) => ({ const: word, title })) },
    read(value, path, reading) {
      const word = expectText(value, path, reading);
      return isKnown(word) ? word : reading.fail('VALUE', path, `应为以下之一：${[...known].join('、')}`);
    },
  };
}
