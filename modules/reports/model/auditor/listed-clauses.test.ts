// As many clauses behind a number as it says.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const NAMES = ['东山', '西河', '南岭', '北原', '中坪', '上湾'];
const told = (count: number, names: number): string =>
  `全区共有${count}家单位与高校开展合作，分别是：${NAMES.slice(0, names)
    .map((name) => `${name}农业公司与省农科院就新品种选育达成合作协议`)
    .join('；')}。`;

test('a clause for each', () => {
  expect(alarmsOf(audit(told(5, 5)))).toEqual([]);
  expect(alarmsOf(audit(told(6, 5))).map(({ type }) => type)).toEqual(['list_count']);
});

test('a number before a comma is not the list’s unless it is said', () =>
  expect(alarmsOf(audit('全区有7个乡镇，采取以下措施：抓好春耕；抓好夏收；抓好秋种；抓好冬藏；抓好销售。'))).toEqual([]));
