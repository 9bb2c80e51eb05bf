// Tells numbers that are the length of a list, or among how many something stands, from those that measure.
import type { Frame } from './frames.ts';
import type { Sort } from './kinds.ts';

/** 甲、乙、丙5市居后五位: how many places the list names; what is spoken of stays the same. */
export const listsPlaces = ({ left, amount }: Frame): boolean =>
  /^[市县区]$/.test(amount.unit?.base ?? '') && /[一-龥]{2,4}、[一-龥]{2,4}$/.test(left);

/** 在全省13个地市中列第9位: among how many, not of what. */
export const isField = (sorted: Sort, frame: Frame): boolean =>
  sorted.measure === 'set_size' &&
  (STANDS.test(frame.left) || /^[一-龥]{0,6}(?:市|州|县|区|城市|省份|高新区)(?:[中里]|第|$)/.test(frame.after));

/** 首次居四类合同之首: the number tells among how many. */
const STANDS = /[居列](?:全[国省市县区州])?$/;

/** 六个目标, 四个方面: the parts of what is being told. */
const SET_PARTS = /^的?(?:目标|方面|环节|重点|抓手|问题|阶段|步骤|层面|维度|部分|关键|难题|短板)/;
const PLAN_PARTS = /^的?(?:[一-龥]{0,8}?)(?:行动|工程|任务|举措|方面|领域|产业|专项|类别|板块|方向|体系|机制|措施|环节|集群)/;

/** 14个市州中由第7位, 9个县区里排第7. */
const STANDS_AMONG = '[中里](?:综合)?(?:排|列|位|居|名列|[由从](?:上|去|前|原|年初|第|\\d))';
/** 在全国178家国家高新区中排名, 16个市中居: among how many. */
const AMONG_PLACES = new RegExp(`^[一-龥]{0,6}(?:市|州|县|区|城市|省份|地区|盟|旗)${STANDS_AMONG}`);
const FIELD = new RegExp(`^([一-龥]{2,8}?)(?:综合)?(?:排名|评价|考核)?${STANDS_AMONG}`);

/** 国家高新区中排名: among what something stands. */
export const fieldIn = (following: string): string | undefined => FIELD.exec(following)?.[1];

/** The number is the length of a list, or among how many something stands. */
export function isSetSize(frame: Frame): boolean {
  if (frame.amount.unit?.class !== 'count') return false;
  if (
    /^(?:副省级|计划单列|省会|地级|设区|同类)?(?:城市|设区市|国家高新区|高新区)/.test(frame.after) &&
    /(?:居|列|排名|在|全国)(?:全国|全省)?$/.test(frame.left)
  )
    return true;
  if (STANDS.test(frame.left) && (frame.abuts || /^县[(（]市、?区/.test(frame.behind)) && /^(?:[一-龥]{2,8}|[市县区州])$/.test(frame.after))
    return true;
  if (AMONG_PLACES.test(frame.after) || listsPlaces(frame)) return true;
  if (/^(?:县区|县市区|区县|乡镇)/.test(frame.after) && /(?:全市|全县|全区|全省)$/.test(frame.left)) return true;
  if (frame.amount.chinese && /个|大|方面|项/.test(frame.amount.unit?.written ?? '') && SET_PARTS.test(frame.after)) return true;
  // 光电、航空、VR等六大产业: as long as the list before it.
  return /等$/.test(frame.left) && (PLAN_PARTS.test(frame.after) || (/、/.test(frame.clause) && frame.amount.chinese));
}
