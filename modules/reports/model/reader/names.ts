// Names what a number counts: from the phrase before it, the noun after it, or the thing that was named last.
import type { Frame } from './frames.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { anyOf, TELLING_VERBS } from './lexicon/words.ts';
import { headAndPredicate, isBareVerb, isLightVerb, leadingVerb, nameIn, trimmed, withoutDates, withoutLightVerb } from './phrases.ts';
import { asPrefix, basis, type References, type Subject } from './references.ts';

export type Named = { readonly name: string; readonly subject: Subject; readonly own: boolean };

const AMOUNT_WORD =
  '总数|总量|数量|总额|金额|总金额|资金总额|总资金|项目数|个数|总面积|面积|增幅|增速|占比|比重|比例|获奖数量|获奖数|资金额|成交额|成交金额|合同额|合同总额|合同金额|人数|件数|额|数|总规模|规模|位次|存量|家数|企业数|净增数|净增|新增数|强度|投入强度|产值|总产值|收入|税收|利润|投资|总投资额|总投资|销售收入|营业收入|授信|贷款|原值|利税|年产值|利润总额|户数|余额|经费总额|总经费|总建筑面积|建筑面积|运营面积|占地面积|合作金额|协议金额|协议投资|实际投资|募集资金|到位资金|在校生|在校学生|毕业生|毕业人数|招生|保费|融资额|交易额|贷款余额|(?:获奖|立项|申报|登记|入库|备案|通过|推荐|入选|授权|申请|签约|参赛)(?:总数|总量|项数|件数|家数|个数|人数|数量)';
/** Words that count nothing by themselves: they take the name of the thing spoken of. */
const GENERIC = new RegExp(`^(?:${AMOUNT_WORD}|立项|总|年|排名|排位|平均|人均|户均|亩均|累计)(?:(?:及|和|、|与)(?:${AMOUNT_WORD}))*$`);
/** Whether a phrase names nothing alone: 总额, 获奖数, 年产值. */
export const isGeneric = (phrase: string): boolean => GENERIC.test(phrase);

const GENERIC_MONEY =
  /^(?:获得|获|共获|获批|争取到?|下达|兑现|拨付|安排|支持|投入|发放|到位|提供|带动)*(?:省级|中央|国家|市级|上级|各类|国拨|部拨|省拨)?(?:财政|专项|支持|资助|补助|首批|扶持|奖补|投资|引导|科研|项目|社会|配套)*(?:经费|资金|补助|奖励|投资|补贴|金额|奖金)(?:支持|补助|补贴|奖励|额|总额|投入)*$/;
/** A grade or a phase that qualifies the thing spoken of: 国家级, 市级, 在建. */
const QUALIFIER =
  /^(?:国家级|省级|市级|县级|区级|世界级|部级|厅级|国家|省部级|新建|续建|在建|提升|改建|扩建|已建成|重点|一般|线上|线下|特等奖|一等奖|二等奖|三等奖|金奖|银奖|铜奖|优秀奖|一等|二等|三等|企业|高校|个人|团队|法人|复审|新认定|重新认定|首次认定)(?:及?以上)?$/;
const SHORT_RATIO =
  /^(?:年度|全年|平均)?(?:目标|任务|计划|预算)*(?:(?:完成|通过|产业化|转化|覆盖|合格|成功|到位|履约|执行|兑现|立项|增长|贡献|获批|中标|入库|认定|达标|优良|满意|设置|建有|拥有|普及|续签|毕业|存活|达产|开工|利用|占有|入驻|服务|响应|办结|结题|验收|获奖|入选|晋级|就业|留存|解决|整改|不良|入驻|孵化|揭榜|投产|办结率满意|平均利|利|贷款平均利|返还|响应)率|占比|比重|比例|满意度)$/;

/** Some words of a report are the field's own name of an indicator. */
export function canonical(phrase: string): string {
  const plain = phrase.replace(/(?:全市|全省|全国|全县|全区|我市|我省|本市)(?=GDP|地区生产总值|生产总值)/g, '');
  const known = indicatorNamed(plain);
  if (known) return known.name;
  // 某某新区全社会研发投入: the place in front is not part of the name.
  for (const place of plain.matchAll(/[省市县区州盟]/g)) {
    const behind = place.index <= 8 ? indicatorNamed(plain.slice(place.index + 1)) : null;
    if (behind && (behind.nature === 'rate' || behind.id === 'rd-expenditure')) return behind.name;
  }
  return phrase;
}

