// The figures and phrases that are to be written, each kind with its own fields.
import {
  date,
  dec,
  listOf,
  money,
  optional,
  orNull,
  type Read,
  required,
  signedDec,
  signedMoney,
  text,
  variants,
  withDefault,
  words,
} from '../frame/index.ts';

const item = variants({
  AMOUNT: { label: '金额', fields: { value: optional('金额（元）', signedMoney) } },
  COMPARISON: { label: '对比金额', fields: { values: required('金额（元）', listOf(orNull(signedMoney))) } },
  SHARE_CHANGE: { label: '比重变化', fields: { from: optional('原比重', signedDec), to: optional('现比重', signedDec) } },
  GROWTH: {
    label: '增速',
    fields: {
      current: optional('本期', signedDec),
      previous: optional('基期', signedDec),
      basis: required('比较', words({ 同比: '同比', 环比: '环比' })),
      measure: required('计量', words({ MONEY: '金额（元）', COUNT: '数量' })),
      unitName: optional('单位', text),
    },
  },
  SHARE: { label: '占比', fields: { part: optional('部分', dec), whole: optional('总体', dec), scope: required('范围', text) } },
  RANK: {
    label: '位次',
    fields: {
      value: optional('数值', signedDec),
      others: required('其他各方', listOf(orNull(signedDec))),
      direction: withDefault('方向', words({ HIGHER: '越高越前', LOWER: '越低越前' }), 'HIGHER'),
      scope: required('范围', text),
    },
  },
  PHRASE: { label: '倍数说法', fields: { phrase: required('说法', text) } },
  DOUBLING: { label: '翻番', fields: { from: optional('原数', dec), to: optional('现数', dec) } },
  PARTS: { label: '分项与合计', fields: { parts: required('分项（元）', listOf(orNull(money))) } },
  DATE: { label: '日期', fields: { date: required('日期', date) } },
  TEXT_CHECK: { label: '文字检查', fields: { text: required('文字', text) } },
});

export const input = { items: required('项目', listOf(item)) };

export type Item = Read<typeof input>['items'][number];
