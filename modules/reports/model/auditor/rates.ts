// Rates (通过率, 转化率): two counts of the sentence before them, or, for another place, the counts that stand in for the same two.

import { type Claim, over, valueText } from './claim.ts';
import { isRateOfRow } from './class-rows.ts';
import type { Figure, Page } from './figure.ts';
import {
  around,
  beforeInSentence,
  bestNamed,
  hasHappened,
  isComparedWith,
  isLevel,
  outsideBrackets,
  periodsAgree,
  unitsFit,
} from './find.ts';
import { judge } from './judge.ts';
import type { Place } from './places.ts';
import { productOf, quotientOf } from './range.ts';
import type { Relation } from './relation.ts';

const RATE = /([一-龥]{2,8}?)率(?:仅|只|已|均|平均)?(?:达到|达|为|约|近|超过|是|：|:|高达|提高到|提升到)*$/;
/** Rates that do not divide two counts of the sentence, or not those. */
const OTHER = /(?:增长|死亡|出生|生育|发病|患病|汇|利|税|费|不良|贡献|失业|回报|收益|利润|毛利|利用|负债|折现|周转|增加值)率/;
/** What the rate's own name says of its numerator. */
const KIN: readonly (readonly [RegExp, RegExp])[] = [
  [/通过|过会/, /通过|报备|认定|获批|立项|入库|公示/],
  [/中标|立项|获批|成功/, /中标|立项|获批|成功/],
  [/认定|入库|备案/, /认定|入库|备案/],
  [/转化|产业化|应用/, /转化|产业化|应用/],
  [/落地|签约|履约/, /落地|签约|履约/],
  [/完成|达标/, /完成|达标/],
  [/合格|优良|优秀/, /合格|优良|优秀/],
  [/参与|参评|申报/, /参与|参评|申报/],
  [/设立|建有|建成|覆盖/, /设立|建有|建成|覆盖|拥有/],
  [/办结|回复|兑现/, /办结|回复|兑现/],
  [/毕业|就业|存活/, /毕业|就业|存活/],
];

function isRate(figure: Figure): boolean {
  const { sort, before } = figure;
  return sort === 'part' && hasHappened(figure) && RATE.test(before) && !OTHER.test(RATE.exec(before)?.[0] ?? '');
}

export const rateName = ({ before }: Figure): string => (RATE.exec(before)?.[1] ?? '').replace(/^.*(?:全省|我市|全市|我省|平均|的)/, '');

/** The rate's name speaks of what the numerator counts. */
export function isKin(rate: Figure, top: Figure): boolean {
  const name = rateName(rate);
  const counted = `${top.lead}${top.name}${top.tail.slice(0, 12).split(/[，。；]/)[0] ?? ''}`;
  return (
    KIN.some(([ofRate, ofCount]) => ofRate.test(name) && ofCount.test(counted)) ||
    (name.length >= 2 && `${top.lead}${top.name}`.includes(name.slice(-2)))
  );
}

/** Those of the province teach the city's first. */
const PLACES: readonly Place[] = ['province', 'nation', 'city', 'county'];

export interface Rate {
  readonly rate: Figure;
  readonly top: Figure;
  readonly bottom: Figure;
  readonly relation: Relation;
}

function rateOf(page: Page, rate: Figure, top: Figure, bottom: Figure, bond: Claim['bond']): Rate | undefined {
  const relation = judge(
    {
      type: 'rate',
      members: [top, bottom],
      stated: rate,
      formula: `${valueText(top)} ÷ ${valueText(bottom)}`,
      compute: over,
      bond,
    },
    page.figures,
  );
  return relation === undefined ? undefined : { rate, top, bottom, relation };
}

const EVENT = /^(?:次|场|期|批)$/;

/** The two counts before the rate in its own sentence: of what was begun with, the smaller came through. */
function fromSentence(page: Page, rate: Figure): Rate | undefined {
  const earlier = outsideBrackets(rate, beforeInSentence(page, rate));
  // A second rate behind the first is one of something else.
  if (earlier[0]?.sort === 'part' && earlier[0].reading.kind !== 'yoy_growth') return undefined;
  // 合格118家，不合格8家，合格率…: what did not come through is neither.
  const name = rateName(rate);
  const isDenied = ({ lead }: Figure): boolean => name.length >= 2 && new RegExp(`(?:不|未|未能)${name.slice(-2)}`).test(lead);
  const [near, far] = earlier.filter((other) => isLevel(other) && !isComparedWith(other) && hasHappened(other) && !isDenied(other));
  if (near === undefined || far === undefined || near.sort !== far.sort || near.sort === 'size') return undefined;
  if (near.place !== rate.place || far.place !== rate.place || rate.clause - near.clause > 2) return undefined;
  // Two of a kind side by side (城镇人口、乡村人口) and a sum behind its parts are no whole and part.
  const areSiblings = near.name !== far.name && near.name.slice(-2) === far.name.slice(-2) && !/其中/.test(near.lead + far.lead);
  const closes = /合计|共计|总计/.test(near.lead) && near.value.isMoreThan(far.value);
  const [top, bottom] = near.value.isAtMost(far.value) ? [near, far] : [far, near];
  if (closes || (areSiblings && !isKin(rate, near) && !isKin(rate, far))) return undefined;
  // 技术合同1.2万项、企业2.1万家，成果转化率50%: what is counted in another unit is no whole, unless the rate's own words tie them.
  if (!isKin(rate, top) && !unitsFit(near, far)) return undefined;
  // 建议5件、提案9件，办结率100%; 学习18次，整改问题13个，整改完成率100%: neither is the other's whole.
  if (near.lead.startsWith('、') && near.clause === far.clause && !isKin(rate, top)) return undefined;
  if (EVENT.test(near.reading.unit ?? '') !== EVENT.test(far.reading.unit ?? '')) return undefined;
  const isBound = isKin(rate, top) && near.reading.unit === far.reading.unit;
  const found = rateOf(page, rate, top, bottom, isBound ? 'sure' : 'likely');
  return found?.relation.verdict === 'cannot tell' ? undefined : found;
}

