// A part is not more than its whole: by a closer name, by a narrower place, and by the stage that its verb tells (报名 → 获奖).

import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isAmount, isComparedWith, isLevel, namesLike, periodsAgree, townOf, unitsFit } from './find.ts';
import { isWithinName } from './likeness.ts';
import { likeness } from './names.ts';
import { isWider, type Place } from './places.ts';
import { exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { partOfWhole } from './remark.ts';
import { sameTerm } from './terms.ts';

const NEAR = 24;
const HEAD = 3;

const isCounted = (figure: Figure): boolean =>
  isLevel(figure) &&
  !isComparedWith(figure) &&
  figure.sort === 'count' &&
  isAmount(figure) &&
  figure.reading.measure !== 'set_size' &&
  hasHappened(figure);

const LEVEL = /^(?:(?:新?认定|新增|获批|拥有)的?)?(国家级|国家|省级|省|市级|县级|区级)(以上)?/;
const WIDTHS = ['县级', '区级', '市级', '省级', '国家级'];

interface Classed {
  readonly level: number;
  readonly isOpen: boolean;
  readonly thing: string;
}

/** 省级以上众创空间: which class of what. */
function classed({ name }: Figure): Classed {
  const match = LEVEL.exec(name);
  const word = match?.[1] ?? '';
  const level = WIDTHS.indexOf(word.endsWith('级') ? word : `${word}级`);
  return { level, isOpen: match?.[2] !== undefined, thing: match === null ? name : name.slice(match[0].length) };
}

/** 全年认定10家 are those of the year, and no whole of all that there are. */
const ADDED = /(?:认定|获批|新增|新建|备案|入选|立项|批准)(?!的)[^，。；]*$/;
const NOT_NEW = ({ reading }: Figure): boolean => reading.measure !== 'new';

/** 国家级众创空间 are among the 省级以上众创空间; of what is told in one sentence none may be more. */
function byClass(page: Page, part: Figure): Relation | undefined {
  const own = classed(part);
  if (own.level < 0 || own.thing.length < HEAD) return undefined;
  const near = page.figures.slice(Math.max(0, part.index - NEAR), part.index).reverse();
  const whole = near.find((other) => {
    const its = classed(other);
    const holds = its.isOpen ? its.level >= 0 && its.level <= own.level : its.level < 0 && /其中/.test(part.lead);
    return isCounted(other) && holds && its.thing === own.thing && unitsFit(other, part) && other.place === part.place;
  });
  if (whole === undefined) return undefined;
  if (!exceeds(part.range, whole.range)) return partOfWhole(part, whole, 'consistent', '');
  const isSure = NOT_NEW(whole) && !ADDED.test(whole.lead) && sameTerm(part, whole) && periodsAgree(part, whole);
  return partOfWhole(
    part,
    whole,
    isSure ? 'inconsistent' : 'cannot tell',
    `${part.name}${valueText(part)}多于${whole.name}${valueText(whole)}`,
  );
}

/** 纳入统计的973家高新技术企业 beside 高新技术企业930家: some of a stock. */
function someOfStock(page: Page, part: Figure): Relation | undefined {
  const noun = /^[一-龥]{4,12}?(?=[，。；、(（共累均实已全中的]|$)/.exec(part.tail)?.[0];
  if (noun === undefined || !/(?:纳入|参加|参与|填报|开展|享受|通过|完成)[^，。；]{0,10}的$/.test(part.lead)) return undefined;
  const near = page.figures.slice(Math.max(0, part.index - NEAR), part.index).reverse();
  const whole = near.find(
    (other) =>
      isCounted(other) &&
      other.name === noun &&
      unitsFit(other, part) &&
      other.place === part.place &&
      /已有|共有|拥有|达到?|总数|现有/.test(other.before) &&
      NOT_NEW(other),
  );
  if (whole === undefined) return undefined;
  if (!exceeds(part.range, whole.range)) return partOfWhole(part, whole, 'consistent', '');
  return periodsAgree(part, whole)
    ? partOfWhole(part, whole, 'inconsistent', `其中的${valueText(part)}多于全部${noun}${valueText(whole)}`)
    : undefined;
}

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
  return whole === undefined ? undefined : partOfWhole(part, whole, 'consistent', '');
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
    if (!exceeds(part.range, whole.range)) return partOfWhole(part, whole, 'consistent', '');
    if (whole.sentence !== part.sentence) return undefined;
    const note = `后一环节${valueText(part)}多于前一环节${valueText(whole)}，口径可能不同，请核对`;
    return partOfWhole(part, whole, passesThrough(part, whole) ? 'inconsistent' : 'cannot tell', note);
  }
  return undefined;
}

