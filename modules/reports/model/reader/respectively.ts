// Deals out the numbers of a 分别 list to the things they belong to.
import { nameOf } from './derived-names.ts';
import type { Frame } from './frames.ts';
import type { Sort } from './kinds.ts';
import { DEALT, deedDealt, listedThings, thingsBefore, thingsCounted } from './listed-things.ts';
import type { References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

/** One number with what has been found out about it. */
export type Read = {
  readonly frame: Frame;
  readonly sorted: Sort;
  readonly named: Named;
  readonly listed: boolean;
  readonly position: number;
  /** What the sentence so far counted last, what it said was applied for, and whether it has told anything yet. */
  readonly so: { readonly counted: string; readonly applied: string; readonly told: boolean };
};

/** Nobody deals out more numbers than that to their things. */
const LONGEST_LIST = 16;

/** 增速分别高于全国、全省 …: the n-th number is set against the n-th place. */
const AMONG =
  /^(.*?)分别((?:高于|低于|高出|快于|慢于|超过?|位?居|列|位列|排名|占)(?:了)?)([一-龥]{2,8}?(?:[、和与及][一-龥]{2,8}?)+)(平均水平|平均|水平|的)*$/;

/** 产值和税收增幅分别高于沿海33个开发区0.7和1.9个百分点: a number stands between the things and theirs. */
const BEYOND_SOME = /(?:分别|依次)(?:高于|低于|高出|快于|慢于|超过?)[一-龥]{2,8}$/;

const EACH_SHARE = /^[，、]?(?:(?:所|各|分别|依次)*占(?:比重?|比例|份额)?|比重|比例)(?:分别|依次|各)*(?:为|是|达到?)?$/;

/** Under 分别 the n-th number belongs to the n-th thing: of the list before it, or of the figures before it. */
export function respectively(
  frame: Frame,
  frames: readonly Frame[],
  reads: readonly Read[],
  levelsTold: readonly Read[],
  position: number,
  given: References,
  sorted: Sort,
): Named | null {
  const first = frames[frame.index - position];
  if (!first) return null;
  const signed = sorted.kind === 'yoy_growth' ? withOwnSigns(frame, frames) : null;
  if (signed) {
    const before = reads.slice(Math.max(0, signed.start - signed.size), signed.start);
    const levels = before.length === signed.size && before.every((read) => read.sorted.kind === 'level');
    return levels ? nameAfterEach(before[frame.index - signed.start], frame, '增长', sorted, given) : null;
  }
  const counted = reads[first.index - 1];
  const beyond = counted && !DEALT.test(first.left) && BEYOND_SOME.test(counted.frame.left) ? counted.frame : null;
  const told = DEALT.test(first.left) || beyond !== null || isPaired(first, frames, position, frame);
  if (!told && (first.left === '' || !/高于|低于|快于|慢于|比|较|占|[增降]/.test(first.left))) return null;
  const size = sizeOfList(frame, frames, position);
  if (size < 2 || size > LONGEST_LIST) return null;
  if (beyond) {
    const each = listedThings(beyond.left, size)?.[position];
    const against = beyond.left.replace(/^.*(?:分别|依次)/, '');
    return each ? nameOf({ ...frame, left: each + against + first.left }, sorted, given, 0) : null;
  }
  const before = reads.slice(Math.max(0, first.index - size), first.index);
  const dealt = before.length === size && before.every((read) => read.sorted.kind === 'yoy_growth') && sorted.kind !== 'yoy_growth';
  // 分别授权 8件、9件，同比+5%、-3%: the numbers of the list before, one by one.
  const levelled = before.length === size && before.every(({ position: at, sorted: { kind } }, index) => at === index && kind === 'level');
  if (levelled && sorted.kind === 'yoy_growth' && /^[，、]?(?:同比|环比|[比较]上年|增|降)/.test(first.left))
    return nameAfterEach(before[position], frame, first.left, sorted, given);
  // 甲、乙、丙经费分别为 …，所占比重为 …: the shares of the list before, one by one.
  if (levelled && sorted.kind === 'share' && EACH_SHARE.test(first.left))
    return nameAfterEach(before[position], frame, '占比', sorted, given);
  if (!told) {
    // 分别增长20%、13%，高于全省12、5个百分点: the numbers of the list before, one by one.
    const listed = dealt && before.every((read, at) => read.position === at);
    return listed ? nameAfterEach(before[position], frame, first.left, sorted, given) : null;
  }
  const things = listedThings(first.left, size);
  const thing = things?.[position];
  if (thing && thing.length >= 2) {
    const deed =
      sorted.kind === 'level'
        ? deedDealt(first.left)
        : sorted.kind === 'share'
          ? (/(?:分别|依次)(占[^，]*)$/.exec(first.left)?.[1] ?? '')
          : '';
    const named = nameOf({ ...frame, left: thing.endsWith(deed) ? thing : thing + deed }, sorted, given, 0);
    return { ...named, own: true };
  }
  const ofCounted = counted && counted.frame.amount.unit?.class === 'count' ? thingsCounted(counted.frame, first.left, size) : null;
  const apart = ofCounted?.[position] ?? (/^(?:分别|依次)/.test(first.left) ? thingsBefore(first.silent, size)?.[position] : undefined);
  if (apart) {
    const said = /占/.test(first.left + first.silent.slice(-12)) ? '占' : '';
    const named = nameOf({ ...frame, left: apart + said }, sorted, given, 0);
    return { ...named, own: true };
  }
  const among = AMONG.exec(first.left);
  const places = among?.[3]?.split(/[、和与及]/) ?? [];
  if (among && places.length === size)
    return nameOf({ ...frame, left: `${among[1]}${among[2]}${places[position]}${among[4] ?? ''}` }, sorted, given, 0);
  if (dealt) return nameAfterEach(before[position], frame, first.left, sorted, given);
  const earlier = reads.filter((read) => read.frame.index < first.index);
  const levels = earlier.filter(
    (read) => (read.sorted.kind === 'level' && read.sorted.measure !== 'set_size') || read.sorted.kind === 'ratio',
  );
  // 基础研究8亿元；应用研究…；三者占比分别为…: over the ； too.
  const counts =
    counted?.sorted.measure === 'set_size' || /[者项类个]/.test(counted?.frame.amount.unit?.base ?? '')
      ? counted?.frame.amount.value.digits
      : undefined;
  const all =
    /[两二三四五六七八][者项类]|^[，、]?(?:上述|以上)/.test(first.left) || (counts === String(size) && levels.length < size)
      ? [...levelsTold, ...levels].filter((read) => counts === undefined || read !== counted)
      : levels;
  const level = all[all.length - size + position];
  if (!level)
    return markedGroup(
      earlier.filter((read) => read.sorted.kind === 'threshold'),
      size,
      position,
    );
  return nameAfterEach(
    level,
    frame,
    first.left
      .replace(/^[，、]?(?:上述|以上)?(?:各[类项]|[两三四五六七八][者项类])?/, '')
      .replace(/^(?:活动|领域|合同|经费|类型|指标)(?=所?占|[增比])/, ''),
    sorted,
    given,
  );
}

const DEALT_GROWTH = /^[，、]?(?:同比|比上年)?(?:分别|依次)(?:同比|比上年)?(?:增长|下降|减少|提高|上升)(?:了|约|近)*$/;
const NEXT_GROWTH = /^(?:、|和|与|及)(?:增长|下降|减少|提高|上升|下滑|回落)?(?:了|约|近)*$/;
const OWN_SIGN = /^(?:、|和|与|及)(?:增长|下降|减少|提高|上升|下滑|回落)(?:了|约|近)*$/;

/** 申请412件、授权175件，分别增长31%和下降8%: where a list begins whose numbers each say which way they went, and its size. */
function withOwnSigns({ index }: Frame, frames: readonly Frame[]): { start: number; size: number } | null {
  let start = index;
  while (index - start < LONGEST_LIST && NEXT_GROWTH.test(frames[start]?.left ?? '')) start--;
  let end = index;
  while (end - index < LONGEST_LIST && NEXT_GROWTH.test(frames[end + 1]?.left ?? '')) end++;
  const signed = frames.slice(start + 1, end + 1).some(({ left }) => OWN_SIGN.test(left));
  return signed && DEALT_GROWTH.test(frames[start]?.left ?? '') ? { start, size: end - start + 1 } : null;
}

/** How many numbers stand in the list that a number is in; one more than the longest where nobody would deal them out. */
export function sizeOfList({ index }: Frame, frames: readonly Frame[], position: number): number {
  let size = position + 1;
  while (size <= LONGEST_LIST && frames[index + size - position]?.continues) size++;
  return size;
}

const MEASURED = /(?:支出|投入|收入|产值|营收|成交额)$/;
/** 甲、乙达 12家、9家: as many things as numbers, though no word says 分别. */
function isPaired(first: Frame, frames: readonly Frame[], position: number, frame: Frame): boolean {
  const isMeasured = MEASURED.test(first.left);
  if (!/[、和与及]/.test(first.left) || !(isMeasured || /(?:达到?|为|共|增至|突破)$/.test(first.left))) return false;
  const size = sizeOfList(frame, frames, position);
  if (size < 2) return false;
  const things = listedThings(first.left, size);
  return things?.every((thing) => thing.length >= (isMeasured ? 5 : 4)) === true;
}

function nameAfterEach(read: Read | undefined, frame: Frame, left: string, sorted: Sort, given: References): Named | null {
  if (!read) return null;
  const references = { ...given, subject: read.named.subject, lastName: read.named.name, fresh: true };
  return nameOf({ ...frame, left }, sorted, references, 0);
}

/** 1亿元以上无研发活动、5亿元以上无研发机构的企业 … 分别13家、7家: each group is named by its mark. */
function markedGroup(marks: readonly Read[], size: number, position: number): Named | null {
  const mark = marks[marks.length - size + position];
  if (!mark || marks.length < size) return null;
  const { frame } = mark;
  const name = (frame.raw + frame.after).replace(/的.*$/, '').slice(0, 24);
  return { name, subject: subjectOf(name, name), own: true };
}
