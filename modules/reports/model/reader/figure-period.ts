// Chooses the period of one figure among the times that its sentence, paragraph, section and report name.
import type { ReportContext } from './context.ts';
import type { Frame } from './frames.ts';
import type { Sort } from './kinds.ts';
import type { Mood } from './outline.ts';
import { type Clock, type Mention, type Period, partOfUnknownYear, span, yearPeriod } from './periods.ts';
import type { Sentence } from './sentences.ts';

/** 由上年的38%提升至46%: the second number is of now, unless a time of its own stands before it. */
const GROWN =
  /(?:增|升|提高|扩大|降|减少|压缩|缩短|缩小|收窄|回落|下滑|下降|精简|缩减|合并|发展|调整|攀|提|扩|压)[一-龥]{0,3}(?:至|到|为)(?:了|约|近)*(?:(?:今年|年末|目前|眼下|现在|当前)的?)?$/;

/** 比上年的243家净增66家, 与2018年的509家相比: the number is of the year that it is compared with. */
const BASE_VALUE =
  /(?:比|较|与|相对于)(?:(?:上年度?|去年|上一年度?)|((?:19|20)\d\d)年)(?:同期|末|底)?的(?:约|近)?$|^[，、(（]?(?:上年|去年|上一年|前一年)(?:同期)?(?:为|是|仅)?$|(?:[由从]|(?:超过|超出|超|多于|接近|低于|不及|少于)了?)(?:上年度?|去年)(?:全年|同期)?的$|[由从](?:上年度?|去年)$/;

/** 0.94%(2022年数): the bracket dates the number before it. */
const OWN_YEAR = /^[(（]((?:19|20)\d\d)年(?:度|末|底)?(?:数据?|统计数据?)?[)）]/;

/** 较2018年（397项）, 比2018年的增速（15.3%）: the bracket says what it was then. */
const BASE_BESIDE = /[比较与]((?:19|20)\d\d)年(?:的[一-龥]{1,6})?[（(]$/;

/** No sentence names more times than that before one number; a page without stops may. */
const MOST_TIMES = 64;

/** The last times named at an offset or before it, in their order. */
function lastBefore(mentions: readonly Mention[], at: number): readonly Mention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return mentions.slice(Math.max(0, low - MOST_TIMES), low);
}

/** The nearest time that governs the number: in its clause, at the head of its sentence, of its paragraph, of its section. */
export function periodFor(
  frame: Frame,
  sentence: Sentence,
  mentions: readonly Mention[],
  mood: Mood,
  context: ReportContext,
  sorted: Sort,
): Period | null {
  const at = frame.amount.boundStart - sentence.start;
  const clauseAt = frame.clauseStart - sentence.start;
  // 申报2024年度项目 in a report on 2023 names the project, not the time.
  const later = (mention: Mention) =>
    mood === 'past' && !mention.leading && mention.period !== 'now' && (mention.period.from ?? 0) > (context.clock.year ?? 9999);
  // R&D经费(2022年度) 72亿元: what stands right behind the bracket is of its year.
  const isSpent = ({ own, end }: Mention) => own && /[，,；;]|[)）](?=.*[^)）\s])/.test(sentence.text.slice(end, at));
  const told = lastBefore(mentions, at).filter((mention) => !later(mention));
  const before = told.filter((mention) => !isSpent(mention));
  // 41家，是2020年21家的1.95倍: the year is of what it is a multiple of.
  const isMultiple = frame.amount.unit?.class === 'times' && /^的(?:约|近)?$/.test(frame.left);
  const near = isMultiple ? undefined : before.filter((mention) => mention.at >= clauseAt).at(-1);
  const governing = near ?? before.findLast((mention) => !mention.base && (mention.leading || mention.period === 'now'));
  const mean = /年均|年平均/.test(frame.left) && !near ? spanOf(told) : null;
  if (mean) return mean;
  const aside = OWN_YEAR.exec(sentence.text.slice(frame.amount.end - sentence.start, frame.amount.end - sentence.start + 10))?.[1];
  if (aside) {
    context.dated = { index: frame.index, year: Number(aside) };
    return yearPeriod(Number(aside));
  }
  // 强度0.94%（2022年数），比全市低0.7个百分点: of that year too.
  if (context.dated?.index === frame.index - 1 && sorted.measure === 'difference' && !near) return yearPeriod(context.dated.year);
  if (frame.index === 0) context.dated = null;
  const beside = frame.inside && frame.left === '' ? BASE_BESIDE.exec(frame.before)?.[1] : undefined;
  if (beside) return yearPeriod(Number(beside));
  const base = BASE_VALUE.exec(frame.left);
  if (base?.[1]) return yearPeriod(Number(base[1]));
  if (base && context.clock.year !== null) return yearPeriod(context.clock.year - 1, /同期/.test(base[0]) ? context.clock.part : '');
  const own = defaultPeriod(mood, context);
  const award = near ? null : awardYear(sentence.text.slice(frame.amount.end - sentence.start));
  if (award) return award;
  if (near?.from && GROWN.test(frame.left) && frame.index > 0) {
    const led = before.findLast((mention) => mention !== near && mention.leading)?.period;
    const whole = led === undefined ? (context.carried ?? own) : led === 'now' ? own : led;
    return whole === null || whole.to === null || whole.from === whole.to ? whole : yearPeriod(whole.to);
  }
  // 2026年，将实施…计划：到年末总数460家: the end of the year that the sentence is of.
  const ahead = governing?.period === 'now' ? aheadOf(before, governing, context) : null;
  const period = ahead ?? (governing ? (governing.period === 'now' ? own : governing.period) : (context.carried ?? own));
  return yearDealt(period, frame, sentence) ?? (period === null ? null : endOf(period, frame, sorted));
}

