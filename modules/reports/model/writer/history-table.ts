// Several years side by side: each indicator by the year, as the ledger has them now. Amounts of a row stand in one unit.
import type { Indicator } from '#kernel/declare/indicator.ts';
import type { Scene } from './sentence.ts';
import { type Standing, standingOf } from './standing.ts';
import { apart, blank, type Cell, type MadeTable, plain, together } from './tables.ts';
import { during, type Span } from './words.ts';

/** Years before the report's own. */
export const yearsBack = 4;

const historySpans = ({ span, year }: Pick<Scene, 'span' | 'year'>): readonly Span[] => [
  ...Array.from({ length: yearsBack }, (_, i) => year - yearsBack + i).map((one) => ({ from: `${one}-01-01`, to: `${one}-12-31` })),
  span,
];

const known = ({ now }: Standing) => ('known' in now ? now.known : null);

/** One known year is no history: such an indicator is left out, and the margin says so. */
export function historyTable(scene: Scene, indicators: readonly Indicator[]): MadeTable {
  const { ground, region } = scene;
  const spans = historySpans(scene);
  const margins: string[] = [];
  const rows = indicators.flatMap((indicator) => {
    const standings = spans.map((span) => standingOf(ground, indicator, region, span));
    const values = standings.map(known);
    if (values.filter((value) => value !== null).length < 2) {
      margins.push(`${indicator.name}：历年数据不足两年，未列入历年表`);
      return [];
    }
    const texts = together(values, indicator.unit);
    const says = ground.inWords(indicator.formula);
    const unit = apart(texts.find((text) => text !== null) ?? '')[1];
    const cells = standings.map((standing, at): Cell => {
      const [value, text] = [values[at] ?? null, texts[at] ?? null];
      if (value === null || text === null) return blank;
      const reading = at === standings.length - 1 ? ('value' as const) : ('last' as const);
      return { text: apart(text)[0], figure: { reading, text, exact: value, unit: indicator.unit, says }, standing };
    });
    return [[plain(indicator.name), plain(unit), ...cells]];
  });
  const columns = [
    { title: '指标', align: 'left' as const, weight: 3 },
    { title: '单位', align: 'center' as const, weight: 1 },
    ...spans.map((span) => ({ title: during(span), align: 'right' as const, weight: 1.4 })),
  ];
  return { columns, rows, margins };
}
