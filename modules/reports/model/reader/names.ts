// Names what a number counts: from the phrase before it, the noun after it, or the thing that was named last.

import { composed, thingFirst } from './composed-names.ts';
import { countsWhatFollows, NOT_COUNTED } from './counted-side.ts';
import { GENERIC_HEAD, GENERIC_MONEY, isGeneric, QUALIFIER, SHORT_RATIO } from './dependent-words.ts';
import { namedBehind, placesCounted } from './following-names.ts';
import type { Frame } from './frames.ts';
import {
  AWARD,
  awarded,
  BENEFIT,
  benefiting,
  deedAlone,
  dependent,
  givenBy,
  isDeedAlone,
  labelled,
  PLACE_ONLY,
  partNamed,
  placed,
} from './holder-names.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { anyOf, TELLING_VERBS } from './lexicon/words.ts';
import {
  deedWords,
  FOR_WHOM,
  headAndPredicate,
  isBareVerb,
  isLightVerb,
  leadingVerb,
  nameIn,
  shortDeed,
  trimmed,
  withoutDates,
  withoutLightVerb,
} from './phrases.ts';
import { asPrefix, basis, type References } from './references.ts';
import { fieldIn } from './set-sizes.ts';
import { canonical, type Named, subjectOf } from './subjects.ts';
import { inTown, labelOf } from './town-names.ts';

/** The name from the words before the number. */
function nameBefore(frame: Frame, references: References): Named | null {
  const { previousHead } = references;
  const cut = previousHead !== '' && frame.left.startsWith(previousHead) ? frame.left.slice(previousHead.length) : frame.left;
  if (/^的/.test(cut) && references.afterMark) return markedThing(frame);
  const passed = /(?:^|已|有)(通过[一-龥]{0,10}(?:评审|认定|验收|审核|评估|备案|初审))$/.exec(cut.replace(/[，、\s]/g, ''))?.[1];
  if (passed && references.fresh && references.subject) {
    const name = passed + asPrefix((references.part ? references.whole : references.subject)?.core ?? '');
    return { name, subject: references.subject, own: false };
  }
  const sought = SOUGHT.exec(cut)?.[1];
  if (sought) return { name: `争取${sought}`, subject: subjectOf(`争取${sought}`, sought), own: true };
  const phrase = measured(nameIn(cut), references);
  if (OWN_RD.test(phrase) && references.fresh && ORGANISATION.test(references.subject?.core ?? '')) {
    const name = asPrefix(references.subject?.core ?? '') + phrase;
    return { name, subject: subjectOf(name, name), own: true };
  }
  if (phrase === '' || !/[一-龥]{2}|[A-Z]{2}/.test(phrase)) return phrase === '数' ? dependent('数', references) : null;
  if (isBareVerb(phrase) && phrase.length <= 4) {
    const spoken = references.fresh ? null : indicatorWithin(frame.silent);
    const given = spoken ? { ...references, mention: spoken.name.replace(/总数$/, '') } : references;
    return deedAlone(phrase, given, frame.amount.unit?.class === 'money');
  }
  const grade = AWARD.exec(phrase)?.[1];
  if (grade) return awarded(grade, references, frame.before);
  // 某某贷放贷企业 …，放贷资金: the same deed of the same product.
  const again = references.fresh && SAME_DEED.test(phrase) ? references.lastName.indexOf(phrase.slice(0, 2)) : -1;
  if (again >= 2) {
    const name = references.lastName.slice(0, again) + phrase;
    return { name, subject: subjectOf(name, name), own: true };
  }
  const reached = GENERIC_HEAD.test(phrase) ? /(?:涉及|覆盖|惠及)(?=[一-龥]{1,3}$)/.exec(frame.left)?.[0] : undefined;
  if (reached) return benefiting(reached + phrase, references);
  if (BENEFIT.test(phrase) || (references.holder !== '' && isDeedAlone(phrase))) return benefiting(phrase, references);
  if (isGeneric(phrase) || QUALIFIER.test(phrase) || SHORT_RATIO.test(phrase)) return dependent(phrase, ofWhole(phrase, references));
  if (/^(?:相关|上述|该)/.test(phrase) && references.topic !== '') return referring(phrase, references);
  if (GENERIC_MONEY.test(phrase) && (phrase.length <= 6 || /^(?:获|支持|投资|资助|补助|首批|财政|省级|中央)/.test(phrase)))
    return dependent(phrase, references.fresh ? references : { ...references, subject: null });
  const there = inTown(phrase, references, frame);
  if (there) return there;
  const short = phrase.length <= 3 && references.subject !== null && references.fresh && indicatorWithin(phrase) === null;
  // 4个飞地，其中杭州2个: as many of the same as the label says.
  const isLabel = (short && /^[一-龥]{2,3}$/.test(phrase) && !standsAlone(phrase, frame)) || /^[一-龥]{2,8}类$/.test(phrase);
  if (references.part && references.sameUnit && isLabel) return labelled(phrase, references);
  // 营业收入90亿元：国家高新区60亿元，省级高新区30亿元: the money of each.
  const ofEach =
    frame.amount.unit?.class === 'money' && references.sumSaid !== '' && HOLDS_MONEY.test(phrase) ? phrase + references.sumSaid : '';
  if (ofEach !== '') return { name: ofEach, subject: subjectOf(ofEach, phrase, ofEach), own: true };
  // 榜额, 保额, 原值: an amount of money that says not of what.
  if (short && frame.amount.unit?.class === 'money' && !OWN_MONEY.test(phrase)) return dependent(phrase, references);
  const narrowed = references.part || /[一-龥]中，$/.test(frame.silent) ? partNamed(phrase, references) : null;
  if (narrowed) return narrowed;
  const place = /^(?:最[高低快慢大小]的)?([一-龥]{1,8})$/.exec(phrase)?.[1] ?? '';
  // 最低的某县只有0.83%: a rate of the place, in what the sentence speaks of.
  if (frame.amount.unit?.class === 'percent' && PLACE_ONLY.test(place))
    return placed(place, { ...references, mention: indicatorWithin(frame.before)?.name ?? references.mention });
  const { verb, rest } = leadingVerb(phrase);
  const thing = rest.length >= 2 ? rest : phrase;
  // 技术合同登记5亿元: the money, not the number of them.
  if (frame.amount.unit?.class === 'money' && indicatorNamed(phrase)?.id === 'contract-count')
    return { name: '技术合同登记额', subject: subjectOf('技术合同登记额', '技术合同登记', '技术合同登记额'), own: true };
  return {
    name: canonical(phrase),
    subject: subjectOf(canonical(phrase), thing, thingFirst(rest.length >= 2 ? verb : '', thing)),
    own: true,
  };
}

