// Parts and their sum, days, and the three faults of style that a machine can find in a text.
import {
  civilDate,
  decimal,
  type Finding,
  findingsBy,
  type JsonObject,
  Rational,
  statusOf,
  sumOf,
  given as whenKnown,
} from '../frame/index.ts';
import { inHundredMillions } from './figures.ts';
import type { Item } from './input.ts';

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** GB/T 15835 leaves sums alone: where printed parts do not add up, a note says why. */
export function parts({ parts: values }: Of<'PARTS'>): JsonObject {
  const printed = values.map((value) => whenKnown([value], inHundredMillions));
  const total = whenKnown([sumOf(values)], inHundredMillions);
  const shown = printed.filter((text) => text !== null);
  const text = whenKnown([total], (whole) =>
    Rational.sum(shown.map(decimal)).equals(decimal(whole)) ? '' : '因四舍五入，分项之和与合计可能略有出入',
  );
  return { text, parts: printed, total };
}

/** GB/T 9704—2012: the full year, and no leading zeros. */
export function day({ date }: Of<'DATE'>): JsonObject {
  const { year, month, date: dayOfMonth } = civilDate(date);
  return { text: `${year}年${month}月${dayOfMonth}日` };
}

const numerals = 'GB/T 15835—2011';

export const textRules = {
  'NS-1': { required: '“约”与“左右”不同时使用', basis: `${numerals}；本级公文数字用法` },
  'NS-2': { required: '公文正文的数字不用千分位逗号', basis: `${numerals}；本级公文数字用法` },
  'NS-3': { required: '“下降”之后不写负数', basis: '本级公文数字用法' },
};

const clauseEnds = /[，。；、！？,;!?\r\n]/;
const thousandsComma = /(?<!\d)\d{1,3}(,\d{3})+(?!\d)/;
const doubleMinus = /下降了?[-−－]/;

export function textCheck({ text }: Of<'TEXT_CHECK'>): JsonObject {
  const find = findingsBy(textRules, {});
  const hedgedTwice = text.split(clauseEnds).some((clause) => clause.includes('约') && clause.includes('左右'));
  const findings: Finding[] = [
    find('NS-1', statusOf(!hedgedTwice)),
    find('NS-2', statusOf(!thousandsComma.test(text)), thousandsComma.exec(text)?.[0] ?? null),
    find('NS-3', statusOf(!doubleMinus.test(text))),
  ];
  return { text, findings };
}
