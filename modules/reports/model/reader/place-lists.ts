// Deals out numbers to the places that stand in a row before them: 甲县、乙区紧随其后，分别达到….
import type { Frame } from './frames.ts';
import type { Sort } from './kinds.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import { deedDealt } from './listed-things.ts';
import { lastClause, nameIn, withoutDates } from './phrases.ts';
import { isPlace, placeWithin } from './places.ts';
import { type Named, subjectOf } from './subjects.ts';

/** What the text told last in numbers of one class, of one place or of all. */
export type Told = { readonly sorted: Sort; readonly named: Named };

/** The name of a number of one place, and its sort where its own words don't say it. */
export type OfPlace = { readonly sorted: Sort | null; readonly named: Named };

type Row = { readonly places: readonly string[]; readonly rest: string };

const LEAD = /^(?:其次|其中|此外|另外|随后|再次|紧随其后的)?(?:是|为)?/;
const ONE_PLACE = /^([一-龥]{1,7}?(?:自治[县旗]|[市县区旗]|经开区|高新区|开发区|新区)(?![市县区域]))(.*)$/;
/** 紧随其后, 居前三位, 增速较快: what is said of places without naming a measure. */
const COMES_NEXT =
  /^(?:最[快慢高低多少大小好]|较[快慢高低]|相对(?:较)?[快慢高低]|垫底|领跑|领先|靠[前后]|偏[高低慢]|紧随其后|紧跟其后|次之|随后|跟进|[位分]?[列居](?:其后|前列|前|后|首|末|第|榜首)[^，]*|排[^，]*|分列[^，]*)?$/;
const NO_PLACE = /^(?:在|从|对|占|由|向|居|列|其他|其余|周边|部分)|[全我本各该两三四五六七八九十大小][省市县区州]$/;
const BARE = /^[，、]?(?:分别|依次|均|都|各)*(?:达到?|为|是|完成|实现|增长|下降)?(?:了|约|近)*$/;
const GROWS = /增长|增速|增幅|下降/;
const MOST = 16;

/** 青岚、白渡、沙坪几个县成交额: each of them is a county. */
const TOGETHER = /^([一-龥]{2,4}(?:、[一-龥]{2,4}){1,8})(?:这?几|[两二三四五六七八九])个?([县市区旗])(?![域里内])/;
const eachNamed = (clause: string): string =>
  clause.replace(TOGETHER, (all, places: string, sort: string) =>
    /[县市区旗](?:、|$)/.test(places) ? all : places.split('、').join(`${sort}、`) + sort,
  );

/** The places that a clause begins with, and what it says of them. */
function rowOf(clause: string): Row | null {
  const items = eachNamed(withoutDates(clause))
    .replace(LEAD, '')
    .split(/、|(?<=[省市县区州盟旗])(?:以及|和|与|及)/);
  if (items.length > MOST) return null;
  const last = ONE_PLACE.exec(items.at(-1) ?? '');
  const places = [...items.slice(0, -1), last?.[1] ?? ''];
  return last && places.every((place) => isPlace(place) && !NO_PLACE.test(place)) ? { places, rest: last[2] ?? '' } : null;
}

/** 甲市、乙区增速: the measure without the row of places before it; the words as they are where no places stand there. */
export function withoutPlaces(phrase: string): string {
  const row = phrase.includes('、') ? rowOf(phrase) : null;
  return row && row.places.length > 1 ? row.rest : phrase;
}

/** 甲区、乙县成交额居前两位，分别为…: what is ranked in the clause before. */
const rankedBefore = ({ before, left }: Frame): string =>
  /([^，；。]{4,40}?)[位居列排名]{1,2}[前后][\d一二三四五六七八九十]{1,2}[位名]?，$/.exec(
    before.slice(0, before.length - left.length),
  )?.[1] ?? '';

/** The sort and the name of a number that is told of one of several places; null where no places stand before it. */
export function toldOfPlaces(frame: Frame, first: Frame, position: number, size: number, told: Told | undefined): OfPlace | null {
  const bracketed = ofBracket(frame, told);
  if (bracketed) return bracketed;
  const spoken = BARE.test(first.left) ? lastClause(first.silent) || rankedBefore(first) : first.left.replace(/(?:分别|依次)[^，]*$/, '');
  if (!/[市县区旗]/.test(spoken)) return null;
  const row = rowOf(spoken);
  if (!row || (row.places.length !== size && !/^(?:均|都)$/.test(row.rest))) return null;
  const place = row.places[position] ?? '';
  const entry = row.rest === '' ? null : indicatorWithin(row.rest);
  if (entry) {
    const grows = frame.amount.unit?.class === 'percent' && GROWS.test(row.rest + frame.left);
    const measure = nameIn(row.rest.replace(/(?:也|都|均|实现|同比|增长|增速|增幅|下降).*$/, '')) || entry.name;
    if (grows) return named(place, `${measure}增速`, { kind: 'yoy_growth', measure: 'rate', falls: /下降/.test(row.rest) });
    return size > 1 ? named(place, measure, null) : null;
  }
  const deed = row.rest === '' && size > 1 ? deedDealt(first.left) : '';
  if (deed !== '' && frame.amount.unit?.class !== 'percent') return named(place, nameIn(deed), null);
  // 甲县、乙区均不足四成: of each of them.
  const shared = /^(?:均|都)$/.test(row.rest) && size === 1 ? told : undefined;
  if (shared) return named('', placeWithin(shared.named.name)?.rest ?? shared.named.name, shared.sorted);
  if (!COMES_NEXT.test(row.rest) || (row.rest === '' && size < 2) || !told) return null;
  return named(place, placeWithin(told.named.name)?.rest ?? told.named.name, told.sorted);
}

/** 未达底线的有2个地区，即青岚县(33.1%)和白渡县(38.8%): the rate that was told last, of each place. */
function ofBracket({ before, inside, left, amount }: Frame, told: Told | undefined): OfPlace | null {
  if (!inside || left !== '' || amount.unit?.class !== 'percent' || told?.sorted.kind !== 'ratio') return null;
  const place = /(?:[即为是有和与及、，]|^)([一-龥]{1,6}[县市区旗])[(（]$/.exec(before.slice(-12))?.[1] ?? '';
  return isPlace(place) && !NO_PLACE.test(place) ? named(place, placeWithin(told.named.name)?.rest ?? told.named.name, told.sorted) : null;
}

function named(place: string, measure: string, sorted: Sort | null): OfPlace {
  const name = place + measure;
  return { sorted, named: { name, subject: subjectOf(name, name), own: true } };
}
