// The smaller attributes of a figure: its signed value, precision, region, whole, base of comparison and certainty.
import type { ReportContext } from './context.ts';
import type { Frame } from './frames.ts';
import type { Sort } from './kinds.ts';
import { indicatorNamed } from './lexicon/indicators.ts';
import { shift, written } from './numerals.ts';
import { withoutDates } from './phrases.ts';
import { isTown, placeWithin } from './places.ts';
import { remembered } from './remembered.ts';
import type { Sentence } from './sentences.ts';
import type { Named } from './subjects.ts';
import type { Amount } from './tokens.ts';

export function signedValue(amount: Amount, falls: boolean): string {
  if (amount.denied) return '0';
  const text = written(shift(amount.value, amount.unit?.powers ?? 0));
  return (falls || amount.negative) && text !== '0' ? `-${text}` : text;
}

const HALVES = Array.from({ length: 65 }, (_, at) => Number(`5e${at - 32}`));
export const precisionOf = (amount: Amount): number => {
  const power = (amount.place ?? 0) + (amount.unit?.powers ?? 0) - 1;
  return HALVES[power + 32] ?? Number(`5e${power}`);
};

const REGIONS = /(?:全国(?!重点|一等|优秀)|全省|全市|全区|全县|全州|我国|我省|我市|我区|我县|省内|市内)/g;

/** 占全市, 居全省: what a figure is held against is not where it is of. */
const AGAINST = /(?:占|居|在|较|与|于|排名|排|位居|位列|高于|低于|比|列)(?:全国|全省|全市|全区|全县)/g;
/** Words behind which the place at the head no longer governs. */
const ELSEWHERE = /其中|[全我][省市县区国]|[^，。；]{1,4}[市县区](?=[一-龥])/;

const HAS_REGION = /[全我省市]/;

/** The place that a sentence begins with, behind its dates. */
const placeAtHead = remembered(
  (head: string): string | null => placeWithin(withoutDates(head).replace(/^[，、\s“”"]+/, ''))?.place ?? null,
);

export function regionOf(frame: Frame, sentence: Sentence, context: ReportContext): string | null {
  const head = sentence.text.slice(0, 24);
  const first = /[市县区盟旗州]/.test(head) ? placeAtHead(head) : null;
  // The county that a sentence begins with governs its figures, until another place is named.
  if (first && !ELSEWHERE.test(frame.before.slice(frame.before.indexOf(first) + first.length).replace(AGAINST, ''))) return first;
  const town = /[县区旗]$/.test(frame.left) ? /(?:^|[是为、，:：]|其中)([一-龥]{2,4}[县区旗])$/.exec(frame.left)?.[1] : undefined;
  if (town && isTown(town)) return town;
  if (!HAS_REGION.test(frame.before)) return context.region;
  const scope = frame.before.replace(AGAINST, '');
  const found = scope.match(REGIONS)?.at(-1);
  if (!found || /我市|我县|我区|全市|全县|全区/.test(found)) return context.region ?? found ?? null;
  return found;
}

export function wholeOf(frame: Frame, sorted: Sort): string | null {
  if (sorted.kind === 'rank') return /(全国|全省|全市|全区|全县|全州|中部|西部|东部|世界|全球)/.exec(frame.clause)?.[1] ?? null;
  if (sorted.kind !== 'share' && sorted.kind !== 'ratio') return null;
  if (!frame.clause.includes('占')) return null;
  const match = /占([^，占]{2,24}?)(?:的)?(?:比重|比例|份额)?(?:由|从|提高到|提升到|提高|提升|增加|达到|达|为|约|超过|的)*$/.exec(
    frame.clause,
  );
  return (
    match?.[1]?.replace(
      /(?:的?(?:比重|比例|份额)?[由从]?(?:约|近|超过?)?\d|(?:的?(?:比重|比例|份额))?(?:分别|约)*为?$|^(?:比重?|比例)).*$/,
      '',
    ) || null
  );
}

export function comparisonOf(frame: Frame, sorted: Sort): { base: string } | null {
  if (sorted.kind !== 'yoy_growth' && sorted.kind !== 'change' && sorted.kind !== 'multiple') return null;
  const named =
    /(?:(?<![同环])比(?!重|例)|较|高于|低于|高出|快于|慢于)([^，]{2,14}?)(?:的)?(?:净?增长|净增|净减|少增|多增|提高|上升|下降|增加|减少|高|低|多|少|快|慢|提升|回落|前进|前移|后退|后移|上移|下移|翻|$)/.exec(
      frame.left,
    );
  if (named?.[1]) return { base: named[1] };
  const of = sorted.kind === 'multiple' ? /(?:是|为|相当于|达到?)([^，]{2,10}?)的(?:约|近|超过?)?$/.exec(frame.left)?.[1] : undefined;
  if (of) return { base: of };
  return { base: /环比[^，]*$/.test(frame.left) ? '上期' : '上年' };
}

const ESTABLISHED =
  /(?:企业|平台|机构|实验室|研究中心|技术中心|创新中心|孵化器|加速器|众创空间|基地|园区|工作站|科技特派员|院士|拥有量|人口|余额|存量|总数|保有量)$/;
const DEED =
  /新增|新建|新认定|获批|申报|推荐|培育|引进|认定|备案|服务|惠及|支持|培训|走访|调研|辅导|入选|补助|奖励|参加|参展|签约|落户|受益|组织|发布/;

/** Enterprises, platforms and people that are simply there are a stock, though no word says so. */
export const isStanding = (name: string): boolean =>
  !DEED.test(name) && (ESTABLISHED.test(name) || indicatorNamed(name)?.nature === 'stock');

export function confidenceOf(amount: Amount, named: Named): number {
  let certain = 0.97;
  if (amount.unit === null) certain -= 0.2;
  if (amount.chinese) certain -= 0.07;
  if (!named.own) certain -= 0.04;
  if (named.name === '') certain -= 0.2;
  return Math.round(certain * 100) / 100;
}
