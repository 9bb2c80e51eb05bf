// Other cities beside our own on one indicator, year by year; a figure read from a report opens into its sentence.
import { useQuery } from '@tanstack/react-query';
import { TrendChart } from '#ui/figures/trend-chart.tsx';
import { UNKNOWN } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { ErrorState } from '#ui/page/states.tsx';
import type { IndicatorView } from '../wire.ts';
import { type Place, placesQuery } from './queries.ts';
import { chartScale, valueText } from './value-text.ts';

type PointOf = Place['points'][number];

/** The sentence of a report in which a value stands; undefined for what came another way. */
function sentenceOf(point: PointOf | undefined): string | undefined {
  const observation = point?.observation ?? null;
  return observation === null || observation.document === null
    ? undefined
    : `/reports/${observation.document}?at=${observation.spanStart ?? 0}`;
}

function Cell({ indicator, point }: { indicator: IndicatorView; point: PointOf | undefined }) {
  if (point === undefined) return <td className="kc-num">{UNKNOWN}</td>;
  const text = valueText(indicator, point.value);
  if (point.observation === null) return <td className="kc-num">{text}</td>;
  const { documentName, quote, status } = point.observation;
  const href = sentenceOf(point);
  const estimate = status === 'estimate' ? '预计 ' : '';
  if (quote === null)
    return (
      <td className="kc-num" title={documentName}>
        {estimate}
        {text}
      </td>
    );
  return (
    <td className="kc-num">
      {href === undefined ? text : <AppLink href={href}>{text}</AppLink>}
      <small className="kc-places-quote" title={documentName}>
        {estimate}“{quote}”
      </small>
    </td>
  );
}

/** A line for each place; a single year is no line, and the table says it better. */
function Lines({ indicator, places, years }: { indicator: IndicatorView; places: readonly Place[]; years: readonly number[] }) {
  const go = useGo();
  const pointOf = (place: Place | undefined, year: number | undefined) => place?.points.find((point) => point.year === year);
  const scale = chartScale(
    indicator,
    places.flatMap(({ points }) => points),
  );
  return (
    <TrendChart
      title="各市逐年"
      says="从报告中读出的点，点击打开原文"
      data={{
        labels: years.map((year) => `${year}年`),
        unit: scale.unit,
        places: scale.places,
        series: places.map((place) => ({
          name: place.place,
          values: years.map((year) => {
            const point = pointOf(place, year);
            return point === undefined ? null : scale.of(point);
          }),
        })),
      }}
      onOpen={(series, label) => {
        const href = sentenceOf(pointOf(places[series], years[label]));
        if (href !== undefined) go(href);
      }}
    />
  );
}

export function Places({ indicator, year }: { indicator: IndicatorView; year: number }) {
  const query = useQuery(placesQuery(indicator.id, year - 9, year));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const places = query.data?.places ?? [];
  const told = new Set(places.flatMap((place) => place.points.flatMap((point) => (point.value === null ? [] : [point.year]))));
  const years = Array.from({ length: 10 }, (_, i) => year - 9 + i).filter((one) => told.has(one) || one === year);
  return (
    <section aria-label="与其他城市对比">
      <h2>与其他城市对比</h2>
      {places.length <= 1 ? (
        <p className="kc-figures-note">
          还没有其他城市的数据。在<AppLink href="/figures/outside">外部数据</AppLink>中登记，或在<AppLink href="/reports">报告</AppLink>
          中读取一份公开的工作报告，核对后采纳，就会出现在这里。
        </p>
      ) : (
        <div className="kc-scroll">
          {years.length > 1 && <Lines indicator={indicator} places={places} years={years} />}
          <table className="kc-bars kc-places">
            <caption>{indicator.name}</caption>
            <thead>
              <tr>
                <th scope="col">城市</th>
                {years.map((one) => (
                  <th key={one} scope="col" className="kc-num">
                    {one}年
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {places.map((place) => (
                <tr key={place.place} className={place.own ? 'kc-rank-own' : ''}>
                  <th scope="row">{place.place}</th>
                  {years.map((one) => (
                    <Cell key={one} indicator={indicator} point={place.points.find((point) => point.year === one)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
