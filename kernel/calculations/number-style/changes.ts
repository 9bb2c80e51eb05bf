// How changes, shares and ranks are written: 同比增长, 提高…个百分点, 占, 居…第…位.
import { figureOf, formatPlain, type JsonObject, quotient, type Rational, given as whenKnown } from '../frame/index.ts';
import { ranksOfFigures } from '../ranking.ts';
import { amountText, isNothing, percentForm } from './figures.ts';
import type { Item } from './input.ts';

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** A share changes by points, a quantity by percent: 1.81 % to 1.95 % is 提高0.14个百分点. */
export function shareChange({ from, to }: Of<'SHARE_CHANGE'>): JsonObject {
  const text = whenKnown([from, to], (before, after) => {
    const change = after.minus(before);
    const points = percentForm(change.absolute());
    return isNothing(points) ? '持平' : `${change.isNegative() ? '下降' : '提高'}${points}个百分点`;
  });
  return { text };
}

/** Without a positive base there is no percent: the change itself is written. */
function absoluteChange(change: Rational, { measure, unitName }: Of<'GROWTH'>): string {
  if (change.isZero()) return '持平';
  const size = change.absolute();
  const written = measure === 'MONEY' ? amountText(size) : `${formatPlain(size, 2)}${unitName ?? ''}`;
  return `${change.isNegative() ? '减少' : '增加'}${written}`;
}

function relativeChange(change: Rational, previous: Rational): string {
  const percent = percentForm(change.dividedBy(previous).absolute());
  return isNothing(percent) ? '持平' : `${change.isNegative() ? '下降' : '增长'}${percent}%`;
}

export function growth(item: Of<'GROWTH'>): JsonObject {
  const text = whenKnown([item.current, item.previous], (current, previous) => {
    const change = current.minus(previous);
    return `${item.basis}${previous.isPositive() ? relativeChange(change, previous) : absoluteChange(change, item)}`;
  });
  return { text };
}

export function share({ part, whole, scope }: Of<'SHARE'>): JsonObject {
  return { text: whenKnown([figureOf(quotient(part, whole))], (fraction) => `占${scope}${percentForm(fraction)}%`) };
}

/** Ranks of a competition (1, 1, 3); unknown while one of the others is. */
export function rank({ value, others, direction, scope }: Of<'RANK'>): JsonObject {
  const [place] = ranksOfFigures([value, ...others], direction);
  const tied = place === null ? null : others.some((other) => value !== null && other?.equals(value));
  return { text: whenKnown([place ?? null], (position) => `居${scope}第${position}位`), rank: place ?? null, tied };
}
