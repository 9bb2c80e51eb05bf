// Growths of a row told under 分别 (38笔、5.3亿元；上年同期26笔、3.7亿元，笔数和金额分别增长46%和45%): each of its own pair of levels, sign and all.
import { growthOver, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, isComparedWith, isExactLevel, isGrowthRate, runOf } from './find.ts';
import { judge } from './judge.ts';
import { isAverage } from './other-base.ts';
import type { Relation } from './relation.ts';

const REACH = 12;
const LONGEST_RUN = 4;
const OTHER_BASE = /年均|环比|可比|不变价|两年/;

const areAlike = (a: Figure | undefined, b: Figure): boolean => a !== undefined && a.sort === b.sort && a.reading.unit === b.reading.unit;

interface Pair {
  readonly now: Figure;
  readonly base: Figure;
}

/** Last year's row right before the growths, and this year's levels of the same units before that, in the same order. */
function pairsOf(page: Page, first: Figure, length: number): readonly Pair[] {
  const told = beforeInSentence(page, first)
    .slice(0, REACH)
    .filter((one) => isExactLevel(one) && !isAverage(one))
    .reverse();
  const bases = told.slice(-length);
  const [opening] = bases;
  if (bases.length < length || opening === undefined || !isComparedWith(opening) || first.clause - opening.clause > 2) return [];
  if (!bases.slice(1).every(({ lead }) => /^[、和与及]/.test(lead))) return [];
  const earlier = told.slice(0, -length);
  const pairs = bases.flatMap((base): Pair[] => {
    const alike = earlier.filter((one) => areAlike(one, base) && !isComparedWith(one));
    // Of two that may be meant, neither is.
    return alike.length === 1 && alike[0] !== undefined ? [{ now: alike[0], base }] : [];
  });
  const inOrder = pairs.every(({ now }, i) => i === 0 || now.index > (pairs[i - 1]?.now.index ?? 0));
  return pairs.length === length && inOrder ? pairs : [];
}

const isTurned = ({ verdict, computed, stated }: Relation): boolean =>
  verdict === 'inconsistent' && computed?.startsWith('-') !== stated?.startsWith('-');

function ofRun(page: Page, first: Figure): Relation[] {
  const { position, length } = runOf(page, first);
  if (position !== 0 || length < 2 || length > LONGEST_RUN || !/分别/.test(first.lead) || OTHER_BASE.test(first.lead)) return [];
  const found = pairsOf(page, first, length).flatMap(({ now, base }, i) => {
    const stated = page.figures[first.index + i];
    if (stated === undefined || !isGrowthRate(stated)) return [];
    const formula = `${valueText(now)} ÷ ${valueText(base)} − 1`;
    return judge({ type: 'growth', members: [now, base], stated, formula, compute: growthOver, bond: 'named' }, page.figures) ?? [];
  });
  // One wrong word before the row turns all of it, and is told once.
  return found.length > 1 && found.every(isTurned) ? found.slice(0, 1) : found;
}

export const growthRuns = (page: Page): Relation[] => page.figures.filter(isGrowthRate).flatMap((figure) => ofRun(page, figure));
