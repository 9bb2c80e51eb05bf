// The catalogue of indicators: a list to search by name or alias, narrowed by domain and source; each opens its values.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { CatalogueRow } from '../model/catalogue-shapes.ts';
import { catalogueQuery } from './catalogue-query.ts';
import { Labelled } from './target-words.tsx';
import { valueText } from './value-text.ts';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './targets.css';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

function matches(row: CatalogueRow, { text, domain, source }: { text: string; domain: string; source: string }): boolean {
  if (domain !== '' && row.domain !== domain) return false;
  if (source !== '' && (row.system === null) !== (source === 'published')) return false;
  const asked = plain(text);
  return asked === '' || [row.name, ...row.aliases, row.publisher ?? '', row.system ?? ''].some((name) => plain(name).includes(asked));
}

function Row({ row }: { row: CatalogueRow }) {
  const last = row.lastValue === null ? '尚未登记' : `${row.lastYear}年 ${valueText(row, row.lastValue)}`;
  const year = row.lastYear === null ? '' : `?year=${row.lastYear}`;
  return (
    <tr>
      <th scope="row">
        <AppLink href={`/figures/${row.id}${year}`}>{row.name}</AppLink>
      </th>
      <td>{row.unit}</td>
      <td>
        {row.definition}
        {row.formula === '直接公布' || row.system !== null ? '' : `（${row.formula}）`}
        {row.calibre === null ? '' : `；${row.calibre}`}
      </td>
      <td>{row.system ?? row.publisher}</td>
      <td>{row.timing}</td>
      <td className="kc-num" title={row.lastDocument ?? undefined}>
        {row.system !== null && row.lastValue === null ? '见台账' : last}
      </td>
    </tr>
  );
}

export default function IndicatorCatalogue() {
  const [search, change] = useSearchState();
  const query = useQuery(catalogueQuery);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.rows ?? [];
  const asked = { text: search.text ?? '', domain: search.domain ?? '', source: search.source ?? '' };
  const shown = rows.filter((row) => matches(row, asked));
  return (
    <div className="kc-page">
      <PageHead
        title="指标目录"
        parent={{ label: '指标', href: '/figures' }}
        lead="每项指标的含义、单位、来源和发布单位。增速、占比、位次等是指标的读法，不另列。"
      />
      <div className="tg-form">
        <Labelled label="查找">
          <input
            className="kc-input"
            type="search"
            placeholder="名称、别名、发布单位"
            value={asked.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </Labelled>
        <Labelled label="领域">
          <select className="kc-input" value={asked.domain} onChange={(event) => change({ domain: event.target.value })}>
            <option value="">全部</option>
            {[...new Set(rows.map(({ domain }) => domain))].map((domain) => (
              <option key={domain}>{domain}</option>
            ))}
          </select>
        </Labelled>
        <Labelled label="来源">
          <select className="kc-input" value={asked.source} onChange={(event) => change({ source: event.target.value })}>
            <option value="">全部</option>
            <option value="ledger">台账生成</option>
            <option value="published">登记公布数</option>
          </select>
        </Labelled>
      </div>
      {query.isPending && <TableSkeleton />}
      {query.data !== undefined && shown.length === 0 && (
        <EmptyState title="没有符合条件的指标" how="换一个说法，或清除领域和来源的限制。" />
      )}
      {shown.length > 0 && (
        <div className="kc-scroll">
          <p role="status">共 {shown.length} 项</p>
          <table className="kc-bars" aria-label="指标目录">
            <thead>
              <tr>
                <th scope="col">指标</th>
                <th scope="col">单位</th>
                <th scope="col">含义和口径</th>
                <th scope="col">来源</th>
                <th scope="col">年度</th>
                <th scope="col" className="kc-num">
                  全市最近值
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
