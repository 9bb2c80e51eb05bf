// Reads the figures of one sentence: sorts, names, dates and judges each number in the light of those before it.
import type { ReportContext } from './context.ts';
import { listedThings, nameOf } from './derived-names.ts';
import type { Frame } from './frames.ts';
import { framesOf } from './frames.ts';
import type { Sort } from './kinds.ts';
import { sortOf } from './kinds.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import type { Named } from './names.ts';
import { countsWhatFollows, subjectOf } from './names.ts';
import { shift, written } from './numerals.ts';
import type { Mood } from './outline.ts';
import type { Mention, Period } from './periods.ts';
import { mentionsIn } from './periods.ts';
import { headAndPredicate, withoutDates } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { References } from './references.ts';
import type { Sentence } from './sentences.ts';
import type { Block } from './source-text.ts';
import { aims, statusOf } from './statuses.ts';
import type { Amount } from './tokens.ts';
import { inferredUnit } from './values.ts';

/** A reading whose offsets still point into the block. */
export type Draft = Omit<Reading, 'quote' | 'raw'> & { readonly rawEnd: number };

type Read = { frame: Frame; sorted: Sort; named: Named; listed: boolean; position: number };

export function readSentence(block: Block, sentence: Sentence, context: ReportContext): Draft[] {
  const mood: Mood = context.paragraphMood ?? context.outline.mood ?? 'past';
  const mentions = mentionsIn(sentence.text, context.clock, mood === 'plan');
  noteTopic(sentence, context);
  if (!sentence.goesOn) context.aimed = false;
  const frames = framesOf(block.text, sentence);
  const reads: Read[] = [];
  for (const frame of frames) reads.push(readFrame(frame, reads, frames, context));
  const drafts = reads.map((read) => draftOf(read, sentence, mentions, mood, context));
  const leading = mentions.find((mention) => mention.leading && mention.period !== 'now');
  if (leading && leading.period !== 'now') context.carried = leading.period;
  else if (mentions.some((mention) => mention.period === 'now')) context.carried = null;
  context.aimed = context.aimed || aims(sentence.text);
  noteMention(sentence, context);
  return drafts;
}

/** Reads one number after those before it. */
function readFrame(frame: Frame, reads: readonly Read[], frames: readonly Frame[], context: ReportContext): Read {
  const previous = reads.at(-1);
  const alike =
    previous && previous.frame.amount.unit?.class === frame.amount.unit?.class && previous.frame.amount.form === frame.amount.form;
  const listed = frame.continues && alike === true && previous !== undefined && !countsWhatFollows(frame);
  const position = listed ? previous.position + 1 : 0;
  const sorted = listed ? { ...previous.sorted } : refined(frame, sortOf(frame, isSetSize(frame)));
  const references = referencesFor(frame, reads, context);
  const named =
    respectively(frame, frames, reads, position, references, sorted) ??
    nameOf(listed ? { ...frame, left: '' } : frame, sorted, references, position);
  const partOf = references.part && reads.length > 0 && countsWhatFollows(frame);
  if (speaksOfItself(sorted, named) && !partOf) context.subject = named.subject;
  return { frame, sorted: rateOf(sorted, named), named, listed, position };
}

/** 提升3个 inside the brackets of 6个 counts a part, not a change. */
const refined = (frame: Frame, sorted: Sort): Sort =>
  sorted.kind === 'change' && /其中/.test(frame.before) && /^[、，]?(?:提升|改造|扩建)$/.test(frame.left)
    ? { ...sorted, kind: 'level', measure: 'stock' }
    : sorted;

/** R&D占比 is written like a share and is a rate. */
const rateOf = (sorted: Sort, named: Named): Sort =>
  sorted.kind === 'share' && named.subject.id === 'rd-intensity' ? { ...sorted, kind: 'ratio', measure: 'rate' } : sorted;

/** Later figures refer to levels and rates, and to the thing that a growth or a rank named anew. */
function speaksOfItself(sorted: Sort, named: Named): boolean {
  if (named.subject.core === '') return false;
  return named.own || sorted.kind === 'level' || sorted.kind === 'ratio' || sorted.kind === 'share' || sorted.kind === 'target';
}

function referencesFor(frame: Frame, reads: readonly Read[], context: ReportContext): References {
  const previous = reads.at(-1);
  return {
    subject: context.subject,
    fresh: reads.length > 0,
    topic: context.topic,
    mention: context.mention,
    lastName: reads.findLast((read) => read.sorted.kind !== 'rank' && read.sorted.measure !== 'difference')?.named.name ?? '',
    part: /其中/.test(frame.before),
    place: context.region ?? '',
    afterMark: previous?.sorted.kind === 'threshold',
    previousHead: previous && countsWhatFollows(previous.frame) ? headOf(previous.frame) : '',
  };
}

const headOf = (frame: Frame) => headAndPredicate(frame.after.replace(/^的/, '')).head;

