// Rows in order of size: the first five with their values in brackets, in turn behind their names, or told elsewhere under the names.
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel } from './find.ts';
import { numberOf } from './lists.ts';
import { exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsOf, wordsOfMatch } from './remark.ts';

const IN_ORDER =
  /(?:前[二三四五六七八九十两\d]+(?:位|名)?(?:的[^，。；]{1,6}|[市县区省家]?(?:市|县|区|省)?)|居前[二三四五六七八九十\d]*(?:位|名)?|依次|由高到低|从高到低|从大到小)[^，。；]{0,12}?(?:为|是|有|[:：])[^，。；]*$/;
const MOST = 40;
const HEAD = 60;

/** What stands in a row is not more than what stands before it; more than one place out of order is another order than that of size. */
function falling(row: readonly Figure[], why: string, told: readonly Words[] = []): Relation | undefined {
  const rises = row.filter((figure, i) => i > 0 && isMore(figure, row[i - 1]));
  if (rises.length > 1) return undefined;
  const [wrong] = rises;
  const before = wrong === undefined ? undefined : row[row.indexOf(wrong) - 1];
  const words = before && wrong ? [before, wrong] : row.slice(0, 3);
  return remark({
    type: 'rank',
    words: [...told, ...words.map(wordsOf)],
    formula: row.map(valueText).join(' ≥ '),
    ...(before && wrong ? { computed: before.value, stated: wrong.value, print: printOf(wrong) } : {}),
    verdict: wrong === undefined ? 'consistent' : 'inconsistent',
    note: before && wrong ? `${why}，${valueText(wrong)}却排在${valueText(before)}之后；请核对这两数` : '',
  });
}

const isMore = (figure: Figure, before: Figure | undefined): boolean => before !== undefined && exceeds(figure.range, before.range);

const joined = (page: Page, first: Figure, joint: RegExp): Figure[] => {
  const row = [first];
  while (row.length < MOST) {
    const next = page.figures[first.index + row.length];
    if (next === undefined || next.sentence !== first.sentence || next.sort !== first.sort || !joint.test(next.lead)) break;
    row.push(next);
  }
  return row;
};

