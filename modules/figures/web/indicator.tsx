// One indicator: the number, its course, the counties compared, the formula down to entries and cases, and other cities beside it.
import { useQuery } from '@tanstack/react-query';
import { BigFigure, FigureRow } from '#ui/figures/big-figure.tsx';
import { RankTable } from '#ui/figures/rank-table.tsx';
import { TrendChart } from '#ui/figures/trend-chart.tsx';
import { formatPercent, UNKNOWN } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { useKnownSession } from '#ui/session.ts';
import { usePathParam, useSearchState } from '#ui/use-search.ts';
import type { ByRegion, RegionValue } from '../wire.ts';
import { Made } from './made-of.tsx';
import { PeriodBar, type PeriodChoice, usePeriod } from './period.tsx';
import { Places } from './places.tsx';
import { byRegionQuery, seriesQuery } from './queries.ts';
import { againstLastYear, chartScale, isPlain, splitValue, valueText } from './value-text.ts';
import './figures-pages.css';

function Course({ id, region, name, period }: { id: string; region: string; name: string; period: PeriodChoice }) {
  const query = useQuery(seriesQuery(id, region, `${period.year}-01-01`, period.to, 'month', period.known));
  const years = useQuery(seriesQuery(id, region, `${Number(period.year) - 4}-01-01`, period.to, 'year', period.known));
  if (query.data === undefined || years.data === undefined) return <div className="kc-chart-wait" style={{ height: 280 }} />;
  const { indicator, points } = query.data;
  const byYear = years.data.points;
  const scale = chartScale(
    indicator,
    [...points, ...byYear].map(({ value }) => value),
  );
  const { unit, places } = scale;
  // What is published is published by the year.
  const hasMonths = points.some(({ value, lastYear }) => value.value !== null || lastYear.value !== null);
  return (
    <div className="kc-figures-charts">
      {hasMonths && (
        <TrendChart
          title={`${name}按月`}
          data={{
            labels: points.map((point) => `${Number(point.label.slice(5))}月`),
            unit,
            places,
            series: [
              { name: `${period.year}年`, kind: 'bar', values: points.map(({ value }) => scale.of(value)) },
              { name: `${Number(period.year) - 1}年`, kind: 'line', values: points.map(({ lastYear }) => scale.of(lastYear)) },
            ],
          }}
        />
      )}
      <TrendChart
        title={`${name}按年`}
        data={{
          labels: byYear.map((point) => `${point.label}年`),
          unit,
          places,
          series: [{ name: indicator.name, kind: 'bar', values: byYear.map(({ value }) => scale.of(value)) }],
        }}
      />
    </div>
  );
}

const byPlace = (rows: readonly RegionValue[]): RegionValue[] =>
  [...rows].sort((a, b) => Number(a.rank.value ?? Number.POSITIVE_INFINITY) - Number(b.rank.value ?? Number.POSITIVE_INFINITY));

function Counties({ figures, onChoose }: { figures: ByRegion; onChoose: (region: string) => void }) {
  const session = useKnownSession();
  const own = new Set(session?.regions.map((region) => region.code) ?? []);
  const { indicator } = figures;
  const why = figures.rows.find((row) => row.rank.value === null)?.rank.why;
  return (
    <>
      <RankTable<RegionValue>
        title="各县区"
        rows={byPlace(figures.rows)}
        rowKey={(row) => row.region}
        name={(row) => row.name}
        place={(row) => (row.rank.value === null ? null : Number(row.rank.value))}
        isOwn={(row) => own.has(row.region)}
        columns={[
          {
            key: 'value',
            title: indicator.name,
            unit: indicator.unit === '元' || indicator.unit === '%' ? '' : indicator.unit,
            isNumber: true,
            render: (row) => valueText(indicator, row.value.value),
          },
          { key: 'last', title: '上年同期', isNumber: true, render: (row) => valueText(indicator, row.lastYear.value) },
          {
            key: 'growth',
            title: '比上年同期',
            isNumber: true,
            render: (row) => againstLastYear(indicator, row)?.replace(/^比上年同期|^上年同期.*$/, '') || UNKNOWN,
          },
          ...(isPlain(indicator)
            ? [{ key: 'share', title: '占全市', isNumber: true, render: (row: RegionValue) => formatPercent(row.share.value) }]
            : []),
          {
            key: 'open',
            title: '构成',
            render: (row) => (
              <button
                type="button"
                className="kc-button kc-button-bare"
                onClick={() => onChoose(row.region)}
                aria-label={`打开${row.name}的构成`}
              >
                打开
              </button>
            ),
          },
        ]}
      />
      {why !== undefined && why !== null && <p className="kc-figures-note">{why}</p>}
    </>
  );
}

export default function IndicatorPage() {
  const id = usePathParam('id');
  const period = usePeriod();
  const [search, change] = useSearchState();
  const session = useKnownSession();
  const query = useQuery(byRegionQuery(id, period));
  const now = useQuery({ ...byRegionQuery(id, { ...period, known: '' }), enabled: period.known !== '' });
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { indicator, total, rows } = query.data;
  const root = session?.root.code ?? total.region;
  const region = search.region ?? (session?.regions.length === 1 ? session.regions[0]?.code : undefined) ?? root;
  const row = rows.find((candidate) => candidate.region === region) ?? total;
  const current = now.data === undefined ? null : (now.data.rows.find((candidate) => candidate.region === region) ?? now.data.total);
  const compared = againstLastYear(indicator, row);
  return (
    <div className="kc-page">
      <PageHead
        title={indicator.name}
        parent={{ label: '指标', href: '/figures' }}
        lead={indicator.definition}
        actions={<PeriodBar period={period} />}
      />
      {period.known !== '' && (
        <Notice
          tone="warn"
          title={`按 ${period.known} 当日已知：${valueText(indicator, row.value.value)}${current === null ? '' : `；现在：${valueText(indicator, current.value.value)}`}`}
        >
          <p>两个数不同，是因为其后有新的登记或更正；下面的台账记录只列出当日已有的。</p>
        </Notice>
      )}
      {row.published?.stands === true && <p className="kc-figures-note">这是“{row.published.document}”公布的数，台账没有这项记录。</p>}
      {row.published?.stands === false && row.published.value !== row.value.value && (
        <Notice
          tone="warn"
          title={`台账为 ${valueText(indicator, row.value.value)}，公布数为 ${valueText(indicator, row.published.value)}`}
        >
          <p>公布数出自“{row.published.document}”。页面采用台账数，两个数不混用；请核对口径和时点。</p>
        </Notice>
      )}
      <FigureRow>
        <BigFigure
          label={`${row.name}${indicator.name}`}
          asOf={period.words}
          {...splitValue(indicator, row.value.value)}
          comparisons={[
            ...(compared === null ? [] : [{ text: compared }]),
            ...(row.share.value === null ? [] : [{ text: `占${row === total ? '全省' : '全市'}${formatPercent(row.share.value)}` }]),
            ...(row.rank.value === null ? [] : [{ text: `居${row === total ? '全省' : '全市'}第${row.rank.value}位` }]),
            ...(row.value.why === null ? [] : [{ text: row.value.why, tone: 'off' as const }]),
          ]}
        />
      </FigureRow>
      <Course id={id} region={region} name={row.name} period={period} />
      <Counties figures={query.data} onChoose={(code) => change({ region: code, part: undefined })} />
      <Made id={id} region={region} name={row.name} period={period} />
      <Places indicator={indicator} year={Number(period.year)} />
    </div>
  );
}
