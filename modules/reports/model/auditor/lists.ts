// Lists: as many names as the number says (A、B、C三大产业), no more names than it says (A、B等5家), as many headings as announced.
import { Rational } from '#kernel/exact/rational.ts';
import { type Figure, type Page, SIGHT } from './figure.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt, wordsOf } from './remark.ts';

const DIGITS = '零一二三四五六七八九十';
export const numberOf = (word: string): number => (/^\d+$/.test(word) ? Number(word) : word === '两' ? 2 : DIGITS.indexOf(word));

/** Quotations and brackets may hold stops of their own; they count as one sign each. */
const masked = (text: string): string => text.replace(/“[^”]*”|《[^》]*》|[(（][^)）]*[)）]/g, '名');

/** In such an item another list may begin: 由甲、乙承担的丙、丁. */
const OPENS = /[的了由在对将把被从以为]|联合|承担|推动|支持|申报|获得|包括|开展|组织|建设|等/;
const JOINS = /和|与|及|跟|暨/g;

interface Count {
  /** All numbers of names that the list may hold. */
  readonly least: number;
  readonly most: number;
  readonly isPlain: boolean;
}

/** How many names stand in 甲、乙和丙: joints inside names make it a span. */
export function countNames(list: string): Count {
  const items = masked(list).split('、');
  const joints = items.map((item) => (item.replace(/^[^一-龥\dA-Za-z]*(?:和|与|及)/, '').match(JOINS) ?? []).length);
  const starts = items.flatMap((item, i) => (i > 0 && OPENS.test(item) ? [i] : []));
  const from = starts.at(-1) ?? 0;
  const most = items.length + joints.reduce((a, b) => a + b, 0);
  return {
    least: items.length - from,
    most,
    isPlain: starts.length === 0 && joints.every((n) => n === 0) && items.every((item) => item.length <= 16),
  };
}

const LARGEST = 30;
const isSmallCount = ({ reading, sort, value }: Figure): boolean =>
  sort === 'count' &&
  reading.bound === 'exact' &&
  reading.kind !== 'change' &&
  value.isWhole() &&
  value.isPositive() &&
  value.isAtMost(LARGEST);

/** 二、…居四类合同之首: the number of a heading is no name of a list. */
const HEADING_NUMBER = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})、/;

/** The list right before the number: from the last stop to 等 or to the number itself. */
export function listBefore(before: string): { readonly list: string; readonly isOpen: boolean } | undefined {
  const clause = (/(?:^|[，。；：:！？\n])([^，。；：:！？\n]*)$/.exec(masked(before))?.[1] ?? '').replace(HEADING_NUMBER, '');
  const isOpen = /等$/.test(clause);
  const list = isOpen ? clause.slice(0, -1) : clause;
  return /[、和与及]/.test(list) && list.length >= 3 ? { list, isOpen } : undefined;
}

const isSet = ({ reading }: Figure): boolean =>
  reading.measure === 'set_size' || /大$/.test(reading.raw) || /^(?:方面|类别|环节|领域|维度)/.test(reading.unit ?? '');

const listed = (figure: Figure, count: number, verdict: Relation['verdict'], sign: string, note: string): Relation =>
  remark({
    type: 'list_count',
    words: [wordsOf(figure)],
    formula: `列出名称数 ${sign} ${figure.reading.raw.replaceAll(/\s+/g, '')}`,
    computed: Rational.of(count),
    stated: figure.value,
    verdict,
    note,
  });

function fromListBefore(figure: Figure): Relation | undefined {
  const found = listBefore(figure.before);
  if (found === undefined || /第[一二三四五六七八九十\d]*$/.test(figure.before)) return undefined;
  const names = countNames(found.list);
  const stated = Number(figure.value.numerator);
  const fits = names.least <= stated && stated <= names.most;
  if (fits && names.most >= 2) return listed(figure, stated, 'consistent', '=', '');
  if (found.isOpen) {
    if (names.most <= stated) return listed(figure, names.most, 'consistent', '≤', '');
    return names.isPlain ? listed(figure, names.least, 'inconsistent', '≤', `列出${names.least}个名称，多于所说的${stated}`) : undefined;
  }
  if (isSet(figure) && BEGINS.test(found.list) && names.most >= 2 && stated > names.most && stated - names.most <= 2)
    return listed(figure, names.most, 'inconsistent', '=', `至多列出${names.most}个名称，与所说的${stated}不符`);
  const isClose = Math.abs(names.least - stated) <= 2 && names.least >= 2 && stated >= 2;
  if (!isSet(figure) || !names.isPlain || !isClose) return undefined;
  return listed(figure, names.least, 'inconsistent', '=', `列出${names.least}个名称，与所说的${stated}不符`);
}

