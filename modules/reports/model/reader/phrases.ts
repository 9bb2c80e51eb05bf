// Cuts the noun phrase that names a figure out of the words around the number.
import { indicatorNamed } from './lexicon/indicators.ts';
import { anyOf, LIGHT_VERBS, LINK, OPENING, PREDICATES, TELLING_VERBS } from './lexicon/words.ts';
import { remembered } from './remembered.ts';

const DATE_WORDS =
  /(?:(?:19|20)(?:\d\d|[xX*×]{2}|\d[xX*×])(?![万亿元家个项件人户名台%])年?(?:度|末|底|初)?(?:[-—~至到](?:19|20)?\d\d年(?:度|底|末)?)?(?:\d{1,2}(?:[-—~至]\d{1,2})?月(?:份|底|末)?(?:\d{1,2}日)?)?|\d{1,2}(?:[-—~至]\d{1,2})?月(?:份|底|末)?(?:\d{1,2}日)?(?:前(?![\d两三四五六七八九十]))?|“?十[一二三四五]五”?(?:期间|时期|初期|末期|初|末|以来)?|前\d{1,2}个月|前[两三四五六七八九十]个月|前三季度|第?[一二三四]季度|\d{1,2}月(?:至|到|-|—)\d{1,2}月|截至|截止|以来|期间|时期)/g;
