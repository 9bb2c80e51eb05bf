// Notices what a point or paragraph is about, for figures whose own words do not say it.
import { eventName } from './brief-names.ts';
import type { ReportContext } from './context.ts';
import { GIVEN } from './dependent-words.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import { trimmed, withoutDates } from './phrases.ts';
import { remembered } from './remembered.ts';
import type { Sentence } from './sentences.ts';

const EVENT =
  /(?:举办|承办|组织|实施|推进|开展|启动|成立|设立|办好|建设|建立|打造|依托)(?:了|好)?([一-龥A-Za-z、]{0,20}?(?:大赛|论坛|路演|博览会|交易会|推介会|对接会|洽谈会|峰会|联盟|行动|计划|信息库|专家库|攻关专项))/;
const POINT =
  /^(?:是)?(?:进一步|加快|着力|大力|积极|持续|扎实|全力)*(?:推进|推动|实施|开展|建设|打造|强化|加强|深化|培育|壮大|提升|优化|完善|抓好|做好|注重|加大|成立|落实|发展|构建|促进|举办|办好)?(?:了)?([一-龥A-Za-z]{2,16}?)(?:建设|发展|工作|培育|力度|管理|提质|不断|持续|更加|明显|成效|体系|水平|稳中|逐季|逐步|承压|迈上|再上|再创|实现|呈现|保持|加快|稳步|有序|全面|显著|向好|攀升|$)/;

const HOLDERS =
  '基金|揭榜挂帅|分园|科技园|创新园|科创园|政策|制度|专项|计划|工程|行动|活动|大赛|论坛|峰会|推介会|对接会|研究院|实验室|研究中心|业务|模式|机制|平台|基地|园区|产业园|示范区|孵化器|加速器|综合体|联盟|创新券|信息库|集群|设施|装置|走廊|飞地|科技馆|科普馆|展厅|大厦|试点|补助|奖补|资金池|风险池|补偿池|补偿金|验证中心|创新中心';
const RAISED = new RegExp(
  `(?:签约|共建|引进|招引|争取到?|承建|承接|出台|列为|列入|纳入|设立|建立|成立|组建|建成|建设|打造|举办|承办|开展|实施|推行|推进|落实|启动|推出|深化|完善|用好|办好|依托|借助|发挥)(?:了|好)?([一-龥A-Za-z]{2,20}?(?:${HOLDERS}))(?:(?:开展|推进|实施|加快)[一-龥]{2,8}|(?:正式|全面|成功|顺利)*(?:运营|启动|揭牌|投用|挂牌|开园|落成|投入使用))?$`,
);
const OPENED = new RegExp(
  `^([一-龥A-Za-z]{2,12}?(?:${HOLDERS}))(?:[一二三四]期|核心区|启动区|项目|首期){0,2}(?:[一-龥]{0,6}报告)?(?:已|现已)?(?:挂牌|建成|投用|投入运|投入使|正式|启动|运行|揭牌|成立|开工|主体(?:结构|工程)?(?:封顶|完工)|获批|落户|全面|成功|顺利|建设|加快|持续|稳步|有序|扎实|不断)`,
);

/** 推出“成果贷”, 实施“英才”计划: a product or programme by its name in quotes. */
const QUOTED = /(?:推出|开发|上线|发行|设立|实施|开展|打造|建立|创建|推行|启动)[^“”]{0,18}“([^“”]{2,10})”([一-龥]{0,4})$/;
const SIGNED = /(?:签约|引进|招引|落户|承建|承接)了?([一-龥A-Za-z]{4,22}项目)$/;
/** 企业申报科技帮扶项目，拟获批4个: what was applied for. */
const APPLIED = /(?:申报|申请|推荐|组织)(?:了|好)?([一-龥A-Za-z]{3,14}(?:项目|专项|奖))(?:申报)?$/;

/** 金融业活力凸显，增加值 …; 项目投资超预期，完成率 …: what the clause without a number says something of. */
const BRANCH =
  /^([一-龥A-Za-z]{0,24}?(?:业|投资|消费|生产|出口|进口|外贸|收入|贷款|存款|市场|经济|支出|价格|税收|利润|专利|合同))(?:总体|整体|发展|活力|运行|规模|增长|增势|保持|实现)*(?:平稳|较快|稳步|稳定|持续|加快|快速|不断|逐步|明显|显著|优化|壮大|向好|提速|提质|增强|凸显|领先|突出|扩大|回升|恢复|超预期|好于|稳中|有所|势头|态势|成势|攀升|大幅|进一步|良好|强劲)/;