function aheadOf(before: readonly Mention[], now: Mention, { clock }: ReportContext): Period | null {
  const led = before.findLast((mention) => mention !== now && mention.leading && mention.at < now.at)?.period;
  return led && led !== 'now' && led.from === led.to && clock.year !== null && (led.from ?? 0) > clock.year ? led : null;
}

const MOST_YEARS = 12;
const LISTED = /^[、，,]?(?:和|与|及|以及)?$/;

/** The first and the last number of the list in one unit that a number stands in, as indices among those of the sentence. */
function listAround(index: number, { text, start, amounts }: Sentence): { first: number; last: number } {
  const follows = (at: number): boolean => {
    const [before, own] = [amounts[at - 1], amounts[at]];
    const isAlike = before !== undefined && own !== undefined && before.unit?.base === own.unit?.base;
    return isAlike && LISTED.test(text.slice(before.end - start, own.boundStart - start));
  };
  let first = index;
  while (index - first <= MOST_YEARS && follows(first)) first--;
  let last = index;
  while (last - index <= MOST_YEARS && follows(last + 1)) last++;
  return { first, last };
}

const YEARS_LISTED = /((?:(?:19|20)\d\d年?(?:、|和|与|及)){1,11}(?:19|20)\d\d年(?:末|底|度)?)，?[^，；。\d]{0,24}$/;
const LONGEST_LEAD = 90;

/** One year for each number of a list: 2021年、2022年分别为18亿元、33亿元, or 2019—2021年，投入分别为5亿元、7亿元、9亿元. */
function yearDealt(period: Period | null, { index }: Frame, sentence: Sentence): Period | null {
  const { text, start, amounts } = sentence;
  const { first, last } = listAround(index, sentence);
  const leadEnd = (amounts[first]?.boundStart ?? start) - start;
  const lead = text.slice(Math.max(0, leadEnd - LONGEST_LEAD), leadEnd);
  const years = YEARS_LISTED.exec(lead)?.[1]?.match(/\d{4}/g) ?? [];
  // 2022年、2023年均为5000万元: in each of them.
  if (first === last) return years.length > 1 && /均(?:为|是|达)?$/.test(lead) ? span(Number(years[0]), Number(years.at(-1))) : null;
  if (years.length === last - first + 1) return yearPeriod(Number(years[index - first]));
  const from = period?.from ?? null;
  const isDealt = from !== null && from + last - first === period?.to && /(?:分别|依次)[^，；：、]{0,8}$/.test(lead.slice(-12));
  return isDealt ? yearPeriod(from + index - first) : null;
}