const EDGE = /^[●◆▲■★◇▪▶“”‘’"'·\-—、，:：()（）【】.\s]+|[“‘"'·\-—、，:：(（【】\s]+$/g;
const PREDICATE = new RegExp(anyOf(PREDICATES));
const TELLS = anyOf(TELLING_VERBS);
const SECOND = '申报|发布|培育|培养|引进|认定|备案|入库|落户|落地|转化|推广|调研|报备';
const TELLING = new RegExp(`^(?:${TELLS})(?:(?:了|和|、|并)?(?:${SECOND}))?了?`);
const BARE_VERB = new RegExp(
  `^(?:(?:${TELLS}){1,2}|入住|升规|上市|公示|获奖|参建|牵建|处理结案|结案|投产|竣工|开工|完工|中标|挂牌|投用|结项|出站|办结|入园|建成|授信|放款|放贷|成交|拨付|兑付|投出|惠及|参训|受训|采纳|整改|整改到位|销号|脱贫|实报|实到|实收|未报|退出|续聘|解聘|出库|注销|撤销|摘牌|转让|许可|通过|择优支持|择优立项)$`,
);
const LIGHT = new RegExp(
  `^(?!通过(?:[一-龥]{0,6})(?:评审|认定|验收|审核|公示|评价|评估|备案))(?:${anyOf(LIGHT_VERBS)})(?!率|额|度|情况)(?:了)?`,
);

/** Words after which a name may begin when the phrase is longer than a name. */
const INNER_CUT =
  /(?:前三季度|上半年|等各类|等各项|等|的|了|通过|围绕|依托|针对|面向|用于|对于|关于|其中|我市|我省|我县|我区|全市|全省|全县|建成|取得|引进|培育|拥有|共有|举办|新增)/g;
const LONG = 20;

/** 总流通[49]: the mark of a footnote. */
const FOOTNOTE = /\[\d{1,3}\]/g;

/** Drops balanced brackets with what they hold, but keeps R&D and its kin. */
export function withoutBrackets(phrase: string): string {
  return phrase
    .replace(/[(（]GDP[)）]/g, '')
    .replace(FOOTNOTE, '')
    .replace(/[(（]R&D[)）]/g, 'R&D')
    .replace(/[(（][^()（）]{0,30}[)）]/g, '');
}

/** 研究与试验发展(R&D)经费 inside another name is R&D经费. */
export const briefRd = (name: string): string => name.replace(/研究与[试实]验发展[(（]?R&D[)）]?/g, 'R&D');

/** The last clause of words that end in a comma or colon. */
export const lastClause = (words: string): string =>
  words
    .replace(/[，:：]+$/, '')
    .split(/[，:：]/)
    .at(-1) ?? '';

/** Dates never belong to a name. */
export const withoutDates = (phrase: string): string => phrase.replace(DATE_WORDS, '');

/** 损耗率由实施前的22%: from before when. */
const BEFORE_DEED = /(?<=[一-龥]{2})[由从](?:实施|改造|改革|推广|应用|使用|治理|提标|升级)前的?$/;
/** The name's own words: no dates, no adverbs in front, no 达到 at the end. */
export const trimmed = remembered((phrase: string): string => {
  let rest = withoutDates(withoutBrackets(phrase))
    .replace(/(?:预计|拟|计划|力争|有望)(?:将|可)?(?=[获新达完实])/g, '')
    .replace(/^[一-龥]{0,12}(?:完毕|完成|达产|投产|建成|实施|运行|运营)(?:之?后)[，]?(?:每年|全年)?可?(?:实现)?(?=[一-龥]{2})/, '')
    .replace(BEFORE_DEED, '')
    .replace(EDGE, '');
  for (let round = 0; round < 10 && rest !== ''; round++) {
    const before = rest;
    rest = rest.replace(LINK, '').replace(EDGE, '').replace(OPENING, '').replace(EDGE, '');
    if (rest === before) break;
  }
  return rest.replace(/[“”‘’"']/g, '');
});

/** Drops 实施, 开展, 达到 in front; keeps 新增 and 推荐. */
export function withoutLightVerb(phrase: string): string {
  let rest = phrase;
  for (let round = 0; round < 3; round++) {
    const next = rest.replace(LIGHT, '');
    if (next === rest || next.length < 2) break;
    rest = trimmed(next);
  }
  return rest;
}

/** The end of a long phrase that names the thing: behind 等各类, 的 or a preposition, if enough is left. */
export function shortened(phrase: string): string {
  if (phrase.length <= LONG) return phrase;
  let best = phrase;
  for (const match of phrase.matchAll(INNER_CUT)) {
    const rest = phrase.slice(match.index + match[0].length);
    if (rest.length >= 4) best = rest;
  }
  if (best.length <= LONG) return best;
  const last = best.split('、').at(-1) ?? best;
  if (last.length >= 4 && last.length <= LONG) return last;
  return best.slice(-LONG);
}

const DONE =
  '选派|派遣|派驻|引进|推出|发布|签订|签约|签署|共建|转化|建成|组建|培育|解决|报备|攻克|研发|制定|申报|筛选|征集|推广|招引|立项|发放|投放|出台';
/** 从农科院、大学等单位选派专家: who did it, and from where, is no part of the name. */
const AGENT = new RegExp(
  `^[^，]{0,30}(?:等(?:\\S{0,6}(?:单位|部门|地|机构|高校|院所|企业|银行))?|单位|[^规上]公司|银行|局|厅|委)(?:向[^，]{2,8}?)?(?=(?:${DONE})[^率额数了])`,
);
/** 出台《…》等政策文件, A、B等产品: examples stand before what they are examples of. */
const EXAMPLES = new RegExp(
  `^((?:${TELLS}|${DONE}|出台|印发|编制|制定|修订)?)(?:[^，]*》|“[^“”]{2,16}”|[^，]*、[^，]{1,14}|[^，]{2,14}(?=等(?:产业|领域|行业|方面)))等(?=[一-龥]{4})`,
);
/** 高企实现营业收入: the verb between the two says nothing. */
const LINKING =
  /(?<=[一-龥A-Z]{2})(?:共(?=招收|招生|录取|毕业)|共实现|实现|完成|取得|合计|共计|累计|共有|达成)(?=[一-龥A-Z]{2})(?!率|额|情况|目标|任务|人)/;

const KINDS_OF = new RegExp(`^((?:${TELLS}|${DONE})?了?)[^，]*、[^，]{1,8}(?:各种|各类)(?=[一-龥]{3})`);

/** 技术市场共签订合同: who did it together is no part of the name. */
const TOGETHER = new RegExp(`^[一-龥]{2,8}共(?=(?:${TELLS}|${DONE}))`);

/** 各级共为某某兑现资金: who gave it. */
export const FOR_WHOM = /^[一-龥]{2,10}共(?:计)?为(?=[一-龥]{2})/;
/** 帮助某某有限公司获金奖: who was helped is no part of what was won. */
const HELPED = /^(?:帮助|支持|指导|协助|推荐|推动)?[^，、]{2,20}(?:有限公司|公司|集团|大学|学院|医院)(?=获|荣获|入选|中标|承担|牵头)/;
/** 实施提升工程一季度下发挂图: a quarter or month inside begins another statement. */
const DATED_INSIDE =
  /^.*(?:[一二三四]季度|\d{1,2}月(?:份|底|末)?(?![份底末])(?:前(?![\d两三四五六七八九十]))?|年[底末]前|上半年|下半年|期间|至今)(?=[^\d至到、-].{3})/;
/** 预计将获批资金: what is expected, not that it is granted. */
const EXPECTED = /预计(?:将|可)?获(?:批|得|补)?(?=资金|经费)/;
const NOTHING = /(?!)/;
const POINTING = /^(?:该|此|本)[一-龥]{2,6}(?:包括|包含|涉及|设有?|共有)(?=.{4})/;

/** “科技贷”共授信: together is no part of what was lent. */
const LENT_TOGETHER = /(?<=[贷券保险]”?)(?:累计|已经|已|共)+(?=授信|放款|发放|投放|支持|服务|惠及|兑付)/;

const withoutExamples = (phrase: string): string =>
  phrase
    .replace(/[贷券保险]/.test(phrase) ? LENT_TOGETHER : NOTHING, '')
    .replace(EXPECTED, '预计')
    // 科技活动周、科普进校园等活动: they are of science popularisation.
    .replace(/^.*科普.*等(?:系列|主题|各类)?(?:科普)?(?=活动$)/, '科普')
    .replace(/[季月年间今]/.test(phrase) ? DATED_INSIDE : NOTHING, '')
    .replace(POINTING, '')
    .replace(/获|选|标|担|头/.test(phrase) ? HELPED : NOTHING, '')
    .replace(KINDS_OF, '$1')
    .replace(TOGETHER, '')
    .replace(FOR_WHOM, '')
    .replace(/各类|各种/g, '')
    .replace(AGENT, '')
    .replace(ONE_EXAMPLE, '$1')
    .replace(EXAMPLES, '$1')
    .replace(LINKING, '');

/** 推动签约、落地某公司等有突出贡献的公司项目, 建成甲街区等载体: one example names none of the others. */
const ONE_EXAMPLE = new RegExp(
  `^((?:推动|促进)?(?:建设完成|建设|建成|${TELLS}|落地|引进)(?:[、和](?:落地|${TELLS}|引进))?)[^，、等]{3,}等(?:有[一-龥]{2,5}的)?(?=(?:公司|企业|产业|优质|重点|重大)?(?:载体|项目|平台|企业|机构|活动|园区)$)`,
);
const VERB_PAIR = new RegExp(`^(${TELLS})(?:和|、|并|与)(?=(${TELLS}))\\2`);

/** 按某种人员全时工作量计算的人均经费: how it was reckoned belongs to a rate. */
const RECKONED = /(按[^，按]{3,20}计算的(?:人均|户均|平均|单位)[一-龥]{2,8}?)(?:达到?|为|约|超过?)*$/;

/** Everything at once: what is left of the words before a number once all that is not its name is gone. */
export const nameIn = remembered((phrase: string): string => {
  const reckoned = RECKONED.exec(briefRd(phrase));
  if (reckoned) return reckoned[1] ?? '';
  const whole = withoutLightVerb(trimmed(withoutExamples(phrase))).replace(VERB_PAIR, '$1$2');
  return indicatorNamed(whole) ? whole : shortened(whole);
});

/** 事务所到某市开展服务, 高校与某公司洽谈: where and with whom they did it. */
const ELSEWHERE =
  /^([一-龥A-Za-z]{2,}?)(?:(?:赴|前往|到(?![位账期达会场岗访])|来(?![源自华访]))[一-龥]{2,}|(?:与|同|和)[^、]{2,}(?:公司|高校|院校|大学|企业|院所|专家|银行|机构|我[市省县区])(?:洽谈|对接|合作|签约|交流|联合)?)$/;
/** 有突出贡献的公司, 有资质的事务所: praise names nothing. */
const PRAISED = /^有(?:突出贡献|较?大?影响力?|资质|代表性|条件|意愿|实力|潜力|较强[一-龥]{2,4})的/;
const PREDICATE_OPENING = /^(?:已经|已|正式|成功|首次|顺利|刚|均|全部|来|全面|加快|稳步)/;

/** Splits what follows a number into what is counted and what it did: 企业 + 获批省级专项. */
export function headAndPredicate(phrase: string): { head: string; predicate: string } {
  const among = /^(.{2,}?)中(?![心国小药医学试介级央标高和排位居列获]|$)/.exec(phrase)?.[1];
  if (among && !/[集其]$/.test(among)) return { head: among, predicate: '' };
  const match = PREDICATE.exec(phrase.slice(1));
  if (!match) return { head: ELSEWHERE.exec(phrase)?.[1] ?? phrase, predicate: '' };
  const cut = match.index + 1;
  const predicate = phrase
    .slice(cut)
    .replace(PREDICATE_OPENING, '')
    .replace(/^(?:了|得了)/, '');
  const end = /(?:[并但且]|还未|尚未|尚在|目前)(?=[一-龥]{2})/.exec(predicate.slice(2));
  const whole = phrase.slice(0, cut).replace(PRAISED, '');
  const there = ELSEWHERE.exec(whole)?.[1];
  if (there) return { head: there, predicate: '' };
  return { head: whole, predicate: end ? predicate.slice(0, end.index + 2) : predicate };
}

/** 建设取得明显进展: praise is no deed. */
const PRAISE = /^(?:取得|实现)?了?(?:明显|显著|积极|重大|新|阶段性)(?:的)?(?:进展|成效|突破|成果|提升)$/;
/** 申报了共计XX亿元研发费用: the number is blotted out. */
const BLOTTED = /(?:共计|总计|约)?[xX×*]{2,}[万亿]*(?:元|家|个|项|件|人|名)/;

/** What was done, without praise and blotted numbers. */
export const deedWords = (told: string): string => (PRAISE.test(told) ? '' : told.replace(BLOTTED, ''));

/** The verb that says what happened, at the start of a phrase, and the rest. */
export function leadingVerb(phrase: string): { verb: string; rest: string } {
  const match = /^(?:揭榜挂帅|服务(?:业|外包|贸易|平台|中心|机构|体系))/.test(phrase) ? null : TELLING.exec(phrase);
  if (!match) return { verb: '', rest: phrase };
  return { verb: match[0].replace(/[了、]/g, ''), rest: phrase.slice(match[0].length) };
}

/** 申报国家、省科技型中小企业创新基金项目: the verb and the last thing it was done to. */
export function shortDeed(act: string): string {
  const { verb, rest } = leadingVerb(act);
  const last = rest.split(/[、的]/).at(-1) ?? rest;
  return verb + (last.length >= 4 ? last : rest).slice(-16);
}

export const isLightVerb = (phrase: string): boolean => LIGHT.exec(phrase)?.[0] === phrase;

export const isBareVerb = (phrase: string): boolean => BARE_VERB.test(phrase);
