// Reads the figures of one sentence: sorts, names, dates and judges each number in the light of those before it.

import { aside, heldAgainst, namedAside } from './asides.ts';
import { comparisonOf, confidenceOf, isStanding, precisionOf, regionOf, signedValue, wholeOf } from './attributes.ts';
import { briefName } from './brief-names.ts';
import type { ReportContext } from './context.ts';
import { countsWhatFollows } from './counted-side.ts';
import { nameOf } from './derived-names.ts';
import { isLate, periodFor } from './figure-period.ts';
import type { Frame } from './frames.ts';
import { framesOf } from './frames.ts';
import { pairedWith } from './holder-names.ts';
import type { Sort } from './kinds.ts';
import { sortOf } from './kinds.ts';
import type { Mood } from './outline.ts';
import type { Mention } from './periods.ts';
import { mentionsIn, yearPeriod } from './periods.ts';
import { leadingVerb } from './phrases.ts';
import { toldOfPlaces } from './place-lists.ts';
import { placeWithin } from './places.ts';
import type { Reading } from './reading.ts';
import { referencesFor } from './referring.ts';
import { type Read, respectively, sizeOfList } from './respectively.ts';
import type { Sentence } from './sentences.ts';
import { isField, isSetSize, listsPlaces } from './set-sizes.ts';
import type { Block } from './source-text.ts';
import { isTold } from './stated-tasks.ts';
import { aims, type Hints, hasTurned, hintsOf, statusOf } from './statuses.ts';
import { canonical, type Named, PER_HEAD, subjectOf } from './subjects.ts';
import { givenByRule } from './support-sums.ts';
import { noteMention, noteTopic, raisedBy } from './topics.ts';
import { inferredUnit } from './values.ts';

/** A reading whose offsets still point into the block. */
export type Draft = Omit<Reading, 'quote' | 'raw'> & { readonly rawEnd: number };

export function readSentence(block: Block, sentence: Sentence, context: ReportContext): Draft[] {
  const mood: Mood =
    context.cell === 'aims' ? 'plan' : context.cell === 'done' ? 'past' : (context.paragraphMood ?? context.outline.mood ?? context.mood);
  const mentions = mentionsIn(sentence.text, context.clock, (context.outline.mood ?? context.mood) === 'plan');
  noteTopic(sentence, context);
  if (!sentence.goesOn) context.aimed = false;
  const frames = framesOf(block.text, sentence);
  const reads: Read[] = [];
  for (const frame of frames) reads.push(readFrame(frame, reads, frames, context));
  if (reads.at(-1)?.frame.inside) context.subject = context.outer ?? context.subject;
  const drafts: Draft[] = [];
  const hints = hintsOf(sentence.text);
  for (const read of reads) drafts.push(draftOf(read, sentence, mentions, mood, hints, context, drafts.at(-1)));
  const leading = mentions.find((mention) => mention.leading && mention.period !== 'now' && !isLate(mention, sentence, context.clock));
  if (leading && leading.period !== 'now') context.carried = leading.period;
  else if (mentions.some((mention) => mention.period === 'now')) context.carried = null;
  context.aimed = context.aimed || aims(sentence.text);
  noteMention(sentence, context);
  return drafts;
}

