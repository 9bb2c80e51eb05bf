// Finds the times that a sentence or a heading mentions, and which years and parts of a year each of them means.

import { PART, partOf, partWords, type YearPart } from './year-parts.ts';

/** A span of years with the way to write it; the years are null where the text has 20xx. */
export type Period = { readonly from: number | null; readonly to: number | null; readonly written: string };

/** The first and the last year of each five-year plan. */
export const PLANS: Readonly<Record<string, readonly [number, number]>> = {
  十五五: [2026, 2030],
  十四五: [2021, 2025],
  十三五: [2016, 2020],
  十二五: [2011, 2015],
  十一五: [2006, 2010],
};

export const yearPeriod = (year: number, part: YearPart = ''): Period => ({ from: year, to: year, written: `${year}${part}` });
export const span = (from: number, to: number): Period => ({ from, to, written: from === to ? String(from) : `${from}-${to}` });

/** The span of years that a heading names by a plan or by its first and last year; a single year is no span. */
export function headingPeriod(heading: string): Period | null {
  const plan = /(十[一二三四五]五)[”"]?(?:期间|时期|以来|主要|工作|发展|回顾|科技|规划(?:实施|执行|完成))/.exec(heading)?.[1];
  const [from, to] = PLANS[plan ?? ''] ?? [0, 0];
  if (from > 0) return span(from, to);
  const years = /((?:19|20)\d\d)年?(?:-|—{1,2}|~|至|到)((?:19|20)\d\d)年/.exec(heading);
  return years ? span(Number(years[1]), Number(years[2])) : null;
}

const CHINESE_YEARS: Record<string, number> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 十: 10 };

