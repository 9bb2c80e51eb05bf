// The innovation indices: every version with its method and state, and the way to the next.
import { useQuery } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay } from '#ui/session.ts';
import { type IndexView, indexMethods, weightings } from '../model/index-shapes.ts';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './targets.css';

export default function Indices() {
  const mayManage = useMay('figures/target:manage');
  const query = useQuery({
    queryKey: ['figures', 'indices'],
    queryFn: ({ signal }) => call<{ rows: IndexView[] }>('GET', '/figures/indices', { signal }),
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.rows;
  return (
    <div className="kc-page">
      <PageHead
        title="创新指数"
        parent={{ label: '指标', href: '/figures' }}
        lead="指数定义分版本；发布后数值固定，改定义另建新版本，往年按新版本重算。"
        actions={
          mayManage && (
            <AppLink className="kc-button kc-button-main" href="/figures/indices/new">
              新建指数
            </AppLink>
          )
        }
      />
      {rows === undefined && <TableSkeleton rows={4} />}
      {rows?.length === 0 && <EmptyState title="还没有指数" how="新建指数，选定领域、指标、权重和方法，数值由台账和外部数据算出。" />}
      {rows !== undefined && rows.length > 0 && (
        <div className="kc-scroll">
          <table className="kc-bars" aria-label="指数版本">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">版本</th>
                <th scope="col">状态</th>
                <th scope="col">方法</th>
                <th scope="col">赋权</th>
                <th scope="col">年度</th>
                <th scope="col">修改</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <AppLink href={`/figures/indices/${row.id}`}>{row.name}</AppLink>
                  </th>
                  <td>第{row.version}版</td>
                  <td>
                    <Status tone={row.status === 'published' ? 'good' : 'plain'}>{row.status === 'published' ? '已发布' : '编制中'}</Status>
                  </td>
                  <td>{indexMethods[row.spec.method as keyof typeof indexMethods]}</td>
                  <td>{weightings[row.spec.weighting as keyof typeof weightings]}</td>
                  <td>
                    {row.spec.fromYear}—{row.spec.toYear}
                  </td>
                  <td>
                    {formatInstant(row.updatedAt)} {row.updatedBy}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
