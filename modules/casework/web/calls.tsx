// The office's list of calls: which windows are open, how many have applied, and the way to a new one.
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { type ListColumn, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay } from '#ui/session.ts';
import type { CallView } from '../wire.ts';
import { deadlineOf } from './words.ts';

const columns: readonly ListColumn<CallView>[] = [
  { key: 'name', title: '批次', value: (row) => row.name, width: 280 },
  {
    key: 'phase',
    title: '状态',
    kind: 'status',
    phone: true,
    render: (row) => {
      const { tone, words } = deadlineOf(row, new Date());
      return <Status tone={row.phase === '草稿' ? 'plain' : tone}>{words}</Status>;
    },
  },
  { key: 'opensAt', title: '开始', value: (row) => formatInstant(row.opensAt), phone: true },
  { key: 'closesAt', title: '截止', value: (row) => formatInstant(row.closesAt), phone: true },
  { key: 'cases', title: '已提交', unit: '件', kind: 'number', value: (row) => row.cases, phone: true },
  { key: 'quota', title: '名额', unit: '个', kind: 'number', value: (row) => row.quota },
  { key: 'budget', title: '预算', kind: 'money', value: (row) => row.budget },
  { key: 'dossier', title: '事项', value: (row) => row.dossierName },
];

const phases: readonly string[] = ['草稿', '未开始', '受理中', '已截止', '已关闭'];

const views: readonly ListView[] = [
  { key: 'all', label: '全部', filters: {} },
  { key: 'open', label: '受理中', filters: { phase: ['受理中'] } },
  { key: 'coming', label: '草稿和未开始', filters: { phase: ['草稿', '未开始'] } },
  { key: 'past', label: '已截止', filters: { phase: ['已截止', '已关闭'] } },
];

/** There are a few dozen calls at most: the server gives all, and the phase is chosen here. */
async function fetchCalls(wanted: unknown, signal: AbortSignal) {
  const { rows } = await call<{ rows: CallView[] }>('GET', '/casework/calls', { signal });
  const shown = Array.isArray(wanted) ? rows.filter((row) => wanted.includes(row.phase)) : rows;
  return { rows: shown, next: null, total: shown.length };
}

export default function Calls() {
  const mayManage = useMay('casework/call:manage');
  return (
    <ListPage<CallView>
      name="casework.calls"
      title="申报批次"
      counter="个"
      columns={columns}
      views={views}
      filters={[{ key: 'phase', label: '状态', kind: 'choice', options: phases.map((value) => ({ value, label: value })) }]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/casework/calls/${row.id}`}
      fetchPage={({ filters, signal }) => fetchCalls(filters.phase, signal)}
      actions={
        mayManage && (
          <AppLink className="kc-button kc-button-main" href="/casework/calls/new">
            新建批次
          </AppLink>
        )
      }
      empty={{ title: '还没有批次', how: '新建批次，设定受理时间、名额、预算和指南，发布后企业即可看到并申报。' }}
    />
  );
}
