// The order of events, days that are said to last, marks of sections of further kinds, and directions said twice.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const holds = (right: string, wrong: string): void => {
  expect(alarms(right)).toEqual([]);
  expect(alarms(wrong).length).toBeGreaterThan(0);
};

test('what comes first bears the earlier day', () => {
  holds('项目于2022年3月立项，2024年12月通过验收。', '项目于2022年3月立项，2021年12月通过验收。');
  holds('办法自2023年5月1日起施行，有效期至2028年4月30日。', '办法自2023年5月1日起施行，有效期至2022年4月30日。');
  expect(alarms('2022年3月立项的项目已建成，2021年12月竣工的项目正在结算。')).toEqual([]);
});

test('as many days as are said', () => {
  holds('为期3天的培训班于5月10日至12日举办。', '为期3天的培训班于5月8日至12日举办。');
  expect(alarms('培训班于5月8日至12日举办，每期3天。')).toEqual([]);
});

test('numbers in brackets and 第一 rise by one', () => {
  const marks = (third: string): string => `（1）企业培育。完成。\n（2）平台建设。完成。\n（${third}）人才引育。完成。`;
  holds(marks('3'), marks('4'));
  holds('第一，加强领导。第二，加大投入。第三，强化考核。', '第一，加强领导。第二，加大投入。第四，强化考核。');
});

test('one thing does not rise and fall', () => {
  holds('发明专利申请量同比下降6.2%，比上年减少58件。', '发明专利申请量同比增长6.2%，比上年减少58件。');
  expect(alarms('合同项数同比增长6.2%，平均金额比上年减少58万元。')).toEqual([]);
  holds('高新技术企业数增长16.2%，增速高于全省平均水平（12.4%）。', '高新技术企业数增长16.2%，增速低于全省平均水平（12.4%）。');
});
