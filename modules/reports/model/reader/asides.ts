// Reads numbers that stand alone in brackets behind their labels, one after the other: 甲市(增长8%)、乙市(-3%).
import type { Frame } from './frames.ts';
import type { Read } from './respectively.ts';
import type { Named } from './subjects.ts';

const ALONE_ASIDE = /([一-龥]{2,6})[(（]$/;

/** The label right before the bracket that the number stands in. */
const labelOf = ({ before, left }: Frame): string | undefined => ALONE_ASIDE.exec(before.slice(0, before.length - left.length))?.[1];

/** 甲市(增长8%)、乙市(-3%): a number alone in its bracket says of its label what the bracket before said of its own. */
export function aside(frame: Frame, reads: readonly Read[]): Read | undefined {
  if (!frame.inside || frame.left !== '' || !labelOf(frame)) return undefined;
  const before = reads.findLast(({ frame: { inside } }) => inside);
  const unit = before?.frame.amount.unit?.class;
  const isAlike = before && labelOf(before.frame) && unit === 'percent' && unit === frame.amount.unit?.class;
  return isAlike && before.frame.clause.length < 16 ? before : undefined;
}

/** The name of the first, with the own label in place of its label. */
export function namedAside(frame: Frame, { frame: first, named }: Read): Named {
  const own = labelOf(first) ?? '';
  const label = labelOf(frame) ?? '';
  return { ...named, name: own !== '' && named.name.startsWith(own) ? label + named.name.slice(own.length) : named.name, own: false };
}
