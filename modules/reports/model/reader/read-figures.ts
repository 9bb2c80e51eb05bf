// Reads the figures out of a report's text: the whole of the reader, from characters to readings.
import type { ReportContext } from './context.ts';
import { openReport } from './context.ts';
import type { Draft } from './drafts.ts';
import { labelledRows } from './labelled-rows.ts';
import { depthOf, moodOfHeading } from './outline.ts';
import { readSentence } from './read-sentence.ts';
import { readTable } from './read-table.ts';
import type { Ignored, Reading, ReadOptions } from './reading.ts';
import { scanTokens } from './scan.ts';
import type { Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';
import type { Block } from './source-text.ts';
import { ANNEX, blocksOf } from './source-text.ts';
import { markAfter, statedBy } from './stated-tasks.ts';
import { subjectOf } from './subjects.ts';
import { tablesIn } from './table-rows.ts';
import { titledCells } from './titled-cells.ts';
import type { Token } from './tokens.ts';

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** An end that would cut a character of two units in half moves behind it. */
const wholeEnd = (source: string, end: number) => (isHigh(source.charCodeAt(end - 1)) && isLow(source.charCodeAt(end)) ? end + 1 : end);
/** A start inside such a character moves before it. */
const wholeStart = (source: string, start: number) =>
  start > 0 && isLow(source.charCodeAt(start)) && isHigh(source.charCodeAt(start - 1)) ? start - 1 : start;

/** Counts code points up to a UTF-16 offset. Offsets mostly rise and never fall far, so the text is walked once. */
function codePointCounter(source: string): (offset: number) => number {
  let at = 0;
  let pairs = 0;
  const isPair = (low: number) => isLow(source.charCodeAt(low)) && isHigh(source.charCodeAt(low - 1));
  return (offset) => {
    for (; at < offset; at++) if (isPair(at)) pairs++;
    for (; at > offset; at--) if (isPair(at - 1)) pairs--;
    return offset - pairs;
  };
}

const HEADING = 44;
/** 今年要努力实现六个目标：一是 …: the points behind the colon are all aims. */
const ANNOUNCES = /(?:要|将|努力)[^，。:]{0,6}(?:实现|抓好|做好|完成|突出|推进)[^，。:]{0,10}(?:目标|工作|任务|重点|方面)[:：]?$/;

/** 下一步, “明年我们…: what follows is still to come. */
const AHEAD = /^“?(?:下一步|下步|接下来|今后|明年|来年|下阶段|下半年)/;

/** Lets a heading tell the mood of what follows it. */
function noteHeading(context: ReportContext, sentence: Sentence, block: Block): void {
  const text = sentence.text.trim();
  if (sentence.startsLine) {
    context.paragraphMood = null;
    context.holder = '';
    context.shareSaid = '';
    // The dashes of a list go on with the time that its head gave, each of them anew.
    const isDashed = /^[—–-]/.test(text);
    const head = context.beforeLate === undefined ? context.carried : context.beforeLate;
    context.carried = isDashed ? (context.pointsCarry === undefined ? head : context.pointsCarry) : null;
    context.beforeLate = undefined;
    context.pointsCarry = isDashed ? context.carried : undefined;
  }
  const heading = text.slice(0, HEADING);
  const endsLine = sentence.end >= block.text.length || block.text.charAt(sentence.end) === '\n';
  if (sentence.enumerator !== '') {
    const depth = depthOf(sentence.enumerator);
    if (depth <= 4) {
      const year = yearOfHeading(heading, context);
      const ahead = isAhead(heading, context) && !/[，。；]/.test(text);
      // 一、目标任务：新增8家。完成情况：…: the point states a task and heads nothing.
      const isTask = sentence.amounts.length > 0 && /^(?:年度|全年|工作)?(?:目标|任务)(?:任务)?[:：]/.test(text);
      context.outline.enter(depth, text.length <= HEADING && !isTask ? heading : '', year, ahead && sentence.amounts.length === 0);
      context.topic = '';
      context.subject = null;
      context.carried = null;
    }
    if (depth < 5) context.paragraphMood = null;
    else if (context.pointsCarry === undefined) context.pointsCarry = context.carried;
    else context.carried = context.pointsCarry;
    context.topic = '';
    context.holder = '';
  } else if (sentence.startsLine && endsLine && ANNEX.test(text)) {
    // An annex is none of the last section.
    context.outline.enter(1, '', null);
    context.topic = '';
    context.subject = null;
    context.paragraphMood = null;
  } else if (
    sentence.startsLine &&
    // 2024年工作要点：(1)…: its points begin on the same line.
    (endsLine || /[:：]$/.test(text)) &&
    text.length <= 30 &&
    text.length > 0 &&
    tellsWhen(heading, context) &&
    !/[，。；]/.test(text)
  ) {
    context.outline.enter(1, heading, yearOfHeading(heading, context), isAhead(heading, context));
  }
  if (ANNOUNCES.test(text)) context.paragraphMood = 'plan';
  if (context.speech === 'closed' && !sentence.goesOn) {
    context.paragraphMood = null;
    context.speech = null;
  }
  if (AHEAD.test(text)) {
    context.paragraphMood = 'plan';
    context.speech = text.startsWith('“') ? 'open' : null;
  }
  if (context.speech === 'open' && text.includes('”')) context.speech = 'closed';
}

/** The year that a heading names; the second half is that of the year reported on. */
function yearOfHeading(heading: string, context: ReportContext): number | null {
  const match = /((?:19|20)\d\d)年/.exec(heading);
  return match ? Number(match[1]) : /下半年/.test(heading) ? context.clock.year : null;
}

const isAhead = (heading: string, context: ReportContext): boolean =>
  context.clock.year !== null && (yearOfHeading(heading, context) ?? 0) > context.clock.year;

const tellsWhen = (heading: string, context: ReportContext): boolean =>
  moodOfHeading(heading) !== null ||
  (isAhead(heading, context) &&
    /^[^一-龥]*(?:19|20)\d\d年.*(?:工作|任务|安排|重点|抓好|要做)/.test(heading) &&
    !/会议|大会|通知|公告/.test(heading));

/** One reading after the other, in the order of the text; memory stays flat for texts of any length. */
export function* scanFigures(source: string, options: ReadOptions = {}): Generator<Reading> {
  const context = openReport(source, options);
  const points = codePointCounter(source);
  for (const block of blocksOf(source)) for (const draft of draftsOf(block, context)) yield placed(source, block, draft, points);
}

/** Whether a token starts in none of the ranges; tokens are asked about in their order. */
function outside(ranges: readonly { readonly start: number; readonly end: number }[]): (token: Token) => boolean {
  let next = 0;
  return ({ start }) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (ranges[next]?.start ?? Number.POSITIVE_INFINITY) > start;
  };
}