/** The list begins in this very clause. */
const BEGINS = /(?:从|围绕|聚焦|突出|抓好|对照|就|以|把|在|依托|按照)[^、]*、/;

/** 3家：甲公司、乙公司、丙公司。 3家，分别为甲、乙、丙。 5家，分别设在甲、乙… */
const NAMES_BEHIND =
  /^[^，。；：:、\d]{0,16}(?:[：:]|，?[^，。；：:、\d]{0,6}(?:分别|依次)(?:为|是|有|(?:设|建|布局|分布|落|放|坐落|位|落户|依托|来自)(?:在|于)?)|，即)([^。；：:\d]{3,200})$/;

function fromNamesBehind(figure: Figure): Relation | undefined {
  const behind = NAMES_BEHIND.exec(masked(figure.after.split(/[。；]/)[0] ?? ''))?.[1];
  if (behind === undefined || figure.after.length >= SIGHT || /等|，/.test(behind)) return undefined;
  if (!behind.includes('、') && !/分别|依次/.test(figure.tail)) return undefined;
  if (isCutOff(figure.after.split(/[。；]/)[0] ?? '')) return undefined;
  const names = countNames(behind);
  const stated = Number(figure.value.numerator);
  if (names.least <= stated && stated <= names.most) return listed(figure, stated, 'consistent', '=', '');
  const isOne = behind.split('、').every((item) => item.length <= LONGEST_NAME) && !OPENS.test(behind.replaceAll(/公司|中心/g, ''));
  if (!isOne || Math.abs(names.most - stated) > 3 || isOfOther(figure, names)) return undefined;
  return listed(figure, names.most, 'inconsistent', '=', `其后列出${names.most}个名称，与所说的${stated}不符`);
}

/** 新设3家，总数由2家增至5家，分别设在甲、乙、丙: the list is that of another number of the sentence. */
const isOfOther = ({ before }: Figure, { least, most }: Count): boolean =>
  [...before.matchAll(/(?<![\d.])(\d{1,2}|[两二三四五六七八九十])[家个所项处]/g)].some(([, word = '']) => {
    const count = numberOf(word);
    return least <= count && count <= most;
  });

const LONGEST_NAME = 24;

/** 甲(12项)、乙(8项)、丙: the text breaks off within the last item, whose bracket is missing. */
const isCutOff = (list: string): boolean => {
  const items = list.split('、');
  return items.length > 2 && items.slice(0, -1).every((item) => /[)）]$/.test(item)) && !/[)）]$/.test(items.at(-1) ?? '');
};

/** 2人(某大学甲院士、某集团有限公司乙院士): each item ends with what the person is, however long the office before. */
const arePeople = ({ reading }: Figure, list: string): boolean =>
  /^[人名位]$/.test(reading.unit ?? '') &&
  list.split('、').every((item) => /(?:院士|教授|研究员|先生|女士|同志|博士|工程师)$/.test(item) && !/和|与|及/.test(item));

