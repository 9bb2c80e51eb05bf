// Chooses an indicator of the whole catalogue, or a series given from outside, by typing any of its names.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { CatalogueRow } from '../model/catalogue-shapes.ts';
import { catalogueQuery } from './catalogue-query.ts';
import { outsideQuery } from './target-queries.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  /** All names and who publishes it: what is typed is looked for here. */
  readonly sought: string;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const choiceOf = (prefix: string, { id, name, aliases, publisher, system }: CatalogueRow): Choice => ({
  value: `${prefix}${id}`,
  label: `${name}（${system === null ? (publisher ?? '') : '台账'}）`,
  sought: plain([name, ...aliases, publisher ?? '', system ?? ''].join(' ')),
});

/** In groups by domain, as the catalogue has them. */
function groupsOf(rows: readonly CatalogueRow[], prefix: string) {
  return [...new Set(rows.map(({ domain }) => domain))].map((domain) => ({
    label: domain,
    options: rows.filter((row) => row.domain === domain).map((row) => choiceOf(prefix, row)),
  }));
}

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** What stands where nothing is chosen. */
  readonly none: string;
  /** Also series from outside that the catalogue does not know; values are then `indicator:<id>` or `outside:<name>`. */
  readonly withOutside?: boolean;
}

export function IndicatorChoice({ label, value, onChange, none, withOutside = false }: Props) {
  const rows = useQuery(catalogueQuery).data?.rows;
  const given = useQuery({ ...outsideQuery, enabled: withOutside }).data?.rows ?? [];
  const names = [...new Set(given.map(({ name }) => name))];
  const outside = names.map((name) => ({ value: `outside:${name}`, label: `${name}（外部数据）`, sought: plain(name) }));
  const options = [
    ...(withOutside && outside.length > 0 ? [{ label: '外部数据', options: outside }] : []),
    ...groupsOf(rows ?? [], withOutside ? 'indicator:' : ''),
  ];
  return (
    <Select<string, Choice>
      className="tg-choice"
      aria-label={label}
      loading={rows === undefined}
      showSearch={{ filterOption: (typed, option) => option?.sought?.includes(plain(typed)) === true }}
      allowClear={value !== null}
      popupMatchSelectWidth={380}
      placeholder={none}
      {...(value === null || value === '' ? {} : { value })}
      options={options as unknown as Choice[]}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}
