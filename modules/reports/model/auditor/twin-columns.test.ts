// Two columns of parts told together: the one that makes its total tells that the other has to.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('where the money makes its total, the projects do too', () => {
  const told = (count: string): string =>
    `安排科技计划${count}项、资金1500万元，其中重点研发类12项800万元，成果转化类8项450万元，软科学类5项250万元。`;
  expect(alarms(told('25'))).toEqual([]);
  expect(alarms(told('27'))).not.toEqual([]);
  expect(alarms('登记合同50项、成交额3.20亿元，其中技术开发20项1.45亿元、技术服务30项1.75亿元。')).toEqual([]);
  expect(alarms('登记合同52项、成交额3.20亿元，其中技术开发20项1.45亿元、技术服务30项1.75亿元。')).not.toEqual([]);
});

test('where neither makes its total, some are not told', () => {
  expect(alarms('安排科技计划40项、资金2000万元，其中重点研发类12项800万元，成果转化类8项450万元。')).toEqual([]);
});
