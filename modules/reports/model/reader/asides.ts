// Reads numbers that stand alone in brackets behind their labels, one after the other: 甲市(增长8%)、乙市(-3%).
import type { Frame } from './frames.ts';
import type { Read } from './respectively.ts';
import type { Named } from './subjects.ts';

const ALONE_ASIDE = /([一-龥]{2,6})[(（]$/;

/** 甲市(增长8%)、乙市(-3%): a number alone in its bracket says of its label what the bracket before said of its own. */
export function aside(frame: Frame, reads: readonly Read[]): Read | undefined {
  if (!frame.inside || frame.left !== '' || !ALONE_ASIDE.test(frame.before)) return undefined;
  const before = reads.findLast(({ frame: { inside } }) => inside);
  const unit = before?.frame.amount.unit?.class;
  const isRow = before && ALONE_ASIDE.test(before.frame.before.slice(0, before.frame.before.length - before.frame.left.length));
  return isRow && unit === 'percent' && unit === frame.amount.unit?.class && before.frame.clause.length < 16 ? before : undefined;
}

export function namedAside(frame: Frame, { frame: first, named }: Read): Named {
  const own = ALONE_ASIDE.exec(first.before.slice(0, first.before.length - first.left.length))?.[1] ?? '';
  const label = ALONE_ASIDE.exec(frame.before)?.[1] ?? '';
  return { ...named, name: own !== '' && named.name.startsWith(own) ? label + named.name.slice(own.length) : named.name, own: false };
}
