// Reads the figures of one sentence: sorts and names each number in the light of those before it.
import { aside, namedAside } from './asides.ts';
import { pairedWith } from './composed-names.ts';
import type { ReportContext } from './context.ts';
import { countsWhatFollows } from './counted-side.ts';
import { nameOf } from './derived-names.ts';
import { seenByField } from './distributed-names.ts';
import { type Draft, draftOf } from './drafts.ts';
import { isLate } from './figure-period.ts';
import { type Frame, framesOf } from './frames.ts';
import { heldAgainst } from './held-against.ts';
import { type Sort, sortOf } from './kinds.ts';
import type { Mood } from './outline.ts';
import { owned } from './owned-names.ts';
import { type Mention, mentionsIn } from './periods.ts';
import { leadingVerb } from './phrases.ts';
import { toldOfPlaces } from './place-lists.ts';
import type { References } from './references.ts';
import { referencesFor } from './referring.ts';
import { type Read, respectively, sizeOfList } from './respectively.ts';
import type { Sentence } from './sentences.ts';
import { isField, isSetSize, listsPlaces } from './set-sizes.ts';
import type { Block } from './source-text.ts';
import { ofTreasury } from './spending-names.ts';
import { aims, hintsOf, opensAims } from './statuses.ts';
import { type Named, PER_HEAD, subjectOf } from './subjects.ts';
import { givenAgain, givenByRule } from './support-names.ts';
import { noteMention, noteTopic, raisedBy } from './topics.ts';

const ADJACENT_YEARS = /(?:19|20)\d\d年?[、和与](?:19|20)\d\d年[^，。；\d]{0,12}(?:分别|依次)/;

/** 上述经费所占比重依次为…, 三类活动所占比重…: of what the sentence before told. */
const SUMS_UP = /^(?:上述|以上|[两三四五六七八][者类项])/;
/** 比上年的6.61亿元, (上年9.17亿元): a base is none of what is summed up. */
const OF_LAST_YEAR = /(?:上年|去年|同期|上一年)[^，；]*$/;

export function readSentence(block: Block, sentence: Sentence, context: ReportContext): Draft[] {
  const mood: Mood =
    context.cell === 'aims' ? 'plan' : context.cell === 'done' ? 'past' : (context.paragraphMood ?? context.outline.mood ?? context.mood);
  const plans = (context.outline.mood ?? context.mood) === 'plan' && context.planYear !== context.clock.year;
  const mentions = mentionsIn(sentence.text, context.clock, plans);
  noteTopic(sentence, context);
  if (!sentence.goesOn) {
    if (context.beforeLate !== undefined) context.carried = context.beforeLate;
    context.beforeLate = undefined;
    context.aimed = false;
    if (!SUMS_UP.test(sentence.text.trimStart())) context.levels = [];
  }
  if (opensAims(sentence.text) && context.stated === null) context.aimed = true;
  const frames = framesOf(block.text, sentence);
  const reads: Read[] = [];
  for (const frame of frames) reads.push(readFrame(frame, reads, frames, context));
  if (reads.at(-1)?.frame.inside) context.subject = context.outer ?? context.subject;
  context.levels.push(
    ...reads.filter(({ sorted, frame }) => sorted.kind === 'level' && sorted.measure !== 'set_size' && !OF_LAST_YEAR.test(frame.left)),
  );
  const drafts: Draft[] = [];
  const hints = hintsOf(sentence.text);
  for (const read of reads) drafts.push(draftOf(read, sentence, mentions, mood, hints, context, drafts.at(-1)));
  noteTimes(sentence, mentions, context);
  context.aimed = context.aimed || aims(sentence.text);
  noteMention(sentence, context);
  return drafts;
}

