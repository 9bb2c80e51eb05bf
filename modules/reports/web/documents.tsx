// The reports that have been read, ours and other cities', and how far each has been worked through.
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { ListPage } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import type { DocumentPage, DocumentView } from '../wire.ts';

const kinds = { text: '文本', html: '网页', docx: 'Word', pdf: 'PDF' } as const;

function progress({ counts }: DocumentView) {
  if (counts.total === 0) return <Status tone="off">没有数据</Status>;
  if (counts.open === 0) return <Status tone="good">已核对完</Status>;
  return counts.open === counts.total ? <Status tone="wait">待核对</Status> : <Status tone="warn">核对中</Status>;
}

export default function Documents() {
  const mayWrite = useMay('reports/report:write');
  const add = (
    <AppLink className="kc-button kc-button-main" href="/reports/read">
      读一份报告
    </AppLink>
  );
  return (
    <ListPage<DocumentView>
      name="reports.documents"
      title="报告"
      lead="读出工作报告中的每个数据，核对后采纳入台账；其他城市的公开报告读进来，可与本市对比。"
      counter="份"
      actions={mayWrite ? add : undefined}
      columns={[
        { key: 'title', title: '名称', value: (row) => row.title, sortable: true, width: 320 },
        { key: 'place', title: '地区', value: (row) => row.place, sortable: true },
        { key: 'year', title: '报告年度', value: (row) => (row.year === null ? '由正文判断' : row.year), sortable: true },
        { key: 'progress', title: '进度', kind: 'status', render: progress },
        { key: 'total', title: '数据', unit: '个', kind: 'number', value: (row) => row.counts.total },
        { key: 'open', title: '待处理', unit: '个', kind: 'number', value: (row) => row.counts.open },
        { key: 'accepted', title: '已采纳', unit: '个', kind: 'number', value: (row) => row.counts.accepted },
        { key: 'ignored', title: '已忽略', unit: '个', kind: 'number', value: (row) => row.counts.ignored, hidden: true },
        { key: 'characters', title: '字数', kind: 'number', value: (row) => row.characters, hidden: true },
        { key: 'format', title: '来源', value: (row) => (row.kind === 'paste' ? '粘贴' : kinds[row.format]), hidden: true },
        { key: 'createdBy', title: '录入人', value: (row) => row.createdBy },
        { key: 'createdAt', title: '录入时间', kind: 'instant', value: (row) => row.createdAt, sortable: true },
      ]}
      filters={[
        { key: 'q', label: '名称或地区', kind: 'text', pinned: true },
        { key: 'year', label: '报告年度', kind: 'choice', options: years() },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/reports/${row.id}`}
      fetchPage={({ signal, ...request }) => call<DocumentPage>('GET', '/reports/documents', { query: listQuery(request), signal })}
      empty={{
        title: '还没有报告',
        how: mayWrite ? <>上传或粘贴一份工作报告，其中的数据会逐个标出。{add}</> : '市局和县区的经办录入报告后，会出现在这里。',
      }}
    />
  );
}

/** Reports of the last years; older ones are found by name. */
function years() {
  const now = new Date().getFullYear();
  return Array.from({ length: 12 }, (_, i) => ({ value: String(now - i), label: `${now - i}年度` }));
}
