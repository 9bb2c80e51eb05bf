// Names figures whose own words say too little: by the fund, contest, platform, giver or whole that they belong to.
import { programmeOf } from './brief-names.ts';
import { GENERIC_HEAD, GIVEN, QUALIFIER } from './dependent-words.ts';
import type { Frame } from './frames.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { leadingVerb, nameIn } from './phrases.ts';
import { asPrefix, basis, type References } from './references.ts';
import { canonical, type Named, subjectOf } from './subjects.ts';

const SUM = /^(?:主营业务|营业|销售|总|净)?(?:收入|产值|利润|税收|利税|税费)(?:总额)?$/;

const BALANCE = /(?:各项)?(?:存款|贷款)余额$/;
const OTHER_SUM = /(?:实现|完成)?(?:主营业务收入|营业收入|销售收入|收入|总产值|产值|总投资|投资|增加值|利润|税收)$/;

const SUM_OF = /^(?:年|主营业务|营业|销售|新增|总)*(?:产值|收入|利税|利润|税收|利润总额)$/;
const MONEY_NAME = /(?:经费|资金|投入|补助|奖励|补贴|支持|拨款|贷款|利税|利润|税收)$/;
const COUNT_TAIL =
  /(?<=.{2})(?:成交额|成交金额|交易额|登记额|合同额|总额|金额|数量|总数|户数|人数|家数|笔数|次数|项数|件数|登记数|申请数|授权数)$/;

/** Those who come to schools, are there and leave. */
const STUDENTS = /(?:招收|招生|录取|在校学?生|毕业生)(?:人?数)?$/;

/** Puts the thing spoken of in front of a word that means nothing alone. */
export function joined(whole: string, phrase: string): string {
  const base = /(?:经费|资金|补助)/.test(phrase) ? programmeOf(whole) : whole;
  // 工业总产值、工业增加值: both say themselves of what.
  if (base === '' || phrase.startsWith(base) || (phrase.length >= 5 && base.includes(phrase.slice(0, 2)))) return phrase;
  // 科技计划项目 …，项目资金: what both say is said once.
  if (phrase.length >= 3 && base.endsWith(phrase.slice(0, 2))) return base + phrase.slice(2);
  // 成交额820亿元，营业收入318亿元: one sum of money is no part of the other.
  if (/余额$/.test(phrase) && BALANCE.test(base)) return base.replace(BALANCE, '') + phrase;
  // 学校招收 …；毕业生 …: of the same schools.
  if (STUDENTS.test(phrase) && STUDENTS.test(base)) return base.replace(STUDENTS, '') + phrase;
  // 从业人员9万人，营业收入60亿元: no income of theirs.
  if (SUM.test(phrase) && /(?:额|人员|人数|人才)$/.test(base)) return phrase;
  // 服务业增加值86亿元，投资51亿元: no part of it.
  if (/^(?:固定资产)?投资$/.test(phrase) && /(?:增加值|总产值|收入|生产总值|税收)$/.test(base)) return phrase;
  // 项目总投资5亿元，占地120亩: of the project.
  if (/^(?:占地|用地|总?建筑面积|占地面积|年产值|年税收)/.test(phrase) && /总投资额?$/.test(base))
    return base.replace(/总投资额?$/, '') + phrase;
  if (SUM.test(phrase) && OTHER_SUM.test(base)) return base.replace(OTHER_SUM, '') + phrase;
  // 平均利率4%，不良率0.5%: of the loans, not of the rate.
  if (phrase.endsWith('率') && base.endsWith('率')) return base.replace(/(?:加权)?(?:平均)?[一-龥]{1,2}率$/, '') + phrase;
  if (phrase.endsWith('率') && base.includes(phrase.slice(0, 2))) {
    // 项目完成投资 …，完成率: the deed is said once.
    const rest = base.replace(phrase.slice(0, -1), '');
    return rest !== base && rest.length >= 6 ? rest + phrase : phrase;
  }
  if (/奖$/.test(phrase) && base.includes('奖')) return base + phrase;
  // 三等奖4项，获奖总数: of the prize, not of that grade.
  if (phrase.startsWith('获奖') && GRADE.test(base)) return base.replace(GRADE, '') + phrase;
  // 技术合同成交额 …，登记项数 …: one count takes the place of the other.
  if (/^[一-龥]{1,3}(?:项数|件数|家数|份数|面积|额)$/.test(phrase) && COUNT_TAIL.test(base)) return base.replace(COUNT_TAIL, '') + phrase;
  if (QUALIFIER.test(phrase)) return phrase + base.replace(/^(?:国家级|省级|市级|县级|申报|新增|新建|获批)*(?:及?以上)?/, '');
  return base.endsWith(phrase) ? base : base + phrase;
}

