// Numbering of sections and points, and the years and names in titles: what a proof-reader sees without any arithmetic.
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import type { Page } from './figure.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsAt, wordsOfMatch } from './remark.ts';

const ONES = '零一二三四五六七八九';

export function chineseNumber(word: string): number {
  const ten = word.indexOf('十');
  if (ten < 0) return ONES.indexOf(word);
  const tens = ten === 0 ? 1 : ONES.indexOf(word.slice(0, ten));
  return tens * 10 + (ten === word.length - 1 ? 0 : ONES.indexOf(word.slice(ten + 1)));
}

interface Mark {
  readonly depth: 0 | 1 | 2 | 3 | 4 | 5;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const HAN = '[一二三四五六七八九十]{1,3}';
/** After a line break or a full stop: 一、 (一) 1. (1) and, after any stop, 一是; 第一， at the head of a sentence. */
const MARK = new RegExp(
  `(?<=^|[\\n。；:：)）”!！?？])(?:(${HAN})、(?=[一-龥“《\\d])|[(（](${HAN})[)）]|(\\d{1,2})[.．、](?=[一-龥“《A-Z]|20\\d\\d年|20xx年)|[(（](\\d{1,2})[)）](?=[一-龥“《]))|(?<=^|[\\n。；:：，)）])(${HAN})是(?=[一-龥“])|(?<=^|[\\n。；：:])第(${HAN})，`,
  'g',
);

function marksOf({ text }: Block): Mark[] {
  return [...text.matchAll(MARK)].map((match) => {
    const depth = match.slice(1).findIndex((word) => word !== undefined) as Mark['depth'];
    const word = match[depth + 1] ?? '';
    const number = depth === 2 || depth === 3 ? Number(word) : chineseNumber(word);
    return { depth, number, start: match.index, end: match.index + match[0].length };
  });
}

const DEPTH_NAMES = ['“一、”', '“（一）”', '“1.”', '“（1）”', '“一是”', '“第一”'] as const;

interface Sequence {
  last: number;
  count: number;
  /** The number that stood where another was due, when the last one was out of order. */
  due: number | null;
}

/** Numbers of one row rise by one; a jump of one, or a number twice, is a slip. Greater jumps belong to another row. */
export function numbering(page: Page): Relation[] {
  const found: Relation[] = [];
  const open: (Sequence | undefined)[] = [undefined, undefined, undefined, undefined, undefined, undefined];
  let ordered = 0;
  for (const block of page.blocks) {
    for (const mark of marksOf(block)) {
      for (let deeper = mark.depth + 1; deeper < open.length; deeper++) open[deeper] = undefined;
      const row = open[mark.depth];
      open[mark.depth] = { last: mark.number, count: mark.number === 1 ? 1 : (row?.count ?? 0) + 1, due: null };
      if (mark.number === 1 || row === undefined) continue;
      // 二、四、四、: the first 四 was meant to be 三, and the second is in its place.
      if (mark.number === row.last + 1 || (row.due !== null && mark.number === row.due + 1)) ordered++;
      else if (mark.number === row.last || mark.number === row.last + 2 || mark.number === row.last - 1) {
        found.push(outOfOrder(page, block, mark, row));
        open[mark.depth] = { last: mark.number, count: row.count + 1, due: row.last + 1 };
      }
    }
  }
  if (ordered > 0 && found.length === 0)
    found.push(remark({ type: 'structure', words: [], formula: '层次编号依次递增', verdict: 'consistent' }));
  return found;
}

function outOfOrder(page: Page, block: Block, mark: Mark, row: Sequence): Relation {
  const end = Math.min(block.text.length, mark.end + 16);
  return remark({
    type: 'structure',
    words: [wordsAt(page, block, mark.start, end)],
    formula: '层次编号依次递增',
    computed: Rational.of(row.last + 1),
    stated: Rational.of(mark.number),
    verdict: 'inconsistent',
    weight: 'layout',
    note: `${DEPTH_NAMES[mark.depth]}层次的编号由${row.last}到${mark.number}`,
  });
}

const BREAKS_OFF = /[。；](?=([^。；：！？\n]*[，、][^。；：！？\n]*)$)/;
const HEADING_NEXT = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、])/;
const REST = 6;
const EXCERPT = 3000;

