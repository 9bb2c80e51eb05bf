// Other cities beside our own on one indicator, year by year; a figure read from a report opens into its sentence.
import { useQuery } from '@tanstack/react-query';
import { UNKNOWN } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { ErrorState } from '#ui/page/states.tsx';
import type { IndicatorView } from '../wire.ts';
import { type Place, placesQuery } from './queries.ts';
import { valueText } from './value-text.ts';

type PointOf = Place['points'][number];

function Cell({ indicator, point }: { indicator: IndicatorView; point: PointOf | undefined }) {
  if (point === undefined) return <td className="kc-num">{UNKNOWN}</td>;
  const text = valueText(indicator, point.value);
  if (point.observation === null) return <td className="kc-num">{text}</td>;
  const { document, documentName, quote, spanStart, status } = point.observation;
  const href = document === null ? undefined : `/reports/${document}?at=${spanStart ?? 0}`;
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