/** Under 分别 the n-th number belongs to the n-th thing: of the list before it, or of the figures before it. */
function respectively(
  frame: Frame,
  frames: readonly Frame[],
  reads: readonly Read[],
  position: number,
  given: References,
  sorted: Sort,
): Named | null {
  const first = frames[frame.index - position];
  if (!first || !/分别/.test(first.left)) return null;
  let size = position + 1;
  while (frames[frame.index + size - position]?.continues) size++;
  if (size < 2) return null;
  const things = listedThings(first.left, size);
  const thing = things?.[position];
  if (thing && thing.length >= 2) {
    const named = nameOf({ ...frame, left: thing }, sorted, given, 0);
    return { ...named, own: true };
  }
  const earlier = reads.filter((read) => read.frame.index < first.index);
  const levels = earlier.filter((read) => read.sorted.kind === 'level' || read.sorted.kind === 'ratio');
  const level = levels[levels.length - size + position];
  if (!level)
    return markedGroup(
      earlier.filter((read) => read.sorted.kind === 'threshold'),
      size,
      position,
    );
  const references = { ...given, subject: level.named.subject, lastName: level.named.name, fresh: true };
  return nameOf({ ...frame, left: first.left }, sorted, references, 0);
}

/** 1亿元以上无研发活动、5亿元以上无研发机构的企业 … 分别13家、7家: each group is named by its mark. */
function markedGroup(marks: readonly Read[], size: number, position: number): Named | null {
  const mark = marks[marks.length - size + position];
  if (!mark || marks.length < size) return null;
  const { frame } = mark;
  const name = (frame.raw + frame.after).replace(/的.*$/, '').slice(0, 24);
  return { name, subject: subjectOf(name, name), own: true };
}

const PLAN_PARTS = /^的?(?:[一-龥]{0,8}?)(?:行动|工程|任务|举措|方面|领域|产业|专项|类别|板块|方向|体系|机制|措施|环节|集群)/;

/** 光电、航空、VR等六大产业: the number is the length of the list before it. */
function isSetSize(frame: Frame): boolean {
  if (frame.amount.unit?.class !== 'count') return false;
  if (/^(?:县区|县市区|区县|乡镇)/.test(frame.after) && /(?:全市|全县|全区|全省)$/.test(frame.left)) return true;
  return /等$/.test(frame.left) && (PLAN_PARTS.test(frame.after) || (/、/.test(frame.clause) && frame.amount.chinese));
}

const EVENT =
  /(?:举办|承办|组织|实施|推进|开展|启动|成立|设立|办好|建设|建立|打造|依托)(?:了|好)?([一-龥A-Za-z]{0,20}?(?:大赛|论坛|路演|博览会|交易会|对接会|洽谈会|峰会|联盟|行动|计划|信息库|专家库|攻关专项))/;
const POINT =
  /^(?:是)?(?:进一步|加快|着力|大力|积极|持续|扎实|全力)*(?:推进|推动|实施|开展|建设|打造|强化|加强|深化|培育|壮大|提升|优化|完善|抓好|做好|注重|加大|成立|落实|发展|构建|促进|举办|办好)?(?:了)?([一-龥A-Za-z]{2,16}?)(?:建设|发展|工作|培育|力度|管理|提质|不断|持续|更加|明显|成效|体系|水平|$)/;

/** A numbered point says first what it is about; an event or a programme stays the topic of what follows. */
function noteTopic(sentence: Sentence, context: ReportContext): void {
  const plain = withoutDates(sentence.text.slice(0, 90)).replace(
    /[(（][^()（）]*[)）]|[“”《》]|第[一二三四五六七八九十\d]+届|首届|中国|全国|全省|全市/g,
    '',
  );
  const event = EVENT.exec(plain);
  if (event?.[1] && event[1].length > 3) {
    context.topic = event[1].replace(/^.*[省市县区](?=.{4})/, '');
    return;
  }
  if (sentence.enumerator === '' || sentence.amounts.length > 0 || plain.length > 30) return;
  const entry = indicatorWithin(plain);
  context.topic = entry ? entry.name.replace(/总数$/, '') : (POINT.exec(plain)?.[1] ?? '');
}

function noteMention(sentence: Sentence, context: ReportContext): void {
  const entry = indicatorWithin(sentence.text);
  if (entry) context.mention = entry.name.replace(/总数$/, '');
}