/** What time the rest of the paragraph goes on with. */
function noteTimes(sentence: Sentence, mentions: readonly Mention[], context: ReportContext): void {
  if (mentions.length === 0) return;
  const leads = mentions.flatMap((mention) =>
    mention.leading && !mention.base && !mention.from && mention.period !== 'now' ? [mention] : [],
  );
  const late = leads.find((mention) => isLate(mention, sentence, context.clock));
  if (late && late.period !== 'now') {
    context.beforeLate ??= context.carried;
    context.carried = late.period;
    return;
  }
  // 2021年、2022年分别…: of two years that a sentence dates its numbers with neither dates what follows.
  const years = new Set(leads.map(({ period }) => (period === 'now' ? '' : period.written)));
  const [first, last] = [leads[0]?.period, leads.at(-1)?.period];
  if (first && first !== 'now' && last && last !== 'now') {
    // 2022年底58家，今年新增8家: the later of them goes on.
    const lead = (last.from ?? 0) > (first.from ?? 0) ? last : first;
    context.carried = years.size > 1 && ADJACENT_YEARS.test(sentence.text) ? null : lead;
  } else if (mentions.some((mention) => mention.period === 'now')) context.carried = null;
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
  const measure = frame.amount.form === 'rank' ? 'rank' : (frame.amount.unit?.class ?? '');
  const told = context.told.get(measure);
  const ofPlace = toldOfPlaces(frame, first, position, size, told);
  const held = listed ? null : heldAgainst(frame, reads, told);
  const sorted = listed
    ? { ...previous.sorted }
    : paired
      ? { ...paired.sorted, falls: false }
      : (held?.sorted ?? ofPlace?.sorted ?? refined(frame, sortOf(frame, isSetSize(frame))));
  const raised = frame.silent === '' || seenByField(frame.silent) ? '' : raisedBy(frame.silent, previous?.so.told === true);
  if (raised.length >= 3) {
    context.subject = subjectOf(raised, raised);
    if (!JUDGEMENT.test(raised)) context.holder = raised;
  }
  const product = frame.left.includes('”') ? PRODUCT.exec(frame.left)?.[1] : undefined;
  if (product) context.holder = product;
  const references = referencesFor(frame, reads, context, raised.length >= 3);
  const alone =
    (paired ? namedAside(frame, paired) : null) ??
    held?.named ??
    spokenOfBefore(frame, reads) ??
    ofPair(frame, sorted, [...context.levels, ...reads], references) ??
    endOfRange(frame, previous) ??
    ofPlace?.named ??
    givenByRule(frame, first, position, size) ??
    givenAgain(frame, references.lastName) ??
    respectively(frame, frames, reads, context.levels, position, references, sorted) ??
    nameOf(listed ? { ...frame, left: '' } : frame, sorted, references, position);
  const named = listsPlaces(frame)
    ? { name: `${context.subject?.core ?? ''}的${frame.amount.unit?.base ?? ''}`, subject: context.subject ?? alone.subject, own: false }
    : (ofTreasury(frame, alone, references) ?? owned(frame, underVerb(frame, previous, sorted, alone), references));
  const partOf = references.part && reads.length > 0 && countsWhatFollows(frame);
  const isRate = sorted.kind === 'threshold' && frame.amount.unit?.class === 'percent';
  if (speaksOfItself(sorted, named) && !isRate && !partOf && !isField(sorted, frame) && !ORIGIN.test(frame.left))
    context.subject = named.subject;
  if (sorted.kind === 'share' && /.占.{2,}比重$/.test(named.name)) context.shareSaid = named.name;
  const known = sorted.kind === 'threshold' ? markKnown(frame, named, context) : named;
  const read = { frame, sorted: rateOf(sorted, known), named: known, listed, position, so: toldSoFar(previous, frame, sorted, known) };
  if (!frame.inside && !A_LINE.test(frame.after) && COMPARABLE.has(sorted.kind) && sorted.measure !== 'set_size')
    context.told.set(measure, { sorted: read.sorted, named: known });
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

/** 在综合评价中, 从产业分布看: nothing is held by it. */
const JUDGEMENT = /(?:评价|考核|评选|监测|分布|结构|来源|主体|类型)$/;

/** 未达40%底线的: a line drawn is told of no place. */
const A_LINE = /^(?:年度|的)?(?:底线|红线|下限|警戒线)/;

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

/** 来自外省的占44%: where some come from is not what is spoken of. */
const ORIGIN = /(?:来自|属于|位于|分布在|用于)[^，]*占$/;

/** 高校、院所支出8亿元、5亿元，前者增长6%，后者下降2%. */
function ofPair(frame: Frame, sorted: Sort, told: readonly Read[], references: References): Named | null {
  const which = /^[，、:：]?[^，]{0,6}?(前者|后者)/.exec(frame.left);
  if (!which) return null;
  const second = told.findLastIndex(({ listed, position }) => listed && position === 1);
  const base = told[second < 1 ? told.length - (which[1] === '前者' ? 2 : 1) : which[1] === '前者' ? second - 1 : second];
  if (!base) return null;
  const left = frame.left.slice(which[0].length);
  return nameOf({ ...frame, left }, sorted, { ...references, subject: base.named.subject, lastName: base.named.name, fresh: true }, 0);
}

/** 行业有7个 …，这7个行业: the number is said again with its thing. */
function spokenOfBefore(frame: Frame, reads: readonly Read[]): Named | null {
  const together = frame.left === '' && reads.length > 0 && /^(?:企业)?(?:合计|共|均|都|全部)/.test(frame.after);
  if (!together && !/(?:^|[，、])(?:在|对|由|将)?(?:这|该|上述|以上)$/.test(frame.left)) return null;
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

/** R&D占比 is written like a share and is a ratio; what falls to each is a level and a rate: 人均经费, 每万人发明专利拥有量. */
function rateOf(sorted: Sort, named: Named): Sort {
  if (sorted.kind === 'level' && /净增(?:数|量|额)$/.test(named.name)) return { ...sorted, kind: 'change', measure: 'net_change' };
  if (sorted.kind === 'share' && named.subject.id === 'rd-intensity') return { ...sorted, kind: 'ratio', measure: 'rate' };
  const fallsToEach = sorted.kind === 'level' && sorted.measure !== 'set_size' && PER_HEAD.test(named.name);
  return fallsToEach ? { ...sorted, measure: 'rate' } : sorted;
}

/** Later figures refer to levels and rates, and to the thing that a growth or a rank named anew. */
function speaksOfItself(sorted: Sort, named: Named): boolean {
  if (named.subject.core === '') return false;
  return named.own || sorted.kind === 'level' || sorted.kind === 'ratio' || sorted.kind === 'share' || sorted.kind === 'target';
}
