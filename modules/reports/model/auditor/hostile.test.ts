// Hostile and endless texts: the auditor neither fails nor costs more than its length.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from './audit-cases.ts';

const many = (words: string, times: number): string => words.repeat(times);

/** Pages that no office wrote, each of some fifty thousand characters. */
const ENDLESS: readonly (readonly [string, string])[] = [
  ['a million digits', many('7', 1_000_000)],
  ['brackets without end', many('（', 50_000)],
  ['one sentence of growths', many('，同比增长5%', 8_000)],
  ['tenths with nothing between them', many('八成半', 20_000)],
  ['signed rates with nothing between them', many('+3%', 20_000)],
  ['one sentence of parts', many('，其中国家级3个', 6_000)],
  ['shares without a stop', many('企业12家，占全省的25%，', 4_000)],
  ['lists without a stop', many('甲公司、乙公司和丙公司等3家，', 3_500)],
  ['the same sentence again', many('全市高新技术企业达到480家，比上年净增80家，增长20%。', 1_800)],
  ['rows of a table', many('浔阳区\t40家\t35家\t33.33%\t14.29%\n', 2_000)],
  ['targets again and again', many('力争高新技术企业达到500家。全市高新技术企业达到480家。', 1_800)],
  ['headings only', many('一、二、三、四、(一)(二)1.2.3.\n', 2_500)],
  ['papers cited', many('《关于科技创新的若干意见》(市发〔2022〕8号)，', 2_000)],
  ['thresholds', many('超过千亿元的省有2个，分别为甲(1200亿元)、乙(900亿元)，', 1_600)],
  ['breakdowns', many('分类型看，甲3亿元；乙4亿元；丙5亿元。甲所占比重为25%。\n', 1_500)],
];

test.each(ENDLESS)('%s', { timeout: 40_000 }, (_name, text) => {
  const started = performance.now();
  audit(text);
  expect(performance.now() - started).toBeLessThan(20_000);
});

const WORDS =
  '全市 全省 其中 ， 。 ； 、 （ ） ( ) 增长 下降 占 比重 目标 完成 超额 同比 分别 由 到 由于 累计 新增 12家 3.5% 0个 −5家 1e9 九件 千亿元 2个百分点 第3位 1.2万亿元 \n \t 《 》 “ ” 〔2022〕8号 2022年 13月45日 上半年 1—6月 力争 企业 专利 合计 \u0000 \ud800 ９９ % 倍 翻番'.split(
    ' ',
  );

test('any row of words is audited without a fault, twice alike', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
      const text = words.join('');
      expect(audit(text)).toEqual(audit(text));
    }),
    { numRuns: 400 },
  );
});

test('any characters are', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      audit(text);
    }),
    { numRuns: 200 },
  );
});