export function subjectOf(name: string, core: string, stem = core): Subject {
  const named = indicatorNamed(core) ?? indicatorNamed(name);
  const entry = indicatorNamed(name) ?? indicatorWithin(name) ?? indicatorWithin(core);
  return {
    name,
    core: core.replace(/(?:总数|总量|数量|总额)$/, '') || core,
    // R&D spending keeps the words of its text; other indicators are one thing under several names.
    stem: named && named.id !== 'rd-expenditure' && stem === core ? named.name : stem,
    id: entry?.id ?? null,
  };
}

/** 申报高新技术企业 becomes 高新技术企业申报: the thing first, for names derived from it. */
function thingFirst(verb: string, thing: string): string {
  return verb === '申报' || verb === '推荐申报' || verb === '认定' || verb === '备案'
    ? `${thing}${verb}数`
    : verb === ''
      ? thing
      : verb + thing;
}

/** Puts the thing spoken of in front of a word that means nothing alone. */
function joined(base: string, phrase: string): string {
  if (base === '' || phrase.startsWith(base) || (phrase.endsWith('率') && base.includes(phrase.slice(0, 2)))) return phrase;
  if (/奖$/.test(phrase) && base.includes('奖')) return base + phrase;
  if (QUALIFIER.test(phrase)) return phrase + base.replace(/^(?:国家级|省级|市级|县级|申报|新增|新建|获批)*(?:及?以上)?/, '');
  return base.endsWith(phrase) ? base : base + phrase;
}

/** 专利申请 …，授权 …: one deed takes the place of the other. */
const ENDS_IN_DEED = /(?<=.{2})(?:申请受理|申请|受理|申报|登记|推荐|立项|征集|报名)(?:数|量)?$/;
/** 获二等奖1个、优秀奖3个: grades of one prize, or of the contest spoken of. */
const AWARD =
  /^(?:获得|荣获|斩获|获|共获)?((?:国家级|省级|市级|全国|省|市)?(?:特等奖|一等奖|二等奖|三等奖|优秀奖|优胜奖|优秀组织奖|金奖|银奖|铜奖))$/;
const GRADE = /(?:特等奖|一等奖|二等奖|三等奖|优秀奖|优胜奖|优秀组织奖|金奖|银奖|铜奖)$/;

function awarded(grade: string, references: References): Named {
  const prize = references.subject?.core.replace(GRADE, '') ?? '';
  const base = /奖$/.test(prize) ? asPrefix(prize) : references.holder || references.topic;
  const name = base + grade;
  return { name, subject: subjectOf(name, base || grade), own: true };
}

/** 惠及企业 says who, and the thing spoken of says by what. */
const BENEFIT =
  /^(?:惠及|服务|覆盖|受益|支持|带动|扶持|入驻|入孵|孵化|引进|集聚|培育|吸引|扶助|毕业|在孵|参与|参会|参展|合作|受理|发放|兑付|兑现|落地|签约)(?:企业|群众|农户|团队|人员|项目|单位|机构|就业|人数|申请|人次|银行|商户|产品|人才|专家)$/;

/** The fund or policy by which someone is served, or nothing where the text sets up none. */
function benefiting(phrase: string, references: References): Named {
  const means = references.fresh
    ? (/^(.{3,}(?:资金|券|贷款?|政策|融资|补助))(?:登记)?(?:金额|总额|额)?$/.exec(references.subject?.core ?? '')?.[1] ?? '')
    : '';
  const base = (means || references.holder).slice(-10);
  const name = base.includes(phrase) ? base : base + phrase;
  return { name, subject: references.holder === '' ? subjectOf(name, phrase) : subjectOf(references.holder, references.holder), own: true };
}

