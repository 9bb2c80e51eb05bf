// 我的资金: what a firm has been promised, what has been paid and to which account, and what it has to return.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatMoney } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { RelatedList } from '#ui/record/related-list.tsx';
import { useMay } from '#ui/session.ts';
import type { CommitmentView, Done } from '../wire.ts';
import { PartsTable } from './commitment-parts.tsx';
import { accountsQuery, commitmentsQuery, paymentsQuery, recoveriesQuery, refreshFunds } from './queries.ts';
import { accountFields, toneOf } from './words.ts';
import './funds.css';

/** In the firm's words: which line the bureau uses is not its concern. */
const ownWords: Readonly<Record<string, string>> = { waiting: '已承诺', active: '履行中', settled: '已结清', 'given-up': '已终止' };

function Promised({ row }: { row: CommitmentView }) {
  return (
    <Section
      title={row.purpose}
      note={`${row.programmeName} · ${row.promisedOn}`}
      action={<Status tone={row.status === 'waiting' ? 'wait' : (toneOf[row.status] ?? 'plain')}>{ownWords[row.status]}</Status>}
    >
      <p className="fd-note">
        共{formatMoney(row.amount)}，已付{formatMoney(row.paid)}
        {Number(row.givenUp) > 0 && `，终止${formatMoney(row.givenUp)}（${row.givenUpWhy}）`}。下表单位：万元。
      </p>
      <PartsTable parts={row.parts} />
    </Section>
  );
}

/** The accounts that count now: the one in use, and one that waits. */
function useAccounts() {
  const query = useQuery(accountsQuery({}));
  return query.data?.rows.filter(({ status }) => status === 'confirmed' || status === 'entered');
}

function Accounts() {
  const rows = useAccounts() ?? [];
  return (
    <RelatedList
      title="收款账户"
      empty="还没有登记收款账户，登记并经复核后才能拨付。"
      items={rows.map((row) => ({
        id: row.id,
        title: `${row.bank} ${row.number}`,
        mark: <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status>,
        hint: row.enteredOn,
      }))}
    />
  );
}

function Entering() {
  const client = useQueryClient();
  const rows = useAccounts();
  const mayEnter = useMay('funds/account:enter');
  if (!mayEnter || rows === undefined) return null;
  return (
    <ActionBar
      key={rows.length}
      actions={[
        {
          key: 'enter',
          label: rows.length === 0 ? '登记收款账户' : '更换收款账户',
          isAllowed: !rows.some(({ status }) => status === 'entered'),
          whyNot: '已有一个账户待科技或财政部门复核',
          consequence: '户名须与本单位名称一致；账号加密保存，由科技或财政部门复核后启用。',
          fields: accountFields,
          run: async ({ bank, number }) => (await call<Done>('POST', '/funds/accounts', { body: { bank, number } })).says,
        },
      ]}
      onDone={() => void refreshFunds(client)}
    />
  );
}

function Paid() {
  const query = useQuery(paymentsQuery({ limit: '50' }));
  return (
    <RelatedList
      title="拨付"
      shown={20}
      empty="还没有拨付"
      items={(query.data?.rows ?? []).map((row) => ({
        id: row.id,
        title: `${row.purpose} ${formatMoney(row.amount)}`,
        hint: row.paidOn ?? row.proposedOn,
        mark: <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status>,
      }))}
    />
  );
}

export default function DeskFunds() {
  const promised = useQuery(commitmentsQuery({ limit: '50' }));
  const recoveries = useQuery(recoveriesQuery);
  const open = recoveries.data?.rows.filter(({ status }) => status !== 'closed') ?? [];
  return (
    <div className="kc-page">
      <PageHead title="我的资金" parent={{ label: '首页', href: '/desk' }} lead="政府承诺给本单位的资金、已拨付的资金和收款账户。" />
      {open.map((row) => (
        <Notice key={row.id} tone={row.isLate ? 'bad' : 'warn'} title={`请于 ${row.dueOn} 前退回${formatMoney(row.rest)}`}>
          <p>事由：{row.why}。退回方式请联系所在县区科技局。</p>
        </Notice>
      ))}
      <Accounts />
      {promised.error && <ErrorState error={promised.error} onRetry={() => void promised.refetch()} />}
      {promised.isPending && <TableSkeleton rows={4} />}
      {promised.data?.rows.length === 0 && <EmptyState title="还没有资金承诺" how="项目立项、奖补审定后，承诺的资金和分期会列在这里。" />}
      {promised.data?.rows.map((row) => (
        <Promised key={row.id} row={row} />
      ))}
      <Paid />
      <Entering />
    </div>
  );
}
