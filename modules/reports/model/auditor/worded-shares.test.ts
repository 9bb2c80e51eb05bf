// Shares in words beside their numbers: each text in order, and beside it «wrong|right».
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);
const written = (text: string, which: 0 | 1): string =>
  text.replaceAll(/«([^|»]*)\|([^»]*)»/g, (_, bad: string, good: string) => (which === 0 ? bad : good));

test.each([
  '输出技术35.2亿元，吸纳技术51.2亿元。\n转化能力偏弱，技术输出额不足吸纳额的«六成|七成»。',
  '其中吸纳技术51.2亿元，占59.3%，«接近一半|接近六成»。',
  '企业持有6037件，占67.6%，«超过七成|超过三分之二»。',
  '成交额54.7亿元，占42.5%，«超过半数|超过四成»。',
  '望县高企25家，占全市428家的5.8%，«超过一成|不足一成»。',
  '高新区41家，占42.3%，«超过一半|四成多»。',
  '全市高企428家，其中两区244家，«不到一半|过半»。',
  '甲县86家，乙县43家，乙县仅为甲县的«三分之一|一半»。',
  '高新区产值586.2亿元，经开区产值347.9亿元。经开区产值不足高新区产值的«一半|六成»。',
])('%s', (text) => {
  expect(wrong(written(text, 1))).toEqual([]);
  expect(wrong(written(text, 0)).length).toBeGreaterThan(0);
});

test.each([
  '全市增长12.5%，占比42.5%，近三成企业增长。',
  '发放贷款9.52亿元，其中信用贷款2.1亿元，一半投向中小企业。',
  '合格率96.5%，近九成学员满意。',
  '给予企业50%的补助，不超过一半。',
  '时间已过半，完成目标的42.3%，任务未过半。',
  '占全市的34.0%，三分之一强。',
  // Of all of the row, and not of its last one.
  '甲区、乙区、丙区高新技术企业分别为386家、274家、198家，合计占全市的66.6%。',
])('agrees: %s', (text) => expect(wrong(text)).toEqual([]));