/** The name from the words before the number. */
function nameBefore(frame: Frame, references: References): Named | null {
  const { previousHead } = references;
  const cut = previousHead !== '' && frame.left.startsWith(previousHead) ? frame.left.slice(previousHead.length) : frame.left;
  if (/^的/.test(cut) && references.afterMark) return markedThing(frame);
  const phrase = measured(nameIn(cut), references);
  if (phrase === '' || !/[一-龥]{2}|[A-Z]{2}/.test(phrase)) return phrase === '数' ? dependent('数', references) : null;
  if (isBareVerb(phrase) && phrase.length <= 4) {
    const base = references.fresh || references.mention === '' ? basis(references) : references.mention;
    const name = canonical(`${base.replace(ENDS_IN_DEED, '')}${phrase}${base === '' ? '' : '数'}`);
    return { name, subject: subjectOf(name, name), own: false };
  }
  const grade = AWARD.exec(phrase)?.[1];
  if (grade) return awarded(grade, references);
  if (BENEFIT.test(phrase)) return benefiting(phrase, references);
  if (GENERIC.test(phrase) || QUALIFIER.test(phrase) || SHORT_RATIO.test(phrase)) return dependent(phrase, references);
  if (/^(?:相关|上述|该)/.test(phrase) && references.topic !== '') return referring(phrase, references);
  if (GENERIC_MONEY.test(phrase) && (phrase.length <= 6 || /^(?:获|支持|投资|资助|补助|首批|财政|省级|中央)/.test(phrase)))
    return dependent(phrase, references.fresh ? references : { ...references, subject: null });
  const narrowed = references.part ? partNamed(phrase, references) : null;
  if (narrowed) return narrowed;
  const { verb, rest } = leadingVerb(phrase);
  const thing = rest.length >= 2 ? rest : phrase;
  return {
    name: canonical(phrase),
    subject: subjectOf(canonical(phrase), thing, thingFirst(rest.length >= 2 ? verb : '', thing)),
    own: true,
  };
}

/** 高新技术企业 …，其中规上企业: the part is named by what marks it and by the whole. */
function partNamed(phrase: string, references: References): Named | null {
  const head = /^([一-龥]{2,6})(企业|项目|人员|人才|平台|机构|载体|成果|资金|投资)$/.exec(phrase);
  const core = references.subject?.core ?? '';
  if (!head?.[1] || !head[2] || !core.endsWith(head[2]) || core.length < 4 || core.length > 12 || indicatorWithin(phrase)) return null;
  const name = head[1] + core.replace(/^(?:新增|累计|各类)/, '');
  return { name, subject: subjectOf(name, core, name), own: true };
}

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

function dependent(phrase: string, references: References): Named {
  const name = canonical(joined(basis(references), phrase));
  const core = references.subject?.core || name;
  return { name, subject: subjectOf(name, core, name.endsWith('率') ? core : name), own: false };
}

const GENERIC_HEAD =
  /^(?:企业|项目|单位|人|团队|成果|机构|平台|高校|院所|专家|人才|家|研究院|单位|活动|课题|基地|产品|需求|培训|会议|事项|作品|选手|指标|专项)$/;
const HEAD_IN_PREDICATE = /(?:专项|项目|奖|计划|课题|基金|工程|平台|基地|中心|称号|资金)$/;
const ADMINISTRATIVE = /^(?:县区|县市区|县市|区县|市县|乡镇|镇街|街道|设区市|地级市|县|区|市|州|盟|旗)(?=[企单部局、]|$)/;

/** The name from the noun after the number, with what it did and the verb before: 推荐 23家 企业 参加全国赛. */
function nameAfter(frame: Frame, references: References): Named | null {
  const following = frame.after.replace(/^的/, '').replace(AND_THEN, '');
  if (!/^[一-龥A-Za-z]{2}/.test(following)) return null;
  const places = ADMINISTRATIVE.exec(following);
  if (places) return { name: `${places[0]}数`, subject: subjectOf(places[0], places[0]), own: true };
  const { head, predicate } = headAndPredicate(following);
  const noun = nameIn(head) || head;
  const listed = /等$/.test(frame.left);
  const phrase = withoutPlace(withoutLightVerb(trimmed(frame.left)), references.place);
  const { verb, rest } = leadingVerb(isLightVerb(phrase) ? '' : phrase);
  const example = /^(.{2,12})等$/.exec(rest)?.[1] ?? (listed && !rest.includes('、') && rest.length <= 8 ? rest : '');
  const lead = listed || rest.length > 14 ? example : rest;
  const told = predicate
    .replace(/(?:我市|我省|我县|我区|全省|全市)(?:首批)?/g, '')
    .replace(/(?:该|上述)(?:项目|专项|计划|活动)?/, asPrefix(references.topic));
  const act = withoutLightVerb(withoutPlace(told, references.place));
  const deed = act.length > 16 ? shortDeed(act) : act;
  return composed({ verb, lead, noun, deed }, references);
}

/** 9家分市场和招引若干机构: a second verb begins another statement. */
const AND_THEN = new RegExp(`(?:和|及|并|、)(?:${anyOf(TELLING_VERBS)}).*$`);

/** The report's own place goes without saying. */
const withoutPlace = (phrase: string, place: string): string =>
  place === '' ? phrase : phrase.replaceAll(place, '').replaceAll(place.slice(0, -1), '');

