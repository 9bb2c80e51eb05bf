// Figures in official Chinese (公文数字用法): amounts, changes, shares, ranks, multiples, days, and faults of style.
import { calculation, type JsonObject, type Reading, given as whenKnown } from '../frame/index.ts';
import { growth, rank, share, shareChange } from './changes.ts';
import { amountText, comparedAmounts } from './figures.ts';
import { type Item, input } from './input.ts';
import { checkPhrase, doubling, phrase } from './multiples.ts';
import { day, parts, textCheck, textRules } from './texts.ts';

/** Amounts side by side: unknown as a whole while one is, since the unit follows from the greatest. */
function comparison({ values }: Extract<Item, { kind: 'COMPARISON' }>): JsonObject {
  const known = values.filter((value) => value !== null);
  const texts = known.length < values.length || known.length === 0 ? null : comparedAmounts(known);
  return { text: whenKnown([texts], (written) => written.join('、')), texts };
}

function written(item: Item): JsonObject {
  switch (item.kind) {
    case 'AMOUNT':
      return { text: whenKnown([item.value], amountText) };
    case 'COMPARISON':
      return comparison(item);
    case 'SHARE_CHANGE':
      return shareChange(item);
    case 'GROWTH':
      return growth(item);
    case 'SHARE':
      return share(item);
    case 'RANK':
      return rank(item);
    case 'PHRASE':
      return phrase(item);
    case 'DOUBLING':
      return doubling(item);
    case 'PARTS':
      return parts(item);
    case 'DATE':
      return day(item);
    case 'TEXT_CHECK':
      return textCheck(item);
  }
}

function checkItem(item: Item, path: string, reading: Reading): void {
  if (item.kind === 'PHRASE') checkPhrase(item, path, reading);
  if (item.kind === 'GROWTH' && item.measure === 'COUNT' && item.unitName === null) {
    reading.fail('MISSING', `${path}.unitName`, '数量需要单位');
  }
}

export const numberStyle = calculation({
  id: 'number-style',
  name: '公文数字用法',
  basis: ['GB/T 15835—2011', 'GB/T 9704—2012'],
  method: [
    '金额：满1亿元用亿元、两位小数；不足用万元，小数为零时不写。对比的金额用同一单位。',
    '比重变化用百分点，数量变化用百分比；基期不大于零时写增减的绝对数；四舍五入后为零的写“持平”。',
    '位次按1、1、3并列；“增长n倍”为原来的n＋1倍，“翻两番”为4倍；分项四舍五入后与合计不符的加注说明。',
  ],
  input,
  parameters: {},
  rules: textRules,
  check({ items }, _limits, reading) {
    for (const [index, item] of items.entries()) checkItem(item, `items[${index}]`, reading);
  },
  evaluate({ items }) {
    return { items: items.map((item) => ({ kind: item.kind, ...written(item) })) };
  },
});
