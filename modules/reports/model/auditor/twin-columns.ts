// Parts told in two columns (项目34项、资金4215万元，其中甲2项630万元、乙…): where one column makes its total, the other does too.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn, isExactLevel } from './find.ts';
import { judge } from './judge.ts';
import { closes } from './loose-parts.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const OPENS = /^[，：:(（](?:其中[，：:]?|分别为?|包括)?[^，。；、\d]{1,14}$/;
const NEXT = /^[，、；](?!其中)[^，。；、\d]{1,14}$/;
const BESIDE = /^[、，]?(?:[一-龥]{0,4})$/;
const MOST = 12;
const TELLING = 3;

const areAlike = (a: Figure, b: Figure): boolean => a.sort === b.sort && a.reading.unit === b.reading.unit;

/** The two figures from a place on, of the units of the totals, with a name before the first and hardly a word before the second. */
function pairAt(page: Page, at: number, totals: readonly [Figure, Figure], shape: RegExp): readonly [Figure, Figure] | undefined {
  const [a, b] = page.figures.slice(at, at + 2);
  if (a === undefined || b === undefined || b.sentence !== totals[0].sentence || !shape.test(a.lead) || !BESIDE.test(b.lead))
    return undefined;
  return isExactLevel(a) && isExactLevel(b) && areAlike(a, totals[0]) && areAlike(b, totals[1]) ? [a, b] : undefined;
}

function columnsBehind(page: Page, first: Figure): Relation[] {
  const second = page.figures[first.index + 1];
  const isTotal =
    second !== undefined &&
    second.sentence === first.sentence &&
    second.clause - first.clause <= 1 &&
    isExactLevel(first) &&
    isExactLevel(second) &&
    !areAlike(first, second);
  if (!isTotal) return [];
  const totals: readonly [Figure, Figure] = [first, second];
  const rows: (readonly [Figure, Figure])[] = [];
  for (let at = second.index + 1; rows.length < MOST; at += 2) {
    const pair = pairAt(page, at, totals, rows.length === 0 ? OPENS : NEXT);
    if (pair === undefined) break;
    rows.push(pair);
  }
  if (rows.length < 2) return [];
  const columns = totals.map((total, i) => ({ total, parts: rows.flatMap((row) => row[i] ?? []) }));
  const isProven = columns.some(({ total, parts }) => digitsIn(total).length >= TELLING && closes(parts, total));
  if (!isProven) return [];
  return columns.flatMap(({ total, parts }) => {
    const formula = parts.map(valueText).join(' + ');
    return judge({ type: 'sum', members: parts, stated: total, formula, compute: totalOf, bond: 'sure' }, page.figures) ?? [];
  });
}

export const twinColumns = (page: Page): Relation[] => page.figures.flatMap((figure) => columnsBehind(page, figure));