/** 医药制造业受集采影响，收入80亿元: what the clause says something of. */
const INDUSTRY = /^([一-龥A-Za-z]{1,20}(?:制造业|工业|服务业|建筑业|金融业))(?!企|园|务|绩|主|态|协|链|群|增|总)[一-龥“”]{2,12}$/;

/** 生物医药领域受大额合同延期影响，成交额下降. */
const AFFECTED = /^([一-龥A-Za-z]{2,12}(?:领域|产业|行业))受[一-龥]{2,14}(?:影响|拖累|带动|冲击)$/;

/** 高企数量少，仅占全省的2%; 研发强度偏低，为1.5%: what is found wanting. */
const WANTING =
  /^([一-龥A-Za-z&]{2,14}?(?:数量|总量|规模|强度|水平|占比|比重|能力|基础|投入))(?:还|仍|仍然|相对|总体|整体)*(?:偏|较|不|少|低|弱|小)/;

/** What the words before a clause set up without a number: 设立天使基金，规模5亿元; 获奖人员中，女性占三成. */
export const raisedBy = (silent: string, follows: boolean): string => (follows ? raisedAfter(silent) : raisedFirst(silent));
const raisedAfter = remembered((silent: string) => raised(silent, true));
const raisedFirst = remembered((silent: string) => raised(silent, false));

function raised(silent: string, follows: boolean): string {
  const clauses = silent.replace(/[，:：;；]+$/, '').split(/[，:：]/);
  // What follows the number before still belongs to it.
  if (follows) clauses.shift();
  if (clauses.length === 0) return '';
  // 投资超预期，实现投资xx亿元，完成率 …: a clause whose number is blotted out says nothing of its own.
  while (clauses.length > 1 && /[xX×*]{2}/.test(clauses.at(-1) ?? '')) clauses.pop();
  const quoted = QUOTED.exec(clauses.at(-1) ?? '');
  if (quoted?.[1]) return quoted[1] + (quoted[2] ?? '');
  const project = /(?:《(?=[^》]{2,24}》)|“(?=[^”]{4,24}”))([^》”]{2,24})[》”](?:[一-龥]{0,2})项目$|的([一-龥]{2,16}项目)《[^》]*》$/.exec(
    clauses.at(-1) ?? '',
  );
  if (project) return project[2] ?? `${project[1]}项目`;
  const last = withoutDates((clauses.at(-1) ?? '').replace(/[(（][^()（）]*[)）]|[“”《》]/g, ''));
  // 从研发投入增速看: the growths that follow are of it.
  const seen = /^从([一-龥A-Za-z&]{3,14}?)(?:的)?(?:增速|增幅|占比|排名|规模|情况|分布)?来?看$/.exec(last)?.[1];
  if (seen) return trimmed(seen);
  // 作为“安全垫”的风险补偿资金池，规模已增至: what the clause names.
  const pool = POOL.exec(last)?.[1];
  if (pool) return pool;
  const branch = (BRANCH.exec(last) ?? WANTING.exec(last))?.[1];
  const industry = (INDUSTRY.exec(last) ?? AFFECTED.exec(last))?.[1];
  if (branch || industry) return trimmed(branch ?? industry ?? '');
  const found =
    (APPLIED.exec(last) ?? SIGNED.exec(last) ?? RAISED.exec(last) ?? OPENED.exec(last) ?? /^([一-龥A-Za-z&]{4,14})中$/.exec(last))?.[1] ??
    '';
  return /^其中?$/.test(found) ? '' : trimmed(found).replace(/^(?:加快|继续|积极)?(?:推进|推动|建设|启动)(?=.{3})/, '');
}

const POOL =
  /^(?!用好|设立|建立|组建|发挥|依托|借助)(?:作为[一-龥]{2,8}的)?([一-龥]{2,12}(?:资金池|风险池|补偿池|补偿金|引导基金|子基金))$/;