/** 申报国家、省科技型中小企业创新基金项目: the verb and the last thing it was done to. */
function shortDeed(act: string): string {
  const { verb, rest } = leadingVerb(act);
  const last = rest.split(/[、的]/).at(-1) ?? rest;
  return verb + (last.length >= 4 ? last : rest).slice(-16);
}

type Parts = { verb: string; lead: string; noun: string; deed: string };

function composed({ verb, lead, noun, deed }: Parts, references: References): Named {
  const generic = GENERIC_HEAD.test(noun);
  let name = verb + deed + lead + noun;
  if (/^(?:项目|成果|课题|专项)$/.test(noun) && deed.length >= 5 && HEAD_IN_PREDICATE.test(deed)) name = verb + lead + deed;
  else if (generic && lead === '' && deed.length < 5)
    name = asPrefix(references.part && references.subject ? references.subject.core : references.topic).slice(-10) + verb + deed + noun;
  else if (references.topic.endsWith(noun) && deed.length < 5 && noun.length > 2) name = references.topic;
  if (deed.endsWith(noun)) name = verb + lead + deed;
  if (name.length > 26) name = verb + deed + noun;
  const final = canonical(name);
  return {
    name: final,
    subject: subjectOf(final, generic ? name : lead + noun, generic ? name : thingFirst(verb, lead + noun)),
    own: true,
  };
}

const NOT_COUNTED =
  /^(?:快速|稳步|大幅|迅速|逐步|持续|进一步)*(?:和|与|及|以及|并|且|或|但|同比|环比|比上|比去|比年|较|增长|增加|增至|扩大|缩短|压缩|延长|提高|提升|上升|升至|升到|下降|降至|减少|扩大|发展到|跃升|攀升|左右|以上|以下|其中|分别|居|位居|位列|排名|占|均|用于|为|是|目标|任务|的目标|的任务|年度目标|的年度目标|到|至|调整|外|实现增长|全省第|全市第|全国第|达到|列|在|由|从)/;
const ENDS_IN_MONEY = /(?:额|资金|经费|收入|产值|投资|支出|投入|贷款|税收|补助|总值|费用|利润|值)$/;

/** Whether the number stands before what it counts. */
export function countsWhatFollows(frame: Frame): boolean {
  const { after, left, amount } = frame;
  if (amount.form !== 'number' || amount.unit?.class === 'points') return false;
  if (!/^的?[一-龥A-Za-z]{2}/.test(after) || NOT_COUNTED.test(after)) return false;
  if (amount.unit?.class === 'money' || amount.unit?.class === 'percent') return !ENDS_IN_MONEY.test(trimmed(left));
  return true;
}

/** 广东(4411.9亿元): what stands before the bracket names the number, with the indicator that the sentence spoke of. */
function labelOf(frame: Frame, references: References): Named | null {
  const label = /([一-龥]{2,8})[(（]$/.exec(frame.before)?.[1]?.replace(/^.*[为是有和]/, '') ?? '';
  if (label.length < 2) return null;
  const spoken = indicatorWithin(frame.before)?.name ?? references.subject?.core ?? '';
  const name = label + spoken;
  return { name, subject: subjectOf(name, name), own: false };
}

/** The name of a level. */
export function levelName(frame: Frame, references: References): Named {
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

const SELECTED = /^的?((?:无|有|未|没有)[一-龥]{2,8}?)(?=的|企业|、|$)/;
const MARK =
  /(?:(?:年度?|主营|主营业务|营业|销售|业务|产品)*(?:收入|营收|销售额)|研发费用|研发投入|投资额?|注册资本|产值|税收|贷款额?|年龄|资产|人数)(?:达到|达|在|为|超过)?$/;

/** A threshold is named by what it is set on; a ceiling of support by the support. */
export function thresholdName(frame: Frame, references: References): Named {
  if (frame.amount.bound === 'at_most') {
    const support =
      /(?:补贴|补助|奖励|资助|支持|贷款|贴息|授信|额度|配套|奖补|扶持)/.exec(frame.after + frame.clause + frame.before.slice(-40))?.[0] ??
      '';
    const name = `${support}上限`;
    return { name, subject: subjectOf(name, name), own: support !== '' };
  }
  const left = trimmed(frame.left);
  const marked =
    MARK.exec(left)?.[0] ?? (left.length >= 4 ? left : undefined) ?? references.subject?.core.replace(/^.*(?=营业收入|收入)/, '') ?? '';
  const selected = SELECTED.exec(frame.after)?.[1] ?? '';
  return { name: `${selected}${marked}门槛`, subject: subjectOf(marked, marked), own: marked !== '' };
}
