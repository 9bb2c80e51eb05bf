// The figures of the bureau: each main indicator large, with how it compares, and the counties beside it.
import { useQueries, useQuery } from '@tanstack/react-query';
import { BigFigure, FigureRow } from '#ui/figures/big-figure.tsx';
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { useKnownSession } from '#ui/session.ts';
import type { IndicatorView, RegionValue } from '../wire.ts';
import { PeriodBar, type PeriodChoice, usePeriod } from './period.tsx';
import { byRegionQuery, indicatorsQuery } from './queries.ts';
import { againstLastYear, splitValue } from './value-text.ts';
import './figures-pages.css';

function addressOf(id: string, { year, month, known }: PeriodChoice): string {
  const query = new URLSearchParams({ year, ...(month === '' ? {} : { month }), ...(known === '' ? {} : { known }) });
  return `/figures/${id}?${query.toString()}`;
}

/** The value of the whole city, or of one's own county for those who see but one. */
function ownRow(rows: readonly RegionValue[], total: RegionValue, regions: readonly { code: string }[]): RegionValue {
  const only = regions.length === 1 ? rows.find((row) => row.region === regions[0]?.code) : undefined;
  return only ?? total;
}

function Figures({ indicators, period }: { indicators: readonly IndicatorView[]; period: PeriodChoice }) {
  const go = useGo();
  const session = useKnownSession();
  const found = useQueries({ queries: indicators.map((indicator) => byRegionQuery(indicator.id, period)) });
  return (
    <FigureRow>
      {indicators.map((indicator, i) => {
        const figures = found[i]?.data;
        if (figures === undefined) return <BigFigure key={indicator.id} label={indicator.name} number="…" />;
        const row = ownRow(figures.rows, figures.total, session?.regions ?? []);
        const compared = againstLastYear(indicator, row);
        const why = row.value.why;
        return (
          <BigFigure
            key={indicator.id}
            label={row === figures.total ? indicator.name : `${row.name}${indicator.name}`}
            {...splitValue(indicator, row.value.value)}
            comparisons={[
              ...(compared === null ? [] : [{ text: compared }]),
              ...(why === null ? [] : [{ text: why, tone: 'off' as const }]),
            ]}
            onOpen={() => go(addressOf(indicator.id, period))}
          />
        );
      })}
    </FigureRow>
  );
}

export default function Overview() {
  const period = usePeriod();
  const query = useQuery(indicatorsQuery);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const systems = [...new Map(query.data.rows.map((row) => [row.system, row.systemName])).entries()];
  return (
    <div className="kc-page">
      <PageHead
        title="指标"
        lead={`${period.words}。每个数都可以打开，看到公式、台账记录和办件。`}
        actions={<PeriodBar period={period} />}
      />
      {period.known !== '' && <Notice tone="warn" title={`以下是 ${period.known} 当日已知的数据，其后的登记和更正未计入。`} />}
      {systems.length === 0 && <EmptyState title="还没有指标" how="事项启用并产生办件后，指标会自动出现在这里。" />}
      {systems.map(([id, name]) => (
        <section key={id} className="kc-figures-system">
          <h2>{name}</h2>
          {/* Shares and places of the whole city need figures of the province, so they are shown by county only. */}
          <Figures indicators={query.data.rows.filter((row) => row.system === id && !/占|位次/.test(row.name))} period={period} />
        </section>
      ))}
    </div>
  );
}
