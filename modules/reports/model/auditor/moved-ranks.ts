// How far a rank moved, told in two places of the text: 由第11位升至第9位, and elsewhere 前移3位.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened } from './find.ts';
import { isAkin } from './likeness.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const RISES = /(?:前移|上升|提升|前进|跃升|升|提高|进)了?$/;
const FALLS = /(?:后移|下降|下滑|后退|回落|退后|退|降|跌)了?$/;
/** Against another year than the last, or of growth and not of the thing. */
const OTHER_BASE = /(?:19|20)\d\d年[^，。；]*$|“|三年|五年|以来|期初|增[速幅长]|涨幅/;
const FROM = /(?:由|从)[^，。；]*$/;
const TO =
  /(?:升至|升到|上升至|上升到|提升至|提升到|跃升至|跃居|前移至|前移到|跃至|进至|降至|降到|下降至|退至|退到|后移至|滑落至|跌至|到|至)[^，。；]{0,4}$/;

interface Move {
  readonly figures: readonly Figure[];
  /** Places gained. */
  readonly gained: number;
  readonly thing: string;
  readonly sentence: number;
}

const PLACE = /全[国省市县区]|[我本][省市县区]/g;
const FILLER =
  /在|的|位次|排名|排位|名次|虽然|虽|但|已|又|也|仍|分别|上年|去年|同比|较|比|其中|综合|指标|列|居|位|由|从|第[一二三四五六七八九十\d]+位?|[，、：:（）()]/g;

/** What is ranked, by the words of the part of the sentence: 研发投入强度. */
function thingOf({ before }: Figure): string {
  const part = before.split(/[；。]/).at(-1) ?? '';
  // 研发经费37.26亿元，占地区生产总值的1.87%，位次…: what the share is called.
  if (/(?:研发|R&D)[^；]*占[^，；]*(?:生产总值|GDP)[^；]*$/.test(part)) return '研发投入强度';
  const words = part
    .split('，')
    .findLast((clause) => clause.replace(PLACE, '').replace(FILLER, '').replace(RISES, '').replace(FALLS, '').length >= 3);
  return (words ?? '')
    .replace(PLACE, '')
    .replace(FILLER, '')
    .replaceAll(/\d[\d.,]*\S{0,3}|[%％]/g, '')
    .replace(RISES, '')
    .replace(FALLS, '');
}

const isRank = (figure: Figure): boolean => figure.reading.kind === 'rank' && figure.reading.bound === 'exact' && hasHappened(figure);

/** What is told of a gap in a section of plans has happened all the same, unless a word says that it is wanted. */
const isReached = (figure: Figure): boolean =>
  hasHappened(figure) || !/力争|争取|确保|目标|将|计划|冲刺|要|到20\d\d年/.test(figure.before.split(/[；。]/).at(-1) ?? '');

/** 前移2位, said of itself. */
function toldMove(figure: Figure): Move | undefined {
  const isMove =
    figure.sort === 'rank' ? figure.reading.kind !== 'rank' : figure.reading.unit === '位' && figure.reading.measure === 'difference';
  if (!isMove || !isReached(figure)) return undefined;
  const clause = figure.lead.split(/[，；。]/).at(-1) ?? '';
  const [rises, falls] = [RISES.test(clause), FALLS.test(clause)];
  if (rises === falls || OTHER_BASE.test(clause)) return undefined;
  const size = Number(figure.value.absolute().numerator);
  return { figures: [figure], gained: falls ? -size : size, thing: thingOf(figure), sentence: figure.sentence };
}

/** 由第11位升至第9位. */
function pairMove(page: Page, to: Figure): Move | undefined {
  const from = page.figures[to.index - 1];
  if (from === undefined || !isRank(from) || !isRank(to) || from.sentence !== to.sentence || to.clause - from.clause > 1) return undefined;
  if (!FROM.test(from.lead) || !TO.test(to.lead) || OTHER_BASE.test(from.lead)) return undefined;
  return {
    figures: [from, to],
    gained: Number(from.value.numerator) - Number(to.value.numerator),
    thing: thingOf(from),
    sentence: to.sentence,
  };
}

const LEAST = 3;
const areOfOne = (a: Move, b: Move): boolean =>
  a.thing === b.thing ||
  (Math.min(a.thing.length, b.thing.length) >= LEAST &&
    (a.thing.includes(b.thing) || b.thing.includes(a.thing) || isAkin(a.thing, b.thing)));

/** 占比 and 增速 of one thing are ranked apart, and so is a thing among counties and in the province. */
const MANNERS = /总量|规模|增[幅速长量]|占比|比重|质量|数量|得分/;
const SCOPES = /全国|全省|全市|山区|[一-龥]{2}片区|同类|西部|东部|中部/;
const isApart = (a: Figure, b: Figure): boolean => {
  const [x, y] = [a, b].map(({ before }) => before.split(/[；。]/).at(-1) ?? '');
  const [m, n] = [MANNERS.exec(x ?? '')?.[0], MANNERS.exec(y ?? '')?.[0]];
  const [s, t] = [SCOPES.exec(x ?? '')?.[0], SCOPES.exec(y ?? '')?.[0]];
  return m !== n || (s !== undefined && t !== undefined && s !== t);
};

const MOST = 60;

export function movedRanks(page: Page): Relation[] {
  const moves = page.figures.flatMap((figure) => toldMove(figure) ?? pairMove(page, figure) ?? []);
  return moves.flatMap((later, i) => {
    const earlier = moves
      .slice(Math.max(0, i - MOST), i)
      .findLast((one) => one.sentence !== later.sentence && one.thing.length >= LEAST && areOfOne(one, later));
    const [a, b] = [earlier?.figures.at(-1), later.figures.at(-1)];
    if (earlier === undefined || a === undefined || b === undefined || isApart(a, b)) return [];
    const fits = earlier.gained === later.gained;
    const say = ({ figures }: Move): string => figures.map(valueText).join('到');
    return [
      remark({
        type: 'rank',
        words: [...earlier.figures, ...later.figures].map(wordsOf),
        formula: `${say(earlier)} = ${say(later)}`,
        verdict: fits ? 'consistent' : 'inconsistent',
        note: fits ? '' : `同一位次的变动，一处为${say(earlier)}，一处为${say(later)}，请核对`,
      }),
    ];
  });
}
