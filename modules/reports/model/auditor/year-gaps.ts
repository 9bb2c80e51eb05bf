// How many years went by since the year that is compared with: 与2018年相比，四年间…, 由2019年的300家增至2023年的620家，四年翻了一番.
import { Rational } from '#kernel/exact/rational.ts';
import type { Page } from './figure.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';

const YEAR = '((?:19|20)\\d\\d)年';
const COUNT = '([两二三四五六七八九十])年(?:间|来|里|内)?';
/** Behind the base, in the same sentence: 四年间, 四年年均, 四年净增. */
const COUNTED = new RegExp(
  `(?<![前近后第这头每十〇一二三四五六七八九\\d])${COUNT}(?=间|来|里|翻|净增|增长|增加|年均|累计增|共增|扩大|提高|下降|减少|上升|提升)`,
);
const BASE = new RegExp(`(?:比|较|与|同|从|由|自)(?:“[^”]{1,8}”[初末])?${YEAR}(?!度?目标)`, 'g');
const BETWEEN = 60;
const OF_YEAR = /((?:19|20)\d\d)年/g;
const MOST = 200;
const LONGEST = 20;

/** The years that the sentence may count up to: those that it tells, else those that the page is of. */
function endsOf(sentence: string, from: number, ofPage: readonly number[]): readonly number[] {
  const told = [...sentence.matchAll(OF_YEAR)].map(([, year]) => Number(year)).filter((year) => year > from);
  return told.length > 0 ? [...told, ...(/今年|本年|目前/.test(sentence) ? ofPage : [])] : ofPage;
}

/** The reporting year and the one in which it is written. */
function yearsOf(page: Page): readonly number[] {
  const found = new Map<number, number>();
  for (const { reading } of page.figures) {
    const year = Number(/^((?:19|20)\d\d)/.exec(reading.period ?? '')?.[1] ?? 0);
    if (year > 0) found.set(year, (found.get(year) ?? 0) + 1);
  }
  const [most] = [...found].sort((a, b) => b[1] - a[1])[0] ?? [];
  const title = [...(page.blocks[0]?.text.slice(0, 120).matchAll(OF_YEAR) ?? [])].map(([, year]) => Number(year));
  return most === undefined ? [] : [...new Set([most, most + 1, ...title])];
}

export function yearGaps(page: Page): Relation[] {
  const ofPage = yearsOf(page);
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(BASE)].slice(0, MOST).flatMap((match) => {
      const from = Number(match[1]);
      const behind = block.text.slice(match.index + match[0].length, match.index + match[0].length + BETWEEN).split(/[。；\n]/)[0] ?? '';
      const counted = COUNTED.exec(behind);
      if (counted === null) return [];
      const before =
        block.text
          .slice(Math.max(0, match.index - BETWEEN), match.index)
          .split(/[。；\n]/)
          .at(-1) ?? '';
      const ends = endsOf(`${before}${match[0]}${behind}`, from, ofPage);
      const stated = numberOf(counted[1] ?? '');
      // From the first to the last, or both of them counted.
      const fits = ends.some((end) => end - from === stated || end - from + 1 === stated);
      const [end] = ends;
      if (end === undefined || end - from > LONGEST || end <= from) return [];
      const until = match.index + match[0].length + counted.index + (counted[0]?.length ?? 0);
      return [
        remark({
          type: 'period',
          words: [
            wordsAt(page, block, match.index, match.index + match[0].length),
            wordsAt(page, block, until - (counted[0]?.length ?? 0), until),
          ],
          formula: `${end} − ${from} = ${stated}`,
          computed: Rational.of(end - from),
          stated: Rational.of(stated),
          verdict: fits ? 'consistent' : 'inconsistent',
          weight: 'date',
          note: fits ? '' : `${from}年到${end}年相隔${end - from}年，文中说${stated}年；请核对年份或年数`,
        }),
      ];
    }),
  );
}
