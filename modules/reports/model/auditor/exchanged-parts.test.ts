// Parts behind 其中 whose sum misses the whole by two digits exchanged, and parts that merely don't fill it.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const notes = (text: string): string[] => alarmsOf(audit(text)).map(({ type, note }) => `${type}：${note}`);

test.each([
  '全市现有科技专员68人，其中高校人员15人，企业人员7人，农技站人员55人，合作社人员6人，乡土能人3人。',
  '全年安排专项预算3406.50万元，其中：平台建设1850.20万元，因新增任务较上年增加30万元；人才引进905.10万元，成果转化291.20万元。',
  '全市共有科普场馆1746个，比上年增加92个。其中，科技馆561个，博物馆1158个，青少年中心72个。',
])('%s', (text) => {
  expect(notes(text).join()).toMatch(/相邻两位数字/);
});

test.each([
  '全市现有科技专员86人，其中高校人员15人，企业人员7人，农技站人员55人，合作社人员6人，乡土能人3人。',
  '全市共有科普场馆1746个，比上年增加92个。其中，科技馆516个，博物馆1088个。',
  '全市共有科普场馆174个。其中，科技馆51个，博物馆105个。',
])('%s', (text) => {
  expect(notes(text)).toEqual([]);
});

test('a budget that the whole is set beside stands between it and its parts, and another sum behind them', () => {
  const told = (part: string): string =>
    `完成基金收入969万元，占年初预算2180万元的44.4%，其中土地收入866万元，配套费收入35万元，处理费收入${part}万元；完成基金支出4093万元。`;
  expect(alarmsOf(audit(told('68')))).toEqual([]);
  expect(alarmsOf(audit(told('86')))).toHaveLength(1);
});
