// Reads the figures of one sentence: sorts, names, dates and judges each number in the light of those before it.
import type { ReportContext, Subject } from './context.ts';
import type { Frame } from './frames.ts';
import { framesOf } from './frames.ts';
import type { Sort } from './kinds.ts';
import { sortOf } from './kinds.ts';
import type { Named } from './names.ts';
import { countsWhatFollows, derivedName, levelName } from './names.ts';
import { shift, written } from './numerals.ts';
import type { Mood } from './outline.ts';
import type { Mention, Period } from './periods.ts';
import { mentionsIn } from './periods.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentences.ts';
import type { Block } from './source-text.ts';
import { statusOf } from './statuses.ts';
import type { Amount } from './tokens.ts';
import { inferredUnit } from './values.ts';

/** A reading whose offsets still point into the block. */
export type Draft = Omit<Reading, 'quote' | 'raw'> & { readonly rawEnd: number };

type Read = { frame: Frame; sorted: Sort; named: Named; listed: boolean };

export function readSentence(block: Block, sentence: Sentence, context: ReportContext): Draft[] {
  const mood: Mood = context.paragraphMood ?? context.outline.mood ?? 'past';
  const mentions = mentionsIn(sentence.text, context.clock, mood === 'plan');
  noteTopic(sentence, context);
  const frames = framesOf(block.text, sentence);
  const reads: Read[] = [];
  for (const frame of frames) reads.push(readFrame(frame, reads, frames, context));
  const drafts = reads.map((read) => draftOf(read, sentence, mentions, mood, context));
  const leading = mentions.find((mention) => mention.leading && mention.period !== 'now');
  if (leading && leading.period !== 'now') context.carried = leading.period;
  else if (mentions.some((mention) => mention.period === 'now')) context.carried = null;
  return drafts;
}

/** Reads one number after those before it. */
function readFrame(frame: Frame, reads: readonly Read[], frames: readonly Frame[], context: ReportContext): Read {
  const previous = reads.at(-1);
  const alike =
    previous && previous.frame.amount.unit?.class === frame.amount.unit?.class && previous.frame.amount.form === frame.amount.form;
  const inList = frame.continues && alike === true && previous !== undefined && !countsWhatFollows(frame);
  const sorted = inList ? { ...previous.sorted } : sortOf(frame, isSetSize(frame));
  const subject = inList ? listedSubject(frame, reads) : subjectFor(frame, frames, reads, context);
  const named = nameOf(frame, sorted, subject, context.topic, inList);
  if (sorted.kind !== 'rank' && sorted.kind !== 'change' && sorted.kind !== 'yoy_growth' && named.subject.name !== '') {
    if (named.own || sorted.kind === 'level') context.subject = named.subject;
  } else if (named.own) context.subject = named.subject;
  return { frame, sorted, named, listed: inList };
}

function nameOf(frame: Frame, sorted: Sort, subject: Subject | null, topic: string, inList: boolean): Named {
  const bare = { ...frame, left: '' };
  const source = inList ? bare : frame;
  if (sorted.kind === 'level' || sorted.kind === 'threshold' || sorted.kind === 'multiple') {
    const named = levelName(source, subject, topic);
    return sorted.kind === 'threshold' ? { ...named, name: `${named.name}门槛` } : named;
  }
  return derivedName(inList && sorted.kind === 'share' ? frame : source, sorted, subject, topic);
}

/** In 分别 lists the n-th number belongs to the n-th thing named before the list. */
function listedSubject(frame: Frame, reads: readonly Read[]): Subject | null {
  let first = reads.length;
  while (first > 0 && (reads[first - 1]?.listed || first === reads.length)) first--;
  const head = reads[first];
  if (!head) return null;
  const position = frame.index - head.frame.index;
  const levels = reads.slice(0, first).filter((read) => read.sorted.kind === 'level');
  const behind = levels.length - (reads.length - first + 1) + position;
  return levels[behind + 0]?.named.subject ?? head.named.subject;
}

/** What a comparison refers to: the part's own whole inside brackets, the n-th level under 分别, else the last thing named. */
function subjectFor(frame: Frame, frames: readonly Frame[], reads: readonly Read[], context: ReportContext): Subject | null {
  if (/分别/.test(frame.left)) {
    let size = 1;
    while (frames[frame.index + size]?.continues) size++;
    const levels = reads.filter((read) => read.sorted.kind === 'level');
    const first = levels[levels.length - size];
    if (first) return first.named.subject;
  }
  return context.subject;
}

const LISTED_BEFORE = /等$/;

/** 光电、航空、VR等六大产业: the number is the length of the list before it. */
function isSetSize(frame: Frame): boolean {
  return LISTED_BEFORE.test(frame.left) && /、/.test(frame.clause) && frame.amount.unit?.class === 'count';
}

const TOPIC =
  /(?:举办|承办|组织|实施|推进|开展|建设|依托|打造|启动|成立|设立|围绕|推动|办好)(?:了|好)?(?:首届|第[一二三四五六七八九十\d]+届)?[“《]?([一-龥A-Za-z]{3,14})/;

function noteTopic(sentence: Sentence, context: ReportContext): void {
  const match = TOPIC.exec(sentence.text.slice(0, 120));
  if (match) context.topic = (match[1] ?? '').replace(/(?:工作|活动|情况|建设|取得.*|实施.*|的.*)$/, '');
}

function draftOf(read: Read, sentence: Sentence, mentions: readonly Mention[], mood: Mood, context: ReportContext): Draft {
  const { frame, sorted, named } = read;
  const { amount } = frame;
  const status = statusOf(frame, sorted, mood);
  const kind = status === 'target' && sorted.kind !== 'threshold' ? 'target' : sorted.kind;
  const period = periodFor(frame, sentence, mentions, mood, context);
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
  return falls && text !== '0' ? `-${text}` : text;
}

const precisionOf = (amount: Amount) => Number(`5e${(amount.place ?? 0) + (amount.unit?.powers ?? 0) - 1}`);

/** The nearest time that governs the number: in its clause, at the head of its sentence, of its paragraph, of its section. */
function periodFor(frame: Frame, sentence: Sentence, mentions: readonly Mention[], mood: Mood, context: ReportContext): Period | null {
  const at = frame.amount.boundStart - sentence.start;
  const clauseAt = frame.clauseStart - sentence.start;
  const before = mentions.filter((mention) => mention.at < at);
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