const COUNT = '[两二三四五六七八十\\d]';
const MENTION = new RegExp(
  [
    '(?<range>(?:19|20)\\d\\d年?(?:-|—{1,2}|~|至|到)(?:19|20)\\d\\d年)',
    '(?<pair>(?:19|20)\\d\\d年?[、和](?:19|20)\\d\\d年?(?=两年))',
    '(?<hidden>20(?:[xX*×_○]{2})年)',
    `(?<year>(?:19|20)\\d\\d)年(?:度)?(?:(?<yearPart>${PART})|(?<june>6月(?:份|底|末)?(?:30日)?))?`,
    '(?<chinese>二[〇○零一二三四五六七八九]{3})年',
    '(?<plan>十[一二三四五]五)[”"]?(?<planEnd>末|收官)?(?:的?前(?<planYears>[两二三四])年)?',
    `(?<relative>今年|本年度|本年|去年|上年度|上年|上一年|前年|明年|来年|次年)(?:全年的?|(?<relativePart>${PART}))?`,
    `(?<ago>${COUNT})年前`,
    `(?:近|连续|过去)(?<recent>1\\d|${COUNT})年`,
    `(?<past>1\\d|${COUNT})年(?:来|间(?=[^，。；]{0,16}累计)|累计|净增)`,
    '未来(?<future>[两二三四五\\d])年',
    '截[至止](?:今年)?(?<midyear>6月(?:30日|底|末))',
    `(?<until>截[至止]到?)?(?<!\\d年)(?<part>${PART})`,
    '(?<now>截至目前|截止目前|目前|当前|现有|全年|年内|年底|年末)',
  ].join('|'),
  'g',
);
/** Without one of these characters there is no time. */
const HOLDS_TIME = /[年季月五]|[目当]前|现有/;
/** A year behind these words is what a growth is measured against, not when the figure holds. */
const BASE_BEFORE = /(?:比|较|与|同|相比于|相对于|[高低]出|[多少]于|[高低]于)[“"]?$/;
/** 2016年的6.6倍, “十一五”认定数的9倍: the time of what something is compared with. */
const COMPARED_WITH = /^[”"]?(?:期间|时期|末|同期|全年|全部|[一-龥]{1,6}[数量额])?的?[约近]?[\d.]+倍/;
/** 上年为0.71%, 去年同期的3家: it dates this number alone. */
const LAST_YEARS_NUMBER = /^(?:同期)?(?:为|是|仅为?|只有|的)?[\d(（]/;
/** 兑现2022年度研发奖补: the year of what is paid out, not when it is. */
const PAID_OUT = /(?:兑现|兑付|发放|拨付|下达|申领)$/;
/** A time behind these words opens a statement, and so governs what follows it. */
const OPENED_BEFORE = /(?:[，。；：:、到至自从\n省市县区州局委]|(?:反馈|公布|核定|发布)的|截止|其中|的是|力争|争取|确保|预计)$/;

export type Mention = {
  readonly at: number;
  readonly end: number;
  readonly period: Period | 'now';
  readonly leading: boolean;
  /** 由 or 从 stands before it: the time that something grew from. */
  readonly from: boolean;
  /** It dates the words right behind it and nothing after the next comma. */
  readonly own: boolean;
  /** 上年同期: what this year's number is held against; it governs its own clause alone. */
  readonly base: boolean;
};

/** `spoken`: the year in which the text speaks of the year before as past, so that 今年 is that one. */
export type Clock = { readonly year: number | null; readonly part: YearPart; readonly spoken: number | null };

function relative(word: string, part: YearPart, clock: Clock, ahead: boolean): Period | null {
  if (clock.year === null) return part === '' ? null : partOfUnknownYear(part);
  const here = clock.spoken ?? clock.year + (ahead ? 1 : 0);
  if (word === '今年' || word === '本年' || word === '本年度') return yearPeriod(here, part || (ahead ? '' : clock.part));
  if (/^(?:去年|上年|上一年)/.test(word)) return yearPeriod(here - 1, part);
  if (word === '前年') return yearPeriod(here - 2, part);
  return yearPeriod(clock.year + 1, part);
}

/** 上半年 in a text whose year nobody knows. */
export const partOfUnknownYear = (part: YearPart): Period => ({ from: null, to: null, written: partWords(part) });

const count = (word: string) => CHINESE_YEARS[word] ?? Number(word);

/** 截至三季度 is all of the year up to there. */
const upTo = (part: YearPart): YearPart => (part === 'Q3' ? 'Q1-Q3' : part === 'Q2' ? 'H1' : part);

function periodOf(groups: Record<string, string | undefined>, clock: Clock, ahead: boolean): Period | 'now' | null {
  if (groups.range ?? groups.pair) {
    const [from = 0, to = 0] = ((groups.range ?? groups.pair ?? '').match(/\d{4}/g) ?? []).map(Number);
    return from <= to ? span(from, to) : span(to, from);
  }
  if (groups.hidden) return { from: null, to: null, written: groups.hidden.replace('年', '') };
  if (groups.year) return yearPeriod(Number(groups.year), groups.june ? 'H1' : partOf(groups.yearPart ?? ''));
  if (groups.chinese)
    return yearPeriod(Number([...groups.chinese].map((c) => '〇一二三四五六七八九'.indexOf(c === '零' || c === '○' ? '〇' : c)).join('')));
  if (groups.plan) {
    const [from, to] = PLANS[groups.plan] ?? [0, 0];
    if (groups.planYears && from > 0) return span(from, from + count(groups.planYears) - 1);
    return from === 0 ? null : groups.planEnd ? yearPeriod(to) : span(from, to);
  }
  if (groups.relative) return relative(groups.relative, partOf(groups.relativePart ?? ''), clock, ahead);
  const base = clock.year;
  const part = groups.midyear ? 'H1' : groups.until ? upTo(partOf(groups.part ?? '')) : partOf(groups.part ?? '');
  if (part !== '') return base === null ? partOfUnknownYear(part) : yearPeriod(base + (ahead && part !== 'H2' ? 1 : 0), part);
  // 全年 in a report on half a year, which plans for the other half.
  if (/^(?:全年|年底|年末)$/.test(groups.now ?? '') && clock.part !== '' && base !== null) return yearPeriod(base);
  if (groups.ago) return base === null ? null : yearPeriod((clock.spoken ?? base) - count(groups.ago));
  const back = groups.recent ?? groups.past;
  if (back) return base === null ? null : span(base - count(back) + 1, base);
  if (groups.future) return base === null ? null : span(base + 1, base + count(groups.future));
  return 'now';
}

/** 2017-2020年 …，连续十年居首位: the years end with the time that governs. */
function upToLast(period: Period | 'now', mentions: readonly Mention[]): Period | 'now' {
  const last = mentions.findLast((mention) => mention.leading && mention.period !== 'now')?.period;
  if (!last || last === 'now' || period === 'now' || last.to === null || period.from === null || period.to === null) return period;
  return span(last.to - (period.to - period.from), last.to);
}

/** The time that a mention means in the light of those before it and the words around it. */
function placed(period: Period | 'now', words: string, before: string, rest: string, mentions: readonly Mention[]): Period | 'now' {
  if (words.startsWith('连续')) return upToLast(period, mentions);
  if (period === 'now' || period.from === null || period.to === null) return period;
  // 2016-2018年有效期内的企业: those that are valid at the end.
  if (period.from < period.to) return /^(?:度)?(?:认定)?(?:且在?)?有效期/.test(rest) ? span(period.to, period.to) : period;
  if (!/截[至止]到?$/.test(before) || !/^(?:年?(?:1[0-2]|\d)?月?(?:\d{1,2}日|底|末)?)?，?(?:共|已)?累计/.test(rest)) return period;
  // 2018-2020年，实施 …，截至2020年10月底，累计 …: of all these years.
  const last = mentions.findLast((mention) => mention.leading)?.period;
  return last && last !== 'now' && last.to === period.to && (last.from ?? period.to) < period.to ? last : period;
}

/** All mentions of a time in a sentence. */
export function mentionsIn(sentence: string, clock: Clock, ahead: boolean): Mention[] {
  const mentions: Mention[] = [];
  if (!HOLDS_TIME.test(sentence)) return mentions;
  let baseEnd = -1;
  for (const match of sentence.matchAll(MENTION)) {
    const end = match.index + match[0].length;
    const before = sentence.slice(Math.max(0, match.index - 4), match.index);
    const rest = sentence.slice(end);
    // 与2017年、2018年的…相比, 比“十二五”末的2015年: both are what it is held against.
    const goesOn = match.index - baseEnd <= 2 && baseEnd >= 0 && /^(?:末的?|[、和的]|底的?)$/.test(sentence.slice(baseEnd, match.index));
    if ((BASE_BEFORE.test(before) || goesOn) && !/^(?:近|未来|目前|当前)/.test(match[0])) {
      baseEnd = end;
      continue;
    }
    if (
      match.groups?.relative?.startsWith('上年') &&
      !/[的达为是共]/.test(rest.slice(0, 8)) &&
      !(/[由从自]$/.test(before) && /^[末底]?\d/.test(rest))
    )
      continue;
    if (COMPARED_WITH.test(rest.slice(0, 16))) continue;
    if (match.groups?.year && match[0].endsWith('度') && PAID_OUT.test(before)) continue;
    const read = periodOf(match.groups ?? {}, clock, ahead);
    if (!read) continue;
    // 2021年以来，累计立项45项: of all the years since.
    const since =
      match.groups?.year &&
      /^[^，。；\d]{0,12}以来/.test(rest) &&
      /(?:^|[，。；自从])$/.test(before) &&
      clock.year !== null &&
      Number(match.groups.year) < clock.year
        ? span(Number(match.groups.year), clock.year)
        : null;
    const period = since ?? placed(read, match[0], before, rest, mentions);
    // 2020年全国改革重塑以来 tells since when others are compared.
    if (match.groups?.year && /^[一-龥]{3,20}以来/.test(rest) && !/(?:^|[，。；自从])$/.test(before)) continue;
    // 由2021年的9家、2022年的12家增加到15家: both are where it came from.
    const from = /(?:由|从)$/.test(before) || (/、$/.test(before) && mentions.at(-1)?.from === true && /^(?:底|末)?的/.test(rest));
    // 连续三年获评优秀, 三年累计提升 and what stands in brackets, 从2015年的5家增加到9家 date their own words; 从2015年起 dates what follows.
    const aside = /[(（][^()（）]*$/.test(sentence.slice(Math.max(0, match.index - 40), match.index));
    const own =
      match[0].startsWith('连续') ||
      match[0].endsWith('累计') ||
      match[0].endsWith('净增') ||
      aside ||
      match.groups?.ago !== undefined ||
      (/^(?:上年|去年|上一年)/.test(match[0]) && LAST_YEARS_NUMBER.test(rest)) ||
      (from && !/^(?:起|开始|以来|之?后|[底末](?:起|开始|以来))/.test(rest));
    const leading =
      !own &&
      (match.index === 0 ||
        match.groups?.part !== undefined ||
        match.groups?.midyear !== undefined ||
        match.groups?.planYears !== undefined ||
        OPENED_BEFORE.test(before) ||
        (match.groups?.plan !== undefined && /^[”"]?(?:期间|时期|以来|规划实施以来)/.test(rest)));
    const base = match.groups?.relative !== undefined && /^(?:去年|上年|前年)/.test(match[0]) && rest.startsWith('同期');
    mentions.push({ at: match.index, end, period, leading, from, own, base });
  }
  return mentions;
}