const AIM_ALONE = /^(?:年度|全年)?(?:目标|任务)$/;

/** A word that counts nothing alone, with the thing it belongs to. */
export function dependent(phrase: string, references: References): Named {
  if (/^(?:投入)?强度$/.test(phrase) && indicatorNamed(references.subject?.core ?? '')?.id === 'rd-expenditure')
    return { name: '研发投入强度', subject: subjectOf('研发投入强度', '研发投入强度'), own: true };
  // “科创贷”为60家企业授信5亿元，平均利率4%: of the product.
  if (/^(?:加权)?(?:平均)?(?:年化)?(?:利率|不良率|贷款利率)$/.test(phrase) && /(?:贷|贷通|保)$/.test(references.holder)) {
    const name = references.holder + phrase;
    return { name, subject: subjectOf(name, references.holder, name), own: false };
  }
  // 项目138项，财政投入1457万元，年产值 …: the value is that of what was counted, not of the money.
  const borne = references.counted !== '' && references.fresh && SUM_OF.test(phrase) && MONEY_NAME.test(references.subject?.core ?? '');
  const applied = /^(?:评审|审核)?(?:通过|立项|获批|中标|入选|晋级)率$/.test(phrase) ? references.applied : '';
  const name = canonical(
    applied !== ''
      ? applied.replace(/数$/, '').replace(/^(?:组织|推荐|新)?(申报|申请|推荐)(.{2,})$/, '$2$1') + phrase
      : joined(borne ? asPrefix(references.counted) : basis(references), phrase),
  );
  // 入库数：目标900家，已入库…: what is aimed at goes on being spoken of, not the aim.
  const aimed = AIM_ALONE.test(phrase) ? basis(references) : '';
  const core = (STUDENTS.test(phrase) ? '' : references.subject?.core) || aimed || name;
  if (aimed !== '')
    return { name, subject: references.fresh && references.subject ? references.subject : subjectOf(aimed, core), own: false };
  return { name, subject: subjectOf(name, core, name.endsWith('率') ? core : name), own: false };
}

/** 其中杭州2个: the label and the whole. */
export function labelled(label: string, references: References): Named {
  // 学校招收 …，其中高中 …: a kind of school is one.
  const core = references.whole?.core ?? '';
  const what = core.replace(/^学校(?=招|录|在|毕)/, '');
  const name = what.endsWith(label) ? what : label + asPrefix(what);
  return { name, subject: subjectOf(name, core, name), own: false };
}

/** 专利申请 …，授权 …: one deed takes the place of the other. */
const ENDS_IN_DEED = /(?<=.{2})(?:申请受理|申请|受理|申报|登记|发榜|张榜|揭榜|推荐|立项|征集|报名|解决|重组入列|入列|转让|许可)(?:数|量)?$/;
/** 兑现96家、1900万元: the money of what was counted. */
export const sumOf = (core: string): string => {
  const lent = LENT.exec(core)?.[1];
  return GIVEN.test(core) ? `${core}资金` : lent ? `${lent}金额` : '';
};
/** 放款60户、3亿元; 质押登记88笔、6亿元. */
const LENT = /^(.*(?:放款|授信|放贷|兑付|减免|担保|质押登记|质押融资|融资))(?:企业|项目|笔)?数?$/;

/** 拨付500万元: money is paid out of a fund, lent under a product. */
const PAYS = /^(?:累计|实际|已)*(?:拨付|兑付|兑现|放款|放贷|授信|投放|下达|投出)$/;
const FUND = /^(.*(?:资金|专项|经费|券|补助|补贴|奖补|奖励|贷|基金|保险|挂帅))(?:年初)?(?:预算|规模|金额|总额|额|总规模)?$/;

