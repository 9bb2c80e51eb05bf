// The values that an index was reckoned from, area by area, each leading to where it comes from.
import { useState } from 'react';
import { formatNumber, formatPercent } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { IndexItem, IndexView } from '../model/index-shapes.ts';
import { PickOne } from './pick-one.tsx';

/** A ledger indicator opens down to its entries; a value from outside to where it was recorded, with its document. */
function hrefOf({ source }: IndexItem, region: string, year: number): string {
  return source.startsWith('indicator:')
    ? `/figures/${source.slice(10)}?year=${year}&region=${region}`
    : `/figures/outside?name=${encodeURIComponent(source.slice(8))}&region=${region}&year=${year}`;
}

/** A quotient is a share of something and told in percent; all else as it was given. */
const shown = ({ divisor }: IndexItem, value: string | null): string =>
  value === null ? '未知' : divisor === null ? formatNumber(value, 2) : formatPercent(value);

export function Values({ index }: { index: IndexView }) {
  const areas = index.result?.areas ?? [];
  const years = index.result?.years ?? [];
  const [region, setRegion] = useState(areas[0]?.region ?? '');
  const area = areas.find((one) => one.region === region) ?? areas[0];
  if (area === undefined) return null;
  return (
    <Section
      title="指标数值"
      note={area.name}
      action={<PickOne label="数值的地区" value={area.region} options={areas.map((one) => [one.region, one.name])} onChange={setRegion} />}
    >
      <div className="kc-scroll">
        <table className="kc-bars" aria-label="指标数值">
          <thead>
            <tr>
              <th scope="col">指标</th>
              {years.map((year) => (
                <th key={year} scope="col" className="kc-num">
                  {year}年
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {index.spec.items.map((item) => {
              const values = area.values.find((one) => one.item === item.id)?.values ?? [];
              return (
                <tr key={item.id}>
                  <th scope="row">{item.name}</th>
                  {years.map((year, at) => (
                    <td key={year} className="kc-num">
                      <AppLink href={hrefOf(item, area.region, year)}>{shown(item, values[at] ?? null)}</AppLink>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
