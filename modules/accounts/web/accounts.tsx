// The list of accounts: who is in use, waits for a role, is locked or disabled.
import { useQuery } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { type ListColumn, type ListFilter, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import { roleIds, roles } from '../model/roles.ts';
import type { AccountView, OfficeView, PageView } from '../wire.ts';
import { AccountPanel } from './account-panel.tsx';
import { officesQuery } from './queries.ts';
import { roleNames, seatOf, standingOf } from './words.ts';

const columns: readonly ListColumn<AccountView>[] = [
  { key: 'name', title: '姓名', value: (row) => row.name, sortable: true, width: 120 },
  { key: 'login', title: '登录名', value: (row) => row.login, sortable: true, width: 160 },
  {
    key: 'state',
    title: '状态',
    kind: 'status',
    phone: true,
    render: (row) => {
      const { tone, words } = standingOf(row);
      return <Status tone={tone}>{words}</Status>;
    },
  },
  { key: 'office', title: '机构', value: seatOf, sortable: true, phone: true },
  { key: 'roles', title: '角色', value: (row) => roleNames(row.roles), phone: true },
  { key: 'signedInAt', title: '最近登录', kind: 'instant', value: (row) => row.signedInAt, sortable: true, phone: true },
  { key: 'passwordAt', title: '密码更改于', kind: 'instant', value: (row) => row.passwordAt, hidden: true },
  { key: 'createdAt', title: '开设于', value: (row) => formatInstant(row.createdAt), sortable: true, hidden: true },
];

const views: readonly ListView[] = [
  { key: 'active', label: '在用', filters: { state: ['active'] } },
  { key: 'without-role', label: '未授权', filters: { state: ['without-role'] } },
  { key: 'locked', label: '已锁定', filters: { state: ['locked'] } },
  { key: 'disabled', label: '已停用', filters: { state: ['disabled'] } },
  { key: 'all', label: '全部', filters: {} },
];

const lineOptions = [
  { value: 'business', label: '业务' },
  { value: 'system', label: '系统管理' },
  { value: 'security', label: '安全管理' },
  { value: 'audit', label: '审计管理' },
];

const filtersWith = (offices: readonly OfficeView[]): readonly ListFilter[] => [
  { key: 'text', label: '姓名、登录名或机构', kind: 'text', pinned: true },
  { key: 'role', label: '角色', kind: 'choice', pinned: true, options: roleIds.map((value) => ({ value, label: roles[value].name })) },
  { key: 'office', label: '机构', kind: 'choice', options: offices.map((office) => ({ value: office.id, label: office.name })) },
  { key: 'line', label: '职责', kind: 'choice', options: lineOptions },
  {
    key: 'state',
    label: '状态',
    kind: 'choice',
    options: views.flatMap(({ key, label }) => (key === 'all' ? [] : [{ value: key, label }])),
  },
];

export default function Accounts() {
  const mayManage = useMay('accounts/account:manage');
  const offices = useQuery(officesQuery);
  return (
    <ListPage<AccountView>
      name="accounts.accounts"
      title="账户"
      counter="个"
      columns={columns}
      views={views}
      filters={filtersWith(offices.data?.rows ?? [])}
      fetchCounts={(signal) => call('GET', '/accounts/account-counts', { signal })}
      rowKey={(row) => row.id}
      fetchPage={({ signal, ...request }) =>
        call<PageView<AccountView>>('GET', '/accounts/accounts', { query: listQuery(request), signal })
      }
      renderPanel={(id) => <AccountPanel key={id} id={id} />}
      panelTitle={(_, row) => row?.name ?? '账户'}
      actions={
        mayManage && (
          <AppLink className="kc-button kc-button-main" href="/accounts/accounts/open">
            开设账户
          </AppLink>
        )
      }
      empty={{ title: '还没有账户', how: '先设立机构，再为机构中的人员开设账户。' }}
    />
  );
}
