// A number that is spoken of again, one long name with two numbers, and ranks among different ones.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type }) => type);

test('the number of all, and that of a part left standing', () => {
  const told = (count: string): string =>
    `全市有效发明专利2014件。按发明人分，职务发明1839件，非职务发明175件。\n我市${count}件有效发明专利中，化学领域分布较广。`;
  expect(wrong(told('2014'))).toEqual([]);
  expect(wrong(told('1839'))).toEqual(['duplicate']);
});

test('one long name', () => {
  const told = (count: string): string =>
    `全年完成复审验收跟踪管理项目66项。全县工作稳步开展。\n三、复审验收\n完成复审、验收、跟踪管理项目${count}项，成效明显。`;
  expect(wrong(told('66'))).toEqual([]);
  expect(wrong(told('60'))).toEqual(['duplicate']);
});

test('among cities of a kind it is another place than among all', () =>
  expect(wrong('全市技术合同成交额在全国省会城市中居第8位。\n全市技术合同成交额居全国第12位。')).toEqual([]));