const APPLIES = /申报|申请|报名|参赛|参评|受理/;
const PASSES = /通过(?:评审|审核|认定|验收)|获批|立项|获奖|中标|办结/;
const SHORT_WAY = 3;

/** 申报89家，共170家企业通过评审: nothing passes that was not applied for, where no other thing is named. */
function passesThrough(part: Figure, whole: Figure): boolean {
  const words = stageWords(part);
  if (!APPLIES.test(whole.lead) || PASSES.test(whole.lead) || !PASSES.test(words) || part.clause - whole.clause > SHORT_WAY) return false;
  const rest = words.replace(
    /新?(?:申报|申请|通过|评审|审核|认定|验收|获批|立项|获奖|中标|办结|受理|共|全部|其中|企业|项目|家|个|项|[，、])/g,
    '',
  );
  return [...rest].every((character) => whole.name.includes(character) || whole.lead.includes(character));
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

/** 涟水县成交额41亿元 beside 全市成交额38亿元: no county has more than its city. */
function byTown(page: Page): Relation[] {
  const home = new Map<string, Figure>();
  const told = page.figures.filter((figure) => isLevel(figure) && isAmount(figure) && hasHappened(figure) && figure.name.length >= 4);
  for (const figure of told) if (townOf(figure) === '' && figure.place === 'city') home.set(townKey(figure), figure);
  return told.flatMap((part) => {
    const whole = /[县区旗]$/.test(townOf(part)) && page.home === 'city' ? home.get(townKey(part)) : undefined;
    const isOne = whole !== undefined && periodsAgree(part, whole) && sameTerm(part, whole) && whole.sentence !== part.sentence;
    return isOne ? (withinPlace(part, whole, likeness(part.name, whole.name)) ?? []) : [];
  });
}

/** 争取项目经费70万元: each project has a fund of its own, and what is told without 全市 is of another. */
const GRANTED = /经费|资金|补助|补贴|奖励|专款/;

const townKey = (figure: Figure): string => `${kindOf(figure)}|${figure.name}|${figure.reading.measure === 'new'}`;

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

function withinPlace(part: Figure, whole: Figure, alike: string = namesLike(part, whole)): Relation | undefined {
  if (!exceeds(part.range, whole.range)) return partOfWhole(part, whole, 'consistent', '');
  if (GRANTED.test(part.name) && !/(?:全|我|本)[省市][^。；]*$/.test(whole.before)) return undefined;
  const isSure = alike === 'same' && sameTerm(part, whole) && part.reading.measure === whole.reading.measure;
  if (!isSure) return undefined;
  const note = `${PLACE_NAMES[part.place]}的${valueText(part)}大于${PLACE_NAMES[whole.place]}的${valueText(whole)}`;
  return partOfWhole(part, whole, 'inconsistent', note);
}

export function subsets(page: Page): Relation[] {
  const byWords = page.figures
    .filter(isCounted)
    .flatMap((part) => byClass(page, part) ?? someOfStock(page, part) ?? byName(page, part) ?? byStage(page, part) ?? []);
  return [...byWords, ...byPlace(page), ...byTown(page)];
}
