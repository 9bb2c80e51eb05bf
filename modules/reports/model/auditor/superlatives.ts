// What is said to be the greatest or the least of a row whose values are told: 乙区居首位, 增速最快的是丙, 技术许可金额居末位.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { numberOf } from './lists.ts';
import { cellOf, type Item, measureOf, namedRows } from './named-rows.ts';
import { exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsAt, wordsOf } from './remark.ts';

const MOST = '最高|最大|最多|最快|最强';
const LEAST = '最低|最小|最少|最慢';
/** 甲区在六个县区中均居首位, 丁县产值最低. */
const BEHIND = new RegExp(
  `(?:(?:位?居|位列|排名?在?|列|占)(?:首位|第一|榜首|末位|最后一?位?|倒数第一)|${MOST}|${LEAST}|垫底)(?=[，。；、：（()）\\n]|$|为|达|且|并)`,
  'g',
);
/** 增速最快的是丙. */
const AHEAD = new RegExp(`(?:${MOST}|${LEAST})的?(?:[一-龥]{1,6})?(?:是|为)(?=[一-龥])`, 'g');
const IS_LEAST = /末|最后|倒数|最低|最小|最少|最慢|垫底/;

type Fits = (measure: string) => boolean;
/** What the row is compared by, as the words name it. */
const MEASURES: readonly (readonly [RegExp, Fits])[] = [
  [/增[速幅长]|涨幅|最[快慢]/, (measure) => measure === 'growth'],
  [/占比|比重|份额|强度|率/, (measure) => measure === 'share'],
  [/[项家件个人户次笔]数|数量|最[多少]/, (measure) => measure !== 'growth' && measure !== 'share'],
  [/额|产值|收入|投入|经费|资金|规模|增加值/, (measure) => /元$/.test(measure)],
  [/总量|最[大小]/, (measure) => measure !== 'growth' && measure !== 'share'],
];
/** By these other things are compared than any value of the row, or more things than the row. */
const OTHER =
  /提升|提高|改善|变化|降[速幅低]|回落|差距|差额|缺口|相差|距离|平均|[户人项件]均|每|密度|贡献|拉动|净增|新增|增量|潜力|效率|质量|进步|完成率|目标|上年|去年|历史|全[省国]|首次|连续|历年|近年|不是|并非/;
const COUNTED = /([两二三四五六七八九十]|\d{1,2})(?:个|类|大|家|项|种)?[^，。；、\d]{0,6}(?:中|里|之)/;

interface Said {
  readonly name: string;
  readonly words: string;
  readonly from: number;
  readonly until: number;
}

const SIGHT = 30;
const MOST_SAID = 200;

/** Where a block says so, with the words that the name begins and those of the comparison. */
function saidIn(text: string): Said[] {
  const behind = [...text.matchAll(BEHIND)].slice(0, MOST_SAID).map((match) => {
    const clause =
      text
        .slice(Math.max(0, match.index - SIGHT), match.index)
        .split(/[，。；：\n（(]|其中/)
        .at(-1) ?? '';
    return { name: clause, words: clause + match[0], from: match.index - clause.length, until: match.index + match[0].length };
  });
  const ahead = [...text.matchAll(AHEAD)].slice(0, MOST_SAID).map((match) => {
    const until = match.index + match[0].length;
    const clause =
      text
        .slice(Math.max(0, match.index - SIGHT), match.index)
        .split(/[，。；：、\n]/)
        .at(-1) ?? '';
    const name = text.slice(until, until + SIGHT).split(/[，。；：、\n]/)[0] ?? '';
    return { name, words: clause + match[0], from: match.index, until: until + Math.min(name.length, 8) };
  });
  return [...behind, ...ahead];
}

const FURTHEST = 3000;
const MOST_ROWS = 40;

interface Placed {
  readonly row: readonly Item[];
  readonly item: Item;
}

const startOf = (row: readonly Item[]): number => row[0]?.figures[0]?.reading.rawStart ?? 0;

/** The row that holds the name, the nearest one told before; a row of one of the names alone is another one. */
function placeOf(rows: readonly (readonly Item[])[], { name }: Said, at: number): Placed | undefined {
  const near = rows.filter((row) => startOf(row) < at && at - startOf(row) < FURTHEST).slice(-MOST_ROWS);
  for (const row of near.reverse()) {
    const called = row.filter((item) => name.trim().startsWith(item.name)).sort((a, b) => b.name.length - a.name.length);
    if (called[0] !== undefined) return { row, item: called[0] };
  }
  return undefined;
}

/** The values that the words may compare: those of the measure that they name, of all names of the row. */
function columnsOf(row: readonly Item[], words: string): readonly (readonly Figure[])[] {
  const measures = new Set((row[0]?.figures ?? []).map(measureOf));
  const named = MEASURES.filter(([shape]) => shape.test(words)).map(([, fits]) => fits);
  return [...measures]
    .filter((measure) => measure !== '' && (named.length === 0 || named.some((fits) => fits(measure))))
    .map((measure) => row.flatMap((item) => cellOf(item, measure) ?? []))
    .filter((column) => column.length === row.length);
}

const SMALLEST = 3;

function judged(said: Said, at: Words, { row, item }: Placed): Relation | undefined {
  const words = said.words.slice(item.name.length);
  const count = COUNTED.exec(words)?.[1];
  if (row.length < SMALLEST || OTHER.test(said.words) || (count !== undefined && numberOf(count) !== row.length)) return undefined;
  const columns = columnsOf(row, words);
  const isLeast = IS_LEAST.test(words);
  const rivals = columns.map((column) => {
    const own = column.find((figure) => item.figures.includes(figure));
    const rival = own && column.find((other) => (isLeast ? exceeds(own.range, other.range) : exceeds(other.range, own.range)));
    return own && rival ? { own, rival } : undefined;
  });
  if (columns.length === 0) return undefined;
  const [wrong] = rivals;
  const fails = wrong !== undefined && rivals.every((one) => one !== undefined);
  const side = isLeast ? '最小' : '最大';
  return remark({
    type: 'rank',
    words: fails ? [wordsOf(wrong.own), wordsOf(wrong.rival), at] : [at],
    formula: `${item.name}在所列${row.length}项中${side}`,
    ...(fails ? { computed: wrong.rival.value, stated: wrong.own.value } : {}),
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails
      ? `文中说${item.name}${side}，所列的${valueText(wrong.rival)}却比它的${valueText(wrong.own)}更${isLeast ? '小' : '大'}`
      : '',
  });
}

export function superlatives(page: Page): Relation[] {
  const rows = namedRows(page);
  if (rows.length === 0) return [];
  return page.blocks.flatMap((block) =>
    saidIn(block.text).flatMap((said) => {
      const at = wordsAt(page, block, said.from, said.until);
      const placed = placeOf(rows, said, at.span.start);
      return placed === undefined ? [] : (judged(said, at, placed) ?? []);
    }),
  );
}
