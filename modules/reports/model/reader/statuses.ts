// Decides whether a number has happened, is expected, aimed at, intended or demanded.
import type { Frame } from './frames.ts';
import { AGAINST_AIM } from './held-against.ts';
import { reachesAim, type Sort } from './kinds.ts';
import type { Mood } from './outline.ts';
import type { Status } from './reading.ts';

const TARGET =
  /力争|争取(?=在|年|全|实|达|突|完|新|建|创|让|成功|培育|引进|[1-9一二三四五六七八九十])|确保(?!了)|(?<!(?:超出|超过|超额|高于|高出|低出|较|完成|达成|实现|对照|锚定|锁定|紧盯|围绕|占|比|低于|少于|距|距离|差|落后于)[^，。；]{0,6})目标(?!任务完成|完成率|完成情况|责任|考核|管理|为导向)|预期|努力实现|努力达到|要(?:突破|达到|实现|完成|新增)|(?<![供响对相效反适])应(?:达到|完成|实现)(?!的)|奋力|冲刺|全年任务(?!的)/;
const TARGET_AFTER =
  /^的?(?:(?:年度|全年|省定|市定|既定|预期|工作|考核|发展|[省市国县区]考|[省市县区]级?|国家|上级)?(?:考核)?(?:目标|任务)|(?:年度|全年|省定|市定|既定|预期)指标)/;
/** 完成年度目标80家的120%: the number is the aim. */
const OF_AIM = /(?:目标|任务|计划)(?:任务)?(?:数|值|量)?$/;
const ESTIMATE = /预计|初步测算|可(?:新增|增加|带动|创造|节约|产生)(?!的)|有望|估计|预估|拟获|拟入库|拟立项支持/;
const PLAN =
  /(?<![虚模草])拟(?!定|人|合|订|制|态|[一-龥]{2,4}(?:对象|名单|企业)(?:公示)?)|计划(?=新|在|建|投|用|开|引|组|申|培|总|年|于|到|实施|完成|安排)|(?:^|[，。；、:]|[局委市县区省厅部院统们年月度末底])(?:将|准备)(?=[一-龥])|正在筹备|每年[^，]{0,16}(?:设立|安排|遴选|支持|培育)$/;
const DONE = /已|完成了|实现了|共计|累计|获得了|新增了|超额/;
/** 工程的具体内容是:突破重大技术100项 …: what a scheme holds is aimed at. */
const CONTENT = /(?:工程|计划|行动|方案|规划)的?(?:具体|主要|核心)?内容(?:是|为|包括|:)/;
/** 规划建设总面积50万平方米: planned, however much of it stands. */
const LAID_OUT = /规划(?:建设|建筑|占地|用地|总)*(?:面积|用地|占地|投资|规模)(?:约|达|为|共)*$/;
/** What an office does itself is planned; what should come of it is a target. */
const OWN_ACTION =
  /(?:选择|遴选|选取|成立|设立|实施|安排|举办|召开|开展|组织|出台|制定|启动|建立|发布|选派|派遣|拿出|承办|列支|抓好|办好|做好|每年)[^，。；]*$/;
/** 拟举办20场, 计划再派10名: intended; what 将 says is aimed at as often. */
const INTENDED =
  /(?<![虚模草])拟(?!定|人|合|订|制|态)|计划(?=再|把|承办|发布|举办|拿出|安排|新|在|建|投|用|开|引|组|申|培|总|于|到|实施|完成|安排)/;
const RULE = /(?:给予|予以|补助|奖励|资助|补贴|不得|应当|按照[^，]{0,20}(?:标准|比例))/;

/** Another thing that has been done, in the same sentence as an expectation. */
const ANOTHER_DONE = /^(?:[一-龥]{0,4}?)(?:新增|入库|获|目前|已|完成|实现|建成|认定|新认定)/;

/** 高新技术企业总数达到560家, 研发投入强度达2.9% behind 预计新增企业80家: a new clause says where its own thing stands. */
const STANDS = /^(?!.{0,12}(?:将|可望|可达))[一-龥&A-Z()（）]{4,}(?:达到?|突破|超过|增至|升至)(?:了|约|近)*$/;
/** 稳居全省首位 behind an expectation tells where it stands already. */
const KEEPS_PLACE = /^，?(?:仍|继续|持续|连续[\d一-十两]+年)*(?:稳居|保持|蝉联)[^，]*$/;
/** 4名专家获得省科技奖: who was given something has it. */
const GRANTED = /^[一-龥]{1,12}(?:获得|荣获|获评|获批|入选|被认定|被评)/;
/** 与全国的差距从0.5个百分点缩小到0.2个百分点: what has been under way. */
const TURNS = /^与[^，]{2,10}差距/;
/** Whether the clause, behind an expectation, tells how things stand already; 预计到年底 dates all that follows it. */
const stands = ({ before, clause, bounding }: Frame, { kind }: Sort): boolean =>
  (kind === 'rank' ? KEEPS_PLACE : kind === 'level' || kind === 'ratio' ? STANDS : TURNS).test(clause + bounding) &&
  !/(?:预计|预估|有望)(?:到|至)/.test(before);