const AWARDED = /^[^，。；:：\d]{1,16}?(?:荣获|获得|获评|斩获|摘得|入选|上榜|获)((?:19|20)\d\d)年度?[^，。；\d]{2,24}/;

/** 3个项目荣获2021年度科学技术奖: of the year of the prize. */
function awardYear(behind: string): Period | null {
  const words = behind.slice(0, 60);
  const found = words.includes('年') ? AWARDED.exec(words) : null;
  return found && /奖|榜|名单|称号|百强|案例/.test(found[0]) ? yearPeriod(Number(found[1])) : null;
}

/** 累计引进31人, 获批4家, 五年来: gathered over all of them. */
const ADDED_UP = /累计|共|[获新引招]|推广|年均|以来|年来|期间|分别|依次|[两三四五六七八十]年/;
const isStanding = ({ kind, measure }: Sort): boolean => kind === 'ratio' || (kind === 'level' && /^(?:stock|rate)$/.test(measure));

/** 2017至2020年，研发投入从19亿元提高至23亿元: of a span the first number has the first year, the second the last. */
function endOf(period: Period, { left, clause }: Frame, sorted: Sort): Period {
  const { from, to } = period;
  if (from === null || to === null || from === to) return period;
  // 2019—2023年回顾: …，现有4家, what there is now.
  if (/(?:^|[，、；])(?:目前|现有|现已|现在|如今)[^，]*$/.test(clause)) return yearPeriod(to);
  if (/[从由]$/.test(left)) return yearPeriod(from);
  if (isStanding(sorted) && !ADDED_UP.test(clause)) return yearPeriod(to);
  return GROWN.test(left) && /[从由]/.test(clause) ? yearPeriod(to) : period;
}

/** 从2015年的5亿元增加到2020年的9亿元，年均增长12%: the years between. */
function spanOf(mentions: readonly Mention[]): Period | null {
  const first = mentions.findLast((mention) => mention.from);
  const last = mentions.at(-1);
  if (!first || !last || first === last || first.period === 'now' || last.period === 'now') return null;
  const [from, to] = [first.period.from, last.period.to];
  return from === null || to === null || from >= to ? null : span(from, to);
}

function defaultPeriod(mood: Mood, context: ReportContext): Period | null {
  const { year, part } = context.clock;
  const sectionYear = context.outline.year;
  if (mood === 'plan') {
    // A report on half a year plans for the other half.
    const running = part !== '' && part !== 'H2' && context.planYear === null ? year : null;
    const next = sectionYear ?? running ?? context.planYear ?? (year === null ? null : year + 1);
    return next === null ? null : yearPeriod(next);
  }
  const lookedBack = context.outline.span ?? (sectionYear === null ? context.span : null);
  if (lookedBack && (year === null || (lookedBack.to ?? 0) <= year)) return lookedBack;
  if (sectionYear !== null && (year === null || sectionYear < year)) return yearPeriod(sectionYear);
  if (year === null) return part === '' ? null : partOfUnknownYear(part);
  return yearPeriod(year, part);
}

const SPENT_ON_RD = /^[^，。；]{0,16}(?:研发|R&D|研究与[试实]验发展)/;

/** Spending on R&D is known a year late: 2021年全社会研发投入 … in a report on 2022 dates its own sentence and nothing after it. */
export const isLate = ({ period, end }: Mention, { text }: Sentence, { year }: Clock): boolean =>
  period !== 'now' && year !== null && (period.to ?? year) < year && (SPENT_ON_RD.test(text.slice(end)) || /错年/.test(text));
