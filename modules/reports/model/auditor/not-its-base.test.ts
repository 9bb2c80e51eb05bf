// Numbers that stand beside what is checked and are neither its base nor its whole nor its rival.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula }) => `${type} ${formula}`);

test('what came and went stands between the level and its net change', () => {
  const told = (net: number): string => `年末入库企业412家，年内新入30家、退出12家，净增${net}家，上年末为394家。`;
  expect(alarms(told(18))).toEqual([]);
  expect(alarms(told(81))).not.toEqual([]);
});

test('the greatest gap is not the greatest value', () => {
  const row = '甲县产值90.5亿元，增长12.6%；乙县82.9亿元，增长9.8%；丙县21.4亿元，增长6.5%。';
  expect(alarms(`${row}丙县差距最大。`)).toEqual([]);
  expect(alarms(`${row}丙县产值最大。`)).not.toEqual([]);
});

test('what is compared with is no whole of what was reached', () => {
  expect(alarms('全年实现营业收入983.5亿元，利润总额79.6亿元，比上年的73.3亿元增长8.6%。')).toEqual([]);
  expect(alarms('全年技术合同成交额20.25亿元，为上年15.00亿元的1.35倍，占全市162.0亿元的12.5%。')).toEqual([]);
  expect(alarms('全年技术合同成交额20.25亿元，为上年15.00亿元的1.35倍，占全市162.0亿元的15.2%。')).not.toEqual([]);
});

test('more revenue than the year before is a change and no base', () => {
  expect(alarms('一般公共预算收入31.50亿元，比上年增收1.50亿元，增长5.0%。')).toEqual([]);
  expect(alarms('一般公共预算支出28.80亿元，比上年减支1.20亿元，下降4.0%。')).toEqual([]);
});

test('a growth over last year is not one over the year that the base is of', () => {
  expect(alarms('高新技术企业由2020年的310家增加到672家，比上年增长19.6%。')).toEqual([]);
  expect(alarms('示范面积由上年的600亩扩大到1500亩，亩均产量提高12%。')).toEqual([]);
  expect(alarms('示范面积由上年的600亩扩大到1500亩，增长12%。')).not.toEqual([]);
});

test('what stands side by side is neither whole nor part', () => {
  expect(alarms('办理代表建议5件、政协提案9件，按期办结率和满意率均为100%。')).toEqual([]);
  expect(alarms('重点实验室评估优秀7家、良好19家、合格25家、不合格4家。')).toEqual([]);
  expect(alarms('基础研究52.7亿元，应用研究和试验发展分别为110.3亿元、955.6亿元。')).toEqual([]);
  expect(alarms('全年专利申请412件、授权175件，分别增长31.2%和下降8.4%。')).toEqual([]);
  expect(alarms('全年放款563笔、金额17.46亿元，户均贷款345万元。')).toEqual([]);
});

test('a year is not compared with itself', () => {
  const told = (year: number): string => `${year}年，全市财政科学技术支出24.38亿元，比2022年增加1.93亿元，增长8.6%。`;
  expect(alarms(told(2023))).toEqual([]);
  expect(alarms(told(2022))).not.toEqual([]);
  expect(alarms('2022年，全市支出预算24.38亿元，比2022年的快报数减少1.2亿元。')).toEqual([]);
});

test('a report of a whole year is not signed in its first days', () => {
  const told = (year: number): string =>
    `某县2023年度科技目标任务完成情况报告\n全年研发经费支出9.86亿元。力争2024年授权发明专利115件。\n某县科学技术局\n${year}年1月10日`;
  expect(alarms(told(2024))).toEqual([]);
  expect(alarms(told(2023))).not.toEqual([]);
});

test('rising and falling things may each have a line', () => {
  const told = (claim: string): string =>
    `四大领域产值${claim}。\n新材料：产值38.4亿元，增长11.2%；\n电子信息：产值56.9亿元，增长15.8%，高出全市平均6.6个百分点；\n新能源：产值47.6亿元，下降2.9%；\n节能环保：产值92.2亿元，增长16.0%。`;
  expect(alarms(told('三升一降'))).toEqual([]);
  expect(alarms(told('二升二降'))).not.toEqual([]);
});
