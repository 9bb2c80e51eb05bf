// Numbers of what is named around them: 前五名的为甲、乙…, 4项分居前三位, 该29个教学点, 新增甲、乙、丙3个市, 以下三项：①…②….
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import { type Figure, type Page, SIGHT } from './figure.ts';
import { countNames, listBefore, numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsAt, wordsOf } from './remark.ts';

const counted = (words: readonly Words[], formula: string, count: number, stated: Rational, note: string): Relation =>
  remark({
    type: 'list_count',
    words,
    formula,
    computed: Rational.of(count),
    stated,
    verdict: note === '' ? 'consistent' : 'inconsistent',
    note,
  });

/** Two numbers of the same things. */
const alike = (words: readonly [Figure, Figure], count: Figure, stated: Figure, wrong: string): Relation =>
  counted(
    words.map(wordsOf),
    words.map(valueText).join(' = '),
    Number(count.value.numerator),
    stated.value,
    count.value.equals(stated.value) ? '' : wrong,
  );

/** Names that a list may miss or have too many while it is still the one that the number speaks of. */
const FURTHEST = 2;
const FIRST_ONES = /^(?:的)?[^，。；、：:(（\d]{0,8}?(?:分别|依次)?(?:为|是|[：:])[：:]?([^，。；：:]+)(?=[，。；：:]|$)/;
const masked = (text: string): string => text.replace(/[(（][^)）]*[)）]/g, '');

/** 占全国比重前五名的为甲(12.6%)、乙(12.2%)、…: as many names as places. */
function firstOnes(figure: Figure): Relation | undefined {
  const { raw, kind, bound } = figure.reading;
  if (kind !== 'rank' || bound !== 'at_most' || !/^前/.test(raw) || figure.after.length >= SIGHT) return undefined;
  const list = FIRST_ONES.exec(masked(figure.after))?.[1] ?? '';
  const items = list.split('、');
  if (items.length < 2 || /等|\d/.test(list) || items.some((item) => item.length > LONGEST || item.length < 2)) return undefined;
  const short = list.split(/、|和|及|与/);
  // 浙江和上海: the joint of short names is one of the row, not of a name.
  const { least, most } = short.every((name) => name.length >= 2 && name.length <= SHORT)
    ? { least: short.length, most: short.length }
    : { least: items.length, most: countNames(list).most };
  const stated = Number(figure.value.numerator);
  const formula = `列出名称数 = ${stated}`;
  if (least <= stated && stated <= most) return counted([wordsOf(figure)], formula, stated, figure.value, '');
  const count = stated < least ? least : most;
  if (Math.abs(count - stated) > FURTHEST) return undefined;
  return counted([wordsOf(figure)], formula, count, figure.value, `说前${stated}，其后列出${count}个名称；请增删名称或改数`);
}

const LONGEST = 16;

/** 甲、乙、丙4项分居前三位. */
function placesOf(page: Page, rank: Figure): Relation | undefined {
  const count = page.figures[rank.index - 1];
  const isShared = /^(?:分居|分列|分占|包揽|分别位居|分别居|分别列|分别位列)[^，。；、]{0,12}$/.test(rank.lead);
  if (rank.reading.kind !== 'rank' || !/^前/.test(rank.reading.raw) || !isShared || count?.sentence !== rank.sentence) return undefined;
  if (count.sort !== 'count' || count.reading.bound !== 'exact') return undefined;
  return alike([count, rank], rank, count, `${valueText(count)}分居${valueText(rank)}，数目不符`);
}

const BACK = 4;

/** 教学点有92个，…，该29个教学点: the same things again, with nothing between that tells of fewer. */
function pointedAt(page: Page, figure: Figure): Relation | undefined {
  const noun = /^([一-龥]{2,6}?)(?=[已均都全的在共也为将，。；、]|$)/.exec(figure.tail)?.[1];
  if (!/(?:该|这|上述)$/.test(figure.lead) || figure.sort !== 'count' || noun === undefined) return undefined;
  const before = page.figures.slice(Math.max(0, figure.index - BACK), figure.index).filter((one) => one.sentence === figure.sentence);
  const last = before.findLast((one) => one.sort === 'count' && one.reading.unit === figure.reading.unit);
  if (last === undefined || last.reading.bound !== 'exact' || !`${last.lead}${last.tail}`.includes(noun)) return undefined;
  if (!last.value.equals(figure.value) && /其中|、/.test(figure.lead)) return undefined;
  return alike([last, figure], last, figure, `“${noun}”前文为${valueText(last)}，这里为${valueText(figure)}`);
}

const OPENED = /^.{0,8}?(?:新增|新建|新获批|获批|建成|覆盖|包括|遍及|涉及|涵盖|确定|形成|支持)(?=[一-龥])/;
const SHORT = 4;

