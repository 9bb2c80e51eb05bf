// The enterprise's own cases.
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { type ListColumn, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { Clock } from '#ui/record/clock.tsx';
import { listQuery } from '#ui/url-state.ts';
import type { CaseSummary } from '../wire.ts';
import type { CasePageView } from './queries.ts';
import { clockOf, toneOf } from './words.ts';

const columns: readonly ListColumn<CaseSummary>[] = [
  { key: 'dossier', title: '事项', value: (row) => row.dossierName, always: true },
  {
    key: 'status',
    title: '状态',
    kind: 'status',
    render: (row) => <Status tone={toneOf(row.status)}>{row.statusName}</Status>,
    phone: true,
  },
  { key: 'waits', title: '当前', value: (row) => (row.status === 'draft' ? '填写后请提交' : row.waitsFor), phone: true },
  {
    key: 'clock',
    title: '期限',
    render: (row) => {
      const clock = clockOf(row);
      if (row.status === 'correction') return `${row.dueOn ?? ''} 前补正`;
      return clock === undefined ? '—' : <Clock reading={clock} />;
    },
    phone: true,
  },
  { key: 'submittedOn', title: '提交日期', kind: 'day', value: (row) => row.submittedOn, sortable: true, phone: true },
  { key: 'number', title: '受理编号', value: (row) => row.number },
  { key: 'call', title: '批次', value: (row) => row.callName },
];

const views: readonly ListView[] = [
  { key: 'all', label: '全部', filters: {} },
  { key: 'todo', label: '待我处理', filters: { status: ['draft', 'correction'] } },
  { key: 'open', label: '办理中', filters: { status: ['open'] } },
  { key: 'ended', label: '已办结', filters: { status: ['granted', 'refused', 'withdrawn', 'lapsed', 'stopped', 'concluded'] } },
];

const statuses = [
  { value: 'draft', label: '草稿' },
  { value: 'open', label: '办理中' },
  { value: 'correction', label: '待补正' },
  { value: 'granted', label: '已通过' },
  { value: 'refused', label: '未通过' },
  { value: 'withdrawn', label: '已撤回' },
  { value: 'lapsed', label: '逾期视为撤回' },
  { value: 'stopped', label: '已终止' },
  { value: 'concluded', label: '已结题' },
];

export default function DeskCases() {
  return (
    <ListPage<CaseSummary>
      name="casework.own-cases"
      title="我的办件"
      counter="件"
      columns={columns}
      views={views}
      filters={[{ key: 'status', label: '状态', kind: 'choice', options: statuses }]}
      defaultSort={{ key: 'submittedOn', direction: 'desc' }}
      rowKey={(row) => row.id}
      rowHref={(row) => (row.status === 'draft' ? `/desk/cases/${row.id}/form` : `/desk/cases/${row.id}`)}
      fetchPage={({ signal, ...request }) => call<CasePageView>('GET', '/casework/cases', { query: listQuery(request), signal })}
      empty={{
        title: '还没有办件',
        how: (
          <>
            从<AppLink href="/desk/calls">申报</AppLink>中选择事项开始；不确定条件是否符合，可先
            <AppLink href="/desk/self-check">自测</AppLink>。
          </>
        ),
      }}
    />
  );
}
