// A part is not more than its whole: by a closer name, by a narrower place, and by the stage that its verb tells (报名 → 获奖).

import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel, namesLike, periodsAgree, unitsFit } from './find.ts';
import { isWithinName } from './likeness.ts';
import { isWider, type Place } from './places.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { sameTerm } from './terms.ts';

const NEAR = 24;
const HEAD = 3;

const isCounted = (figure: Figure): boolean =>
  isLevel(figure) &&
  figure.sort === 'count' &&
  figure.reading.kind === 'level' &&
  figure.reading.measure !== 'set_size' &&
  hasHappened(figure);

const among = (part: Figure, whole: Figure, verdict: Relation['verdict'], note: string): Relation =>
  remark({
    type: 'subset',
    words: [wordsOf(part), wordsOf(whole)],
    formula: `${valueText(part)} ≤ ${valueText(whole)}`,
    computed: part.value,
    stated: whole.value,
    verdict,
    note,
  });

const VERBS = /^(?:评选|推荐|选派|申报|建设|培育|新增|认定|引进|组织|参加|获批|累计|登记|实施|完成|促成|征集|发布|选认|备案)+/;

/** The kind of thing stands last: what is named by it and more is a part of it. */
function isNamedWithin(part: Figure, whole: Figure): boolean {
  const [long, short] = [part.name.replace(VERBS, ''), whole.name.replace(VERBS, '')];
  if (short.length < HEAD || long.length <= short.length || long.slice(-HEAD) !== short.slice(-HEAD)) return false;
  return long.endsWith(short) || isWithinName(short, long);
}

/** 优秀科技特派员27名 beside 科技特派员224名; nothing is said against a part by its name alone. */
function byName(page: Page, part: Figure): Relation | undefined {
  const near = page.figures.slice(Math.max(0, part.index - NEAR), part.index + NEAR);
  const whole = near.find(
    (other) =>
      other.index !== part.index &&
      isLevel(other) &&
      hasHappened(other) &&
      other.place === part.place &&
      unitsFit(other, part) &&
      isNamedWithin(part, other) &&
      other.value.isAtLeast(part.value),
  );
  return whole === undefined ? undefined : among(part, whole, 'consistent', '');
}

/** What comes first, what comes of it, and what of that: each is less than the one before. */
const STAGES: readonly RegExp[] = [
  /报名|参赛|参评|申报|申请|征集|受理|登记|发布|检查|排查|抽查|签约|开工|问题|需求|难题|诉求|线索|收到/,
  /推荐|上报|入围|审核|评审|答辩|路演|参加(?:全国|国家|省)/,
  /获奖|优秀奖|[一二三]等奖|金奖|银奖|铜奖|获批|立项|通过|认定|入选|落地|转化|产业化|应用|成交|中标|办结|整改|竣工|投产|达产|解决|采纳|对策|揭榜|兑现/,
];

/** The words around the number that may name a stage. */
function stageWords({ lead, tail, name }: Figure): string {
  const clause = lead.split(/[，；：。]/).at(-1) ?? '';
  const behind = tail.split(/[，；：。、]/)[0] ?? '';
  return `${name}${clause}${behind.slice(0, 12)}`;
}

const firstStage = (figure: Figure): number => STAGES.findIndex((stage) => stage.test(stageWords(figure)));
const lastStage = (figure: Figure): number => STAGES.findLastIndex((stage) => stage.test(stageWords(figure)));

const STEPS = 4;

/** 441家企业报名参赛，21家获奖: of what was begun with, no more can come through. */
function byStage(page: Page, part: Figure): Relation | undefined {
  const stage = lastStage(part);
  if (stage < 1) return undefined;
  for (let i = part.index - 1; i >= Math.max(0, part.index - STEPS); i--) {
    const whole = page.figures[i];
    if (whole === undefined || whole.paragraph !== part.paragraph || whole.sentence < part.sentence - 1) return undefined;
    if (!isCounted(whole) || !unitsFit(whole, part) || whole.reading.unit !== part.reading.unit || isWider(part.place, whole.place))
      continue;
    const earlier = firstStage(whole);
    if (earlier < 0 || earlier >= stage || whole.value.isAtMost(1)) continue;
    const isMore = part.range.low !== null && whole.range.high !== null && part.range.low.isMoreThan(whole.range.high);
    if (!isMore) return among(part, whole, 'consistent', '');
    return whole.sentence === part.sentence && stage - earlier === 1
      ? among(part, whole, 'cannot tell', `后一环节${valueText(part)}多于前一环节${valueText(whole)}，口径可能不同，请核对`)
      : undefined;
  }
  return undefined;
}

const kindOf = ({ sort, reading }: Figure): string => `${sort}|${reading.unit ?? ''}`;

/** 我市报备455家 beside 全省报备1452家: the narrower place's is not more. */
function byPlace(page: Page): Relation[] {
  const widest = new Map<string, Figure[]>();
  const countable = page.figures.filter((figure) => isLevel(figure) && hasHappened(figure) && figure.reading.measure !== 'set_size');
  for (const figure of countable)
    if (isWider(figure.place, page.home)) widest.set(kindOf(figure), [...(widest.get(kindOf(figure)) ?? []), figure].slice(-MOST_WIDE));
  return countable.flatMap((part) => {
    const wholes = (widest.get(kindOf(part)) ?? []).filter(
      (whole) => isWider(whole.place, part.place) && periodsAgree(part, whole) && areOneThing(part, whole),
    );
    return wholes.slice(0, 1).flatMap((whole) => withinPlace(part, whole) ?? []);
  });
}

/** By name, or by the lexicon where neither is only applied for, added or filed. */
const areOneThing = (part: Figure, whole: Figure): boolean => {
  const alike = namesLike(part, whole);
  return alike === 'kin'
    ? !PASSING.test(part.name + whole.name)
    : alike !== 'other' && PASSING.test(part.name) === PASSING.test(whole.name);
};

const PASSING = /申报|申请|报备|入库|新增|推荐|备案|通过/;
const MOST_WIDE = 200;
const PLACE_NAMES: Readonly<Record<Place, string>> = { county: '县区', city: '全市', province: '全省', nation: '全国' };

function withinPlace(part: Figure, whole: Figure): Relation | undefined {
  const isMore = part.range.low !== null && whole.range.high !== null && part.range.low.isMoreThan(whole.range.high);
  if (!isMore) return among(part, whole, 'consistent', '');
  const isSure = namesLike(part, whole) === 'same' && sameTerm(part, whole) && part.reading.measure === whole.reading.measure;
  if (!isSure) return undefined;
  const note = `${PLACE_NAMES[part.place]}的${valueText(part)}大于${PLACE_NAMES[whole.place]}的${valueText(whole)}`;
  return among(part, whole, 'inconsistent', note);
}

export function subsets(page: Page): Relation[] {
  const byWords = page.figures.filter(isCounted).flatMap((part) => byName(page, part) ?? byStage(page, part) ?? []);
  return [...byWords, ...byPlace(page)];
}