/** 项目89项，资金900万元，其中国家级19项: counted like the projects, so some of them. */
const ofWhole = (phrase: string, references: References): References =>
  QUALIFIER.test(phrase) && references.part && references.sameUnit && references.whole
    ? { ...references, subject: references.whole, fresh: true }
    : references;

/** 争取上级资金: money that was sought names itself. */
const SOUGHT = /争取(?:到|了)?((?:[一-龥]{1,8}?)(?:资金|经费|补助|专款))(?:总额)?(?:达到?|共计?|合计|超过?|约|近|突破|为)*$/;
const SAME_DEED = /^(?:放贷|发放|授信|放款|投放|直投|兑付|兑现|减免)/;

/** 新型研发机构258家，研发投入67亿元: theirs, not that of the whole society. */
const OWN_RD = /^(?:研发|R&D)(?:经费)?(?:投入|支出|经费)$/;
const ORGANISATION = /(?:企业|项目|机构|院所|研究院|园区|高新区|中心|平台|实验室|单位)$/;
const PERSON = /[师士员生人者家民工才]$/;
const ESTABLISHMENT = /[院所站馆园校学厂店司社场心室库台部牌奖]$|[初高职]中$/;
/** 其中医院5个, 院士2人 name something themselves; 其中杭州2个, 小学3057人 only say which. */
const standsAlone = (label: string, frame: Frame) => (/人|名|位/.test(frame.amount.unit?.base ?? '') ? PERSON : ESTABLISHMENT).test(label);

const HOLDS_MONEY = /^[一-龥]{2,6}(?:高新区|园区|开发区|经开区|企业|单位|院所|机构)$/;
const OWN_MONEY = /出口|进口|贷款|存款|财政|消费|外资|GDP/;

/** 相关专利 are those of the topic. */
function referring(phrase: string, references: References): Named {
  const name = asPrefix(references.topic).slice(-10) + phrase.replace(/^(?:上述|该)/, '');
  return { name, subject: subjectOf(name, phrase), own: true };
}

/** 营业收入超10亿元的企业: the mark belongs to the name of what it selects. */
function markedThing(frame: Frame): Named {
  const name = trimmed(frame.clause).slice(-26);
  return { name, subject: subjectOf(name, name), own: true };
}

/** 企业比例完成建设要求 is named by its measure; 项目获批资金 by the thing spoken of. */
function measured(phrase: string, references: References): string {
  const measure = /^(.{4,}(?:率|比重|比例|占比))完成.+/.exec(phrase);
  if (measure?.[1]) return measure[1];
  const generic = /^(?:项目|企业|其)(?=获批|获得|共获|预计)/.exec(phrase);
  return generic && references.subject ? asPrefix(references.subject.core) + phrase.slice(generic[0].length) : phrase;
}

