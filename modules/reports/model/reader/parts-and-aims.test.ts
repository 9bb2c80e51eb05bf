// Parts told by what was done, and aims for what a label names.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('a part told by what was done is so much of the whole', () => {
  expect(names('技术合同成交额61亿元，其中就地转化22亿元。').at(-1)).toBe('就地转化技术合同成交额');
  expect(names('市级以上研发平台14家，其中企业牵头9家。').at(-1)).toBe('企业牵头市级以上研发平台');
  expect(names('新认定高新技术企业80家（含到期重新认定25家）。').at(-1)).toBe('重新认定高新技术企业');
});

test('a label says what is aimed at, however long it is', () =>
  expect(names('▲规上工业企业研发活动覆盖率：目标42%以上，据季报测算为40.1%，低于目标1.9个百分点。')).toEqual([
    '规上工业企业研发活动覆盖率目标',
    '规上工业企业研发活动覆盖率',
    '规上工业企业研发活动覆盖率与目标之差',
  ]));

test('contracts aimed at in money are what they bring', () =>
  expect(names('▲技术合同：目标90亿元，完成率82%。')[0]).toBe('技术合同成交额目标'));

test('a deed alone is done to what the text speaks of, there or by those who left', () => {
  expect(names('全市技术合同成交额80亿元。白渡市成交31亿元。').at(-1)).toBe('技术合同成交额');
  expect(names('全年新入孵企业30家，毕业12家。').at(-1)).toBe('毕业企业数');
  expect(names('全年“科技贷”授信目标5亿元，目前已完成71%。').at(-1)).toMatch(/任务完成率$/);
});

test('an aim passed or missed is named by the thing', () => {
  expect(names('技术合同认定登记额达1.8亿元，超目标任务2100万元。').at(-1)).toBe('技术合同认定登记额超目标额');
  expect(names('举办培训班6期，比计划少3期。').at(-1)).toMatch(/与计划之差$/);
  expect(names('成交额完成率44%，落后于时间进度6个百分点。').at(-1)).toMatch(/与时间进度之差$/);
});

test('a rate of what was counted takes its thing', () => {
  expect(names('受理专利纠纷案件30件，结案27件，结案率90%。').at(-1)).toBe('专利纠纷案件结案率');
  expect(names('从业人员9万人，其中研发人员占21%；实现营业收入860亿元。').at(-1)).toBe('营业收入');
});
