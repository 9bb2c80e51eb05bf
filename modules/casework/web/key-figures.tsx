// A few figures for a leader's minute: what is in force and how it has grown, from the ledger.
import { useQueries } from '@tanstack/react-query';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { call } from '#ui/api.ts';
import { BigFigure, FigureRow } from '#ui/figures/big-figure.tsx';
import { formatDayText, formatNumber, formatPercent, splitMoney, UNKNOWN } from '#ui/format.ts';
import { useGo } from '#ui/link.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { today, useCatalogue } from './knowledge.tsx';

interface Value {
  readonly value: string | null;
  readonly why: string | null;
}

interface ByRegion {
  readonly total: { readonly value: Value; readonly growth: Value };
}

const most = 4;

/** Stocks first, for they say how things stand; then what happened this year. */
function chosen(indicators: readonly Indicator[]): readonly Indicator[] {
  const of = (kind: Indicator['formula']['kind']) => indicators.filter((indicator) => indicator.formula.kind === kind);
  return [...of('stock'), ...of('change'), ...of('ratio'), ...of('sum')].slice(0, most);
}

function written(indicator: Indicator, value: string | null): { number: string; unit: string } {
  if (value === null) return { number: UNKNOWN, unit: '' };
  if (indicator.unit === '%') return { number: formatPercent(value).replace('%', ''), unit: '%' };
  if (indicator.unit === '元') return splitMoney(value);
  return { number: formatNumber(value), unit: indicator.unit };
}

/** Nothing is said of growth where none can be told: the definition tells more. */
function growthWords(growth: Value | undefined): string | undefined {
  if (growth === undefined || growth.value === null) return undefined;
  const text = formatPercent(growth.value);
  return text.startsWith('-') ? `同比下降${text.slice(1)}` : `同比增长${text}`;
}

export function KeyFigures() {
  const go = useGo();
  const { indicators } = useCatalogue();
  const shown = chosen([...indicators.values()]);
  const day = today();
  const period = { from: `${day.slice(0, 4)}-01-01`, to: day };
  const replies = useQueries({
    queries: shown.map((indicator) => ({
      queryKey: ['figures', 'by-region', indicator.id, period],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call<ByRegion>('GET', `/figures/indicators/${indicator.id}/regions`, { query: period, signal }),
    })),
  });
  if (shown.length === 0) return null;
  return (
    <Section title="主要指标" note={`截至 ${formatDayText(day)}`}>
      <FigureRow>
        {shown.map((indicator, index) => {
          const total = replies[index]?.data?.total;
          const growth = growthWords(total?.growth);
          return (
            <BigFigure
              key={indicator.id}
              label={indicator.name}
              {...written(indicator, total?.value.value ?? null)}
              {...(growth === undefined ? { note: indicator.definition } : { comparisons: [{ text: growth }] })}
              onOpen={() => go(`/figures/${indicator.id}`)}
            />
          );
        })}
      </FigureRow>
    </Section>
  );
}