/** 在建2个(甲、乙): the bracket behind the number lists what is counted. */
function fromBracketBehind(figure: Figure): Relation | undefined {
  const bracket = /^[^，。；、(（]{0,8}[(（]([^()（）]{2,300})[)）]/.exec(figure.after)?.[1];
  if (bracket === undefined || /\d|其中|简称|以下|包括|含|[。：:]|[一二三四五六七八九十][个家项名人]/.test(bracket)) return undefined;
  // 11个县（市、区）: kinds of the place, and no names.
  if (bracket.split(/[、，]/).every((item) => item.length === 1)) return undefined;
  const isOpen = /等$/.test(bracket);
  const names = countNames(bracket.replace(/等$/, '').replaceAll(/[，；]/g, '、'));
  const stated = Number(figure.value.numerator);
  if (names.least === 1 && names.most === 1 && stated !== 1) return undefined;
  if (isOpen ? names.least <= stated : names.least <= stated && stated <= names.most)
    return listed(figure, Math.min(names.most, stated), 'consistent', isOpen ? '≤' : '=', '');
  if (!names.isPlain && !arePeople(figure, bracket)) return undefined;
  return listed(figure, names.least, 'inconsistent', isOpen ? '≤' : '=', `括号内列出${names.least}个名称，与所说的${stated}不符`);
}

/** 抓好九件大事：甲；乙；丙。: the parts behind the colon. */
function fromColonBehind(figure: Figure): Relation | undefined {
  const behind = /^[^，。；：:]{0,10}[：:]([^。：:]{12,})$/.exec(masked(figure.after.split('。')[0] ?? ''))?.[1];
  // A list that runs on beyond what is seen of the sentence can't be counted.
  if (behind === undefined || figure.after.length >= SIGHT) return undefined;
  const items = behind.split('；').length;
  const stated = Number(figure.value.numerator);
  if (items < 2 || Math.abs(items - stated) > 2) return undefined;
  if (items === stated) return listed(figure, items, 'consistent', '=', '');
  // A further ； may stand within one of the parts where none of them is short.
  const isEven = behind.split('；').every((item) => item.length <= LONGEST_ITEM && item.trim() !== '');
  return isEven ? listed(figure, items, 'inconsistent', '=', `冒号后列出${items}项，与所说的${stated}不符`) : undefined;
}

const LONGEST_ITEM = 60;

const HEADING = /(?<=^|[\n。])(?:\d{1,2}[.．、]|[(（][一二三四五六七八九十]{1,3}[)）])([^。\n，]{1,32})(?=[。\n])/g;

const headingsOf = (page: Page): string[] => page.blocks.flatMap(({ text }) => [...text.matchAll(HEADING)].map((match) => match[1] ?? ''));

/** 实施…等10项提升行动, and the headings 1.…提升行动 to 10.…提升行动. */
function fromHeadings(figure: Figure, countOf: (noun: string) => number): Relation | undefined {
  const noun = /^[一-龥]{2,8}?(?=[。，；、(（]|$)/.exec(figure.tail)?.[0];
  if (noun === undefined || figure.value.isLessThan(3)) return undefined;
  const counted = countOf(noun);
  if (counted < 3) return undefined;
  const stated = Number(figure.value.numerator);
  if (counted === stated) return listed(figure, counted, 'consistent', '=', '');
  return listed(figure, counted, 'cannot tell', '=', `正文中以“${noun}”为题的有${counted}项`);
}

const NAMED = /“([二两三四五六七八九十])(个|项|大)?([一-龥]{1,4})”(?:[(（]([^()（）“”]{3,200})[)）]|，?即[:：]?([^。\n“]{6,400}))/g;
const THAT_IS =
  /“([两二三四五六七八九十\d]{1,2})(?:个|项|大|种)[^”\d]{1,10}”[^，。；“]{0,6}，即(?:[^，。；、]{1,10}的)?((?:[^，。；、]{2,14}、){1,11}[^，。；、]{2,14}?)(?=均|都|全部|分别|，|。|；)/g;
const UNITED = /“([^“”]{3,80})”([二三四五六七八九十])位一体/g;

/** “四新”(新品种、新技术、新装备、新模式), “五个坚持”，即坚持…；坚持…, “展示、交易、共享”三位一体. */
function fromNames(page: Page): Relation[] {
  const found: Relation[] = [];
  for (const block of page.blocks) {
    const say = (at: RegExpExecArray | RegExpMatchArray, counted: number, stated: number): void => {
      const start = at.index ?? 0;
      const fits = counted === stated;
      found.push(
        remark({
          type: 'list_count',
          words: [wordsAt(page, block, start, start + Math.min(at[0].length, 60))],
          formula: `列出项数 = ${stated}`,
          computed: Rational.of(counted),
          stated: Rational.of(stated),
          verdict: fits ? 'consistent' : 'inconsistent',
          note: fits ? '' : `名称说${stated}项，列出${counted}项`,
        }),
      );
    };
    for (const at of block.text.matchAll(NAMED)) {
      const key = at[3] ?? '';
      const times = (at[4] ?? at[5] ?? '').split(key).length - 1;
      if (times >= 2) say(at, times, numberOf(at[1] ?? ''));
    }
    for (const at of block.text.matchAll(THAT_IS)) {
      if (!/等$|和|与|及/.test(at[2] ?? '')) say(at, (at[2] ?? '').split('、').length, numberOf(at[1] ?? ''));
    }
    for (const at of block.text.matchAll(UNITED))
      if ((at[1] ?? '').includes('、')) say(at, (at[1] ?? '').split('、').length, numberOf(at[2] ?? ''));
  }
  return found;
}

export function lists(page: Page): Relation[] {
  const headings = headingsOf(page);
  const counts = new Map<string, number>();
  const countOf = (noun: string): number => {
    const count = counts.get(noun) ?? headings.filter((heading) => heading.endsWith(noun)).length;
    counts.set(noun, count);
    return count;
  };
  const counted = page.figures.filter(isSmallCount).flatMap((figure) => {
    const found = fromListBefore(figure) ?? fromBracketBehind(figure) ?? fromColonBehind(figure) ?? fromNamesBehind(figure);
    return [fromHeadings(figure, countOf) ?? found].flatMap((one) => one ?? []);
  });
  return [...counted, ...fromNames(page)];
}