const PRODUCT = /(?:贷|券|保|险|贷通)$/;
const DONE_TO = /^(.*?)(?:授信|放款|放贷|申请|申领|签约|兑付)(企业|项目|单位)$/;

/** The fund that the sentence speaks of, else the one set up before it; nothing where the text names none. */
const fundOf = ({ subject, holder, topic, about }: References): string =>
  [subject?.core ?? '', holder, topic, about]
    .flatMap((one) => FUND.exec(one)?.[1]?.replace(/^(?:兑现|发放|拨付|下达|安排)(?=.{2})/, '') ?? [])
    .at(0) ?? '';

/** 申报68项，立项29项: a verb alone counts what was spoken of. */
export function deedAlone(phrase: string, given: References, money: boolean): Named {
  // “云科贷”风险池规模 …，放贷143笔: lent under the product.
  const product =
    PAYS.test(phrase) &&
    (/[兑拨]/.test(phrase) ? /[券奖补]$/ : PRODUCT).test(given.holder) &&
    (!/(?:授信|放款|放贷|申请|申领|签约|兑付)/.test(given.subject?.core ?? '') || given.subject?.core.endsWith('上限') === true)
      ? given.holder
      : '';
  if (product !== '') {
    const name = `${product}${phrase}${money ? '额' : '数'}`;
    return { name, subject: subjectOf(name, `${product}${phrase}`, name), own: false };
  }
  const fund = money && PAYS.test(phrase) ? fundOf(given) : '';
  if (fund !== '') return { name: `${fund}${phrase}额`, subject: subjectOf(`${fund}${phrase}额`, fund, `${fund}${phrase}额`), own: false };
  // Only patents and their kin are granted.
  const granted = phrase.startsWith('授权') && /专利/.test(given.mention) && !/专利|商标|著作权/.test(given.subject?.core ?? '');
  const references = granted ? { ...given, fresh: false, topic: given.mention, subject: null } : given;
  const whole = references.part && references.fresh ? asPrefix(references.whole?.core ?? '') : '';
  const base =
    whole || (references.fresh || references.mention === '' || GIVEN.test(references.topic) ? basis(references) : references.mention);
  // 有效发明专利50件，授权9件: what is granted is no part of what is in force.
  const thing = base
    .replace(ENDS_IN_DEED, '')
    .replace(/^(?:组织|推荐|共?向上|积极)*(?:上报|申报|推荐)(?=.{0,6}(?:项目|课题)$)/, '')
    .replace(/^有效(?=.+专利)/, '')
    .replace(/(?<=专利)拥有量$/, '');
  // 规划总面积50万平方米，其中已建成20万平方米: so much of the area.
  if (/面积$/.test(thing)) {
    const name = `${thing.replace(/(?:规划)?(?:建设)?总?面积$/, '') + phrase}面积`;
    return { name, subject: references.whole ?? subjectOf(name, name), own: false };
  }
  // 授信企业83户，其中已放款61户: another deed done to the same.
  const done = DONE_TO.exec(thing);
  if (done && PAYS.test(phrase) && !money) {
    const same = done[1] + phrase + done[2];
    return { name: same, subject: subjectOf(same, same), own: false };
  }
  // 技术合同成交额 …，成交9亿元: said already.
  if (money && base.endsWith(`${phrase}额`)) return { name: base, subject: subjectOf(base, base), own: false };
  const name = canonical(`${thing}${phrase}${base === '' ? '' : money ? '额' : '数'}`);
  return { name, subject: subjectOf(name, thing === '' ? name : thing, name), own: false };
}

const GRADES = '(?:特等奖|[一二三123]等奖|优秀奖|优胜奖|优秀组织奖|金奖|银奖|铜奖)';
const GRADE = new RegExp(`${GRADES}$`);
/** 获二等奖1个、优秀奖3个: grades of one prize, or of the contest spoken of. */
export const AWARD = new RegExp(`^(?:获得|荣获|斩获|获|共获)?((?:国家级|省级|市级|全国|省|市)?${GRADES})$`);

