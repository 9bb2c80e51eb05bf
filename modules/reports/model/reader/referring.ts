// Gathers what the words around a number may refer back to: the thing named last, the whole of a part, what was counted alike.
import type { ReportContext } from './context.ts';
import { countsWhatFollows } from './counted-side.ts';
import type { Frame } from './frames.ts';
import { headAndPredicate } from './phrases.ts';
import type { References } from './references.ts';
import type { Read } from './respectively.ts';
import { isField } from './set-sizes.ts';

export function referencesFor(frame: Frame, reads: readonly Read[], context: ReportContext, raised: boolean): References {
  const previous = reads.at(-1);
  const whole = wholeBefore(frame, reads);
  return {
    subject: context.subject,
    fresh: reads.length > 0 || raised,
    topic: context.topic,
    counted: previous?.so.counted ?? '',
    applied: previous?.so.applied ?? '',
    holder: context.holder,
    mention: context.mention,
    shareSaid: context.shareSaid,
    lastName: reads.findLast((read) => goesBefore(read, frame))?.named.name ?? '',
    part: /其中/.test(frame.before) || (frame.inside && reads.some((read) => !read.frame.inside)),
    place: context.region ?? '',
    about: context.about,
    whole: whole?.named.subject ?? context.subject,
    sameUnit: whole?.frame.amount.unit?.base === frame.amount.unit?.base,
    likeLast: previous !== undefined && previous.frame.amount.unit?.base === frame.amount.unit?.base,
    standing:
      previous && isField(previous.sorted, previous.frame) && frame.leftStart > frame.clauseStart
        ? { left: previous.frame.left, among: previous.frame.after }
        : null,
    sumSaid: sumBefore(reads),
    rankBefore: previous?.sorted.kind === 'rank' ? previous.named.name : '',
    afterMark: previous !== undefined && (previous.sorted.kind === 'threshold' || marks(previous.frame, frame)),
    previousHead: previous && countsWhatFollows(previous.frame) ? headOf(previous.frame) : '',
  };
}

/** 经费超过50万元的乡镇, 20家以下的园区: a bound before 的 marks what is counted behind it, whatever else it says. */
const marks = (before: Frame, frame: Frame): boolean =>
  frame.leftStart > frame.clauseStart && /^(?:的|而|且)/.test(frame.left) && (before.bounding !== '' || /以[上下]$/.test(before.raw));

const SUM = /(?:营业收入|主营业务收入|总产值|产值|利润总额|实缴税费|上缴税费|研发经费|出口总额|成交额|合同额)$/;
/** The sum that the first amount of money of the sentence was. */
function sumBefore(reads: readonly Read[]): string {
  const first = reads.find(({ frame, sorted }) => frame.amount.unit?.class === 'money' && sorted.kind === 'level');
  return SUM.exec(first?.named.name ?? '')?.[0] ?? '';
}

/** What the last 其中 or bracket is a part of: what was counted alike before it, else what stands before all parts. */
function wholeBefore(frame: Frame, reads: readonly Read[]): Read | undefined {
  const told = frame.before.lastIndexOf('其中');
  const from = frame.amount.boundStart - frame.before.length + told;
  const alike =
    told < 0
      ? undefined
      : reads.findLast(
          ({ sorted, frame: { amount } }) =>
            amount.end <= from && amount.unit?.base === frame.amount.unit?.base && (sorted.kind === 'level' || sorted.kind === 'target'),
        );
  // 项目21项、资金1156万元（甲计划3项300万元，…）: in the bracket, what is counted alike.
  const before = frame.inside ? reads.findLastIndex((read) => !read.frame.inside) : -1;
  const beside = reads[before - 1];
  const isBeside =
    beside !== undefined &&
    reads[before]?.frame.amount.unit?.base !== frame.amount.unit?.base &&
    beside.frame.amount.unit?.base === frame.amount.unit?.base &&
    /^、[一-龥]{0,4}$/.test(reads[before]?.frame.left ?? '');
  if (alike === undefined && isBeside) return beside;
  return alike ?? reads.findLast((read) => (frame.inside ? !read.frame.inside : !/其中/.test(read.frame.before)));
}

/** A rank speaks of the figure before it, but not of one that stood in brackets. */
const goesBefore = (read: Read, frame: Frame) =>
  !isField(read.sorted, read.frame) &&
  read.sorted.kind !== 'rank' &&
  read.sorted.measure !== 'difference' &&
  (frame.inside || !read.frame.inside);

const headOf = (frame: Frame) => headAndPredicate(frame.after.replace(/^的/, '')).head;
