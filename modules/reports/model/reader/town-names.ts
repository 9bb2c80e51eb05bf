// Names what is told of one place after the other: 青岚县12家、白渡区20家, 甲省(4411亿元).
import type { Frame } from './frames.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { nameIn } from './phrases.ts';
import { isPlace, isTown, placeWithin } from './places.ts';
import { asPrefix, type References } from './references.ts';
import { canonical, type Named, subjectOf } from './subjects.ts';

const TOWNS_ARE =
  /^(.*?)(?:(?:位?居|排名?|位列|最|较|靠)[^，]*)?的?[一-龥]{0,4}[县市区州](?:分别)?[是为]([一-龥]{2,4}[县市区镇乡]|[一-龥]{2,4}街道)$/;

/** 白渡区成交额, 东岭镇R&D经费, 国家高新区营业收入: the measure without where it was. */
export const withoutTown = (name: string): string =>
  placeWithin(name)?.rest ?? name.replace(/^(?:(?:国家级?|省级|市级)(?:经开|高新|开发)区|[一-龥]{2,3}(?:镇|街道))(?=.{2})/, '');

const MONEY = /(?:额|经费|支出|投入|收入|产值|资金|贷款|投资|税收|利润|增加值)$/;

const HEAD =
  /^(?:各(?:地区?|[县市区州旗]|[(（][县市区旗、]+[)）])*|按|分)?([^，。；:：]{3,24}?)(?:(?:多少|高低|大小)(?:排列|排序|为序)|[由从](?:高到低|大到小|多到少)(?:排列|排序|依次[为是])?|(?:分别|依次)[为是])?\s*[:：]\s*$/;

/** 各县发明专利授权量：青岚县12件; 按授权量多少排列：: the head says what the places below it are told of. */
function headOf(before: string): string {
  const head = nameIn(HEAD.exec(before)?.[1] ?? '');
  return indicatorWithin(head) ? canonical(head) : '';
}

/** 青岚县高新技术企业12家、白渡区20家; 强度居前的县区分别为青岚县3.2%: as many of the same there. */
export function inTown(phrase: string, references: References, frame: Frame): Named | null {
  const told = /(?:[县市区镇乡]|街道)$/.test(phrase) ? TOWNS_ARE.exec(phrase) : null;
  const town = told?.[2] ?? phrase;
  const head = references.fresh || !isPlace(phrase) ? '' : headOf(frame.before.slice(0, -frame.left.length || undefined));
  if (head !== '') return { name: phrase + head, subject: subjectOf(head, head), own: true };
  // 其中，青岚县23亿元: of the money before.
  const ofWhole = references.part && (references.sameUnit || !references.fresh) && references.whole !== null;
  if (
    !(isTown(town) || (references.likeLast && isPlace(town) && !/^(?:其[余他]|各|市县|县区|区县)/.test(town))) ||
    !(told || /(?:分别|依次)[是为]/.test(frame.left) || references.likeLast || frame.leftStart > frame.clauseStart || ofWhole)
  )
    return null;
  const own = told?.[1] ? nameIn(told[1]) : '';
  const subject = ofWhole && !references.likeLast ? references.whole : references.subject;
  const spoken = own || asPrefix((references.likeLast || ofWhole ? subject?.name : subject?.core)?.replace(/总数$/, '') ?? '');
  // 营业收入90亿元：国家高新区60亿元，省级高新区30亿元: the sum, not another place.
  const alike = isTown(spoken) ? references.sumSaid : spoken;
  // R&D经费超过50万元的乡镇有3个，分别为东岭镇60万元: the sum, not the number of towns.
  const spent = frame.amount.unit?.class === 'money' && !MONEY.test(alike) ? indicatorWithin(frame.before) : null;
  if (spent?.id === 'rd-expenditure') {
    const name = town + rdInWordsOf(frame.before);
    return { name, subject: subjectOf(name, name), own: true };
  }
  if (alike === '') return null;
  const name = town + withoutTown(alike);
  return { name, subject: subjectOf(name, name), own: true };
}

/** Spending on R&D, short, with the words of the text beside it. */
const rdInWordsOf = (before: string): string =>
  /研究与[试实]验发展/.test(before) ? 'R&D经费(研究与试验发展)' : (/研发经费(?:投入|支出)/.exec(before)?.[0] ?? 'R&D经费');

const PERFORMER =
  /^(?:各类|其中)?((?:其他|其余)?(?:企业|单位|机构|部门)|政府(?:部门)?(?:所?属)?(?:研究|科研)机构|(?:科研|研究)(?:院所|机构)|高等学校|高等院校|高校|事业单位|其他|其余)(?:支出|投入|经费)?$/;
/** 从执行部门看，企业536亿元、高等学校43亿元: who spent how much of what the text is about. */
export function byPerformer(phrase: string, frame: Frame, references: References): Named | null {
  const who = frame.amount.unit?.class === 'money' ? PERFORMER.exec(phrase)?.[1] : undefined;
  if (!who || !BY_KIND.test(frame.before) || indicatorNamed(references.mention)?.id !== 'rd-expenditure') return null;
  const name = `${who}R&D经费支出`;
  return { name, subject: subjectOf(name, name), own: true };
}
const BY_KIND = /^\s*(?:[从按分])[^，\d]{0,6}(?:执行|主体|部门|单位|机构)[^，\d]{0,4}(?:看|分|划分|来看)?，/;

/** 广东(4411.9亿元): what stands before the bracket names the number, with the indicator that the sentence spoke of. */
export function labelOf(frame: Frame, references: References): Named | null {
  const label = /([一-龥]{2,8})[(（]$/.exec(frame.before)?.[1]?.replace(/^.*(?:[为是有的]|[省市县区州][)）]?和)/, '') ?? '';
  if (label.length < 2) return null;
  const spoken = indicatorWithin(frame.before)?.name ?? references.subject?.core ?? '';
  const name = label + (indicatorNamed(spoken)?.id === 'rd-expenditure' ? rdInWordsOf(frame.before) : spoken);
  return { name, subject: subjectOf(spoken, spoken), own: false };
}
