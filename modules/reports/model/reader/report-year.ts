// Infers the year that a report reports on, and the part of it, from its title, its words and the dates of its page.
import { headingPeriod, type Period, PLANS } from './periods.ts';
import { PART, partOf, type YearPart } from './year-parts.ts';

const TITLE_YEAR =
  /((?:19|20)\d\d)年?(?:度|上半年|前三季度|前\d+个月)?[^。\n]{0,24}?(?:总结|报告|公报|工作情况|汇报|回顾|成效|概况|简况|情况)/;
/** 202x年工作总结和2025年工作计划: the year before the one planned for. */
const SUMMED_AND_PLANNED = /总结[^，。\n\d]{0,6}((?:19|20)\d\d)年(?:度)?[^，。\n]{0,8}(?:计划|安排|打算|思路|要点)/;
/** 总结2020年工作，部署2021年: of two the one that is summed up. */
const SUMMED = /(?:总结|回顾)了?((?:19|20)\d\d)年/;

/** 比2012年增加, 自2018年, 到2025年: a base or an aim, not the year reported on; 截至2021年底 is. */
const OTHER_YEAR = /(?:比|较|与|自|从|由|相对于|力争|(?<!截)至|(?<!截止|截)到)$/;
/** 2023年度国家科学技术奖, 2024年全市科技工作会议: the year of what is awarded or held. */
const OF_ANOTHER = /^(?:度)?[^，。；、\n]{0,14}(?:奖|榜单|大会|会议|年会)/;