/** All figures of a block in the order of the text: those of its tables, and those of its sentences outside them. */
function draftsOf(block: Block, context: ReportContext): Draft[] {
  const numbered = tablesIn(block);
  const labelled = labelledRows(block, numbered);
  const tables = numbered.filter((table) => !labelled.some((row) => table.start < row.end && row.start < table.end));
  const marks = labelled.flatMap((row) => row.marks);
  const drafts: Draft[] = [];
  for (const table of tables) drafts.push(...readTable(table, context));
  const outsideTables = outside(tables);
  const outsideMarks = outside(marks);
  const titled = titledCells(block);
  let [cell, row] = [0, 0];
  const edges = new Set(labelled.flatMap((one) => one.edges));
  for (const sentence of sentencesOf(
    block,
    scanTokens(block).filter((token) => outsideTables(token) && outsideMarks(token)),
    edges,
  )) {
    while ((titled[cell]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) cell++;
    const inside = titled[cell];
    context.cell = inside && inside.start <= sentence.start ? inside.mood : null;
    if (context.cell !== 'title') noteHeading(context, sentence, block);
    while ((labelled[row]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) row++;
    const within = labelled[row];
    if (within && within.start <= sentence.start) {
      context.subject = subjectOf(within.label, within.label);
      context.topic = '';
    }
    context.stated = context.cell === null ? statedBy(sentence, context) : null;
    context.mark = markAfter(sentence, context);
    drafts.push(...readSentence(block, sentence, context));
  }
  return tables.length === 0 ? drafts : drafts.sort((a, b) => a.rawStart - b.rawStart);
}

/** Moves a draft's offsets from the block to the code points of the source. */
function placed(source: string, block: Block, draft: Draft, points: (offset: number) => number): Reading {
  const start = wholeStart(source, block.at[draft.start] ?? 0);
  const end = wholeEnd(source, (block.at[draft.end - 1] ?? start) + 1);
  const rawStart = block.at[draft.rawStart] ?? start;
  const rawEnd = (block.at[draft.rawEnd - 1] ?? rawStart) + 1;
  const quote = source.slice(start, end);
  const raw = source.slice(rawStart, rawEnd);
  return {
    start: points(start),
    rawStart: points(rawStart),
    end: points(end),
    quote,
    raw,
    value: draft.value,
    exact: draft.exact,
    unit: draft.unit,
    kind: draft.kind,
    measure: draft.measure,
    bound: draft.bound,
    precision: draft.precision,
    indicator: draft.indicator,
    indicatorId: draft.indicatorId,
    period: draft.period,
    region: draft.region,
    of: draft.of,
    comparison: draft.comparison,
    status: draft.status,
    confidence: draft.confidence,
  };
}

/** The figures of a text. */
export function readFigures(source: string, options: ReadOptions = {}): Reading[] {
  return [...scanFigures(source, options)];
}

/** The numerals of a text that are no figures, with the reason. */
export function readIgnored(source: string): Ignored[] {
  const points = codePointCounter(source);
  const found: Ignored[] = [];
  for (const block of blocksOf(source)) {
    for (const token of scanTokens(block)) {
      if (token.type !== 'ignored') continue;
      const start = points(block.at[token.start] ?? 0);
      found.push({ start, end: points((block.at[token.end - 1] ?? 0) + 1), reason: token.reason });
    }
  }
  return found;
}
