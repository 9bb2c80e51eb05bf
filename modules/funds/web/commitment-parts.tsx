// Parts of a commitment: its instalments, what may be done with it, and commitments as a short table.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatMoney, formatYuanIn } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { AccountView, CommitmentView, Done } from '../wire.ts';
import { accountsQuery, commitmentQuery, commitmentsQuery, refreshFunds } from './queries.ts';
import { accountFields, amountFields, ownMoneyFields, takeBackFields, toneOf } from './words.ts';
import './funds.css';

type Part = CommitmentView['parts'][number];

function PartState({ part }: { part: Part }) {
  if (Number(part.rest) === 0)
    return <Status tone={Number(part.pending) > 0 ? 'wait' : 'good'}>{Number(part.pending) > 0 ? '支付中' : '已结清'}</Status>;
  if (part.dueOn === null) return <Status tone="off">未到条件</Status>;
  return <Status tone="wait">可支付</Status>;
}

/** The table alone, for where a heading stands already. */
export function PartsTable({ parts }: { parts: readonly Part[] }) {
  return (
    <div className="fd-scroll">
      <table className="fd-table">
        <thead>
          <tr>
            <th scope="col">期次</th>
            <th scope="col">状态</th>
            <th scope="col" className="fd-num">
              金额
            </th>
            <th scope="col" className="fd-num">
              已付
            </th>
            <th scope="col" className="fd-num">
              在途
            </th>
            <th scope="col">应付至</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.no}>
              <th scope="row">{part.name}</th>
              <td>
                <PartState part={part} />
              </td>
              <td className="fd-num">{formatYuanIn('万元', part.amount)}</td>
              <td className="fd-num">{formatYuanIn('万元', part.paid)}</td>
              <td className="fd-num">{formatYuanIn('万元', part.pending)}</td>
              <td className="fd-day">{part.payBy ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Parts = ({ parts }: { parts: readonly Part[] }) => (
  <Section title="分期" note="单位：万元">
    <PartsTable parts={parts} />
  </Section>
);

const post = async (path: string, body: object): Promise<string> => (await call<Done>('POST', path, { body })).says;

function proposals(row: CommitmentView): ActionChoice[] {
  return row.parts
    .filter((part) => part.dueOn !== null && Number(part.rest) > 0)
    .map((part) => ({
      key: `pay-${part.no}`,
      label: row.parts.length === 1 ? '提出拨付' : `提出拨付${part.name}`,
      isAllowed: row.status === 'active',
      whyNot: '尚未落实预算指标',
      isMain: true,
      consequence: `对“${part.name}”提出拨付，余额${formatMoney(part.rest)}；由局领导审定后支付。`,
      fields: amountFields,
      run: ({ amount }) => post('/funds/payments', { payments: [{ commitment: row.id, part: part.no, ...(amount ? { amount } : {}) }] }),
    }));
}

function actionsOf(row: CommitmentView, may: { propose: boolean; manage: boolean; enter: boolean }): ActionChoice[] {
  const path = `/funds/commitments/${row.id}`;
  return [
    ...(may.propose ? proposals(row) : []),
    ...(may.enter
      ? [
          {
            key: 'account',
            label: '登记收款账户',
            isAllowed: true,
            consequence: `户名须为“${row.partyName}”；由另一位经办人复核后启用，原账户不再使用。`,
            fields: accountFields,
            run: ({ bank, number }: Readonly<Record<string, unknown>>) => post('/funds/accounts', { party: row.party, bank, number }),
          },
        ]
      : []),
    ...(may.propose
      ? [
          {
            key: 'own',
            label: '登记自有资金',
            isAllowed: true,
            consequence: '填写应付自有资金后，财政资金不得先于自有资金的同比例支付。',
            fields: ownMoneyFields,
            run: async ({ required, paid }: Readonly<Record<string, unknown>>) =>
              (await call<Done>('PUT', `${path}/own-money`, { body: { version: row.version, required: required ?? null, paid } })).says,
          },
        ]
      : []),
    ...(may.manage && Number(row.paid) > 0
      ? [
          {
            key: 'back',
            label: '追回',
            isAllowed: true,
            isGrave: true,
            consequence: `决定追回已支付的资金（已付${formatMoney(row.paid)}），单位须限期退回。`,
            fields: takeBackFields,
            run: (body: Readonly<Record<string, unknown>>) => post(`${path}/recoveries`, { version: row.version, ...body }),
          },
        ]
      : []),
  ];
}

const accountWords = (accounts: readonly AccountView[] | undefined): string | null => {
  const shown = accounts?.find(({ status }) => status === 'confirmed') ?? accounts?.find(({ status }) => status === 'entered');
  return shown === undefined ? null : `${shown.bank} ${shown.number}（${shown.statusName}）`;
};

export function CommitmentPanel({ id }: { id: string }) {
  const client = useQueryClient();
  const query = useQuery(commitmentQuery(id));
  const party = query.data?.party;
  const accounts = useQuery({ ...accountsQuery({ party: party ?? '' }), enabled: party !== undefined });
  const may = { propose: useMay('funds/payment:propose'), manage: useMay('funds/budget:manage'), enter: useMay('funds/account:enter') };
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={6} />;
  const row = query.data;
  const actions = actionsOf(row, may);
  return (
    <>
      <FactList
        facts={[
          { label: '单位', value: row.partyName },
          { label: '状态', value: <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status> },
          { label: '用途', value: row.purpose },
          { label: '承诺', value: formatMoney(row.amount), note: row.promisedOn },
          { label: '已付', value: formatMoney(row.paid) },
          {
            label: '预算指标',
            value:
              row.line === null ? null : row.lineName === null ? (
                '其他部门安排的指标'
              ) : (
                <AppLink href={`/funds/lines/${row.line}`}>{row.lineName}</AppLink>
              ),
          },
          { label: '收款账户', value: accountWords(accounts.data?.rows) },
          {
            label: '办件',
            value: row.caseId === null ? null : <AppLink href={`/casework/cases/${row.caseId}`}>{row.caseNumber ?? '查看'}</AppLink>,
          },
          ...(row.ownRequired === null
            ? []
            : [{ label: '自有资金', value: `应付${formatMoney(row.ownRequired)}，已付${formatMoney(row.ownPaid)}` }]),
          ...(row.givenUpWhy === '' ? [] : [{ label: '放弃', value: formatMoney(row.givenUp), note: row.givenUpWhy }]),
        ]}
      />
      <Parts parts={row.parts} />
      {actions.length > 0 && <ActionBar key={row.version} actions={actions} onDone={() => void refreshFunds(client)} />}
    </>
  );
}

export function CommitmentTable({ query: asked }: { query: Readonly<Record<string, string>> }) {
  const query = useQuery(commitmentsQuery(asked));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={5} />;
  if (query.data.rows.length === 0) return <EmptyState title="没有资金承诺" how="办件签约或审定后，资金承诺会出现在这里。" />;
  return (
    <div className="fd-scroll">
      <table className="fd-table">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">用途</th>
            <th scope="col">状态</th>
            <th scope="col" className="fd-num">
              承诺（万元）
            </th>
            <th scope="col" className="fd-num">
              已付（万元）
            </th>
          </tr>
        </thead>
        <tbody>
          {query.data.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.partyName}</th>
              <td>{row.purpose}</td>
              <td>
                <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status>
              </td>
              <td className="fd-num">{formatYuanIn('万元', row.amount)}</td>
              <td className="fd-num">{formatYuanIn('万元', row.paid)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