const PLAN_OPENS = /(十[一二三四五]五)[”"]?(?:规划)?[^，。\n]{0,3}(?:开局|开门红|首年|第一年)/;
const PLAN_CLOSES = /(十[一二三四五]五)[”"]?(?:规划)?[^，。\n]{0,3}(?:收官|最后一年|末年)/;

/** The first or the last year of a five-year plan, where the text says that it is that year. */
function yearOfPlan(head: string): number | null {
  const opened = PLANS[PLAN_OPENS.exec(head)?.[1] ?? ''];
  const closed = PLANS[PLAN_CLOSES.exec(head)?.[1] ?? ''];
  return opened?.[0] ?? closed?.[1] ?? null;
}

const PUBLISHED =
  /(?:(?:时间|日期)[:：]|(?<![一-龥\d]))((?:19|20)\d\d)[-/.]([01]?\d)[-/.][0-3]?\d|(?:^|\n)[0-3]\d[.]([01]\d)[.]((?:19|20)\d\d)|(?:时间|日期)[:：]((?:19|20)\d\d)年([01]?\d)月/;
const WHOLE_YEAR = /全年|年末|公报|一年来|年度?工作总结/;
/** The text speaks of its own year as of one that runs. */
const RUNS = new RegExp(`今年|本年|截至目前|${PART}`);
const EARLY = 4;

/** The year and month in which the page was published, where it is dated. */
function yearOfPage(head: string): { year: number; month: number } | null {
  const found = PUBLISHED.exec(head);
  if (!found) return null;
  return { year: Number(found[1] ?? found[4] ?? found[5]), month: Number(found[2] ?? found[3] ?? found[6]) };
}

/** The year that the text names most often as its own. */
function yearSpokenOf(head: string): number | null {
  const all = [...head.matchAll(/((?:19|20)\d\d)年(?!以来|起)/g)];
  const told = all.filter(({ index, 0: words }) => {
    const behind = head.slice(index + words.length, index + words.length + 20);
    return !OTHER_YEAR.test(head.slice(Math.max(0, index - 4), index)) && !OF_ANOTHER.test(behind) && !/^[01]?\d月[0-3]?\d日/.test(behind);
  });
  const counts = new Map<number, number>();
  for (const [, year] of told.length > 0 ? told : all) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  // Of years named as often the later is reported on.
  return [...counts].sort((x, y) => y[1] - x[1] || y[0] - x[0])[0]?.[0] ?? null;
}

const LONGEST_TITLE = 48;
const isTitle = (line: string): boolean => line.length <= LONGEST_TITLE && !/[。；]/.test(line);

const OF_DATA =
  /(?<![-—~至到])((?:19|20)\d\d)年(?:度)?(?![^，。；\n]{0,40}(?:19|20)\d\d年)[^，。；\n]{2,40}(?:公报|统计|通报|分析|解读|监测|评价|快报)/;
const TITLE_LINES = 5;

/** 2022年…统计公报, 2022年度…评价结果的通报: statistics name the year of their data, whenever they come out. */
function yearOfData(head: string): number | null {
  const titles = head.split('\n', TITLE_LINES).filter(isTitle);
  const found = titles.map((line) => OF_DATA.exec(line)?.[1]).find((year) => year !== undefined);
  return found === undefined ? null : Number(found);
}

/** The year that the text reports on; `head` is its beginning without spaces. */
function inferredYear(head: string): number | null {
  const titled = TITLE_YEAR.exec(head);
  if (titled) return Number(titled[1]);
  const planned = SUMMED_AND_PLANNED.exec(head);
  if (planned) return Number(planned[1]) - 1;
  const summed = SUMMED.exec(head);
  if (summed) return Number(summed[1]);
  const data = yearOfData(head);
  if (data !== null) return data;
  const named = yearSpokenOf(head);
  const page = yearOfPage(head);
  if (named === null) {
    if (page === null) return yearOfPlan(head);
    // A report on a whole year comes out in the spring after it.
    return WHOLE_YEAR.test(head) && page.month <= EARLY ? page.year - 1 : page.year;
  }
  // 今年上半年, on a page of the year after the one that the text names: the page's own year runs.
  return page !== null && page.year === named + 1 && page.month > EARLY && RUNS.test(head) ? page.year : named;
}

/** The given year is for texts that hide theirs: statistics of the year before come out in it and say so. */
export function reportedYear(head: string, given: number | undefined): number | null {
  const data = yearOfData(head);
  return given !== undefined && (data === null || data >= given) ? given : (data ?? inferredYear(head));
}

const SPOKEN = /(?:^|\n|[(（—-])(?:——)?((?:19|20)\d\d)年([1-3])月[0-3]?\d日?[^。\n]{0,6}在[^。\n]{0,30}(?:大会|会议|全会)/;
/** 在全市科技工作会议上的报告 … （2018年1月19日）: the date stands below the title. */
const AT_MEETING = /^[^\n]{0,40}(?:会议|大会|全会)上的?(?:工作)?(?:报告|讲话)[\s\S]{0,60}?((?:19|20)\d\d)年[1-3]月[0-3]?\d日/;
const TO_PRESS = /发布会[\s\S]{0,120}?(?:时间|日期)[:：]((?:19|20)\d\d)年[1-3]月/;
/** ——2024年1月9日在人民代表大会上: a speech in spring looks back on the year before and calls its own 今年. */
export function spokenIn(head: string, year: number | null): number | null {
  const spoken = Number((SPOKEN.exec(head) ?? AT_MEETING.exec(head) ?? TO_PRESS.exec(head))?.[1] ?? 0);
  return year !== null && spoken === year + 1 && /过去一年|去年|上年|20\d\d年工作回顾/.test(head) ? spoken : null;
}

const LOOKS_BACK = /(?:回顾|总结|成就|成果|成效|综述|纪实|巡礼|辉煌|答卷|工作情况)/;

/** “十二五”科技工作回顾: the years of the plan that the title looks back on, where the report is of its last year or later. */
export function reportedSpan(head: string, year: number | null): Period | null {
  const title = head.split('\n', 2)[0] ?? '';
  // 2020年度工作总结暨“十三五”工作回顾 is of its year first.
  if (!isTitle(title) || /(?:19|20)\d\d年度?[^，。]{0,8}总结/.test(title)) return null;
  const plan = /十[一二三四]五[^，。；\n]{0,16}/.exec(title)?.[0] ?? '';
  const span = LOOKS_BACK.test(plan) ? headingPeriod(plan) : null;
  return span !== null && (year === null || year >= (span.to ?? 0)) ? span : null;
}

const HALF_TITLE = /上半年(?:科技)?工作(?:总结|(?:开展)?情况|汇报)/;
const PART_TITLE = new RegExp(
  `^(?:[^，。；:：]{0,24}?)(${PART})[^，。；]{0,30}(?:工作|总结|情况|运行|完成|成交|产业|产值|高新|技术|专利|指标|增长|提高|占比)`,
);
const NUMBERED = /^(?:[一二三四五六七八九十]+、|[(（]|\d)(?!(?:1[0-2]|\d)?(?:月|[-—–~至])|\d)/;

const TELLS_YEAR = /目前|现有|全年|年末|年底|年度|一年来|(?<!半)年[^，。；\n]{0,10}(?:总结|公报|报告)|[一二三四]是/;
const PARTS = new RegExp(
  `(?:[比较同](?:上年|去年)?)?(?:(?:19|20)\\d\\d年)?(?:${PART})(?=[，,]|实现|完成(?!情况)|新增|[全我本各中][省市县区国])`,
  'g',
);
const FIRST_AMOUNT = /\d(?:[\d.]*)(?:万|亿)*(?:元|家|个|项|件|人|名|%)/;

/** A lead of so many characters may hold a number before it comes to the time. */
const LEAD = 80;

/** A short piece that speaks of one part of a year from its lead on, and nowhere of the whole, is all of that part. */
function onlyPart(head: string): YearPart {
  if (TELLS_YEAR.test(head)) return '';
  const first = FIRST_AMOUNT.exec(head)?.index ?? 0;
  const told = [...head.matchAll(PARTS)].filter(([words]) => !/^[比较同]/.test(words));
  const parts = new Set(told.map(([words]) => partOf(words.replace(/^(?:19|20)\d\d年/, ''))));
  return parts.size === 1 && (told[0]?.index ?? LEAD) < first + LEAD ? ([...parts][0] ?? '') : '';
}

/** The part of the year that the title speaks of; a heading within the text says nothing of the whole. */
export function reportedPart(head: string): YearPart {
  if (HALF_TITLE.test(head)) return 'H1';
  const lines = head.split('\n', 8);
  for (const [at, line] of lines.entries()) {
    // The title of a column says nothing of the whole.
    if (lines[at - 1] === '|' || lines[at + 1] === '|') continue;
    const found = isTitle(line) && !NUMBERED.test(line) ? PART_TITLE.exec(line) : null;
    if (found && !/全年/.test(line)) return partOf(found[1] ?? '');
  }
  return onlyPart(head);
}