/** 全省…通过率27%，我市通过率30%: the counts of the other place that bear the names of those of this one. */
function fromOtherPlace(page: Page, rate: Figure, model: Rate): Rate | undefined {
  const counterpart = (of: Figure): Figure | undefined => {
    const candidates = around(page.figures, rate).filter(
      (other) => isLevel(other) && other.sort === of.sort && other.place === rate.place && hasHappened(other) && periodsAgree(other, rate),
    );
    return bestNamed(candidates, of, rate, ['same', 'like']);
  };
  const [top, bottom] = [counterpart(model.top), counterpart(model.bottom)];
  if (top === undefined || bottom === undefined || top.index === bottom.index || top.value.isMoreThan(bottom.value)) return undefined;
  return rateOf(page, rate, top, bottom, 'likely');
}

export function rates(page: Page): Rate[] {
  const wanted = page.figures.filter((figure) => isRate(figure) && !isRateOfRow(page, figure));
  const found: Rate[] = wanted.flatMap((rate) => fromSentence(page, rate) ?? []);
  const models = new Map<string, Rate>();
  const learn = (one: Rate): void => {
    const key = `${rateName(one.rate)}|${one.rate.place}`;
    if (one.relation.verdict === 'consistent' && !models.has(key)) models.set(key, one);
  };
  found.forEach(learn);
  const done = new Set(found.map(({ rate }) => rate.index));
  for (const rate of wanted) {
    if (done.has(rate.index)) continue;
    const model = PLACES.flatMap((place) => (place === rate.place ? [] : (models.get(`${rateName(rate)}|${place}`) ?? [])))[0];
    const other = model === undefined ? undefined : fromOtherPlace(page, rate, model);
    if (other === undefined) continue;
    found.push(other);
    learn(other);
  }
  return found;
}

interface Share {
  readonly share: Figure;
  readonly part: Figure;
  readonly whole: Figure;
}

function shareFrom(relation: Relation, page: Page): Share | undefined {
  const [part, whole, share] = relation.spans.map(({ figure }) => (figure === null ? undefined : page.figures[figure]));
  return relation.type === 'share' && part && whole && share ? { share, part, whole } : undefined;
}

/** Two shares and two rates over the same four counts bind each other: share of those that came through = share of those that began × rate ÷ rate. */
export function crossChecks(page: Page, shares: readonly Relation[], rates: readonly Rate[]): Relation[] {
  const known = new Map<string, Share>();
  const pair = (part: Figure, whole: Figure): string => `${part.index}|${whole.index}`;
  const wholes = new Map<number, number[]>();
  for (const share of shares.flatMap((relation) => shareFrom(relation, page) ?? [])) {
    if (known.has(pair(share.part, share.whole))) continue;
    known.set(pair(share.part, share.whole), share);
    wholes.set(share.part.index, [...(wholes.get(share.part.index) ?? []), share.whole.index]);
  }
  const byTop = new Map<number, Rate[]>();
  for (const rate of rates) byTop.set(rate.top.index, [...(byTop.get(rate.top.index) ?? []), rate]);
  const found: (Relation | undefined)[] = [];
  for (const own of rates) {
    for (const wide of (wholes.get(own.top.index) ?? []).flatMap((whole) => byTop.get(whole) ?? [])) {
      const top = known.get(pair(own.top, wide.top));
      const bottom = known.get(pair(own.bottom, wide.bottom));
      if (top === undefined || bottom === undefined) continue;
      found.push(
        judge(
          {
            type: 'cross',
            members: [bottom.share, own.rate, wide.rate],
            stated: top.share,
            formula: `${valueText(bottom.share)} × ${valueText(own.rate)} ÷ ${valueText(wide.rate)}`,
            compute: ([a, b, c]) => {
              const product = a && b && productOf(a, b);
              return product && c && quotientOf(product, c);
            },
            bond: 'sure',
          },
          page.figures,
        ),
      );
    }
  }
  return found.filter((relation) => relation !== undefined);
}
