// Property: paragraphs made from consistent numbers raise no alarm, and one changed number raises one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { alarmsOf, audit } from './audit-cases.ts';

const percent = (part: number, whole: number, places = 1): string => `${formatDecimal(Rational.of(part, whole).times(100), places)}%`;

/** A sentence for each way to bind figures, with the printed number shifted by `slip` where that is not zero. */
const SENTENCES: readonly ((a: number, b: number, slip: number) => string)[] = [
  (a, b, slip) => `全市规上工业企业共${a + b}家，其中建有研发机构的${a}家，占${percent(a, a + b + slip)}。`,
  (a, b, slip) => `全年申报项目${a + b}项，获批立项${a}项，立项率${percent(a, a + b + slip)}。`,
  (a, b, slip) => `全市高新技术企业达到${a + b}家，比上年净增${a}家，增长${percent(a, b + slip)}。`,
  (a, b, slip) => `科技型中小企业净增${a}家，总数达${a + b}家，增幅为${percent(a, b + slip)}。`,
  (a, b, slip) => `专利授权量由${b}件增加到${a + b}件，增长${percent(a, b + slip)}。`,
  (a, b, slip) => `新认定创新平台${a + b + slip}个(国家级${a}个、省级${b}个)。`,
  (a, b, slip) => `省财政投入${a}万元、市财政投入${b}万元，合计${a + b + slip}万元。`,
  (a, b, slip) => `我市登记技术合同${a}项，占全省的${percent(a, a + b + slip)}。全省登记技术合同${a + b}项。`,
];

const kinds = fc.integer({ min: 0, max: SENTENCES.length - 1 });
const amount = fc.integer({ min: 60, max: 900 });

const made = (kind: number, a: number, b: number, slip: number): string => SENTENCES[kind]?.(a, b, slip) ?? '';

test('consistent paragraphs raise no alarm', () => {
  fc.assert(
    fc.property(kinds, amount, amount, (kind, a, b) => {
      const text = made(kind, a, b, 0);
      expect(
        alarmsOf(audit(text)).map(({ note }) => note),
        text,
      ).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a paragraph of several true sentences raises none either', () => {
  fc.assert(
    fc.property(fc.uniqueArray(kinds, { minLength: 2, maxLength: 4 }), amount, amount, (chosen, a, b) => {
      // Each tells of something else, so no two sentences state the same thing twice.
      const text = chosen.map((kind, i) => made(kind, a + 7 * i, b + 11 * i, 0)).join('\n');
      expect(
        alarmsOf(audit(text))
          .filter(({ type }) => type !== 'duplicate')
          .map(({ note }) => note),
        text,
      ).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('one number that is wrong by a fifth raises an alarm', () => {
  fc.assert(
    fc.property(kinds, amount, amount, fc.boolean(), (kind, a, b, isLess) => {
      const slip = Math.max(9, Math.round((a + b) / 5)) * (isLess && b > (a + b) / 4 + 12 ? -1 : 1);
      const text = made(kind, a, b, slip);
      expect(
        alarmsOf(audit(text)).map(({ weight }) => weight),
        text,
      ).toContain('error');
    }),
    { numRuns: 150 },
  );
});

test('the repair names the digits that were exchanged and the unit that was lost', () => {
  const note = (text: string) =>
    alarmsOf(audit(text))
      .map((relation) => relation.note)
      .join();
  expect(note('全市规上工业企业共640家，其中建有研发机构的208家，占35.2%。')).toContain('若35.2%为32.5%则相符，相邻两位数字可能颠倒');
  expect(note('省财政投入3200元、市财政投入1800万元，合计5000万元。')).toContain('单位或小数点可能有误');
  expect(note('发明专利占41.86%。全市规上工业企业共640家，其中建有研发机构的208家，占41.86%。')).toContain('数值相同，可能误抄');
});
