// The import of a bank's return file on the register's machinery: a dry run against payments, booked whole by a second person, undone by batch.
import { sql } from 'kysely';
import { type ImportContext, type ImportKind, keepJudged, noteWritten, stagedRows, writtenBy } from '#modules/registry/contract.ts';
import { maskBankNumber } from '#platform/crypto/mask.ts';
import { judgeReturn, type NamedPayment, returnColumns, sealedKey } from '../../model/return-file.ts';
import { paymentStatuses } from '../../model/words.ts';
import type { FundsSetting } from '../../setting.ts';
import { accountPlace } from '../accounts.ts';
import { returnPayments } from '../settle-payments.ts';
import { payAgain, type Reinstated, whyNotAgain } from './undo.ts';

type Found = NamedPayment & { readonly sealed: string };

async function paymentsCalled({ db, by }: ImportContext, numbers: readonly string[]): Promise<Map<string, Found>> {
  const { rows } = await sql<Found>`
    select p.id, p.party, p.party_name, p.number, p.amount, p.status, p.returned_on, p.paid_on, p.version, a.sealed
    from funds.payment p join funds.payee_account a on a.id = p.account
    where p.root = ${by.root} and p.number = any(${numbers}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.number, row]));
}

const stands = ({ party_name: name }: Found, status: keyof typeof paymentStatuses): string => `${name}，${paymentStatuses[status]}`;

async function judge(context: ImportContext, { seal }: FundsSetting): Promise<void> {
  const staged = await stagedRows(context);
  const found = await paymentsCalled(
    context,
    staged.flatMap(({ values: { number } }) => (number === undefined ? [] : [number])),
  );
  const first = new Map<string, number>();
  const judged = staged.map(({ row, values, problems }) => {
    const own = problems.filter((problem) => problem.judged !== true);
    const { number = '' } = values;
    const twin = first.get(number);
    if (!first.has(number)) first.set(number, row);
    const payment = found.get(number);
    if (own.some(({ level }) => level === 'error')) return { row, outcome: 'wrong', matchedBy: 'number', problems: own, diff: null };
    const known = payment === undefined ? undefined : { ...payment, account: seal.open(payment.sealed, accountPlace) };
    const verdict = judgeReturn(values, known, seal.open(values[sealedKey] ?? '', accountPlace), { today: context.by.today, twin });
    const diff = {
      number: [
        payment === undefined ? null : stands(payment, payment.status),
        payment === undefined ? number : stands(payment, 'returned'),
      ],
      amount: [null, `${values.amount ?? ''} 元`],
      reason: [null, values.reason ?? null],
      day: [null, values.day ?? null],
    };
    const { party = null, version = null } = payment ?? {};
    return { row, outcome: verdict.outcome, matchedBy: 'number', problems: [...own, ...verdict.problems], party, version, diff };
  });
  await keepJudged(context, judged);
}

/** Locks every payment and refuses the whole file where a colleague has moved one on; what undoing needs is kept with the batch. */
async function commit(context: ImportContext): Promise<void> {
  const { db, by } = context;
  const rows = (await stagedRows(context)).filter(({ outcome }) => outcome === 'change');
  const found = await paymentsCalled(
    context,
    rows.map(({ values }) => values.number ?? ''),
  );
  const meant = rows.flatMap(({ values, version }) => {
    const payment = found.get(values.number ?? '');
    return payment === undefined || version === null
      ? []
      : [{ id: payment.id, version, why: values.reason ?? '', day: values.day ?? by.today }];
  });
  const returned = await returnPayments(db, by, meant);
  const places = new Map(rows.map(({ row, values }) => [values.number, row]));
  const undo = returned.map(({ id, number, party, status, version }) => ({
    key: id,
    row: places.get(number) ?? 0,
    party,
    before: { status },
    version: version + 1,
  }));
  await noteWritten(context, 'payment', undo);
}

async function written(context: ImportContext): Promise<Reinstated[]> {
  const records = await writtenBy<Pick<Reinstated, 'status'>>(context, 'payment');
  return records.flatMap(({ key, row, version, before }) => (before === null ? [] : [{ id: key, row, version, status: before.status }]));
}

export const returnsImport = (setting: FundsSetting): ImportKind => ({
  id: 'funds/returns',
  name: '银行退票',
  permission: 'funds/payment:confirm',
  counter: '笔',
  says: '按拨付单号对应拨付，账号、金额须与付款时一致；一人上传核对，另一人写入，整份写入或整份不写入。',
  takesCsv: true,
  needsSecondPerson: true,
  isWhole: true,
  options: () => ({}),
  columns: () => returnColumns,
  titleOf: ({ number = '' }) => number,
  words: (_key, value) => value,
  finishRow(values) {
    const { account } = values;
    if (account === undefined) return [];
    const plain = account.replaceAll(/[\s-]/g, '');
    values[sealedKey] = setting.seal.seal(plain, accountPlace);
    values.account = plain.includes('*') ? plain : maskBankNumber(plain);
    return [];
  },
  judge: (context) => judge(context, setting),
  commit,
  async undoRefusals(context) {
    return whyNotAgain(context, await written(context));
  },
  async undo(context, except) {
    const mine = await written(context);
    await payAgain(
      context,
      mine.filter(({ id }) => !except.includes(id)),
    );
  },
});
