// Names what a number counts: from the phrase before it, the noun after it, or the thing that was named last.
import { thingFirst } from './composed-names.ts';
import { countsWhatFollows, NOT_COUNTED } from './counted-side.ts';
import { nameAfter } from './counted-things.ts';
import { GENERIC_HEAD, GENERIC_MONEY, isGeneric, QUALIFIER, SHORT_RATIO } from './dependent-words.ts';
import { distributed } from './distributed-names.ts';
import { placesCounted, STANDING } from './following-names.ts';
import type { Frame } from './frames.ts';
import {
  AWARD,
  awarded,
  BENEFIT,
  benefiting,
  borrowing,
  deedAlone,
  dependent,
  isDeedAlone,
  labelled,
  PLACE_ONLY,
  partNamed,
  placed,
  sumOf,
} from './holder-names.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { groupOfPeople, markedPart, nextGrade } from './marked-parts.ts';
import { isBareVerb, lastClause, leadingVerb, nameIn, trimmed, withoutDates } from './phrases.ts';
import { isTown } from './places.ts';
import { asPrefix, basis, type References } from './references.ts';
import { canonical, type Named, subjectOf } from './subjects.ts';
import { byPerformer, inTown, labelOf } from './town-names.ts';

/** The name from the words before the number. */
function nameBefore(frame: Frame, references: References): Named | null {
  const { previousHead } = references;
  const left = frame.left.replace(PLACE_AND_TIME, '');
  const cut =
    previousHead !== '' && left.startsWith(previousHead) ? left.slice(previousHead.length).replace(/^中(?=择优|[达完未按超提])/, '') : left;
  if (/^(?:以[上下])?(?:的|而|且)/.test(cut) && references.afterMark) return markedThing(frame);
  const passed = /(?:^|已|有)(通过[一-龥]{0,10}(?:评审|认定|验收|审核|评估|备案|初审))$/.exec(cut.replace(/[，、\s]/g, ''))?.[1];
  if (passed && references.fresh && references.subject) {
    const name = passed + asPrefix((references.part ? references.whole : references.subject)?.core ?? '');
    return { name, subject: references.subject, own: false };
  }
  const enjoyed = frame.amount.unit?.class === 'money' ? ENJOYED.exec(cut)?.[1] : undefined;
  if (enjoyed) {
    const name = canonical(`${enjoyed}额`);
    return { name, subject: subjectOf(name, name), own: true };
  }
  const sought = SOUGHT.exec(cut)?.[1];
  if (sought) return { name: `争取${sought}`, subject: subjectOf(`争取${sought}`, sought), own: true };
  const phrase = measured(nameIn(cut), references).replace(/^(成交额|交易额|产值|收入)总[量额]$/, '$1');
  if (/^.{0,4}(?:这一|该)(?:比重|比例|占比|比率|数字|数据|指标)$/.test(phrase) && references.lastName !== '')
    return { name: references.lastName, subject: references.subject ?? subjectOf(references.lastName, references.lastName), own: false };
  const told =
    byPerformer(phrase, frame, references) ??
    markedPart(frame, references) ??
    nextGrade(phrase, references) ??
    distributed(phrase, frame, references) ??
    groupOfPeople(phrase, frame, references);
  if (told) return told;
  const borrowed = borrowing(phrase, frame, references);
  if (borrowed) return borrowed;
  if (OWN_RD.test(phrase) && references.fresh && ORGANISATION.test(references.subject?.core ?? '')) {
    const name = asPrefix(references.subject?.core ?? '') + phrase;
    return { name, subject: subjectOf(name, name), own: true };
  }
  if (phrase === '' || !/[一-龥]{2}|[A-Z]{2}/.test(phrase)) return phrase === '数' ? dependent('数', references) : null;
  const [, town = '', deed = ''] = DONE_THERE.exec(phrase) ?? [];
  if (deed !== '' && isTown(town)) {
    const there = deedAlone(deed, { ...references, fresh: false }, frame.amount.unit?.class === 'money');
    const name = town + there.name;
    return { name, subject: subjectOf(name, name), own: true };
  }
  // 新入孵30家、毕业14家: those who left are enterprises.
  if (phrase === '毕业' && frame.amount.unit?.base === '家')
    return { name: '毕业企业数', subject: subjectOf('毕业企业数', '毕业企业'), own: true };
  if (isBareVerb(phrase) && phrase.length <= 4) {
    const spoken = references.fresh ? null : indicatorWithin(frame.silent);
    const means = PAID_BY.exec(frame.silent)?.[1];
    if (means && frame.amount.unit?.class === 'money' && !references.fresh)
      return deedAlone(phrase, { ...references, fresh: true, subject: subjectOf(means, means) }, true);
    // 目标：引进团队5个。完成：引进7个: the same deed done to the same.
    const same = references.fresh ? '' : (references.subject?.core ?? '');
    if (same.length > phrase.length + 2 && same.startsWith(phrase) && !/^[额率数量总金]|目标$/.test(same.slice(phrase.length)))
      return { name: same, subject: subjectOf(same, same), own: false };
    const given = spoken ? { ...references, mention: spoken.name.replace(/总数$/, '') } : references;
    return deedAlone(phrase, given, frame.amount.unit?.class === 'money');
  }
  // 业务指标6项，已全面完成5项: how some of them stand.
  if (STANDING.test(phrase) && references.fresh && references.likeLast && references.subject)
    return { name: phrase + asPrefix(references.subject.core), subject: references.subject, own: false };
  const grade = AWARD.exec(phrase)?.[1];
  if (grade) return awarded(grade, references, frame.before);
  // 某某贷放贷企业 …，放贷资金: the same deed of the same product.
  const again = references.fresh && SAME_DEED.test(phrase) ? references.lastName.indexOf(phrase.slice(0, 2)) : -1;
  if (again >= 2) {
    const name = references.lastName.slice(0, again) + phrase;
    return { name, subject: subjectOf(name, name), own: true };
  }
  const reached =
    GENERIC_HEAD.test(phrase) || REACHABLE.test(phrase) ? /(?:涉及|覆盖|惠及)(?=[一-龥]{1,3}$)/.exec(frame.left)?.[0] : undefined;
  if (reached) return benefiting(reached + phrase, references);
  if (BENEFIT.test(phrase) || (references.holder !== '' && isDeedAlone(phrase))) return benefiting(phrase, references);
  if (frame.amount.unit?.class === 'percent' && AIM_DONE.test(phrase)) return dependent('任务完成率', references);
  if (isGeneric(phrase) || QUALIFIER.test(phrase) || SHORT_RATIO.test(phrase)) return dependent(phrase, ofWhole(phrase, references));
  if (/^(?:相关|上述|该)/.test(phrase) && references.topic !== '') return referring(phrase, references);
  // 兑现奖补资金，惠及 …，拨付资金900万元: the money that the sentence speaks of.
  const fund =
    GENERIC_MONEY.test(phrase) && /资金$/.test(phrase)
      ? FUND_SAID.exec(frame.before.slice(0, -frame.left.length || undefined))?.[1]
      : undefined;
  if (fund) return { name: fund + (/^[一-龥]{2}(?=资金$)/.exec(phrase)?.[0] ?? ''), subject: subjectOf(fund, fund), own: true };
  if (GENERIC_MONEY.test(phrase) && (phrase.length <= 6 || /^(?:获|支持|投资|资助|补助|首批|财政|省级|中央)/.test(phrase)))
    return dependent(phrase, references.fresh ? references : { ...references, subject: null });
  const there = inTown(phrase, references, frame);
  if (there) return there;
  const short = phrase.length <= 3 && references.subject !== null && references.fresh && indicatorWithin(phrase) === null;
  // 4个飞地，其中杭州2个: as many of the same as the label says.
  const isLabel = (short && /^[一-龥]{2,3}$/.test(phrase) && !standsAlone(phrase, frame)) || /^[一-龥]{2,8}类$/.test(phrase);
  if (references.part && references.sameUnit && isLabel) return labelled(phrase, references);
  // 成交额80亿元，其中就地转化30亿元; 实验室4家，其中牵头建设3家: so much of the same by what was done.
  if (references.part && references.sameUnit && PART_DONE.test(phrase) && references.whole && !phrase.includes(references.whole.core))
    return labelled(phrase, references);
  // 营业收入90亿元：国家高新区60亿元，省级高新区30亿元: the money of each.
  const ofEach =
    frame.amount.unit?.class === 'money' && references.sumSaid !== '' && HOLDS_MONEY.test(phrase) ? phrase + references.sumSaid : '';
  if (ofEach !== '') return { name: ofEach, subject: subjectOf(ofEach, phrase, ofEach), own: true };
  // 产值前三：装备制造48亿元、化工32亿元: one stands beside the other.
  if (short && frame.amount.unit?.class === 'money' && references.likeLast && /^[、和]/.test(frame.left) && !OWN_MONEY.test(phrase))
    return besides(phrase, references.lastName);
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

/** 成交额首次迈上700亿元台阶, 首次跨过400亿元关口: what has grown that far. */
const CROSSED = /^(?:的)?(?:新)?(?:台阶|关口|大关|门槛)/;
const REACHED_MARK = /^(.*?)(?:首次|一举|历史性|成功|已经?|再次)*(?:迈上|跨上|站上|登上|迈入|跨过|跨越|迈过|突破|越过|跃上)了?$/;
function markReached(phrase: string, references: References): Named {
  if (phrase.length >= 2)
    return isGeneric(phrase)
      ? dependent(phrase, references)
      : { name: canonical(phrase), subject: subjectOf(canonical(phrase), phrase), own: true };
  const base = references.fresh && references.subject ? references.subject.name : basis(references);
  return { name: base, subject: references.subject ?? subjectOf(base, base), own: false };
}

const REACHABLE = /^(?:学生|师生|农户|农民|村民|群众|居民|观众)$/;
/** 青岚县今年以来仅登记3项: the place and the time are no part of the name. */
const PLACE_AND_TIME = /^[一-龥]{2,5}[市县区旗](?=(?:今年|全年|仅|只|共|已|目前|累计|本年|去年|上半年|前三季度)[一-龥])/;

/** 争取上级资金: money that was sought names itself. */
const SOUGHT = /争取(?:到|了)?((?:[一-龥]{1,8}?)(?:资金|经费|补助|专款))(?:总额)?(?:达到?|共计?|合计|超过?|约|近|突破|为)*$/;
/** 企业享受所得税减免4亿元: how much was let off. */
const ENJOYED = /享受了?([一-龥]{2,12}(?:加计扣除|减免|优惠))(?:税?额|金额)?(?:共计?|合计|累计|达到?|超过?|约|近)*$/;
const PART_DONE = /^(?:[一-龥]{2,4})?(?:牵头|建设|参建|主持完成|参与完成|转化|转让|许可|承担|自建|共建|备案|复审|牵头建设)$/;
/** 全年目标已完成78%: how much of the aim for what is spoken of. */
const AIM_DONE = /^(?:(?:年度|全年)?(?:目标|任务)已?)?完成$/;
/** 白渡市成交9亿元, 青岚县授权12件: a deed alone, done in one place. */
const DONE_THERE = /^([一-龥]{2,4}[市县区旗])(?:仅|只|共|已)?(成交|授权|登记|入库|认定|立项|备案)$/;
const SUM_SAID = /(?:产值|收入|增加值|投资|成交额|交易额|税收|利润|经费|支出)$/;
/** What stands beside another in a list is told in the same measure. */
function besides(phrase: string, lastName: string): Named {
  const name = phrase + (SUM_SAID.test(phrase) ? '' : (SUM_SAID.exec(lastName)?.[0] ?? ''));
  return { name, subject: subjectOf(name, name), own: true };
}
const FUND_SAID = /(?:兑现|拨付|下达|发放|安排)了?([一-龥]{2,8}(?:奖补|补助|专项|扶持|补贴|奖励|引导)资金)/;
const SAME_DEED = /^(?:放贷|发放|授信|放款|投放|直投|兑付|兑现|减免)/;

/** 新型研发机构258家，研发投入67亿元: theirs, not that of the whole society. */
const OWN_RD = /^(?:研发|R&D)(?:经费)?(?:投入|支出|经费)$/;
const ORGANISATION = /(?:企业|项目|机构|院所|研究院|园区|高新区|中心|平台|实验室|单位)$/;
/** 科技创新券改为线上申领，已兑付318万元: what the clause before is about. */
const PAID_BY = /(?:^|[，：:；])“?([一-龥]{2,10}?(?:券|专项资金|奖补资金|补助资金))”?[一-龥]/;
const PERSON = /[师士员生人者家民工才]$/;
const ESTABLISHMENT = /[院所站馆园校学厂店司社场心室库台部牌奖]$|[初高职]中$/;
/** 其中医院5个, 院士2人 name something themselves; 其中杭州2个, 小学3057人 only say which. */
const standsAlone = (label: string, frame: Frame) => (/人|名|位/.test(frame.amount.unit?.base ?? '') ? PERSON : ESTABLISHMENT).test(label);

const HOLDS_MONEY = /^[一-龥]{2,6}(?:高新区|园区|开发区|经开区|企业|单位|院所|机构|大学|学院|集团)$/;
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

const AIM_AT =
  /(?:[占达]|占[省市县区]定)(?:年度|全年|既定|年初|计划)*(?:目标|任务|计划)(?:任务|数|值)?$|(?:目标|任务|计划)(?:任务|数|值)?[(（]$/;

/** 其中2亿元已到账: how much of the money spoken of has come. */
const ARRIVED = /^(?:已|均已|将|现已)?(到账|到位|兑现|拨付)/;

/** 全年目标180亿元已完成77%: an aim is no thing that completes. */
const AIM_SET = /^[，、]?(?:全年|年度|今年)?(?:目标任务|任务目标|目标|任务)(?:为|是)?$/;

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
  const crossed = CROSSED.test(frame.after) ? REACHED_MARK.exec(frame.left + frame.bounding) : null;
  if (crossed) return markReached(nameIn(crossed[1] ?? ''), references);
  const places = placesCounted(frame, references);
  if (places) return places;
  const after = countsWhatFollows(frame) && !AIM_SET.test(frame.left) ? nameAfter(frame, references) : null;
  // 重大合同（单项1000万元以上）812项: what stands before the bracket.
  const bracketed =
    !frame.inside && /^(?:[及以][以上下]*)?[)）]$/.test(frame.left) ? nameIn(frame.clause.replace(/[(（][^()（）]*[)）]/g, '')) : '';
  if (bracketed.length >= 3) return { name: canonical(bracketed), subject: subjectOf(canonical(bracketed), bracketed), own: true };
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
  const given =
    frame.amount.unit?.class === 'money' && references.fresh && trimmed(frame.left) === '' ? sumOf(references.subject?.core ?? '') : '';
  if (given !== '') return { name: given, subject: references.subject ?? subjectOf(given, given), own: false };
  const base = references.subject && references.fresh ? references.subject.name : basis(references) || references.mention;
  const subject = references.subject && references.fresh ? references.subject : subjectOf(base, base);
  return { name: base, subject, own: false };
}

/** 规上企业研发投入快速增长，从 …: the words of the clause before up to what it says of them. */
function spokenFirst(silent: string, always: boolean): string {
  const said = /^(.{4,18}?)(?:快速|持续|稳步|大幅|不断|逐年|明显|显著|总量|实现|从无到有|由|从|增长|提升|提高|下降|保持)/.exec(
    withoutDates(lastClause(silent)),
  )?.[1];
  const spoken = said === undefined ? '' : nameIn(said);
  return indicatorWithin(spoken) && (always || spoken.length >= 4) ? spoken : '';
}