/** Reads one number after those before it. */
function readFrame(frame: Frame, reads: readonly Read[], frames: readonly Frame[], context: ReportContext): Read {
  const previous = reads.at(-1);
  if (previous?.frame.inside && !frame.inside) context.subject = context.outer;
  else if (frame.inside && !previous?.frame.inside) context.outer = context.subject;
  const alike =
    previous && previous.frame.amount.unit?.class === frame.amount.unit?.class && previous.frame.amount.form === frame.amount.form;
  // 分别比上年增加3个、460万元: under 分别 the units may differ.
  const dealt =
    previous !== undefined && /(?:分别|依次)[^，]*$/.test(previous.frame.left) && /^(?:change|level)$/.test(previous.sorted.kind);
  const listed = frame.continues && (alike === true || dealt) && previous !== undefined && !countsWhatFollows(frame);
  const position = listed ? previous.position + 1 : 0;
  const first = frames[frame.index - position] ?? frame;
  const paired = aside(frame, reads);
  const size = sizeOfList(frame, frames, position);
  const ofPlace = toldOfPlaces(frame, first, position, size, context.told.get(frame.amount.unit?.class ?? ''));
  const held = listed ? null : heldAgainst(frame, reads, context.told.get(frame.amount.unit?.class ?? ''));
  const sorted = listed
    ? { ...previous.sorted }
    : paired
      ? { ...paired.sorted, falls: false }
      : (held?.sorted ?? ofPlace?.sorted ?? refined(frame, sortOf(frame, isSetSize(frame))));
  const raised = frame.silent === '' ? '' : raisedBy(frame.silent, previous?.so.told === true);
  if (raised.length >= 3) {
    context.subject = subjectOf(raised, raised);
    context.holder = raised;
  }
  const product = frame.left.includes('”') ? PRODUCT.exec(frame.left)?.[1] : undefined;
  if (product) context.holder = product;
  const references = referencesFor(frame, reads, context, raised.length >= 3);
  const alone =
    (paired ? namedAside(frame, paired) : null) ??
    held?.named ??
    spokenOfBefore(frame, reads) ??
    endOfRange(frame, previous) ??
    ofPlace?.named ??
    givenByRule(frame, first, position, size) ??
    respectively(frame, frames, reads, position, references, sorted) ??
    nameOf(listed ? { ...frame, left: '' } : frame, sorted, references, position);
  const named = listsPlaces(frame)
    ? { name: `${context.subject?.core ?? ''}的${frame.amount.unit?.base ?? ''}`, subject: context.subject ?? alone.subject, own: false }
    : underVerb(frame, previous, sorted, alone);
  const partOf = references.part && reads.length > 0 && countsWhatFollows(frame);
  if (speaksOfItself(sorted, named) && !partOf && !isField(sorted, frame)) context.subject = named.subject;
  if (sorted.kind === 'share' && /.占.{2,}比重$/.test(named.name)) context.shareSaid = named.name;
  const known = sorted.kind === 'threshold' ? markKnown(frame, named, context) : named;
  const read = { frame, sorted: rateOf(sorted, known), named: known, listed, position, so: toldSoFar(previous, frame, sorted, known) };
  if (!frame.inside && COMPARABLE.has(sorted.kind) && sorted.measure !== 'set_size')
    context.told.set(frame.amount.unit?.class ?? '', { sorted: read.sorted, named: known });
  return read;
}

function toldSoFar(previous: Read | undefined, frame: Frame, sorted: Sort, named: Named): Read['so'] {
  const before = previous?.so ?? { counted: '', applied: '', told: false };
  const counts = sorted.kind === 'level' && frame.amount.unit?.class === 'count';
  return {
    counted: counts ? named.subject.core : before.counted,
    applied: before.applied === '' && /申报|申请|推荐|报名/.test(named.name) ? named.name : before.applied,
    told: before.told || sorted.measure !== 'set_size',
  };
}

/** What may be told of one place after the other. */
const COMPARABLE = new Set(['level', 'ratio', 'yoy_growth', 'share']);

const MOST_MARKS = 32;
/** 收入3亿元以上的企业 …，所有3亿元以上企业: a mark named once keeps its name. */
function markKnown(frame: Frame, named: Named, context: ReportContext): Named {
  if (frame.amount.bound === 'at_most') return named;
  const key = `${frame.amount.value.digits}/${frame.amount.value.scale}`;
  const before = context.marks.get(key);
  if (!named.own && before) return before;
  if (context.marks.size >= MOST_MARKS) context.marks.clear();
  if (named.own) context.marks.set(key, named);
  return named;
}

/** “某某科贷通”已发放贷款: what follows is of the product. */
const PRODUCT = /“([^“”]{1,8}(?:贷|通|券|保|险|计划|工程|行动|大赛|专项))”(?=[一-龥])/;

