// Bases told with 比上年的: what they are held against, and what stands near them but is something else.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('a stock of last year is no base of what is new this year', () => {
  expect(alarms('全县有孵化载体60个。孵化载体当年新认定10个，比上年末的50个增长20%。')).toEqual([]);
  expect(alarms('孵化载体60个，比上年末的50个增长30%。')).not.toEqual([]);
});

test('a growth behind the base and its change is of the base', () => {
  expect(alarms('全县高新技术企业较上年的250家净增50家，增长20%。')).toEqual([]);
  expect(alarms('全县高新技术企业较上年的250家净增50家，增长16.7%。')).not.toEqual([]);
});

test('what is told after the base has its own growth', () => {
  expect(alarms('贷款余额5.40亿元，较年初的6.00亿元减少0.60亿元，下降10%，但全年发放7.20亿元，同比增长12.5%。')).toEqual([]);
  expect(alarms('贷款余额5.40亿元，较年初的6.00亿元下降12%。')).not.toEqual([]);
});

test('a rate that lies higher than the own one is the other rate and no difference', () => {
  expect(alarms('我县研发强度1.50%，低于全市平均2.00%，差距为0.50个百分点。')).toEqual([]);
  expect(alarms('我县研发强度1.50%，低于全市平均0.50%。')).not.toEqual([]);
});

test('what is told only as the base is no part of a sum and no top of an average', () => {
  expect(alarms('转让备案500次，其中转让300次、许可200次，比上年同期的400次增加100次。')).toEqual([]);
  expect(alarms('转让备案500次，其中转让300次、许可200次，比上年同期的400次增加140次。')).not.toEqual([]);
  expect(alarms('登记合同200项，成交额8.00亿元，比上年的6.40亿元增长25.0%，平均每项400万元。')).toEqual([]);
  expect(alarms('登记合同200项，成交额8.00亿元，比上年的6.40亿元增长25.0%，平均每项320万元。')).not.toEqual([]);
  expect(alarms('发放贷款200笔、8.00亿元，上年同期仅5.00亿元；平均每笔400万元。')).toEqual([]);
  expect(alarms('县级以上平台由60个增加到75个，其中重点实验室30个、技术中心45个。')).toEqual([]);
});

test('the shares of a row are of this year’s amounts, and a share joined to last year’s is last year’s', () => {
  const told = (last: string): string =>
    `全市研发经费50.00亿元。基础研究2.00亿元，增长25.0%（上年1.60亿元）；应用研究8.00亿元，增长6.7%（上年7.50亿元）；试验发展40.00亿元，增长11.1%（上年36.00亿元）。三者占比依次为4.0%、16.0%、${last}。`;
  expect(alarms(told('80.0%'))).toEqual([]);
  expect(alarms(told('70.0%'))).not.toEqual([]);
  expect(alarms('全区总收入600.0亿元。研发投入24.00亿元，占总收入的4.0%，上年20.00亿元、占3.6%。')).toEqual([]);
  expect(alarms('全区总收入600.0亿元。研发投入24.00亿元，占总收入的4.5%，上年20.00亿元、占3.6%。')).not.toEqual([]);
});

test('a base and its pair belong to their own item', () => {
  expect(alarms('新能源产值61.2亿元，上年同期仅45.0亿元；其他领域20.0亿元，增长5.0%。')).toEqual([]);
  expect(alarms('新能源产值60.0亿元，上年同期仅50.0亿元，增长5.0%；其他领域20.0亿元。')).not.toEqual([]);
  expect(alarms('把总收入由500.0亿元推高到600.0亿元；出口额净增8.0亿元，达58.0亿元。')).toEqual([]);
  expect(alarms('把总收入由500.0亿元推高到600.0亿元，增加80.0亿元；出口额58.0亿元。')).not.toEqual([]);
  expect(alarms('有效发明专利比上年末的10000件增长8.0%，净增800件；同比增长20.0%。持有人中，企业8000件。')).toEqual([]);
  expect(alarms('有效发明专利比上年末的10000件增长20.0%，净增800件；持有人中，企业8000件。')).not.toEqual([]);
});

test('a level whose bracket gives its parts is what is compared and shared', () => {
  const told = (growth: string, share: string): string =>
    `科技支出12.00亿元（市本级5.00亿元，县区7.00亿元），比上年的10.00亿元增长${growth}，占一般公共预算支出300.0亿元的${share}。`;
  expect(alarms(told('20.0%', '4.0%'))).toEqual([]);
  expect(alarms(told('16.7%', '4.0%'))).not.toEqual([]);
  expect(alarms(told('20.0%', '2.3%'))).not.toEqual([]);
});

test('new room lies there beside what lay there before; things may also have gone', () => {
  expect(alarms('孵化面积50万平方米，其中新增10万平方米，上年为40万平方米。')).toEqual([]);
  expect(alarms('孵化面积50万平方米，其中新增10万平方米，上年为45万平方米。')).not.toEqual([]);
  expect(alarms('高新技术企业300家，其中新增50家，上年为270家。')).toEqual([]);
});

test('a growth that a count can’t have is that of the amount told next with its base', () => {
  const told = (amount: string): string => `办理融资150笔，增长36.0%，金额${amount}，上年同期为10.00亿元；惠及企业120家。`;
  expect(alarms(told('13.60亿元'))).toEqual([]);
  expect(alarms(told('13.60万元'))).not.toEqual([]);
  expect(alarms('登记合同96项（上年80项），成交额50.6%的增速居前，达3.84亿元。')).toEqual([]);
  expect(alarms('登记合同96项（上年80项），增长50.6%。')).not.toEqual([]);
});
