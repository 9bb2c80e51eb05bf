// Splits the things of a list that numbers are dealt out to: 企业、研究机构、高校经费分别为A、B和C.
import { nameIn, trimmed } from './phrases.ts';

const LIST_TAIL =
  /(?:(?:经费支出|经费投入|经费|支出|投入|产值|增加值|营业收入|收入|成交额|企业数|企业|人数|数量|总数|总量|数|授权量|申请量|拥有量|面积)?(?:所占)?(?:占比|比重|增速|增长率|增幅|比例)?)$/;

const MEASURE = /^(?:占比|比重|增速|增长率|增幅|总量|总数|强度|规模)$/;

/** 企业、研究机构、高校经费分别为A、B和C: the n-th of the things listed, with the words that all of them share. */
export function listedThings(left: string, size: number): string[] | null {
  const phrase = trimmed(left.replace(/(?:分别|分列|分居).*$/, ''));
  // 第一、第二产业占…: all of them are 产业.
  const ordinal = /第[一二三]产业.*$/.exec(phrase)?.[0].slice(2) ?? '';
  const items = phrase
    .split(/、|以及|和|与|及/)
    .filter((item) => item.length > 0)
    .map((item) => (/^第[一二三]$/.test(item) ? item + ordinal : item));
  if (items.length !== size) return null;
  const tail = LIST_TAIL.exec(items.at(-1) ?? '')?.[0] ?? '';
  const measured = (item: string) => item.endsWith(tail) || MEASURE.test(item) || (tail.length === 1 && /[额数量率值]$/.test(item));
  return items.map((item, at) => nameIn(at === items.length - 1 || measured(item) ? item : item + tail));
}