function draftOf(read: Read, sentence: Sentence, mentions: readonly Mention[], mood: Mood, context: ReportContext): Draft {
  const { frame, sorted, named } = read;
  const { amount } = frame;
  const period = periodFor(frame, sentence, mentions, mood, context);
  const ahead = mood === 'past' && context.clock.year !== null && (period?.from ?? 0) > context.clock.year;
  const status = statusOf(frame, sorted, { mood, ahead, aimed: context.aimed });
  const kind = status === 'target' && sorted.kind !== 'threshold' ? 'target' : sorted.kind;
  const unit = inferredUnit(amount, frame.left, named.name);
  const number = signedValue(amount, sorted.falls);
  const start = quoteStart(frame);
  return {
    start,
    end: countsWhatFollows(frame) ? frame.afterStart + Math.min(frame.after.length, 12) : amount.end,
    rawStart: amount.start,
    rawEnd: amount.end,
    value: amount.unit?.class === 'points' ? { pp: Number(number) } : Number(number),
    exact: number,
    unit,
    kind,
    measure: sorted.measure,
    bound: amount.bound,
    precision: amount.place === null ? null : precisionOf(amount),
    indicator: named.name,
    indicatorId: named.subject.id,
    period: period?.written ?? null,
    region: regionOf(frame, context),
    of: wholeOf(frame, sorted),
    comparison: comparisonOf(frame, sorted),
    status,
    confidence: confidenceOf(amount, named),
  };
}

function quoteStart(frame: Frame): number {
  const lead = /^[、，\s]*/.exec(frame.left)?.[0].length ?? 0;
  return Math.max(frame.leftStart + lead, frame.amount.boundStart - 20);
}

function signedValue(amount: Amount, falls: boolean): string {
  if (amount.denied) return '0';
  const text = written(shift(amount.value, amount.unit?.powers ?? 0));
  return (falls || amount.negative) && text !== '0' ? `-${text}` : text;
}

const precisionOf = (amount: Amount) => Number(`5e${(amount.place ?? 0) + (amount.unit?.powers ?? 0) - 1}`);

/** The nearest time that governs the number: in its clause, at the head of its sentence, of its paragraph, of its section. */
function periodFor(frame: Frame, sentence: Sentence, mentions: readonly Mention[], mood: Mood, context: ReportContext): Period | null {
  const at = frame.amount.boundStart - sentence.start;
  const clauseAt = frame.clauseStart - sentence.start;
  // 申报2024年度项目 in a report on 2023 names the project, not the time.
  const later = (mention: Mention) =>
    mood === 'past' && !mention.leading && mention.period !== 'now' && (mention.period.from ?? 0) > (context.clock.year ?? 9999);
  const before = mentions.filter((mention) => mention.at <= at && !later(mention));
  const near = before.filter((mention) => mention.at >= clauseAt).at(-1);
  const governing = near ?? before.filter((mention) => mention.leading || mention.period === 'now').at(-1);
  const own = defaultPeriod(mood, context);
  if (governing) return governing.period === 'now' ? own : governing.period;
  return context.carried ?? own;
}

function defaultPeriod(mood: Mood, context: ReportContext): Period | null {
  const { year, half } = context.clock;
  const sectionYear = context.outline.year;
  if (mood === 'plan') {
    const next = sectionYear ?? (year === null ? null : year + 1);
    return next === null ? null : { from: next, to: next, written: String(next) };
  }
  if (year === null) return null;
  return { from: year, to: year, written: `${year}${half}` };
}

const REGIONS = /(?:全国|全省|全市|全区|全县|全州|我国|我省|我市|我区|我县|省内|市内)/g;

function regionOf(frame: Frame, context: ReportContext): string | null {
  const scope = frame.before.replace(/(?:占|居|排名|排|位居|位列|高于|低于|比|列)(?:全国|全省|全市|全区|全县)/g, '');
  const found = scope.match(REGIONS)?.at(-1);
  if (!found || /我市|我县|我区|全市|全县|全区/.test(found)) return context.region ?? found ?? null;
  return found;
}

function wholeOf(frame: Frame, sorted: Sort): string | null {
  if (sorted.kind === 'rank') return /(全国|全省|全市|全区|全县|全州|中部|西部|东部|世界|全球)/.exec(frame.clause)?.[1] ?? null;
  if (sorted.kind !== 'share' && sorted.kind !== 'ratio') return null;
  const match = /占([^，占]{2,24}?)(?:的)?(?:比重|比例|份额)?(?:达到|达|为|约|超过|的)*$/.exec(frame.clause);
  return match?.[1] ?? null;
}

function comparisonOf(frame: Frame, sorted: Sort): { base: string } | null {
  if (sorted.kind !== 'yoy_growth' && sorted.kind !== 'change' && sorted.kind !== 'multiple') return null;
  const named =
    /(?:比|较|高于|低于|高出|快于|慢于)([^，]{2,14}?)(?:的)?(?:增长|提高|上升|下降|增加|减少|高|低|多|少|快|慢|提升|回落|翻|$)/.exec(
      frame.left,
    );
  if (named?.[1]) return { base: named[1] };
  return { base: '上年' };
}

function confidenceOf(amount: Amount, named: Named): number {
  let certain = 0.97;
  if (amount.unit === null) certain -= 0.2;
  if (amount.chinese) certain -= 0.07;
  if (!named.own) certain -= 0.04;
  if (named.name === '') certain -= 0.2;
  return Math.round(certain * 100) / 100;
}