const ADMINISTRATIVE =
  /^(?:地市|市州|州市|盟市|县区|县市区|县市|区县|市县|乡镇|镇街|街道|设区市|地级市|县|区|市|州|盟|旗)(?=[企单部局、]|中(?:列|排|位|居)?|$)/;

/** The name from the noun after the number, with what it did and the verb before: 推荐 23家 企业 参加全国赛. */
function nameAfter(frame: Frame, references: References): Named | null {
  const following = frame.after.replace(/^的/, '').replace(AND_THEN, '');
  if (!/^[一-龥A-Za-z]{2}/.test(following)) return null;
  const behind = namedBehind(frame, references);
  if (behind) return behind;
  const places = ADMINISTRATIVE.exec(following.replace(/中$/, ''));
  if (places) return { name: `${places[0]}数`, subject: subjectOf(places[0], places[0]), own: true };
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
  const had = references.part && references.whole && /^(?:获|被|已)[一-龥]{1,6}$/.test(counted) ? counted : '';
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
  const spoken = ROLE_PLAYED.test(frame.left)
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
  const lead = listed || rest.length > 14 || /、.*、/.test(rest) ? example : rest;
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

/** 起到了十余倍的放大作用: the verb says nothing. */
const ROLE_PLAYED = /^[，、]?(?:[起启]到|发挥)了?$/;
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

const AIM_AT =
  /(?:[占达]|占[省市县区]定)(?:年度|全年|既定|年初|计划)*(?:目标|任务|计划)(?:任务|数|值)?$|(?:目标|任务|计划)(?:任务|数|值)?[(（]$/;

/** 其中2亿元已到账: how much of the money spoken of has come. */
const ARRIVED = /^(?:已|均已|将|现已)?(到账|到位|兑现|拨付)/;

/** The name of a level. */
export function levelName(frame: Frame, references: References): Named {
  // 占全年目标(100家)的45%: the aim is one for the thing spoken of.
  if (references.fresh && references.subject && AIM_AT.test(frame.inside ? frame.before : frame.left))
    return { name: references.subject.name, subject: references.subject, own: false };
  const arrived = frame.amount.unit?.class === 'money' && references.subject ? ARRIVED.exec(frame.after)?.[1] : undefined;
  if (arrived) {
    const core = asPrefix(references.subject?.core ?? '').replace(/(?:总?投资额?|资金|金额|总额)$/, '');
    return { name: `${core}${arrived}资金`, subject: references.subject ?? subjectOf(core, core), own: false };
  }
  const places = placesCounted(frame, references);
  if (places) return places;
  const after = countsWhatFollows(frame) ? nameAfter(frame, references) : null;
  const named = after ?? nameBefore(frame, references) ?? (NOT_COUNTED.test(frame.after) ? null : nameAfter(frame, references));
  if (named) return named;
  const labelled = frame.inside && frame.left === '' ? labelOf(frame, references) : null;
  if (labelled) return labelled;
  // 科技型中小企业从无到有，达到9689家: the clause before has no number of its own.
  const silent = indicatorWithin(frame.silent);
  if (silent) {
    const spoken = spokenFirst(frame.silent, silent.id === 'rd-expenditure');
    const name = spoken === '' ? silent.name : canonical(spoken);
    return { name, subject: subjectOf(name, name), own: true };
  }
  const clause = references.fresh ? '' : nameIn(frame.silent.slice(frame.silent.slice(0, -1).lastIndexOf('，') + 1));
  if (clause.length >= 4 && trimmed(frame.left) === '') return { name: clause, subject: subjectOf(clause, clause), own: true };
  const base = references.subject && references.fresh ? references.subject.name : basis(references) || references.mention;
  const subject = references.subject && references.fresh ? references.subject : subjectOf(base, base);
  return { name: base, subject, own: false };
}

/** 规上企业研发投入快速增长，从 …: the words of the clause before up to what it says of them. */
function spokenFirst(silent: string, always: boolean): string {
  const clause =
    silent
      .replace(/[，:：]+$/, '')
      .split(/[，:：]/)
      .at(-1) ?? '';
  const said = /^(.{4,18}?)(?:快速|持续|稳步|大幅|不断|逐年|明显|显著|总量|实现|从无到有|由|从|增长|提升|提高|下降|保持)/.exec(
    withoutDates(clause),
  )?.[1];
  const spoken = said === undefined ? '' : nameIn(said);
  return indicatorWithin(spoken) && (always || spoken.length >= 4) ? spoken : '';
}
