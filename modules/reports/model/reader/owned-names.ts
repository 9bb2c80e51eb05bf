// Names what says too little alone by the site, event or fund that the sentence spoke of before: 业务培训3期，参训企业85家.
import type { Frame } from './frames.ts';
import { indicatorNamed } from './lexicon/indicators.ts';
import { leadingVerb } from './phrases.ts';
import type { References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const SITE = /(?:中心|科创园|产业园|园区|实验室|研究院|研究所|工作站|孵化器|众创空间|综合体|大厦|飞地|小院|科学岛|装置|基地)$/;
const EVENT = /(?:大赛|论坛|培训|培训班|对接会|对接活动|推介会|宣讲|活动|讲座|课堂|音频|视频|进校园|进社区|进乡村)$/;
const FUND = /(?:基金|资金池|风险池|补偿池)$/;
const PROJECT = /(?:课题|工程|专项)$/;
/** What was told of the owner last is none of its name. */
const TOLD_OF_IT = /(?:建设)?(?:总?规模|总?面积|总?投资额?|建设|入驻企业|入园企业)$/;

const THERE = /^(?:入驻|在孵|常驻|服务(?:企业|项目|客户)|核心区|首期|一期|二期|每[站家个]|交付)/;
const CAME =
  /^(?:参训|参与|参加|参会|服务|受益|受训|惠及|覆盖|邀请)?(?:企业|群众|学生|师生|学员|专家|人员|观众|代表|嘉宾|农民)$|^(?:播放|点击|浏览)量?$/;
const MOVED = /^(?:撬动|带动|首期|首批|放大|已投)/;
const ITS_MONEY = /^(?:合同|项目|财政|资助)?(?:经费|资金|金额)$/;
/** “科创贷”上半年投放贷款213笔: lent under the product. */
const LENT = /^(?:新增)?(?:投放|发放)贷款$/;
const PRODUCT = /(?:贷|贷通|融)$/;
const LONGEST = 16;
const SHORT = 5;

/** What a short name belongs to by its own words, of what stood before it. */
const belongs = (name: string, owner: string): boolean =>
  SITE.test(owner)
    ? THERE.test(name) || name === '面积'
    : EVENT.test(owner)
      ? CAME.test(name)
      : FUND.test(owner)
        ? MOVED.test(name)
        : PROJECT.test(owner) && ITS_MONEY.test(name);

const SERVED =
  /^((?:结对|对接|覆盖)?(?:服务|覆盖|联系|辐射|帮扶))?(?:全[县市省区州])?((?:行政|嘎查|贫困|脱贫)?村|乡镇|镇街|街道|社区)(?:数|全覆盖)?$/;
const SERVES = /(?:科技特派员|特派员)(?:[一-龥]{0,4}(服务[团队]))?|服务[团队]|科技小院/;
const HOW = /(?:结对|对接|覆盖)?(?:服务|覆盖|联系|辐射|帮扶)(?![团队站点])/g;

/** 科技特派员服务14个乡镇92个村: who serves them, and how. */
function servedBy(name: string, { before, after }: Frame): string {
  const [told, deed, places] = SERVED.exec(name) ?? [];
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const serving = told === undefined ? null : SERVES.exec(sentence);
  if (!serving) return '';
  const how = deed ?? sentence.slice(serving.index).match(HOW)?.at(-1) ?? (/全覆盖/.test(after) ? '覆盖' : undefined);
  const who = serving[0].replace(/^(?:科技)?特派员[一-龥]*/, `科技特派员${serving[1] ?? ''}`);
  return how === undefined ? '' : `${who}${how}${/^村/.test(after) ? '村' : places}`;
}

/** 成果转化贷款备案35笔，备案金额6亿元: the money of what was counted. */
function moneyOf(phrase: string, core: string): string {
  const deed = /^([一-龥]{2})(?:总?金额|总额)$/.exec(phrase)?.[1];
  const at = deed === undefined ? -1 : core.lastIndexOf(deed);
  if (deed === undefined || at < 2) return '';
  const lead = core.slice(0, at).replace(/^(?:共|累计)?(?:办理|完成|实现|开展)(?=.{2})/, '');
  return lead.length < 2 ? '' : `${lead}${phrase}`;
}

/** The name with its owner in front; as it is where it stands alone or nothing before it owns such things. */
export function owned(frame: Frame, named: Named, references: References): Named {
  const { subject, fresh } = references;
  if (LENT.test(named.name) && PRODUCT.test(references.holder)) {
    const lent = references.holder + named.name;
    return { name: lent, subject: subjectOf(lent, lent), own: true };
  }
  const served = servedBy(named.name, frame);
  if (served !== '') return { ...named, name: served };
  if (!fresh || !subject || !named.own || named.name.length > SHORT || frame.inside || indicatorNamed(named.name)) return named;
  const money = moneyOf(named.name, subject.core);
  if (money !== '') return { name: money, subject: subjectOf(money, money), own: true };
  const told = subject.core.replace(TOLD_OF_IT, '');
  const owner = told.length > 6 ? leadingVerb(told).rest : told;
  if (owner.length < 3 || owner.length > LONGEST || /[、和]/.test(owner) || owner.includes(named.name.slice(-2))) return named;
  if (!belongs(named.name, owner)) return named;
  const name = owner + named.name;
  // What is there is spoken of next; what a fund moved is still the fund's.
  return { name, subject: FUND.test(owner) || PROJECT.test(owner) ? subjectOf(name, owner, name) : subjectOf(name, name), own: true };
}