/** 新增甲市、乙市、丙市、丁市3个百亿市: short names behind a verb, and one more or fewer than the number. */
function shortNames(figure: Figure): Relation | undefined {
  const list = listBefore(figure.before)?.list ?? '';
  const names = list.replace(OPENED, '').split('、');
  const isPlain =
    names.length >= 3 && names.every((name) => /^[一-龥]{2,4}$/.test(name) && name.length <= SHORT && !/[和与及的等级]/.test(name));
  const isOpened = OPENED.test(list);
  const stated = Number(figure.value.numerator);
  const isCount =
    figure.sort === 'count' && figure.reading.bound === 'exact' && /^(?:个|家|市|县|区|所|大)$/.test(figure.reading.unit ?? '');
  if (!isPlain || !isOpened || !isCount || Math.abs(names.length - stated) !== 1) return undefined;
  return counted(
    [wordsOf(figure)],
    `列出名称数 = ${stated}`,
    names.length,
    figure.value,
    `列出${names.length}个名称，与所说的${stated}不符`,
  );
}

const nounOf = ({ tail }: Figure): string => /^([一-龥]{2,6}?)(?=[的为在共已均，。；、选]|$)/.exec(tail)?.[1] ?? '';

/** 甲、乙、丙四个分会…, and elsewhere 三个分会: the names are as many as the other says. */
function saidElsewhere(page: Page, figure: Figure): Relation | undefined {
  const found = listBefore(figure.before);
  const noun = nounOf(figure);
  if (figure.sort !== 'count' || found === undefined || found.isOpen || noun === '') return undefined;
  const { least, most } = countNames(found.list);
  const stated = Number(figure.value.numerator);
  if (least !== most || least < 2 || Math.abs(least - stated) !== 1) return undefined;
  const other = page.figures
    .slice(figure.index + 1, figure.index + AHEAD)
    .find((one) => one.reading.unit === figure.reading.unit && one.value.equals(least) && one.tail.startsWith(noun));
  if (other === undefined) return undefined;
  const note = `列出${least}个名称，另一处也说${valueText(other)}，这里为${valueText(figure)}`;
  return counted([other, figure].map(wordsOf), `列出名称数 = ${stated}`, least, figure.value, note);
}

const AHEAD = 40;

const COUNT = '([两二三四五六七八九十]|\\d{1,2})';
const ANNOUNCED = new RegExp(
  `(?:(?:以下|下列|如下)${COUNT}(?:个|项|点|条|种|类)[^。；：:，]{0,8}[：:]|${COUNT}(?:个方面|个特点|大特点|点建议|点意见|点体会|项措施|项工作|项任务)[^。；：:，]{0,6}[：:。，])(?=①|一是|[(（]一[)）])`,
  'g',
);
const MARKS: readonly (readonly string[])[] = [
  [...'①②③④⑤⑥⑦⑧⑨⑩'],
  [...'一二三四五六七八九十'].map((one) => `${one}是`),
  [...'一二三四五六七八九十'].map((one) => `(${one})`),
];
const FAR = 3000;

/** 以下三项：①…②…: as many marks in a row as announced, until the row begins anew or the text ends. */
function announced(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(ANNOUNCED)].flatMap((match) => {
      const from = match.index + match[0].length;
      const rest = block.text
        .slice(from, from + FAR)
        .replaceAll('（', '(')
        .replaceAll('）', ')');
      const row = MARKS.find(([first = '']) => rest.startsWith(first));
      if (row === undefined) return [];
      const again = rest.indexOf(row[0] ?? '', 1);
      const own = again < 0 ? rest : rest.slice(0, again);
      let count = 0;
      for (let at = 0; count < row.length && at >= 0; ) {
        at = own.indexOf(row[count] ?? '', at);
        if (at >= 0) count++;
      }
      const stated = numberOf(match[1] ?? match[2] ?? '');
      const isCut = again < 0 && (rest.length === FAR || !/[。；）)]\s*$/.test(rest));
      if (count < 2 || Math.abs(count - stated) > FURTHEST || (count !== stated && isCut)) return [];
      const words = [wordsAt(page, block, match.index, from)];
      const note = count === stated ? '' : `说${stated}项，其后编号列出${count}项`;
      return [counted(words, `列出项数 = ${stated}`, count, Rational.of(stated), note)];
    }),
  );
}

export const namedCounts = (page: Page): Relation[] => [
  ...page.figures.flatMap((figure) =>
    [firstOnes(figure), placesOf(page, figure), pointedAt(page, figure), shortNames(figure), saidElsewhere(page, figure)].flatMap(
      (one) => one ?? [],
    ),
  ),
  ...announced(page),
];