/** 新建3-5家平台: both ends are of the same thing. */
const endOfRange = (frame: Frame, previous: Read | undefined): Named | null =>
  previous && /^[-—~至]$/.test(frame.left) && frame.after !== '' && previous.frame.after === frame.after
    ? { ...previous.named, own: false }
    : null;

/** 行业有7个 …，这7个行业: the number is said again with its thing. */
function spokenOfBefore(frame: Frame, reads: readonly Read[]): Named | null {
  if (!/(?:^|[，、])(?:在|对|由|将)?(?:这|该|上述|以上)$/.test(frame.left)) return null;
  const { digits, scale } = frame.amount.value;
  const before = reads.findLast(
    ({ frame: { amount } }) =>
      amount.value.digits === digits && amount.value.scale === scale && amount.unit?.base === frame.amount.unit?.base,
  );
  return before ? { ...before.named, own: false } : null;
}

/** 提升3个 inside the brackets of 6个 counts a part, not a change. */
const refined = (frame: Frame, sorted: Sort): Sort =>
  sorted.kind === 'change' && /其中/.test(frame.before) && /^[、，]?(?:提升|改造|扩建)$/.test(frame.left)
    ? { ...sorted, kind: 'level', measure: 'stock' }
    : sorted;

const CARRIED =
  /^(?:新增|新获批|新认定|新建|新培育|新引进|新备案|新设立|引进|引育|培育|获批|认定|备案|申报|组织申报|推荐申报|推荐|建成|创建|荣获|选派)(?=.{3})/;

/** 新增国家级平台1家、省级平台6家: the verb holds for the whole list. */
function underVerb(frame: Frame, previous: Read | undefined, sorted: Sort, named: Named): Named {
  if (!previous || !named.own || sorted.kind !== 'level' || previous.sorted.kind !== 'level' || frame.inside !== previous.frame.inside)
    return named;
  const enumerated = frame.left.startsWith('、');
  const list =
    enumerated || ((frame.left === '' || frame.left.startsWith('，')) && frame.clauseStart === frame.leftStart && frame.silent === '');
  const verb = CARRIED.exec(previous.named.name)?.[0];
  const paired = enumerated ? pairedWith(named.name, previous.named.name) : named.name;
  if (paired !== named.name) return { ...named, name: paired };
  if (!list || verb === undefined || frame.amount.unit?.class !== 'count' || previous.frame.amount.unit?.class !== 'count') return named;
  if (!enumerated && frame.amount.unit.base !== previous.frame.amount.unit.base) return named;
  if (
    /(?:达到?|总数|共有|累计|拥有|现有|增至|为|目前|全市|全省|全区|全县)/.test(frame.left) ||
    leadingVerb(named.name).verb !== '' ||
    countsWhatFollows(frame)
  )
    return named;
  const name = verb + named.name.replace(/总数$/, '');
  return { ...named, name };
}

/** R&D占比 is written like a share and is a rate, and so is what falls to each: 人均经费, 每万人发明专利拥有量. */
const rateOf = (sorted: Sort, named: Named): Sort =>
  (sorted.kind === 'share' && named.subject.id === 'rd-intensity') ||
  (sorted.kind === 'level' && sorted.measure !== 'set_size' && PER_HEAD.test(named.name))
    ? { ...sorted, kind: 'ratio', measure: 'rate' }
    : sorted;

/** Later figures refer to levels and rates, and to the thing that a growth or a rank named anew. */
function speaksOfItself(sorted: Sort, named: Named): boolean {
  if (named.subject.core === '') return false;
  return named.own || sorted.kind === 'level' || sorted.kind === 'ratio' || sorted.kind === 'share' || sorted.kind === 'target';
}

const RISES_TO = /^(?:提高|提升|上升|增加|增长|扩大|发展|降低|下降|减少|精简|压缩|缩短|缩减)(?:至|到|为)/;
/** 目前已筛选2家: done, though the section plans. */
const SETTLED =
  /目前[^，]{0,8}(?:已|共有|拥有)|已(?:经)?(?:初步|累计|完成|建成|筛选|入库|认定|获批|培育|引进|组织|启动|开工|达成|签约|落地|有)/;

