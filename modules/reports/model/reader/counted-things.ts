// Names what a number counts by the noun behind it, with what it did and the verb before: 推荐 23家 企业 参加全国赛.
import { composed } from './composed-names.ts';
import { GENERIC_HEAD } from './dependent-words.ts';
import { namedBehind } from './following-names.ts';
import type { Frame } from './frames.ts';
import { givenBy } from './holder-names.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import { anyOf, TELLING_VERBS } from './lexicon/words.ts';
import {
  deedWords,
  FOR_WHOM,
  headAndPredicate,
  isLightVerb,
  leadingVerb,
  nameIn,
  shortDeed,
  trimmed,
  withoutLightVerb,
} from './phrases.ts';
import { asPrefix, type References } from './references.ts';
import { fieldIn } from './set-sizes.ts';
import { type Named, subjectOf } from './subjects.ts';

const ADMINISTRATIVE =
  /^(?:地市|市州|州市|盟市|县区|县市区|县市|区县|市县|乡镇|镇街|街道|设区市|地级市|县|区|市|州|盟|旗)(?=[企单部局、]|中(?:列|排|位|居)?|$)/;

/** 六大门类四升两降: how they went is no part of them. */
const ROSE_AND_FELL = /(?<=[一-龥]{2})[一二两三四五六七八九十]+[升增涨][一二两三四五六七八九十]+[降减跌平].*$/;
const REACHED = /(?:覆盖|涉及|辐射|走访|服务|对接|深入|惠及)(?:了|到)?$/;

/** The name from the noun after the number, with what it did and the verb before: 推荐 23家 企业 参加全国赛. */
export function nameAfter(frame: Frame, references: References): Named | null {
  const following = frame.after.replace(/^的/, '').replace(AND_THEN, '').replace(ROSE_AND_FELL, '');
  if (!/^[一-龥A-Za-z]{2}/.test(following)) return null;
  const behind = namedBehind(frame, references);
  if (behind) return behind;
  const places = ADMINISTRATIVE.exec(following.replace(/中$/, ''));
  if (places) {
    const reach = REACHED.exec(frame.left)?.[0] ?? '';
    return {
      name: `${reach || (/(?:全国|全省|全市|全县|全区)$/.exec(frame.left)?.[0] ?? '')}${places[0]}数`,
      subject: subjectOf(places[0], places[0]),
      own: true,
    };
  }
  const sized = frame.after.startsWith('的') ? SIZE.exec(frame.left)?.[1] : undefined;
  if (sized) {
    const thing = nameIn(headAndPredicate(following).head);
    if (thing.length >= 2) return { name: thing + sized, subject: subjectOf(thing + sized, thing), own: true };
  }
  const field = fieldIn(following);
  if (field) return { name: `${field}数`, subject: subjectOf(field, field), own: true };
  const among = /^(.{2,}?)(?:的[一-龥A-Z&]{1,6})?占/.exec(following)?.[1];
  const counted = among ?? (frame.abuts ? withoutNextMeasure(following) : following.replace(/(?<=[一-龥]{2})(?<![集其])中$/, ''));
  // 创新资金计划32项(9项获资助): so many of them had that done to them.
  const had = references.part && references.whole && /^(?:获|被|已)[一-龥]{1,14}$/.test(counted) ? counted : '';
  if (had !== '') {
    const name = had.replace(/^(?:被|已)+/, '') + asPrefix(references.whole?.core ?? '');
    return { name, subject: references.whole ?? subjectOf(name, name), own: false };
  }
  const { head: written, predicate } = headAndPredicate(counted);
  // 4家国家工程中心、省级实验室获批: the first of them stands for all.
  const head = /^([一-龥A-Za-z]{5,})、[^、]{4,}/.exec(written)?.[1] ?? written;
  const noun = nameIn(head) || head;
  const listed = /等$/.test(frame.left);
  const { previousHead } = references;
  // 省厅会同部门对全省26家高新区开展了评价: they are what was judged.
  const judged = (JUDGED_BY.test(frame.left) && JUDGES.test(predicate)) || /^逐[一条家项个户]/.test(predicate);
  if (judged && noun.length >= 2) return composed({ verb: '', lead: '', noun, deed: '' }, references);
  const spoken =
    ROLE_PLAYED.test(frame.left) || DONE_TO_THEM.test(frame.left)
      ? ''
      : previousHead !== '' && frame.left.startsWith(previousHead)
        ? frame.left.slice(previousHead.length)
        : frame.left;
  const phrase = withoutPlace(withoutLightVerb(trimmed(spoken.replace(FOR_WHOM, ''))), references.place);
  const { verb, rest } = leadingVerb(isLightVerb(phrase) ? '' : phrase);
  const example = /^(.{2,12})等$/.exec(rest)?.[1] ?? (listed && !rest.includes('、') && rest.length <= 8 ? rest : '');
  const scheme = SCHEME.exec(frame.left);
  const given = givenBy(frame, noun);
  if (given) return given;
  // 联系甲大学、乙大学两所高校: the list is told again by its number.
  const named =
    rest.split('、').length === Number(frame.amount.value.digits) && frame.amount.chinese && verb === ''
      ? ADDRESSED.exec(rest)?.[0]
      : undefined;
  if (named) return composed({ verb: named, lead: '', noun, deed: '' }, references);
  // 与省农科院等4所院所签约: one of them names none of the others.
  const alike = INSTITUTION.test(example) && INSTITUTIONS.test(noun);
  const lead = alike ? '' : listed || rest.length > 14 || /、.*、/.test(rest) ? example : rest;
  // 研究所共有专家120人: the possession is the next number's.
  const told = (/^(?:共有|拥有|建有|现有)/.test(predicate) ? '' : predicate)
    .replace(/(?:我市|我省|我县|我区|全省|全市)(?:首批)?/g, '')
    .replace(/(?:该|上述)(?:项目|专项|计划|活动)?/, asPrefix(references.topic));
  const act = withoutLightVerb(withoutPlace(deedWords(told), references.place));
  // 11所院所与12户企业签署了13项协议: each of them by the deed and its object.
  const object = DEED_WITH_OBJECT.test(act) ? headAndPredicate(frame.object.replace(/^的/, '')).head : '';
  const deed = object.length >= 2 ? act.replace(/了$/, '') + object : act.length > 16 ? shortDeed(act) : act;
  if (scheme) return composed({ verb: `${scheme[1]}${scheme[2]}`, lead: '', noun, deed: '' }, { ...references, topic: '', holder: '' });
  return composed(
    { verb, lead: references.holder !== '' && GENERIC_HEAD.test(noun) && listed ? '' : lead, noun, deed: deed.replace(WON, '获奖') },
    { ...references, mention: (indicatorWithin(frame.before)?.name ?? references.mention).replace(/总数$/, '') },
  );
}