/** 高企认定奖励(方面): what a point is called. */
const TITLE = /^([一-龥A-Za-z&]{4,18}?)(?:方面|情况|兑现)?$/;
const NO_TOPIC =
  /^(?:有关|工作|几点)要求|^(?:总体|基本|整体|主要)(?:情况|态势|特点|数据|指标|成效)|^[按分从][一-龥]{2,8}[分看]$|加大|打算|安排$|不足|问题|目标为/;

/** 培训：市级20次: what a point is about, before its colon. */
const LABEL = /^[◆▲●■★※—–-]*([一-龥A-Za-z&]{2,16}?)(?:方面|情况|工作)?[:：](?=.)/;
const LONG_LABEL = 8;
const SAYS_NOTHING =
  /^(?:其中|同时|此外|分别|具体|主要|包括|例如|时间|来源|地址|电话|注|备注|附|下步|下一步|存在|单位|日期|发布|作者|编辑)|(?:指标|目标|任务|实际|实绩|率|额|数|量|值|强度|占比|比重|收入|产值|投入|数据|成效|结果|特点|如下|之一|显示|指出|表示|是|为|有|达|完成|看|中|元|个|家|位)$|[年月日]/;

/** ◆进度：全年任务30亿元; 区域：…: under what head the same thing is told on. */
const HEAD_ONLY = /^(?:进度|区域|地区|流向|主体|类别|类型|分布|结构|总量|规模)$/;

/** 成交额：目标30亿元: the label is what is aimed at. */
const TASK_STATED = /^[^:：]*[:：](?:年度|全年)?(?:目标|任务|实际|完成)/;

/** A numbered point says first what it is about; an event or a programme stays the topic of what follows. */
export function noteTopic(sentence: Sentence, context: ReportContext): void {
  const plain = withoutDates(sentence.text.slice(0, 90)).replace(
    /[(（][^()（）]*[)）]|[“”《》]|第[一二三四五六七八九十\d]+届|首届|中国|全国|全省|全市/g,
    '',
  );
  const event = EVENT.exec(plain);
  if (event?.[1] && event[1].length > 3) {
    context.topic = eventName(event[1].replace(/^.*[省市县区](?=.{4})/, ''), sentence.text);
    context.holder = context.topic;
    return;
  }
  const title = sentence.enumerator !== '' && sentence.amounts.length === 0 ? TITLE.exec(plain.trim())?.[1] : undefined;
  // 高企认定奖励: what is given is the topic, not whom.
  if (title && GIVEN.test(title)) {
    context.topic = title;
    return;
  }
  const spoken = sentence.text.trimStart();
  const label = sentence.amounts.length > 0 ? LABEL.exec(spoken)?.[1] : undefined;
  const isTask = label !== undefined && TASK_STATED.test(spoken) && !/^(?:目标|任务|完成|实际|进度)/.test(label);
  if (label && HEAD_ONLY.test(label)) {
    context.topic = '';
    return;
  }
  if (label && (isTask || (label.length <= LONG_LABEL && !SAYS_NOTHING.test(label)))) {
    const entry = indicatorWithin(label);
    // 技术合同：目标80亿元: the money, not the number of them.
    const inMoney = entry?.id === 'contract-count' && sentence.amounts[0]?.unit?.class === 'money';
    context.topic = inMoney ? '技术合同成交额' : (entry?.name.replace(/总数$/, '') ?? label);
    context.subject = null;
    context.holder = '';
    return;
  }
  if (sentence.enumerator === '' || sentence.amounts.length > 0 || plain.length > 30) return;
  const entry = indicatorWithin(plain);
  context.topic = entry ? entry.name.replace(/总数$/, '') : (POINT.exec(plain)?.[1] ?? '');
  if (context.topic.length < 4 || NO_TOPIC.test(context.topic) || ACTS.test(context.topic)) context.topic = '';
}

/** 紧盯强度补短板, 聚焦乡村送服务: what a point means to do is no thing. */
const ACTS = /^(?:紧盯|紧扣|紧抓|聚焦|锚定|突出|坚持|围绕|瞄准|抓[好实牢紧])/;

export function noteMention(sentence: Sentence, context: ReportContext): void {
  const entry = indicatorWithin(sentence.text);
  if (entry) context.mention = entry.name.replace(/总数$/, '');
}