const DERIVED = new Set(['yoy_growth', 'rank', 'share', 'change']);

function draftOf(
  read: Read,
  sentence: Sentence,
  mentions: readonly Mention[],
  outlook: Mood,
  hints: Hints,
  context: ReportContext,
  previous: Draft | undefined,
): Draft {
  const { frame, sorted, named } = read;
  const { amount } = frame;
  const stated = context.stated !== null && sorted.measure !== 'set_size' && !isTold(frame.before);
  const mood: Mood = hints.settled && SETTLED.test(frame.clause) ? 'past' : stated ? 'plan' : outlook;
  // A table of this year's tasks aims at this year, and so does a task that is stated before what came of it.
  const isTask = stated || context.cell === 'aims';
  const told = periodFor(frame, sentence, mentions, isTask ? 'past' : mood, context);
  // 由43%提高到50% in a plan: where it stands now.
  const later = (told?.from ?? 0) > (context.clock.year ?? 9999);
  const stands = (mood === 'plan' || later) && /[由从]$/.test(frame.left) && RISES_TO.test(frame.after);
  const period =
    stands && context.clock.year !== null && told?.from !== null ? yearPeriod(Math.min(told?.from ?? 9999, context.clock.year)) : told;
  const ahead = mood === 'past' && context.clock.year !== null && (period?.from ?? 0) > context.clock.year;
  const own = statusOf(frame, sorted, {
    mood,
    ahead,
    aimed: context.aimed,
    goals: context.outline.goals || isTask,
    hints,
  });
  // What is derived from an expectation is expected, and from a result a result.
  const follows =
    mood === 'past' &&
    !ahead &&
    previous &&
    DERIVED.has(sorted.kind) &&
    !named.own &&
    !/预计|有望|预估/.test(frame.left) &&
    !hasTurned(frame) &&
    (own === 'estimate' || previous.status === 'estimate');
  // 确保强度提高0.15个百分点，达到2.9%: what it comes to is aimed at with it.
  const comesTo =
    previous?.status === 'target' && own === 'actual' && !named.own && /^，?(?:达到?|增至|升至|提高到|提升到|突破)$/.test(frame.left);
  const status = stands ? 'actual' : comesTo ? 'target' : follows ? previous.status : own;
  const kind = status === 'target' && sorted.kind !== 'threshold' ? 'target' : sorted.kind;
  const unit = inferredUnit(amount, frame.left, named.name);
  const number = signedValue(amount, sorted.falls);
  const there = placeWithin(named.name);
  const indicator = briefName(there ? canonical(there.rest) : named.name);
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
    measure: kind === 'level' && sorted.measure === 'flow' && isStanding(indicator) ? 'stock' : sorted.measure,
    bound: amount.bound,
    precision: amount.place === null ? null : precisionOf(amount),
    indicator: context.onRd && /经费/.test(indicator) ? spentOnRd(indicator) : indicator,
    indicatorId: named.subject.id,
    period: period?.written ?? null,
    region: there && !NOT_THERE.test(frame.left) ? there.place : regionOf(frame, sentence, context),
    of: wholeOf(frame, sorted),
    comparison: comparisonOf(frame, sorted),
    status,
    confidence: confidenceOf(amount, named),
  };
}

/** 青岚县12家、白渡区9家，全市共21家: the city's, though the thing was last counted in a county. */
const NOT_THERE = /[全我][省市县区国]/;

/** Where the text speaks of R&D, bare 经费 is that for R&D: 企业经费所占比重, 人均经费. */
const spentOnRd = (name: string): string =>
  /R&D|研发|研究/.test(name)
    ? name
    : name.replace(/(?<!科技|科研|事业|专项|工作|办公|支持|补助|项目|财政|活动|培训)经费(?!支持|补助)/, 'R&D经费');

function quoteStart(frame: Frame): number {
  const lead = /^[、，\s]*/.exec(frame.left)?.[0].length ?? 0;
  return Math.max(frame.leftStart + lead, frame.amount.boundStart - 20);
}