/** 在省科学技术奖励大会上 …，其中一等奖1项: grades of that prize. */
const WON_PRIZE = /^.*((?:国家|[省市县区])?(?:科学技术|科技进步|自然科学|技术发明|科技|专利)(?:进步)?奖|科技进步)/;
const CONTEST = /([一-龥]{2,16}(?:大赛|竞赛|比赛|锦标赛|创新赛|创业赛|赛区))/g;

export function awarded(grade: string, references: References, before = ''): Named {
  const prize = references.subject?.core.replace(GRADE, '') ?? '';
  const won = WON_PRIZE.exec(before)?.[1];
  if (won && !/奖$/.test(prize)) return { name: won + grade, subject: subjectOf(won + grade, won), own: true };
  const contest =
    before
      .match(CONTEST)
      ?.at(-1)
      ?.replace(/^.*(?:参加了?|举办了?|参与|组队|选送|届)/, '') ?? '';
  const base =
    /奖$/.test(prize) || (/赛$/.test(prize) && references.fresh) ? asPrefix(prize) : contest || references.holder || references.topic;
  const name = base + grade;
  return { name, subject: subjectOf(name, base || grade), own: true };
}

/** 惠及企业 says who, and the thing spoken of says by what. */
export const BENEFIT =
  /^(?:惠及|服务|覆盖|受益|支持|带动|扶持|入驻|入孵|孵化|引进|集聚|培育|吸引|扶助|毕业|在孵|参与|参会|参展|合作|受理|发放|兑付|兑现|落地|签约|入库)(?:企业|群众|农户|团队|人员|项目|单位|机构|就业|人数|申请|人次|银行|商户|产品|人才|(?:产业|行业)?专家)$/;

/** 承担项目, 引进团队: a deed done to something of no name. */
export function isDeedAlone(phrase: string): boolean {
  const first = leadingVerb(phrase);
  const { verb, rest } = first.verb === '' ? first : leadingVerb(first.rest).verb === '' ? first : leadingVerb(first.rest);
  return verb !== '' && GENERIC_HEAD.test(rest);
}

const HELD = /(?:宣讲|培训|辅导|对接|路演|讲座|宣传|科普|推介)(?:活动|会|班)?$/;

/** The fund or policy by which someone is served, or nothing where the text sets up none. */
export function benefiting(phrase: string, references: References): Named {
  const means = references.fresh
    ? (/^(.{3,}(?:资金|券|贷款?|政策|融资|补助|补贴|奖补|加计扣除|减免))(?:登记)?(?:金额|总额|额)?$/.exec(
        references.subject?.core ?? '',
      )?.[1] ?? '')
    : '';
  // 政策宣讲32场次，惠及企业300家: by what was held last.
  const held = /^(?:惠及|覆盖|受益|参训|受训)/.test(phrase) && HELD.test(references.counted) ? references.counted : '';
  const base = asPrefix(means || held || references.holder);
  const name = base.includes(phrase) ? base : base + phrase;
  const { rest } = leadingVerb(phrase);
  // 促成签约项目83个、金额 …: the money is that of the projects.
  if (/(?:合同|协议|签约项目|订单)$/.test(phrase)) return { name, subject: subjectOf(name, rest.length >= 4 ? rest : name), own: true };
  return { name, subject: references.holder === '' ? subjectOf(name, phrase) : subjectOf(references.holder, references.holder), own: true };
}

/** 高新技术企业 …，其中规上企业: the part is named by what marks it and by the whole. */
export function partNamed(phrase: string, references: References): Named | null {
  const head = /^([一-龥]{2,6})(企业|项目|人员|人才|平台|机构|载体|成果|资金|投资|合同|专利|课题|院所)$/.exec(phrase);
  const core = references.subject?.core ?? '';
  if (
    !head?.[1] ||
    !head[2] ||
    !core.endsWith(head[2]) ||
    core.length < 4 ||
    core.length > 12 ||
    indicatorWithin(phrase) ||
    /挂帅/.test(phrase) ||
    core.includes(head[1].slice(-2))
  )
    return null;
  const name = head[1] + core.replace(/^(?:新增|累计|各类)/, '');
  return { name, subject: subjectOf(name, core, name), own: true };
}

