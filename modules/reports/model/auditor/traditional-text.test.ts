// Texts in traditional characters are audited as those in simplified ones, and what is found stands at its place in the source.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const told = (share: string): string => `全縣規模以上工業企業共640家，其中建有研發機構的208家，佔${share}。全年技術合同成交額12.5億元。`;

test('a share of its whole', () => {
  expect(alarmsOf(audit(told('32.5%')))).toEqual([]);
  const [alarm, more] = alarmsOf(audit(told('35.2%')));
  expect(more).toBeUndefined();
  expect(alarm?.quotes.at(-1)).toContain('佔35.2%');
  const { start = 0, end = 0 } = alarm?.spans.at(-1) ?? {};
  expect([...told('35.2%')].slice(start, end).join('')).toContain('35.2%');
});

test('sounds that were left behind in brackets are passed over', () => {
  const text = (part: string): string => `支出決算數（shù）為120萬元，其中設備費80萬元，維護費${part}萬元，合計120萬元。`;
  expect(alarmsOf(audit(text('40')))).toEqual([]);
  expect(alarmsOf(audit(text('70')))).not.toEqual([]);
});

test('a quotation makes no other text of it', () => expect(alarmsOf(audit('全县共有企业20家，其中“技術”类企业5家。'))).toEqual([]));
