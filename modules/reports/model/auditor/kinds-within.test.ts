// Kinds of one thing against all of it: grain and its kinds, prizes of all grades and all prizes; points of three industries; a fund of one project.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test.each([
  '全年粮食种植面积120.4万亩，增长1.1%；谷物播种面积98.2万亩，增长0.8%。',
  '全年粮食种植面积120.4万亩，增长1.1%；油料种植面积130.2万亩，增长0.8%。',
  '全年粮食总产量52.1万吨；谷物播种面积98.2万亩。',
  '五年来，全省共授予科学技术奖410项，其中一等奖40项，二等奖120项，三等奖250项。',
  '五年来，全省共授予科学技术奖410项。大赛设一等奖40项，二等奖120项，三等奖200项。',
  '第一产业比重比上年降低0.3%；第二产业比重上升0.1个百分点；第三产业比重上升0.2个百分点。',
  '青山县农产品中心获得项目经费80万元。全县争取项目经费15万元。',
])('agrees: %s', (text) => {
  expect(wrong(text).filter((one) => !one.startsWith('unit_pp'))).toEqual([]);
});

test('a kind that is more than all', () => {
  expect(wrong('全年粮食种植面积120.4万亩，增长1.1%；谷物播种面积128.2万亩，增长0.8%。')).toEqual(['subset 128.2万亩 ≤ 120.4万亩']);
});

test('grades that are more than all prizes', () => {
  const text =
    '五年来，全省共授予科学技术奖410项。从类别看，自然科学奖90项，技术发明奖320项；从等级看，一等奖40项，二等奖120项，三等奖290项。';
  expect(wrong(text)).toContain('subset 40项 + 120项 + 290项 ≤ 410项');
});

test('points of which one is written in per cent', () => {
  const text = '第一产业比重比上年降低0.3%；第二产业比重上升0.1个百分点；第三产业比上年上升1.2个百分点。';
  expect(wrong(text).some((one) => one.startsWith('sum'))).toBe(true);
});