/** 成果转化引导基金累计设立9支子基金, 重点研发计划安排42个专项1163个科技项目: they are the programme's. */
const GIVER =
  /([一-龥]{2,12}(?:基金|计划|专项|工程|资金))(?:累计|共计?|已|新)*(?:设立|安排|支持|资助|立项|部署|下达|投资)(?:了)?(?:[^，、]{0,10}[\d一二三四五六七八九十]+[个项支][一-龥]{2,8})?$/;
const SHORT_THING = /^(?:子基金|(?:科技|科研|研究)?(?:项目|课题))$/;

/** The programme that set up or supports what has no name of its own. */
export function givenBy(frame: Frame, noun: string): Named | null {
  const giver = SHORT_THING.test(noun) ? GIVER.exec(frame.clause)?.[1] : undefined;
  if (!giver) return null;
  const name = nameIn(giver) + noun;
  return { name, subject: subjectOf(name, name), own: true };
}

/** A place alone names nothing: 川南经济区增长 speaks of the indicator that the text is about. */
export const PLACE_ONLY = /^[一-龥]{1,8}(?:经济区|示范区|地区|[省市县区州盟旗])$/;

export function placed(place: string, references: References): Named {
  const name = place + references.mention;
  return { name, subject: subjectOf(name, name), own: true };
}

/** 科技特派员：培训农民2300人次: services that say not whose. */
const SERVES = /^.{0,3}(?:特派员|工作站|小院|服务队|服务团|活动周|科普日|大篷车)$/;
const SERVING = /科技特派员|科技小院|科普大篷车|科技活动周/;
const SERVICE =
  /^(?:实用|农业|农村|专题)?(?:技术)?(?:培训|指导|讲座|咨询)(?:班|会|活动)?$|^(?:培训|受训|服务|带动|辐射带动|指导|接待|受众|参训)(?:农民|农户|群众|学员|人员|村民|企业|咨询)?$|^发放(?:技术|宣传)?资料$/;

/** A name that takes words from what the text is about, from who serves, or from the thing counted before; null where it needs none. */
export function borrowing(phrase: string, frame: Frame, references: References): Named | null {
  const { about, topic, holder, subject } = references;
  // 发布榜单24项: those of the open calls that the text is about.
  if (OPEN_CALL.test(phrase) && !/挂帅/.test(phrase) && /揭榜挂帅/.test(about + topic + holder + frame.before)) {
    const name = `揭榜挂帅${phrase}`;
    return { name, subject: subjectOf(name, name), own: true };
  }
  if (SERVICE.test(phrase)) {
    const who = [topic, holder, SERVING.exec(frame.before)?.[0] ?? '', about].find((one) => SERVES.test(one) && !phrase.includes(one));
    if (who) return { name: who + phrase, subject: subjectOf(who + phrase, phrase), own: true };
  }
  if (!subject) return null;
  // 引导基金设立子基金16支，已投项目219个: those of the fund.
  const invested =
    references.fresh && INVESTED.test(phrase) ? /^.*?(?:引导|投资|创业|种子|天使|产业)?基金/.exec(subject.core)?.[0] : undefined;
  if (invested) return { name: invested + phrase, subject: subjectOf(invested, invested), own: true };
  // 优秀实验室31家，限期整改5家: some of those spoken of.
  if (JUDGED.test(phrase) && references.fresh && references.likeLast && subject.core !== '')
    return { name: phrase + asPrefix(subject.core), subject, own: false };
  // 有效发明专利860件，每万人口16件: of the same.
  const perHead = PER_SO_MANY.exec(phrase);
  if (!perHead) return null;
  const name = perHead[1] + asPrefix(subject.core.replace(/拥有量$/, '')) + (perHead[2] ?? '');
  return { name, subject: subjectOf(name, name), own: true };
}

const OPEN_CALL = /^(?:(?:发布|征集|揭榜|遴选)?榜单|(?:凝练|成功)?(?:发榜|揭榜|张榜)|榜额)/;
const INVESTED = /^(?:已|累计)?(?:投|投资|投出|支持)(?:项目|企业)$/;
const JUDGED = /^(?:获|评为|获评|限期|予以|考核|评估)[一-龥]{2,5}$/;
const PER_SO_MANY = /^(每[百千万亿]+(?:人口?|户|家)?)(拥有量)?$/;
