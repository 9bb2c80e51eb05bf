// How states of funds look: tones of words, fields of short forms.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { type FieldView, formView } from '#kernel/faces/form-view.ts';
import type { Field } from '#kernel/fields/field.ts';
import type { Tone } from '#ui/page/status.tsx';
import type { FundsKnown } from '../wire.ts';

export const toneOf: Readonly<Record<string, Tone>> = {
  waiting: 'warn',
  active: 'wait',
  settled: 'good',
  'given-up': 'off',
  proposed: 'wait',
  approved: 'wait',
  sent: 'wait',
  paid: 'good',
  returned: 'bad',
  refused: 'off',
  entered: 'wait',
  confirmed: 'good',
  replaced: 'off',
  open: 'wait',
  late: 'bad',
  closed: 'good',
};

const views = (fields: Readonly<Record<string, Field>>): readonly FieldView[] =>
  formView(defineForm(page('', fields))).pages[0]?.fields ?? [];

const documentNo = () => f.text('文号或依据', { maxLength: 60, help: '例如：澜财教〔2026〕8号' });

export const moveFields = (canBeNegative: boolean): readonly FieldView[] =>
  views({
    amount: f.money('金额', canBeNegative ? { help: '调减填负数' } : { min: '0' }),
    documentNo: documentNo(),
    note: f.text('说明', { maxLength: 200, optional: true }),
  });

export function lineFields(known: FundsKnown, counties: readonly { code: string; name: string }[]): readonly FieldView[] {
  const year = Number(known.today.slice(0, 4));
  return views({
    name: f.text('指标名称', { maxLength: 80 }),
    year: f.choice(
      '年度',
      [year + 1, year, year - 1].map((one) => ({ code: String(one), name: `${one}年` })),
    ),
    source: f.choice('资金来源', known.sources),
    ...(counties.length > 0 ? { region: f.choice('归属县区', counties, { optional: true, help: '市本级安排的不填' }) } : {}),
    functionCode: f.text('功能科目', { maxLength: 7, help: '科学技术支出 206 类，例如 2060404' }),
    documentNo: documentNo(),
    budget: f.money('年初预算', { min: '0' }),
    programme: f.choice(
      '默认用于',
      known.programmes.map(({ id, name }) => ({ code: id, name })),
      { optional: true, help: '选定后，该事项当年的资金承诺自动落到本指标' },
    ),
  });
}

export const accountFields = views({
  bank: f.text('开户银行', { maxLength: 80, help: '写到支行' }),
  number: f.text('银行账号', { maxLength: 32, help: '8 至 32 位数字，不含空格' }),
});

export const reasonFields = (label: string): readonly FieldView[] => views({ why: f.text(label, { maxLength: 200 }) });
export const dayFields = (label: string): readonly FieldView[] => views({ day: f.date(label) });
export const returnFields = views({ day: f.date('退票日期'), why: f.text('退票原因', { maxLength: 200, help: '按银行退票通知填写' }) });
export const ownMoneyFields = views({
  required: f.money('应付自有资金', { min: '0', optional: true }),
  paid: f.money('已付自有资金', { min: '0' }),
});
export const takeBackFields = views({ amount: f.money('追回金额', { min: '0' }), why: f.text('事由', { maxLength: 200 }) });
export const receiptFields = views({ amount: f.money('退回金额', { min: '0' }), day: f.date('到账日期'), documentNo: documentNo() });
export const amountFields = views({ amount: f.money('拨付金额', { min: '0', optional: true, help: '不填为本期全部余额' }) });

export const assignFields = (known: FundsKnown): readonly FieldView[] =>
  views({
    line: f.choice(
      '预算指标',
      known.lines.map(({ id, name }) => ({ code: id, name })),
    ),
    fromReserved: f.yesNo('从预留中安排', { optional: true }),
  });
