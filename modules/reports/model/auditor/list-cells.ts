// Cells that list values one by one (2026年1至11月：54家；目标750家。2025年：682家): their figures speak with each other, and against no other cell or sentence.
import type { Page } from './figure.ts';
import type { Relation } from './relation.ts';

/** What fails is said only of figures of one such cell; that figures elsewhere agree with one of it may be told. */
export function withoutListedCells(page: Page, relations: readonly Relation[]): Relation[] {
  const cellOf = (index: number | null): string => {
    const figure = index === null ? undefined : page.figures[index];
    return figure?.inTable?.isList ? `${figure.paragraph}|${figure.inTable.cell}` : '';
  };
  return relations.filter(({ verdict, spans }) => {
    if (verdict === 'consistent') return true;
    const cells = new Set(spans.map(({ figure }) => cellOf(figure)));
    return cells.size <= 1;
  });
}
