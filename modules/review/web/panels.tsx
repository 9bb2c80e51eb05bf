// The list of panels: which wait to be notified, which are being scored and how far, which are concluded.
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { ListPage } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import type { PanelSummary } from '../wire.ts';
import { panelStatus } from './words.ts';

const statusOf = ({ status }: PanelSummary) => {
  const [tone, word] = panelStatus[status] ?? ['plain', status];
  return <Status tone={tone}>{word}</Status>;
};

export default function Panels() {
  const mayDraw = useMay('review/panel:manage');
  const draw = (
    <>
      <AppLink className="kc-button" href="/panels/assign">
        智能分配
      </AppLink>
      <AppLink className="kc-button kc-button-main" href="/panels/new">
        抽取专家
      </AppLink>
    </>
  );
  return (
    <ListPage<PanelSummary>
      name="review.panels"
      title="评审组"
      lead="随机抽取专家，逐人排查回避关系；专家评分后汇总，结果记入办件。"
      counter="个"
      actions={mayDraw ? draw : undefined}
      columns={[
        { key: 'number', title: '编号', value: (row) => row.number, sortable: true, width: 130 },
        { key: 'name', title: '评审组', value: (row) => row.name, width: 260 },
        { key: 'programmeName', title: '事项', value: (row) => row.programmeName },
        { key: 'status', title: '状态', kind: 'status', render: statusOf },
        { key: 'cases', title: '申请', unit: '件', kind: 'number', value: (row) => row.cases },
        { key: 'size', title: '专家', unit: '人', kind: 'number', value: (row) => row.size },
        { key: 'progress', title: '已交评分表', render: (row) => (row.sheets === 0 ? '—' : `${row.submitted} / ${row.sheets}`) },
        { key: 'reviewDay', title: '评审日期', kind: 'day', value: (row) => row.reviewDay },
        { key: 'dueAt', title: '评分截止', kind: 'instant', value: (row) => row.dueAt, sortable: true },
        { key: 'drawnAt', title: '抽取时间', kind: 'instant', value: (row) => row.drawnAt, sortable: true, hidden: true },
      ]}
      filters={[
        { key: 'q', label: '编号或名称', kind: 'text', pinned: true },
        {
          key: 'status',
          label: '状态',
          kind: 'choice',
          options: Object.entries(panelStatus).map(([value, [, label]]) => ({ value, label })),
        },
      ]}
      views={[
        { key: 'alive', label: '进行中', filters: { status: ['drawn', 'open'] } },
        { key: 'concluded', label: '已汇总', filters: { status: ['concluded'] } },
        { key: 'all', label: '全部', filters: {} },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/panels/${row.id}`}
      fetchPage={({ signal, ...request }) =>
        call<{ rows: PanelSummary[]; next: string | null; total: number }>('GET', '/review/panels', { query: listQuery(request), signal })
      }
      empty={{
        title: '没有评审组',
        how: mayDraw ? <>办件进入专家评审环节后，在这里抽取专家。{draw}</> : '业务处室抽取专家后会出现在这里。',
      }}
    />
  );
}
