// Figures of running prose that are bound over a stop: parts of the sentence before, shares of a called total, rates of a named province.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test.each([
  // A share of another whole by place and name is none of the amount before.
  '全市新兴产业产值1.12万亿元，其中制造领域1万亿元，增长9%，占全市规上工业的比重42.0%。',
  // Both are parts of what their shares call.
  '项目支出预算48.1万元，占支出总预算的4.40%。\n其中：\n（一）文化支出850.2万元，占支出总预算的77.8%。',
  // Parts need not fill what they are told of.
  '全国研发经费1000.8亿元。分活动主体看，企业经费700.5亿元；科研机构经费190.2亿元；高校经费99.6亿元。',
  // A share in a share of one whole.
  '各类机构人员1831人，占24.4%，其中甲类人员1760人，占23.5%。',
  // Deaths are not counted over births.
  '全年出生人口3.1万人，死亡人口2.0万人，死亡率为6.33‰。',
  '营业收入69.94亿元：东区41.39亿元，西区20.12亿元。',
  '上半年，我省工业产值同比增长10.02%。\n上半年，我市工业产值同比增长12.72%，高于江南省2.70个百分点。',
  '公务接待费72.2万元。主要用于开支，其中包括外宾接待费15.7万元。',
])('agrees: %s', (text) => {
  expect(wrong(text)).toEqual([]);
});

test('classes of prizes in a bracket fill their whole', () => {
  expect(wrong('授予自然科学奖43项(一等奖9项、二等奖14项、三等奖20项)。')).toEqual([]);
  expect(wrong('授予自然科学奖43项(一等奖9项、二等奖14项、三等奖14项)。')).toEqual(['sum 9项 + 14项 + 14项']);
  expect(wrong('建成创新平台43个(重点实验室9个、技术中心14个等)。')).toEqual([]);
  expect(wrong('申报科学技术奖5项(获二等奖1个，三等奖1个)。')).toEqual([]);
});

test('two parts behind a colon, one of them in another unit', () => {
  expect(wrong('营业收入69.94亿元：东区41.39万元，西区28.55亿元。')).toEqual(['sum 41.39万元 + 28.55亿元']);
});

test('classes of one row in the sentence behind are not more than the whole', () => {
  expect(wrong('全省新增研发机构32个，同比增长6%。其中，国家高新区新增研发机构10个，省级高新区新增研发机构23个。')).toContain(
    'sum 10个 + 23个',
  );
});

test('the total stands in the sentence before, and its part bears its name', () => {
  expect(wrong('公务接待费72.2万元。主要用于开支，其中包括外宾接待费75.7万元。')).toContain('subset 75.7万元 ≤ 72.2万元');
});

test('shares told in turn call the total that was divided', () => {
  const text =
    '全国研发经费1000.0亿元。分活动主体看，企业经费700.0亿元，增长8%；科研机构经费200.0亿元，增长5%；高校经费100.0亿元，增长2%。企业、科研机构、高校经费占全国经费总量的比重分别为70.0%、10.0%和20.0%。';
  expect(wrong(text)).toEqual(['share 200.0亿元 ÷ 1000.0亿元', 'share 100.0亿元 ÷ 1000.0亿元']);
});

test('a growth beside the growth of the province that is named', () => {
  const told = (by: string): string =>
    `上半年，我省工业产值同比增长10.02%。\n上半年，我市工业产值同比增长12.72%，高于江南省${by}个百分点。`;
  expect(wrong(told('2.07'))).toEqual(['change 12.72% − 10.02%']);
});

test('a rate beside last year’s in one clause', () => {
  expect(wrong('研发投入强度为2.08%，比上年的1.98%提高0.1%。')).toEqual(['unit_pp 两个百分数之差用“个百分点”']);
});
