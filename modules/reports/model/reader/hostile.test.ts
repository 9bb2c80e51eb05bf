// Hostile and senseless input neither stalls the reader nor makes it return what is no number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures, scanFigures } from './read-figures.ts';

const SIZE = 6_000;
const patterns = [
  '1',
  '1 ',
  '1,',
  '1.',
  '1:',
  '1-',
  '1+',
  '1家',
  '1家、',
  '一',
  '万亿',
  '一二三四五六七八九十',
  '第一',
  '第',
  '前',
  '“',
  '《1',
  '(1',
  '(1)',
  '1)',
  '占1%占',
  '分别1家、',
  '增长1%',
  '高新技术企业增长1%',
  '2021年',
  '2021年1家',
  '五年前1家',
  '半个百分点',
  '翻了近两番',
  '甲、乙两市',
  '一是',
  '1、中\n',
  '\n',
  ' ',
  'a1',
  'x',
  '，xxxx亿元，增长1%',
  '从1家增加到2家',
  '其中1家(',
  '百分之',
  '翻',
  '翻番',
  '约近逾超',
  '年',
  '〔2020〕',
  '中',
  '20xx',
  '\ud83d\ude00',
  '\u0000',
];

describe('the reader', () => {
  test.each(patterns)('reads %j again and again in time that grows with the length only', (pattern) => {
    const started = performance.now();
    const readings = readFigures(pattern.repeat(Math.ceil(SIZE / pattern.length)), { reportingYear: 2022 });
    expect(performance.now() - started).toBeLessThan(3000);
    for (const reading of readings.slice(0, 50)) expect(Number.isFinite(Number(reading.exact))).toBe(true);
  });

  test.each([
    ['a million digits', () => '7'.repeat(1_000_000)],
    ['brackets half a million deep', () => `${'('.repeat(500_000)}9家${')'.repeat(500_000)}`],
    ['titles that never close', () => `${'《'.repeat(300_000)}9家`],
    ['bytes at random', () => Buffer.from(Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 2654435761) >>> 13)).toString('latin1')],
    ['a sentence that never ends', () => '增长1%高新技术企业'.repeat(60_000)],
  ])(
    'gets through %s in the time that its length costs',
    (_what, text) => {
      const before = process.cpuUsage();
      for (const reading of scanFigures(text())) expect(reading.end).toBeGreaterThan(reading.start);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000_000).toBeLessThan(20);
    },
    60_000,
  );

  test('returns exact substrings, rising offsets and finite values for any mixture of its own signs', () => {
    const sign = fc.constantFrom(
      ...'0123456789一二三四十百千万亿第前年月家个项%‰，。；、()“”《》 \n.-~至到占比增长下降分别均达为约近余多倍番元高新技术企业从oxX:：\ud83d\ude00'.split(
        '',
      ),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 120 }), (signs) => {
        const text = signs.join('');
        const points = [...text];
        let last = -1;
        for (const reading of readFigures(text)) {
          expect(points.slice(reading.start, reading.end).join('')).toBe(reading.quote);
          expect(reading.rawStart).toBeGreaterThan(last);
          expect(reading.rawStart).toBeGreaterThanOrEqual(reading.start);
          expect(Number.isFinite(Number(reading.exact))).toBe(true);
          last = reading.rawStart;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('takes any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => readFigures(text).length >= 0),
      { numRuns: 200 },
    );
  });
});
