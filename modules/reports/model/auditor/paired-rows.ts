// Pairs told of each kind (申请量和授权量分别达A件和B件；实用新型…分别达…): each column of the kinds adds up to the pair that was told of all.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel, runOf } from './find.ts';
import { judge } from './judge.ts';
import { closes, missesBySlip } from './loose-parts.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';

interface Pair {
  readonly figures: readonly Figure[];
  /** The nouns that stand in order before the numbers. */
  readonly nouns: string;
  readonly words: string;
}

const NOUNS = /([一-龥]{1,4}?[量数额值])(?:、|和|与|及)([一-龥]{1,4}?[量数额值])[^。；]{0,12}分别(?:达到?|为|是|有)?$/;

function pairOf(page: Page, first: Figure): Pair | undefined {
  const { position, length } = runOf(page, first);
  const second = page.figures[first.index + 1];
  const isRow = length === 2 && position === 0 && second !== undefined && isLevel(first) && hasHappened(first);
  const [, a = '', b = ''] = NOUNS.exec(first.lead) ?? [];
  if (!isRow || a === '' || first.reading.bound !== 'exact' || second.reading.bound !== 'exact' || first.inTable !== null) return undefined;
  return { figures: [first, second], nouns: `${a.slice(-HEAD)}|${b.slice(-HEAD)}`, words: first.lead };
}

const HEAD = 3;
const FAR = 30;

/** Kinds of one sentence, each in a part of its own. */
const areKinds = (pairs: readonly Pair[]): boolean =>
  pairs.length >= 3 && pairs.every(({ figures: [first] }, i) => i === 0 || first?.part !== pairs[i - 1]?.figures[0]?.part);

export function pairedRows(page: Page): Relation[] {
  const pairs = page.figures.flatMap((figure) => pairOf(page, figure) ?? []);
  return pairs.flatMap((all, at) => {
    const [whole] = all.figures;
    const next = pairs[at + 1];
    if (whole === undefined || next === undefined || next.figures[0]?.sentence === whole.sentence) return [];
    const kinds = pairs.slice(at + 1).filter(({ figures: [first] }) => first?.sentence === next.figures[0]?.sentence);
    const isNear = (next.figures[0]?.index ?? 0) - whole.index <= FAR;
    if (!isNear || !areKinds(kinds) || kinds.some(({ nouns }) => nouns !== all.nouns)) return [];
    const columns = all.figures.map((total, i) => ({ total, parts: kinds.flatMap(({ figures }) => figures[i] ?? []) }));
    // One column that closes, or a slip that would close it, tells that these are all kinds of the whole.
    return columns.flatMap((column) => {
      const isProven = columns.some((other) => closes(other.parts, other.total) && other.total.value.isMoreThan(Rational.of(LEAST)));
      if (!closes(column.parts, column.total) && !isProven && !missesBySlip(column.parts, column.total)) return [];
      const formula = column.parts.map(valueText).join(' + ');
      return (
        judge({ type: 'sum', members: column.parts, stated: column.total, formula, compute: totalOf, bond: 'named' }, page.figures) ?? []
      );
    });
  });
}

/** A small total may be met by chance. */
const LEAST = 20;
