// Splits the things of a list that numbers are dealt out to: 企业、研究机构、高校经费分别为A、B和C.
import type { Frame } from './frames.ts';
import { headAndPredicate, nameIn, trimmed } from './phrases.ts';

const RATES = '占比|比重|增速|增长率|增幅|比例';
const LIST_TAIL = new RegExp(
  '(?:(?:经费支出|经费投入|经费|支出|投入|产值|增加值|营业收入|收入|成交额|企业数|企业|人数|数量|总数|总量|数|授权量|申请量|拥有量|面积)?(?:所占)?' +
    `(?:${RATES})?)$`,
);

const MEASURE = /^(?:占比|比重|增速|增长率|增幅|总量|总数|强度|规模)$/;

/** Behind 分别 and its kin the numbers are dealt out. */
export const DEALT = /分别|依次|分列|分居/;
const FROM_DEALT = new RegExp(`(?:${DEALT.source}).*$`);
/** 产值、税收等各项指标同比: what they are called together, and against when. */
const TOGETHER =
  /(?:等(?:各项|主要|[一二三四五六七八九十\d]+[项个大])?(?:指标|领域|行业|产业|方面)?)?(?:均|都)?(?:同比|环比|[比较]上年(?:同期)?)?$/;
/** 高校、企业: each of them is named in full. */
const WHOLE = /(?:校|院|所|机构|单位|园区|部门|人员|人才|大学)$/;
/** 国家级、省级、市级平台: what the last of them names all of them are. */
const GRADES = '(?:[^、]*的)?(?:国家级?|省级?|市级?|县级?|区级|部级|世界级|[一二三特]等奖?)';
const BARE_GRADE = new RegExp(`^${GRADES}$`);
const GRADE = new RegExp(`^${GRADES}([一-龥]{2,})$`);
const QUANTITY = /[值额量数]$|收入$|支出$|利润$|税收$|投资$/;
const RATE = new RegExp(`(?:${RATES})$`);

/** 企业、研究机构、高校经费分别为A、B和C: the n-th of the things listed, with the words that all of them share. */
export function listedThings(left: string, size: number): string[] | null {
  const phrase = trimmed(left.replace(FROM_DEALT, '').replace(TOGETHER, ''));
  // 第一、第二产业占…: all of them are 产业.
  const ordinal = /第[一二三]产业.*$/.exec(phrase)?.[0].slice(2) ?? '';
  // 计算机及办公设备业、仪器业 are two, 研发及试验、成果 are three where three numbers follow.
  const parted = [/、/, /、|以及|和|与/, /、|以及|和|与|及/].map((mark) => phrase.split(mark).filter((item) => item.length > 0));
  const items = (parted.find(({ length }) => length === size) ?? parted.at(-1) ?? []).map((item) =>
    /^第[一二三]$/.test(item) ? item + ordinal : item,
  );
  if (items.length !== size) return null;
  const tail = LIST_TAIL.exec(items.at(-1) ?? '')?.[0] ?? '';
  const measured = (item: string) =>
    item.endsWith(tail) || (tail === '企业' && WHOLE.test(item)) || MEASURE.test(item) || (tail.length === 1 && /[额数量率值]$/.test(item));
  // 产值和税收增幅: what is measured already shares the rate alone.
  const shared = (item: string) => (QUANTITY.test(item) ? (RATE.exec(tail)?.[0] ?? '') : tail);
  const noun = GRADE.exec(items.at(-1) ?? '')?.[1] ?? '';
  if (noun !== '' && items.slice(0, -1).every((item) => BARE_GRADE.test(item)))
    return items.map((item, at) => nameIn(at < items.length - 1 ? item + noun : item));
  return items.map((item, at) => nameIn(at === items.length - 1 || measured(item) ? item : item + shared(item)));
}

const STATED = /^(.{4,30}?)(?:在|实现|均|都|快速|持续|稳步|不断|占比|规模|数量|总数|较|比|保持|领先|双|齐|增速|增幅|增长|突破)/;

/** 甲企业和乙企业实现“双倍增”，分别超过A和B: the things stand in a clause before. */
export function thingsBefore(silent: string, size: number): string[] | null {
  const clauses = silent.split(/[，:：]/).filter((clause) => clause !== '');
  for (const clause of clauses.reverse().slice(0, 2)) {
    const things = listedThings(STATED.exec(clause)?.[1] ?? '', size);
    if (things?.every((thing) => thing.length >= 2)) return things;
  }
  return null;
}

/** 甲、乙、丙三个领域分别增长A、B、C: the number between counts the list, and the noun behind it is that of each. */
export function thingsCounted(counted: Frame, left: string, size: number): string[] | null {
  if (!/[、和与及]/.test(counted.left) || counted.amount.value.digits !== String(size) || counted.amount.value.scale !== 0) return null;
  const items = listedThings(counted.left.replace(/等$/, ''), size);
  if (!items) return null;
  const noun = headAndPredicate(left.replace(/(?:分别|依次|占).*$/, '') || counted.after).head;
  const head = /^[一-龥]{1,4}/.exec(noun.replace(/(?:同比|环比|增长|占比|增速).*$/, ''))?.[0] ?? '';
  return items.map((item) => (item.endsWith(head) ? item : item + head));
}

const DEED = /(?:分别|依次)(?:已|共|累计|新)*([一-龥]{2,12}?)(?:了|达到?|为|约|共)*$/;

/** 甲类、乙类分别投入8亿元、2亿元: what each of them did. */
export function deedDealt(left: string): string {
  const words = DEED.exec(left)?.[1] ?? '';
  return /^(?:达到|完成|实现|增长|下降|位居|排名|高于|低于|占)$/.test(words) ? '' : words.replace(/^(?:完成|实现)(?=.{2})/, '');
}
