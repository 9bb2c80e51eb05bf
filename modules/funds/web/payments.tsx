// Payments by where they stand: approved by leaders, sent and confirmed by finance, returned by the bank.
import { useQuery } from '@tanstack/react-query';
import { call, download } from '#ui/api.ts';
import { formatYuanIn } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { ListPage } from '#ui/list/list-page.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { Timeline, type TimelineItem } from '#ui/record/timeline.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import { paymentStatuses } from '../model/words.ts';
import type { PaymentPage, PaymentView } from '../wire.ts';
import { approving, refusing, settling } from './payment-actions.tsx';
import { knownQuery } from './queries.ts';
import { toneOf } from './words.ts';

function steps(row: PaymentView): TimelineItem[] {
  const at = (day: string) => `${day}T00:00:00+08:00`;
  return [
    ...(row.returnedOn === null
      ? []
      : [{ id: 'returned', at: at(row.returnedOn), who: '银行', what: '退票', tone: 'bad' as const, note: row.why }]),
    ...(row.paidOn === null ? [] : [{ id: 'paid', at: at(row.paidOn), who: '财政', what: '确认到账', tone: 'good' as const }]),
    ...(row.approvedBy === null || row.approvedOn === null
      ? []
      : [{ id: 'approved', at: at(row.approvedOn), who: row.approvedBy, what: '审定' }]),
    { id: 'proposed', at: at(row.proposedOn), who: row.proposedBy, what: '提出拨付' },
  ];
}

function PaymentPanel({ row, mayFile }: { row: PaymentView; mayFile: boolean }) {
  const { file } = row;
  return (
    <>
      <FactList
        facts={[
          { label: '拨付单号', value: row.number },
          { label: '状态', value: <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status> },
          { label: '金额', value: `${formatYuanIn('元', row.amount)} 元` },
          { label: '用途', value: row.purpose },
          { label: '收款户名', value: row.partyName },
          { label: '收款账户', value: `${row.bank} ${row.accountMask}` },
          {
            label: '预算指标',
            value: row.line === null ? '其他部门安排的指标' : <AppLink href={`/funds/lines/${row.line}`}>{row.lineName}</AppLink>,
          },
          {
            label: '办件',
            value: row.caseId === null ? null : <AppLink href={`/casework/cases/${row.caseId}`}>{row.caseNumber ?? '查看'}</AppLink>,
          },
          {
            label: '付款文件',
            value:
              file === null || !mayFile ? (
                row.fileNumber
              ) : (
                <button
                  type="button"
                  className="kc-button kc-button-bare"
                  onClick={() => void download(`/funds/pay-files/${file}/download`)}
                >
                  下载 {row.fileNumber}
                </button>
              ),
          },
          ...(row.status === 'refused' ? [{ label: '理由', value: row.why, wide: true }] : []),
        ]}
      />
      <Timeline items={steps(row)} />
    </>
  );
}

const statusOptions = Object.entries(paymentStatuses).map(([value, label]) => ({ value, label }));

export default function Payments() {
  const session = useSession();
  const known = useQuery(knownQuery);
  const mayApprove = useMay('funds/payment:approve');
  const maySettle = useMay('funds/payment:confirm');
  if (known.error) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />;
  if (known.data === undefined || session === null) return <PageSkeleton />;
  const { programmes, lines, today } = known.data;
  const bulk = [...(mayApprove ? [approving, refusing] : []), ...(maySettle ? settling(today) : [])];
  const order = maySettle
    ? ['approved', 'sent', 'paid', 'returned', 'proposed', 'refused']
    : ['proposed', 'approved', 'sent', 'returned', 'paid', 'refused'];
  return (
    <ListPage<PaymentView>
      name="funds.payments"
      title="拨付"
      counter="笔"
      columns={[
        { key: 'number', title: '拨付单号', value: (row) => row.number, sortable: true },
        { key: 'partyName', title: '收款单位', value: (row) => row.partyName, width: 220 },
        { key: 'amount', title: '金额', kind: 'money', value: (row) => row.amount, sortable: true },
        {
          key: 'status',
          title: '状态',
          kind: 'status',
          render: (row) => <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status>,
        },
        { key: 'purpose', title: '用途', value: (row) => row.purpose, width: 190 },
        { key: 'line', title: '预算指标', value: (row) => row.lineName, phone: false },
        { key: 'region', title: '县区', value: (row) => row.regionName, hidden: true },
        { key: 'proposedBy', title: '提出人', value: (row) => row.proposedBy, hidden: true },
        { key: 'proposedAt', title: '提出日期', kind: 'day', value: (row) => row.proposedOn, sortable: true, phone: false },
        { key: 'paidOn', title: '到账日期', kind: 'day', value: (row) => row.paidOn, phone: false },
        { key: 'account', title: '收款账户', value: (row) => `${row.bank} ${row.accountMask}`, hidden: true },
        { key: 'file', title: '付款文件', value: (row) => row.fileNumber, hidden: true },
        { key: 'why', title: '退票或不同意的理由', value: (row) => row.why, hidden: true },
      ]}
      filters={[
        { key: 'text', label: '单位、用途、拨付单号', kind: 'text', pinned: true },
        {
          key: 'programme',
          label: '事项',
          kind: 'choice',
          pinned: true,
          options: programmes.map(({ id, name }) => ({ value: id, label: name })),
        },
        { key: 'line', label: '预算指标', kind: 'choice', options: lines.map(({ id, name }) => ({ value: id, label: name })) },
        { key: 'status', label: '状态', kind: 'choice', options: statusOptions },
      ]}
      views={[
        ...order.map((status) => ({
          key: status,
          label: paymentStatuses[status as keyof typeof paymentStatuses],
          filters: { status: [status] },
        })),
        { key: 'all', label: '全部', filters: {} },
      ]}
      fetchCounts={(signal) => call('GET', '/funds/payment-counts', { signal })}
      defaultSort={{ key: 'proposedAt', direction: 'desc' }}
      rowKey={(row) => row.id}
      fetchPage={({ signal, ...request }) => call<PaymentPage>('GET', '/funds/payments', { query: listQuery(request), signal })}
      panelTitle={(_key, row) => row?.number ?? '拨付'}
      renderPanel={(_id, row) =>
        row === undefined ? <p className="kc-none">这笔拨付不在本页，请在列表中查找。</p> : <PaymentPanel row={row} mayFile={maySettle} />
      }
      {...(maySettle
        ? {
            actions: (
              <AppLink className="kc-button" href="/funds/returns">
                导入银行退票
              </AppLink>
            ),
          }
        : {})}
      {...(bulk.length > 0 ? { bulkActions: bulk } : {})}
      empty={{ title: '没有拨付', how: '在“资金承诺”中对到期的承诺提出拨付，局领导审定后由财政支付。' }}
    />
  );
}
