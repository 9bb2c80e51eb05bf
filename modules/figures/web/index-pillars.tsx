// The pillars of an index: what each contributes in points, which together are the index, by how much it moved it, and its index by itself.
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Section } from '#ui/record/fact-list.tsx';
import type { IndexArea } from '../model/index-shapes.ts';

type Point = IndexArea['points'][number];

const namesOf = (areas: readonly IndexArea[]): readonly string[] => areas[0]?.points[0]?.pillars.map(({ pillar }) => pillar) ?? [];

/** +1.20, −0.35: by how many points the pillar moved the index since last year. */
function moved(now: string | null | undefined, before: string | null | undefined): string {
  if (now == null || before == null) return '—';
  const change = decimal(now).minus(decimal(before));
  const [whole = '0', fraction = ''] = formatPlain(change.absolute(), 2).split('.');
  return `${change.isNegative() ? '−' : change.isZero() ? '' : '+'}${whole}.${fraction.padEnd(2, '0')}`;
}

function Row({ label, point, before }: { label: string; point: Point; before: Point | undefined }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {point.pillars.map(({ pillar, points }, at) => {
        const change = moved(points, before?.pillars[at]?.points);
        return (
          <td key={pillar} className="kc-num">
            {points ?? '未知'}
            {change !== '—' && <small className="ix-moved">{change}</small>}
          </td>
        );
      })}
      <td className="kc-num">
        <b>{point.index ?? '未知'}</b>
        {before !== undefined && point.index !== null && <small className="ix-moved">{moved(point.index, before.index)}</small>}
      </td>
    </tr>
  );
}

function Table({
  label,
  first,
  names,
  rows,
}: {
  label: string;
  first: string;
  names: readonly string[];
  rows: readonly Parameters<typeof Row>[0][];
}) {
  return (
    <div className="kc-scroll">
      <table className="kc-bars" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {names.map((pillar) => (
              <th key={pillar} scope="col" className="kc-num">
                {pillar}
              </th>
            ))}
            <th scope="col" className="kc-num">
              合计（指数）
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Contributions({ areas }: { areas: readonly IndexArea[] }) {
  const names = namesOf(areas);
  const [first] = areas;
  // Versions that were published before contributions were told have none.
  if (first?.points.some(({ pillars }) => pillars.some(({ points }) => points != null)) !== true) return null;
  const year = first.points.at(-1)?.year;
  const told = first.points.filter(({ index }) => index !== null);
  return (
    <Section title="各领域贡献" note="单位：点；各领域之和等于指数，小字为比上年拉动的点数">
      {told.length > 1 && (
        <Table
          label={`${first.name}历年各领域贡献`}
          first={`${first.name}历年`}
          names={names}
          rows={first.points.map((point, at) => ({ label: `${point.year}年`, point, before: first.points[at - 1] }))}
        />
      )}
      <Table
        label={`${year}年各领域贡献`}
        first={`${year}年`}
        names={names}
        rows={areas.flatMap((area) => {
          const point = area.points.at(-1);
          return point === undefined ? [] : [{ label: area.name, point, before: area.points.at(-2) }];
        })}
      />
    </Section>
  );
}

export function Pillars({ areas }: { areas: readonly IndexArea[] }) {
  const names = namesOf(areas);
  return (
    <Section title="分领域指数" note={`${areas[0]?.points.at(-1)?.year ?? ''}年，各领域内部按原权重归一`}>
      <div className="kc-scroll">
        <table className="kc-bars" aria-label="分领域指数">
          <thead>
            <tr>
              <th scope="col">地区</th>
              {names.map((pillar) => (
                <th key={pillar} scope="col" className="kc-num">
                  {pillar}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.region}>
                <th scope="row">{area.name}</th>
                {area.points.at(-1)?.pillars.map(({ pillar, index }) => (
                  <td key={pillar} className="kc-num">
                    {index ?? '未知'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
