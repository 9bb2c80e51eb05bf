// Roles lent for a time: one's own loans, or all of them for the security administrator.
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { type ListColumn, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { Notice } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useSession } from '#ui/session.ts';
import { roles } from '../model/roles.ts';
import type { DelegationView, PageView } from '../wire.ts';
import type { Standing } from './words.ts';

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

function standing(row: DelegationView): Standing {
  if (row.revokedAt !== null) return { tone: 'off', words: '已终止' };
  if (row.isInForce) return { tone: 'good', words: '生效中' };
  return row.from > today() ? { tone: 'wait', words: '未开始' } : { tone: 'off', words: '已到期' };
}

const canEnd = (row: DelegationView): boolean => row.revokedAt === null && row.until >= today();

const columns: readonly ListColumn<DelegationView>[] = [
  { key: 'role', title: '角色', value: (row) => roles[row.role].name, width: 160 },
  {
    key: 'state',
    title: '状态',
    kind: 'status',
    phone: true,
    render: (row) => {
      const { tone, words } = standing(row);
      return <Status tone={tone}>{words}</Status>;
    },
  },
  { key: 'lender', title: '委托人', value: (row) => row.lenderName, phone: true },
  { key: 'borrower', title: '受托人', value: (row) => row.borrowerName, phone: true },
  { key: 'office', title: '机构', value: (row) => row.officeName },
  { key: 'from', title: '自', kind: 'day', value: (row) => row.from },
  { key: 'until', title: '至', kind: 'day', value: (row) => row.until, phone: true },
  { key: 'reason', title: '理由', value: (row) => row.reason },
];

const views: readonly ListView[] = [
  { key: 'all', label: '全部', filters: {} },
  { key: 'now', label: '生效中', filters: { inForce: 'yes' } },
];

interface PanelProps {
  readonly row: DelegationView | undefined;
  readonly path: string;
  readonly name: string;
}

function DelegationPanel({ row, path, name }: PanelProps) {
  const client = useQueryClient();
  const me = useSession()?.account.id;
  if (row === undefined) return <Notice title="这项委托不在当前列表中">请切换到“全部”查看。</Notice>;
  const { tone, words } = standing(row);
  const mayEnd = canEnd(row) && (path === '/accounts/delegations' || row.lender === me);
  return (
    <>
      <FactList
        columns={1}
        facts={[
          { label: '状态', value: <Status tone={tone}>{words}</Status> },
          { label: '角色', value: roles[row.role].name },
          { label: '委托人', value: row.lenderName, ...(row.officeName === null ? {} : { note: row.officeName }) },
          { label: '受托人', value: row.borrowerName },
          { label: '期限', value: `${row.from} 至 ${row.until}` },
          { label: '理由', value: row.reason },
          { label: '委托于', value: formatInstant(row.lentAt) },
          ...(row.revokedAt === null ? [] : [{ label: '终止于', value: formatInstant(row.revokedAt) }]),
        ]}
      />
      {mayEnd && (
        <ActionBar
          actions={[
            {
              key: 'revoke',
              label: '终止委托',
              isAllowed: true,
              isGrave: true,
              consequence: `终止后${row.borrowerName}随即不能再以「${roles[row.role].name}」办理。`,
              run: async () => {
                await call('POST', `${path}/${row.id}/revoke`);
                return '委托已终止';
              },
            },
          ]}
          onDone={() => void client.invalidateQueries({ queryKey: ['list', name] })}
        />
      )}
    </>
  );
}

interface DelegationsListProps {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly path: '/accounts/delegations' | '/accounts/my-delegations';
  readonly actions?: ReactNode;
}

export function DelegationsList({ name, title, lead, path, actions }: DelegationsListProps) {
  return (
    <ListPage<DelegationView>
      name={name}
      title={title}
      lead={lead}
      counter="项"
      columns={columns}
      views={views}
      filters={[{ key: 'inForce', label: '生效中', kind: 'yes-no' }]}
      rowKey={(row) => row.id}
      fetchPage={({ filters, after, limit, signal }) =>
        call<PageView<DelegationView>>('GET', path, {
          query: { inForce: filters.inForce === 'yes' ? true : undefined, after, limit },
          signal,
        })
      }
      renderPanel={(_, row) => <DelegationPanel row={row} path={path} name={name} />}
      panelTitle={(_, row) => (row === undefined ? '委托' : `${row.lenderName} → ${row.borrowerName}`)}
      actions={actions}
      empty={{ title: '没有委托', how: '外出或休假时，可将本人的角色委托给同机构的同事一段时间，到期自动收回。' }}
    />
  );
}
