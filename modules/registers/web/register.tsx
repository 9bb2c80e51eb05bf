// The list of one register: saved views by validity or state, filters and columns of its form, export, and the ways to add and import.
import { useQuery } from '@tanstack/react-query';
import { call, download } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { type ListColumn, ListPage } from '#ui/list/list-page.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { RowPage, RowView } from '../wire.ts';
import { registerQuery, type ShownRegister } from './queries.ts';
import { columnsOf, exportRequest, filtersOf, rowRequest, standingFilter, viewsOf } from './row-list.ts';
import { RowPanel, RowTitle } from './row-panel.tsx';
import { Standing } from './row-words.tsx';
import './registers.css';

const standing: ListColumn<RowView> = {
  key: 'standing',
  title: '状态',
  kind: 'status',
  render: (row) => <Standing row={row} />,
  always: true,
};

function RegisterList({ register }: { register: ShownRegister }) {
  const [first, ...rest] = columnsOf(register);
  const columns: readonly ListColumn<RowView>[] = [
    ...(first === undefined ? [] : [first]),
    standing,
    ...rest,
    { key: 'updatedAt', title: '更新时间', kind: 'instant', value: (row) => row.updatedAt, hidden: true },
    { key: 'updatedBy', title: '更新人', value: (row) => row.updatedBy, hidden: true },
  ];
  const filters = [...filtersOf(register), ...(register.validity === null ? [] : [standingFilter])];
  const { id } = register;
  return (
    <ListPage<RowView>
      key={id}
      name={`registers.${id}`}
      title={register.name}
      lead={register.isClosed ? '仅限定人员可见，查看会写入审计记录。' : undefined}
      counter={register.counter}
      columns={columns}
      filters={filters}
      views={viewsOf(register)}
      fetchCounts={(signal) => call('GET', `/registers/lists/${id}/counts`, { signal })}
      rowKey={(row) => row.id}
      rowHref={(row) => `/registers/rows/${row.id}`}
      fetchPage={({ signal, ...request }) =>
        call<RowPage>('GET', `/registers/lists/${id}/rows`, { query: rowRequest(register, request), signal })
      }
      panelTitle={(key, row) => row?.title ?? <RowTitle id={key} />}
      renderPanel={(key) => <RowPanel key={key} id={key} register={register} />}
      onExport={(request) =>
        download(`/registers/lists/${id}/export`, { query: exportRequest(register, request.filters, request.sort, request.columns) })
      }
      actions={
        <span className="rs-head-links">
          <AppLink className="kc-button" href={`/casework/guides/${id}`}>
            台账说明
          </AppLink>
          {register.mayEdit && (
            <AppLink className="kc-button kc-button-main" href={`/registers/${id}/new`}>
              登记一{register.counter === '条' ? '条' : register.counter}
            </AppLink>
          )}
          {register.mayImport && (
            <AppLink className="kc-button" href={`/registers/${id}/import`}>
              批量导入
            </AppLink>
          )}
        </span>
      }
      empty={{ title: '还没有登记', how: register.mayEdit ? '可逐条登记，或下载模板填好后批量导入。' : '由有权限的人员登记后显示在这里。' }}
    />
  );
}

export default function Register() {
  const id = usePathParam('register');
  const query = useQuery(registerQuery(id));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return query.data === undefined ? <PageSkeleton /> : <RegisterList register={query.data} />;
}
