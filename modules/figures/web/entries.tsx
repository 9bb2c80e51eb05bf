// The entries of one measure between two days, each with its record: where the movements and warnings of the cockpit lead.
import { useQuery } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { BigFigure, FigureRow } from '#ui/figures/big-figure.tsx';
import { Entries } from '#ui/figures/drilldown.tsx';
import { formatDayText } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { MeasureSum } from '../wire.ts';
import { entryRow } from './entry-rows.ts';
import { entriesPage } from './queries.ts';
import { splitValue } from './value-text.ts';
import './figures-pages.css';

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

interface Span {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly region: string;
}

function Listed({ measure, from, to, region }: Span) {
  const query = useQuery({
    queryKey: ['figures', 'measure', measure, region, from, to],
    queryFn: ({ signal }) =>
      call<MeasureSum>('GET', `/figures/measures/${measure}`, { query: { from, to, ...(region === '' ? {} : { region }) }, signal }),
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const { name, unit, definition, sum, regionName, indicators } = query.data;
  const days = `${formatDayText(from)}至${formatDayText(to)}`;
  return (
    <div className="kc-page">
      <PageHead title={`${name}台账明细`} parent={{ label: '驾驶舱', href: '/cockpit' }} lead={definition} />
      <FigureRow>
        <BigFigure label={`${regionName}${name}`} asOf={days} {...splitValue({ unit }, sum)} />
      </FigureRow>
      {indicators.length > 0 && (
        <p className="kc-figures-note kc-entries-used">
          用到它的指标：
          {indicators.map((indicator, at) => (
            <span key={indicator.id}>
              {at === 0 ? '' : '、'}
              <AppLink href={`/figures/${indicator.id}?year=${to.slice(0, 4)}`}>{indicator.name}</AppLink>
            </span>
          ))}
        </p>
      )}
      <Entries
        name={`${measure}|${region}|${from}|${to}`}
        part={{ key: 'span', label: `${regionName}，${days}`, value: sum }}
        fetchEntries={async (_part, after, signal) => {
          const page = await entriesPage({ measure, region, from, to, known: '' }, after, signal);
          return { ...page, rows: page.rows.map((entry) => entryRow(entry, unit)) };
        }}
      />
    </div>
  );
}

export default function EntriesPage() {
  const [{ measure, from, to, region }] = useSearchState();
  if (measure === undefined || !isDay(from) || !isDay(to))
    return <EmptyState title="没有指明要看哪项记录" how="请从驾驶舱的“本周变化”或预警打开。" />;
  return <Listed measure={measure} from={from} to={to} region={region ?? ''} />;
}
