// The values of one series from outside, places by years; each opens into every version of it.

import { formatDay } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { OutsideValueView } from './target-queries.ts';
import { valueText } from './value-text.ts';

interface Props {
  readonly name: string;
  readonly rows: readonly OutsideValueView[];
  /** In which order places stand: the city first. */
  readonly places: readonly { readonly region: string }[];
  readonly onOpen: (row: OutsideValueView) => void;
}

function Cell({ row, unit, onOpen }: { row: OutsideValueView | undefined; unit: string; onOpen: Props['onOpen'] }) {
  if (row === undefined) return <td className="kc-num">—</td>;
  return (
    <td className="kc-num">
      <button
        type="button"
        className="ou-value"
        title={row.documentName}
        aria-label={`${row.regionName}${row.year}年${row.name}${valueText({ unit }, row.value)}，查看历次登记`}
        onClick={() => onOpen(row)}
      >
        {valueText({ unit }, row.value)}
        {row.isRevised && <sup>修订</sup>}
      </button>
    </td>
  );
}

export function Values({ name, rows, places, onOpen }: Props) {
  const years = [...new Set(rows.map((row) => row.year))].sort();
  const order = places.map(({ region }) => region);
  const regions = [...new Map(rows.map((row) => [row.region, row.regionName])).entries()].sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  const [first] = rows;
  if (first === undefined) return null;
  const { unit, indicator } = first;
  const newest = rows.reduce((a, b) => (a.recordedAt > b.recordedAt ? a : b));
  return (
    <Section
      title={`${name}${unit === '元' || unit === '%' ? '' : `（${unit}）`}`}
      note={`${newest.documentName}，${formatDay(newest.recordedAt)} ${newest.recordedBy}登记`}
      action={indicator !== null && <AppLink href={`/figures/${indicator}?year=${years.at(-1)}`}>指标口径与对比</AppLink>}
    >
      <div className="kc-scroll">
        <table className="kc-bars" aria-label={name}>
          <thead>
            <tr>
              <th scope="col">地区</th>
              {years.map((year) => (
                <th key={year} scope="col" className="kc-num">
                  {year}年
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {regions.map(([region, regionName]) => (
              <tr key={region}>
                <th scope="row">{regionName}</th>
                {years.map((year) => (
                  <Cell key={year} unit={unit} onOpen={onOpen} row={rows.find((one) => one.region === region && one.year === year)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
