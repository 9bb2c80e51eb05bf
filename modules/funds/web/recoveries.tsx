// Money that is to be returned: until when, how much came back, and what is late.
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatMoney } from '#ui/format.ts';
import { ListPage } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import type { Done, RecoveryPage, RecoveryView } from '../wire.ts';
import { refreshFunds } from './queries.ts';
import { receiptFields, toneOf } from './words.ts';

function RecoveryPanel({ row }: { row: RecoveryView }) {
  const client = useQueryClient();
  const mayReceive = useMay('funds/payment:confirm');
  return (
    <>
      <FactList
        facts={[
          { label: '单位', value: row.partyName },
          { label: '状态', value: <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status> },
          { label: '应退', value: formatMoney(row.amount) },
          { label: '已退', value: formatMoney(row.received) },
          { label: '事由', value: row.why },
          { label: '限期', value: row.dueOn, note: `${row.decidedOn} 决定` },
          { label: '原用途', value: row.purpose, wide: true },
        ]}
      />
      {mayReceive && row.status !== 'closed' && (
        <ActionBar
          actions={[
            {
              key: 'receive',
              label: '登记退回',
              isAllowed: true,
              isMain: true,
              consequence: `尚余${formatMoney(row.rest)}未退；当年的资金退回后恢复指标可用余额，以前年度的缴回国库。`,
              fields: receiptFields,
              run: async (body) =>
                (await call<Done>('POST', `/funds/recoveries/${row.id}/receipts`, { body: { version: row.version, ...body } })).says,
            },
          ]}
          onDone={() => void refreshFunds(client)}
        />
      )}
    </>
  );
}

export default function Recoveries() {
  return (
    <ListPage<RecoveryView>
      name="funds.recoveries"
      title="资金追回"
      counter="笔"
      columns={[
        { key: 'partyName', title: '单位', value: (row) => row.partyName, width: 240 },
        {
          key: 'status',
          title: '状态',
          kind: 'status',
          render: (row) => <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status>,
        },
        { key: 'amount', title: '应退', kind: 'money', value: (row) => row.amount, sortable: true },
        { key: 'received', title: '已退', kind: 'money', value: (row) => row.received },
        { key: 'rest', title: '未退', kind: 'money', value: (row) => row.rest },
        { key: 'dueOn', title: '限期', kind: 'day', value: (row) => row.dueOn, sortable: true },
        { key: 'why', title: '事由', value: (row) => row.why, width: 260 },
        { key: 'region', title: '县区', value: (row) => row.regionName, hidden: true },
        { key: 'programme', title: '事项', value: (row) => row.programmeName, hidden: true },
      ]}
      filters={[{ key: 'text', label: '单位名称', kind: 'text', pinned: true }]}
      views={[{ key: 'all', label: '全部', filters: {} }]}
      defaultSort={{ key: 'dueOn', direction: 'asc' }}
      rowKey={(row) => row.id}
      fetchPage={({ signal, ...request }) => call<RecoveryPage>('GET', '/funds/recoveries', { query: listQuery(request), signal })}
      panelTitle={(_key, row) => row?.partyName ?? '资金追回'}
      renderPanel={(_id, row) =>
        row === undefined ? <p className="kc-none">这笔追回不在本页，请在列表中查找。</p> : <RecoveryPanel key={row.version} row={row} />
      }
      empty={{ title: '没有需要追回的资金', how: '办件终止、资质撤销或企业迁出时，由办件或经办人决定追回。' }}
    />
  );
}