export const hasTurned = ({ clause }: Frame): boolean => TURNS.test(clause) || KEEPS_PLACE.test(clause);

/** Which words of mood a sentence holds at all, so that its numbers need not look for others. */
export type Hints = { readonly estimate: boolean; readonly target: boolean; readonly plan: boolean; readonly settled: boolean };

export const hintsOf = (sentence: string): Hints => ({
  estimate: ESTIMATE.test(sentence),
  target: TARGET.test(sentence),
  plan: PLAN.test(sentence) || /每年/.test(sentence),
  settled: /已|目前/.test(sentence),
});

export type Outlook = {
  /** The mood of the section. */
  readonly mood: Mood;
  /** The period lies after the year reported on. */
  readonly ahead: boolean;
  /** The clause before the last ； already spoke of an aim. */
  readonly aimed: boolean;
  /** The section's heading speaks of goals: all that stands below is aimed at. */
  readonly goals: boolean;
  readonly hints: Hints;
};

/** 下达的9项目标任务, 10项指标: so many of them. */
const countsTasks = ({ amount, after }: Frame): boolean =>
  /^[项个条]$/.test(amount.unit?.base ?? '') && /^(?:年度|重点|主要)?(?:目标任务|任务|指标)/.test(after);

/** The status of one number. */
export function statusOf(frame: Frame, sorted: Sort, outlook: Outlook): Status {
  const { amount, before, clause, left, after } = frame;
  // A mark is set, whether it says whom a rule speaks of or tells groups of a statistic apart.
  if (sorted.measure === 'rule' || sorted.kind === 'threshold') return 'requirement';
  if (sorted.kind === 'change' && /(?:^|[，、])超[^，]{0,6}(?:目标|任务|计划)(?:任务|数|值)?$/.test(left)) return 'actual';
  if (sorted.measure === 'set_size' && /^(?:县区|县市区|区县|乡镇)/.test(after)) return 'actual';
  if (TARGET_AFTER.test(after) && sorted.measure !== 'set_size' && !countsTasks(frame)) return 'target';
  if (
    /目标(?:任务)?(?:为|是|定为|数|值)?(?:达|达到)?$/.test(left) &&
    !/(?:完成|超出|超过|超额?|高于|低于|高出|低出|达到|差|距|离)[^，]{0,10}目标(?:任务)?(?:数|值|量)?$/.test(left)
  )
    return 'target';
  if ((OF_AIM.test(left) && /^的$/.test(after)) || AGAINST_AIM.test(left)) return 'target';
  if (frame.inside && /(?:目标|任务)(?:任务)?[（(]$/.test(before)) return 'target';
  if (/^[（(](?:预计|预估|预测)/.test(frame.behind)) return 'estimate';
  if (amount.unit?.class === 'money' && (FOR_WHOEVER.test(before) || FOR_NEW.test(before))) return 'requirement';
  // 对研发费用同比增长10%以上的企业: a condition.
  if (/^对[^，。；]*$/.test(clause) && CONDITION.test(after) && amount.bound !== 'exact') return 'requirement';
  // 租房补贴标准：博士每月1500元.
  if (amount.unit?.class === 'money' && /标准(?:是|为)?[:：](?:[^，。；]{0,12}[\d.]+元[，、])*[^，。；\d]{0,12}$/.test(before))
    return 'requirement';
  const perEach = /每[家个项户站人名](?:企业|项目)?给予$/.test(left) && /^(?:的)?(?:奖励|补助|资助|补贴)/.test(after);
  if (amount.unit?.class === 'money' && (perEach || RULED.test(clause) || FOR_THE_NEW.test(before)) && !PAID.test(before))
    return 'requirement';
  if (sorted.kind === 'change' && /[尚还仍，]差$|^差$/.test(left)) return 'actual';
  if (/不得(?:少于|低于|超过|高于)/.test(left + frame.bounding)) return 'requirement';
  const { hints } = outlook;
  if (sorted.kind === 'ratio' && outlook.mood === 'past' && !outlook.ahead && reachesAim(frame)) return 'actual';
  if (
    hints.estimate &&
    (ESTIMATE.test(clause) || (ESTIMATE.test(before) && !ANOTHER_DONE.test(clause) && !GRANTED.test(after) && !stands(frame, sorted)))
  )
    return 'estimate';
  if (outlook.mood === 'plan' || outlook.ahead)
    return outlook.goals && sorted.measure !== 'set_size' && !/(?:^|[，、；。])拟(?!定)/.test(clause)
      ? 'target'
      : statusAhead(frame, sorted);
  if (hints.target && TARGET.test(clause) && !DONE.test(clause) && !/完成[^，]{0,12}(?:目标|任务)/.test(before)) return 'target';
  if (LAID_OUT.test(left) || /^(?:拟|计划)(?=申报|申请|引进|新建|新增|建设|认定|入库|推荐)(?!.*的)/.test(after)) return 'plan';
  if (/内容/.test(before) && CONTENT.test(before) && sorted.measure !== 'set_size') return 'target';
  if ((outlook.aimed || (hints.target && /力争/.test(before))) && !DONE.test(clause)) return 'target';
  return hints.plan && PLAN.test(before) && !DONE.test(clause) ? 'plan' : 'actual';
}

/** 对新认定企业的，一次性奖励10万元; 取得证书的分别奖励3000元: a rule for whoever comes under it; a count of them would tell what was paid. */
const FOR_WHOEVER =
  /(?:对|凡|明确)[^，。；\d]{3,30}(?:的|者)[，]?(?:按[^，\d]{2,16})?(?:一次性|分别|每[家项个件人户]|给予|再|最高)*(?:奖励|补助|资助|补贴|奖补)(?:企业|个人|单位)?(?:不超过)?$/;

/** 对新获批的国家级、省级平台，分别一次性奖励200万元、50万元. */
const FOR_NEW =
  /(?:^|[，；])对(?:新|首次|成功|通过|获|入选|符合|达到|被|当年|年度|引进|评|认定|每)[^，。；\d]{2,30}[，]?(?:分别|依次|各|每[家个项人]|一次性|给予|再|最高)*(?:奖励|补助|资助|补贴|奖补)(?:企业|个人|单位)?(?:[\d.]+万?元[、和])*$/;
/** 首次认定企业一次性奖励20万元, 每名特派员每年补助3000元, 考核优秀的再奖2000元, 重新认定的减半，即10万元: a rule that needs no 对. */
const RULED =
  /^[①-⑳\s]*(?:对|凡)?(?:首次|新|重新|当年|考核|整体|成功)[^，。；\d]{2,18}(?:一次性|分别|最高|再|各|给予|每[家个项])+(?:奖励|补助|奖|资助|补贴)?$|每[名家个项人户站][^，。；\d]{0,8}每[年月][^，。；\d]{0,4}(?:补助|奖励|补贴|给予)[^，。；\d]{0,6}$|(?:^|[，、])每[家个项户站人名](?:企业|项目|机构)?(?:每年)?(?:给予)?(?:补助|奖励|资助|补贴)$|的(?:再|另)(?:奖励?|补助?)$|^即$/;
/** 新认定的国家级、省级平台，分别一次性补助100万元和50万元. */
const FOR_THE_NEW =
  /(?:^|[，；])(?:新|首次|重新)(?:认定|获批|备案|设立|引进)[^，。；\d]{2,30}，?(?:分别|依次|各|每[家个项])*一次性(?:奖励|补助|资助|补贴|奖补)(?:[\d.]+万?元[、和])*$/;
/** What was paid is no rule. */
const PAID = /兑现|兑付|拨付|发放|共计|合计|累计/;
const CONDITION = /^(?:以上)?的(?:企业|单位|项目|机构|平台|团队|个人|高企)/;

/** In a plan, what an office does itself is planned and what should come of it is a target. */
function statusAhead(frame: Frame, sorted: Sort): Status {
  const { before, clause, amount, left } = frame;
  if (RULE.test(clause) && /对[^，]{2,}/.test(before) && amount.unit?.class === 'money') return 'requirement';
  if (sorted.measure === 'set_size' || goesRound(frame)) return 'plan';
  if (/每年/.test(clause) && !TARGET.test(clause)) return 'plan';
  if (INTENDED.test(before) && !TARGET.test(clause) && !/(?:达到?|突破|超过|增至|提升到|提高到)$/.test(left)) return 'plan';
  if (TARGET.test(before)) return 'target';
  return OWN_ACTION.test(clause) && amount.bound !== 'at_least' ? 'plan' : 'target';
}

/** 将对24家实验室开展复核, 围绕甲、乙两条产业链: what an office sets out to do something to. */
const goesRound = ({ left, after }: Frame): boolean =>
  (/将对$/.test(left) && /开展|进行|实施|组织/.test(after)) ||
  (/围绕[^，。；]*$/.test(left) && /^(?:主导|重点|特色)?(?:产业链?|领域|行业)/.test(after));

/** Whether a sentence speaks of an aim, for the part behind its next ；. */
const STRIVES = /力争|争取|确保|努力|预期|要(?:突破|达到|实现|完成|新增)|奋力|冲刺/;
/** 今年的主要目标是：…: all that follows is aimed at. */
const AIMS_HEAD =
  /^[^，。；\d达完超落低距]{0,10}(?:(?:19|20)\d\d年)?[^，。；\d达完对超落低距]{0,14}(?:目标|打算|安排|计划)(?:任务)?(?:是|为)?[:：](?!截[至止])/;
export const opensAims = (sentence: string): boolean => /[:：]/.test(sentence) && AIMS_HEAD.test(sentence.slice(0, 60).trimStart());

export const aims = (sentence: string): boolean =>
  STRIVES.test(sentence) && TARGET.test(sentence) && !DONE.test(sentence) && !/完成[^，]{0,12}(?:目标|任务)/.test(sentence);
