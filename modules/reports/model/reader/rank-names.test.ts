// What a rank is of, and among how many it stands.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('a rank that moved is of the same thing before and after', () =>
  expect(names('全市研发经费支出52亿元，强度2.1%，支出总量在全省12个市州中由上年的第8位升至第6位。').slice(-2)).toEqual([
    '研发经费支出全省排名',
    '研发经费支出全省排名',
  ]));

test('among how many is no part of what is ranked', () => {
  expect(names('全县研发投入强度1.4%，在全市7个县区里排第5。').slice(1)).toEqual(['县区数', '研发投入强度全市排名']);
  expect(names('技术合同成交额9亿元，增长12%，增速居全市6个县（市、区）第二位。').slice(2)).toEqual([
    '全市县市区数',
    '技术合同成交额增速全市排名',
  ]);
});

test('numbers, sums and progress are ranked as those of what was counted', () => {
  expect(names('专利质押登记88笔，金额6亿元，笔数、金额均居全省第3位。').at(-1)).toBe('专利质押登记笔数、金额全省排名');
  expect(names('科技型中小企业入库52家，进度排全市第4位。').at(-1)).toBe('科技型中小企业入库进度全市排名');
});

test('an intensity is ranked without the words beside it', () =>
  expect(names('研发经费支出31亿元，占地区生产总值比重为2.2%，居全省第6位。').at(-1)).toBe('研发投入强度全省排名'));