/** A paragraph of prose that stops in the middle of a clause, at the end of the document or before the next heading. */
export function brokenOff(page: Page): Relation[] {
  return page.blocks.flatMap((block, i) => {
    let start = 0;
    return block.text.split('\n').flatMap((line, n, lines) => {
      const at = start;
      start += line.length + 1;
      const rest = BREAKS_OFF.exec(line.trimEnd().slice(-200))?.[1];
      const next = lines.slice(n + 1).find((other) => other.trim() !== '');
      const ends = next === undefined ? i === page.blocks.length - 1 : HEADING_NEXT.test(next.trim());
      // 新进展:, and the headings are what the colon announces; a full stop of another script is one as well.
      if (rest === undefined || rest.length < REST || !ends || /[)）”》】…\d.．:：]$/.test(rest)) return [];
      const end = at + line.trimEnd().length;
      const words = wordsAt(page, block, Math.max(at, end - 16), end);
      const note = '语句到此中断，没有标点，后文可能缺失或错位';
      // A short text may be an excerpt that was cut on purpose.
      const verdict = next === undefined && end < EXCERPT ? 'cannot tell' : 'inconsistent';
      return [remark({ type: 'structure', words: [words], formula: '段落以完整的语句结束', verdict, weight: 'layout', note })];
    });
  });
}

const TITLE =
  /((?:19|20)\d\d)年[^\n。，；]{0,16}总结(?:及|和|暨|与|以及)((?:19|20)\d\d)年[^\n。，；]{0,10}(?:计划|打算|思路|安排|要点|谋划)/;
const PLAN_HEADING =
  /(?:^|\n|。)[一二三四五六七八九十]{1,2}、((?:19|20)\d\d)年[^\n。，；]{0,12}(?:计划|打算|思路|安排|要点|谋划|重点工作)/g;

/** 2022年总结和2023年打算: the plan is for the next year, and its heading says the same year. */
export function titles(page: Page): Relation[] {
  const first = page.blocks[0];
  const title = first === undefined ? null : TITLE.exec(first.text.slice(0, 600));
  if (first === undefined || title === null) return [];
  const [past, next] = [Number(title[1]), Number(title[2])];
  const found = [yearRelation(page, first, title.index, title[0].length, next, past + 1, '标题中计划年度为总结年度的次年')];
  for (const block of page.blocks) {
    for (const match of block.text.matchAll(PLAN_HEADING))
      found.push(yearRelation(page, block, match.index, match[0].length, Number(match[1]), next, '计划部分的年度与标题一致'));
  }
  return found;
}

function yearRelation(page: Page, block: Block, start: number, length: number, year: number, expected: number, formula: string): Relation {
  const fits = year === expected;
  const words = wordsAt(page, block, start, start + length);
  return remark({
    type: 'title',
    words: [{ ...words, quote: words.quote.trim() }],
    formula,
    computed: Rational.of(expected),
    stated: Rational.of(year),
    verdict: fits ? 'consistent' : 'inconsistent',
    weight: 'wording',
    note: fits ? '' : `应为${expected}年，文中为${year}年`,
  });
}

const SHORTEST_NAME = 10;
const MOST_NAMES = 300;

/** Two titles of papers that differ in one character, years apart: one of them is misspelt. */
export function paperNames(page: Page): Relation[] {
  const names = new Map<string, Words>();
  for (const block of page.blocks)
    for (const match of block.text.matchAll(/《([^《》\n]{10,80})》/g))
      if (names.size < MOST_NAMES && !names.has(match[1] ?? '')) names.set(match[1] ?? '', wordsOfMatch(page, block, match));
  const found: Relation[] = [];
  const list = [...names];
  list.forEach(([a, first], i) => {
    for (const [b, second] of list.slice(i + 1))
      if (a.length >= SHORTEST_NAME && differInOne(a, b))
        found.push(
          remark({
            type: 'title',
            words: [first, second],
            formula: '同一文件名称前后一致',
            verdict: 'inconsistent',
            weight: 'wording',
            note: '两处文件名称只差一字',
          }),
        );
  });
  return found;
}

function differInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const wrong = [...a].flatMap((character, i) => (character === b.charAt(i) ? [] : [character + b.charAt(i)]));
  return wrong.length === 1 && !/[\d一二三四五六七八九十上下东西南北省市县区]/.test(wrong[0] ?? '');
}