/** 设立总规模20亿元的基金: the measure stands first and the thing behind. */
const SIZE = /(总规模|规模|总投资额?|投资额?|总?面积|建筑面积|注册资本|总额|估值)(?:达到?|为|约|超过?|近)*$/;

/** 省厅会同部门对全省26家高新区…: they are what something was done to. */
const DONE_TO_THEM = /(?<![针应面核])对(?:全[国省市县区州]|我[省市县区])$/;
/** Whoever did it to them is no part of the name. */
const JUDGED_BY =
  /(?:^|[，、；:：]|建议(?:[一二三四]季度|下半年|县里|市里)?|[办局厅委会门]|我[省市县区])对(?:全[国省市县区州]|我[省市县区]|前三季度|上半年|年度)?(?:的)?$/;
const JUDGES = /^(?:逐[一条家项个户])?(?:进行|开展|作出|实施|上门)了?/;

/** 起到了十余倍的放大作用: the verb says nothing. */
const ROLE_PLAYED = /^[，、]?(?:[起启]到|发挥)了?$/;
const INSTITUTION = /(?:大学|学院|[科研医]院|研究所|公司|集团)$/;
const INSTITUTIONS = /^(?:[国省市]?内?外?)(?:高校|院校|院所|高校院所|科研院所|企业|单位|机构|医院)/;
const ADDRESSED = /^(?:联系|邀请|走访|对接|联合|组织)/;
/** 脱颖而出斩获奖项 is 获奖. */
const WON = /^(?:脱颖而出)?并?(?:斩获|获得|荣获)(?:奖项|大奖|奖励)$/;
/** 通过“某某计划”大赛遴选10个项目: they are the programme's. */
const SCHEME = /(?:通过|依托|借助|利用|发挥|围绕)[^，]*?“([^“”]{2,8})”[^，“”]*?(遴选|引进|培育|选拔|评选|征集|转化|孵化|支持)$/;

const DEED_WITH_OBJECT =
  /^(?:共|累计|已|成功)?(?:签署|签订|签约|达成|获得|获批|申报|承担|申请|引进|转化|揭榜|实施|开展|建立|建成|攻克)了?$/;

const NEXT_MEASURE =
  /(?<!发放|投放|获得|争取|募集|引进|带动|撬动|吸引)(?:实现|完成)?(?:地区生产总值|生产总值|工业总产值|总产值|产值|营业收入|主营业务收入|收入|营收|营业额|税收|纳税|缴税|利税|利润|研发投入|研发经费|总投资|投资|增加值|出口|贷款|经济总量)(?:总额|额)?(?:达到?|为|共|突破|超过?|约)*$/;
/** 178个高新区生产总值达12万亿元: the measure at the end belongs to the next number. */
function withoutNextMeasure(following: string): string {
  const thing = following.replace(NEXT_MEASURE, '');
  return thing.length >= 2 ? thing : following;
}

/** 9家分市场和招引若干机构: a second verb begins another statement. */
const AND_THEN = new RegExp(`(?:和|及|并|、)(?:${anyOf(TELLING_VERBS)}).*$`);

/** The report's own place goes without saying. */
const withoutPlace = (phrase: string, place: string): string =>
  place === '' ? phrase : phrase.replaceAll(place, '').replaceAll(place.slice(0, -1), '');