/** 前五位分别是广东(69.27亿元)、北京(56.61亿元)、陕西(23.88亿元)、河北(26.02亿元). */
function inBrackets(page: Page, first: Figure): Relation | undefined {
  if (!IN_ORDER.test(first.before.slice(-HEAD)) || !hasHappened(first) || first.sort === 'rank') return undefined;
  const row = joined(page, first, /^[)）]?(?:、|和|及|与|，)[^，。；、]{1,16}[(（]?$/);
  if (row.length >= 3 && /[(（]$/.test(row[1]?.lead ?? '')) return falling(row, '按大小排列');
  // 前三的县区为甲县126家、乙县98家、丙县87家: as many values as places, without brackets.
  const plain = joined(page, first, /^(?:、|和|及|与|，)[^，。；、\d(（]{2,12}$/);
  const places = /前([二三四五六七八九十两]|\d{1,2})/.exec(first.before.slice(-HEAD))?.[1];
  return places !== undefined && plain.length === numberOf(places) && plain.length >= 3 ? falling(plain, '按名次排列') : undefined;
}

/** The first so many of a place, by name, and their values. */
export interface FirstOnes {
  /** What they are ranked by: 产值总量, 占比比年初增加百分点. */
  readonly by: string;
  readonly names: readonly string[];
  readonly values: readonly Figure[];
}

const TURN = /^(?:的)?[^，。；]{0,8}?(?:分别)?(?:为|是|有|[:：])([^，。；]+)，([^，。；]{0,14}?)分别(?:为|是|达到?|增长|提高)?$/;
const GENERIC = /^(?:增幅|增速|增长|涨幅|提高|金额|数量|总量|数值|得分|分值)$/;
const STRIPPED = /总量|总额|总数|同比|累计|比重|增加|增长|增幅|增速|的/g;

/** The values are those of what the row is ranked by, not of something else that is told of the same ones. */
function isOfOneMeasure(by: string, of: string): boolean {
  if (of === '' || GENERIC.test(of)) return !/[增涨提]/.test(of) || /增|涨|提/.test(by);
  if (by.includes(of) || of.includes(by)) return true;
  const [x, y] = [by.replaceAll(STRIPPED, ''), of.replaceAll(STRIPPED, '')];
  const isGrowth = /增|涨/;
  return x !== '' && x === y && isGrowth.test(by) === isGrowth.test(of);
}

/** 产值总量前三名为甲市、乙市、丙市，产值分别为312亿元、298亿元、276亿元. */
function inTurn(page: Page, rank: Figure): FirstOnes | undefined {
  const first = page.figures[rank.index + 1];
  if (rank.reading.kind !== 'rank' || !/^前/.test(rank.reading.raw) || first?.sentence !== rank.sentence || !hasHappened(first))
    return undefined;
  const [, names = '', of = ''] = TURN.exec(first.lead) ?? [];
  const by = (rank.lead.split(/[，；。：:]/).at(-1) ?? '').replace(/(?:排名|位居|排在|居|列)$/, '');
  const values = joined(page, first, /^(?:、|和|与|及|以及|，)$/);
  const named = names.split(/、|和|与|及/);
  return values.length < 3 || values.length !== named.length || !isOfOneMeasure(by, of) ? undefined : { by, names: named, values };
}

export const firstOnesOf = (page: Page): FirstOnes[] => page.figures.flatMap((figure) => inTurn(page, figure) ?? []);

const NAMES_IN_ORDER =
  /(?:依次(?:是|为)|由高到低(?:依次)?(?:是|为)|从高到低(?:依次)?(?:是|为))((?:[一-龥A-Za-z]{2,16}、){1,11}[一-龥A-Za-z、和与]{2,24}?)(?=[。；，(（]|$)/g;
const MOST_NAMED = 60;

/** 前三位的依次是电子信息、先进制造、新材料, and the amounts of two of them elsewhere under one word. */
function namedInOrder(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(NAMES_IN_ORDER)].slice(0, MOST_NAMED).flatMap((match) => {
      const told = (match[1] ?? '').split('、').map((name) => toldUnder(page, name));
      const words = new Set(told.flat().map(({ noun }) => noun));
      const row = told.flatMap((ones) => ones[0]?.figure ?? []);
      // Told by amount and by number, it isn't known which of them the order is of.
      return words.size !== 1 || row.length < 2 || told.some((ones) => ones.length > 1)
        ? []
        : (falling(row, '所列名称按大小依次排列', [wordsOfMatch(page, block, match)]) ?? []);
    }),
  );
}

interface Named {
  readonly figure: Figure;
  readonly noun: string;
}

/** 先进制造领域成交金额54.71亿元: the clause begins with the name, and goes on with what is measured. */
const toldUnder = (page: Page, name: string): Named[] =>
  name.length < 2
    ? []
    : page.figures.flatMap((figure): Named[] => {
        const clause = figure.lead.split(/[，；。：:、\n]/).at(-1) ?? '';
        if (!clause.startsWith(name) || !isLevel(figure) || !hasHappened(figure) || figure.inTable !== null) return [];
        return [{ figure, noun: clause.slice(name.length).replace(/^(?:领域|产业|行业|类)?的?|(?:达到?|为|完成|实现)$/g, '') }];
      });

const SUPERLATIVE =
  /最(?:高|大|多|快|强)[^，。；]{0,10}，[^，。；]{0,12}$|最(?:高|大|多|快)的(?:是|为)[^，。；]{2,16}[，(（][^，。；]{0,8}$/;
const NEXT = /[，；、](?:其次|再次|次之)[^。；]{0,30}$/;

/** 甲产业规模最大，增加值为416亿元；其次是乙产业，增加值为338亿元；再次是…. */
function nextInSize(page: Page, first: Figure): Relation | undefined {
  if (!SUPERLATIVE.test(first.before.slice(-HEAD)) || !hasHappened(first) || first.sort === 'rank') return undefined;
  const row = [first];
  for (let i = first.index + 1; i < first.index + MOST_BETWEEN; i++) {
    const next = page.figures[i];
    if (next === undefined || next.sentence !== first.sentence) break;
    if (next.sort === first.sort && next.reading.kind === first.reading.kind && NEXT.test(next.lead)) row.push(next);
  }
  return row.length < 2 ? undefined : falling(row, '文中先说最大的，再说其次的');
}

const MOST_BETWEEN = 10;

export function orders(page: Page): Relation[] {
  const lists = firstOnesOf(page).flatMap(({ values }) => falling(values, '按名次排列') ?? []);
  return [
    ...page.figures.flatMap((figure) => [inBrackets(page, figure), nextInSize(page, figure)].flatMap((one) => one ?? [])),
    ...lists,
    ...namedInOrder(page),
  ];
}
