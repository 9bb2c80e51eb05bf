// Dates, places and judges a number whose sort and name are known.
import { comparisonOf, confidenceOf, isStanding, precisionOf, regionOf, signedValue, wholeOf } from './attributes.ts';
import { briefName } from './brief-names.ts';
import type { ReportContext } from './context.ts';
import { countsWhatFollows } from './counted-side.ts';
import { periodFor } from './figure-period.ts';
import type { Frame } from './frames.ts';
import type { Mood } from './outline.ts';
import { type Mention, yearPeriod } from './periods.ts';
import { placeWithin } from './places.ts';
import { rankedAmong } from './rank-names.ts';
import type { Reading } from './reading.ts';
import type { Read } from './respectively.ts';
import type { Sentence } from './sentences.ts';
import { spentOnRd } from './spending-names.ts';
import { isTold } from './stated-tasks.ts';
import { type Hints, hasTurned, statusOf } from './statuses.ts';
import { canonical } from './subjects.ts';
import { inferredUnit } from './values.ts';

/** A reading whose offsets still point into the block. */
export type Draft = Omit<Reading, 'quote' | 'raw'> & { readonly rawEnd: number };

const TARGETED = /目标|力争|计划|规划/;
const FROM_NOW = /[由从](?:(?:(?:19|20)\d\d年|上年|去年|目前|现在)(?:底|末)?的?)?$/;
const INTENDS = /拟|力争|计划|将|争取|确保/;
const RISES_TO = /^(?:提高|提升|上升|增加|增长|扩大|发展|降低|下降|减少|精简|压缩|缩短|缩减)(?:至|到|为)/;
/** 目前已筛选2家: done, though the section plans. */
const SETTLED =
  /目前[^，]{0,8}(?:已|共有|拥有)|已(?:经)?(?:初步|累计|完成|建成|筛选|入库|认定|获批|培育|引进|组织|启动|开工|达成|签约|落地|有)/;

/** 达到60家(2021年末为45家), 完成3000万元(今年2684万元): in a bracket behind an aim, from where it sets out. */
const SETS_OUT =
  /^[(（]?(?:(?:19|20)\d\d年(?:末|底)?|今年|本年|上年末?|去年底?|目前|现有?|上半年|前三季度)(?:已|实际)*(?:为|是|达|有|完成|仅)?$/;

const DERIVED = new Set(['yoy_growth', 'rank', 'share', 'change']);

/** What one number says once its sort and name are known: when, where, how sure, of what. */
export function draftOf(
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
  const setsOut = frame.inside && SETS_OUT.test(frame.left);
  const mood: Mood = setsOut || (hints.settled && SETTLED.test(frame.clause)) ? 'past' : stated ? 'plan' : outlook;
  // A table of this year's tasks aims at this year, and so does a task that is stated before what came of it.
  const isTask = stated || context.cell === 'aims';
  const told = periodFor(
    frame,
    sentence,
    mentions,
    context.cell === 'aims' || (stated && outlook !== 'plan') ? 'past' : mood,
    context,
    sorted,
  );
  // 由43%提高到50% in a plan: where it stands before, the year before unless it names its own.
  const from = RISES_TO.test(frame.after) ? FROM_NOW.exec(frame.left) : null;
  const stands = from !== null && (mood === 'plan' || (told?.from ?? 0) > (context.clock.year ?? 9999) || INTENDS.test(frame.clause));
  const { year } = context.clock;
  const running = setsOut && year !== null && /今年|本年|目前|现有?/.test(frame.left) ? yearPeriod(year) : null;
  const period = running ?? (stands && !/\d{4}年/.test(from[0]) && told?.from ? yearPeriod(told.from - 1) : told);
  // 2022年强度达2.2% in a plan made in 2023: how it stood.
  const hadBeen =
    mood === 'plan' &&
    !stated &&
    context.clock.year !== null &&
    period !== null &&
    (period.to ?? 9999) < context.clock.year &&
    !TARGETED.test(frame.clause);
  const ahead = mood === 'past' && context.clock.year !== null && (period?.from ?? 0) > context.clock.year;
  const own = statusOf(frame, sorted, {
    mood: hadBeen ? 'past' : mood,
    ahead,
    aimed: context.aimed && !setsOut,
    goals: context.outline.goals || isTask,
    hints: setsOut ? { ...hints, target: false } : hints,
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
  const whole = wholeOf(frame, sorted);
  const indicator = rankedAmong(briefName(there ? canonical(there.rest) : named.name), whole);
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
    indicator: context.onRd ? spentOnRd(indicator, amount.unit?.class === 'money') : indicator,
    indicatorId: named.subject.id,
    period: period?.written ?? null,
    region: there && !NOT_THERE.test(frame.left) ? there.place : regionOf(frame, sentence, context),
    of: whole,
    comparison: comparisonOf(frame, sorted),
    status,
    confidence: confidenceOf(amount, named),
  };
}

/** 青岚县12家、白渡区9家，全市共21家: the city's, though the thing was last counted in a county. */
const NOT_THERE = /[全我][省市县区国]/;

function quoteStart(frame: Frame): number {
  const lead = /^[、，\s]*/.exec(frame.left)?.[0].length ?? 0;
  return Math.max(frame.leftStart + lead, frame.amount.boundStart - 20);
}
