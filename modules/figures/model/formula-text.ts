// A formula in words, for the page that opens a figure and for the catalogue of indicators.
import type { Formula } from '#kernel/declare/indicator.ts';
import type { Catalogue } from '#kernel/declare/system.ts';

export function formulaText(formula: Formula, catalogue: Pick<Catalogue, 'measures' | 'published'>): string {
  const name = (id: string): string => catalogue.measures.get(id)?.name ?? id;
  const text = (inner: Formula): string => formulaText(inner, catalogue);
  switch (formula.kind) {
    case 'observed':
      return `公布的“${catalogue.published.get(formula.indicator)?.name ?? formula.indicator}”`;
    case 'sum':
      return `期内“${name(formula.measure)}”合计`;
    case 'stock':
      return `期末“${name(formula.measure)}”`;
    case 'change':
      return `“${name(formula.measure)}”期末减期初`;
    case 'ratio':
      return `${text(formula.part)} ÷ ${text(formula.whole)}`;
    case 'difference':
      return `${text(formula.minuend)} − ${text(formula.subtrahend)}`;
    case 'growth':
      return `${text(formula.of)} ÷ 上年同期 − 1`;
    case 'share-of-parent':
      return `${text(formula.of)} ÷ 全市`;
    case 'rank':
      return `${text(formula.of)}由多到少的位次，相同的并列`;
  }
}
