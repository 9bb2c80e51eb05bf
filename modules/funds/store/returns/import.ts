// The import of a bank's return file on the register's machinery: a dry run against payments, booked whole by a second person, undone by batch.
import { sql } from 'kysely';
import type { ImportContext, ImportKind, RowProblem, RowValues } from '#modules/registry/contract.ts';
import { maskBankNumber } from '#platform/crypto/mask.ts';
import { judgeReturn, type NamedPayment, returnColumns, sealedKey } from '../../model/return-file.ts';
import { paymentStatuses } from '../../model/words.ts';
import type { FundsSetting } from '../../setting.ts';
import { accountPlace } from '../accounts.ts';
import { returnPayments } from '../settle-payments.ts';
import { payAgain, type Reinstated, whyNotAgain } from './undo.ts';

interface Staged {
  readonly row: number;
  readonly values: RowValues;
  readonly problems: readonly (RowProblem & { readonly judged?: boolean })[];
}

async function stagedRows({ db, batch }: Pick<ImportContext, 'db' | 'batch'>): Promise<Staged[]> {
  const { rows } =
    await sql<Staged>`select row, values, problems from registry.import_row where batch = ${batch}::uuid order by row`.execute(db);
  return rows;
}

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
    if (own.some(({ level }) => level === 'error')) return { row, outcome: 'wrong', problems: own, party: null, version: null, diff: null };
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
    return { row, outcome: verdict.outcome, problems: [...own, ...verdict.problems], party, version, diff };
  });
  await sql`
    update registry.import_row r set outcome = j.outcome, matched_by = 'number', version = j.version, party = j.party, problems = j.problems, diff = j.diff
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j(row integer, outcome text, version integer, party uuid, problems jsonb, diff jsonb)
    where r.batch = ${context.batch}::uuid and r.row = j.row`.execute(context.db);
}

/** Locks every payment and refuses the whole file where a colleague has moved one on; what undoing needs is kept with the batch. */
async function commit(context: ImportContext): Promise<void> {
  const { db, by, batch, region } = context;
  const { rows } = await sql<{ row: number; values: RowValues; version: number }>`
    select row, values, version from registry.import_row where batch = ${batch}::uuid and outcome = 'change' order by row`.execute(db);
  const found = await paymentsCalled(
    context,
    rows.map(({ values }) => values.number ?? ''),
  );
  const meant = rows.flatMap(({ values, version }) => {
    const payment = found.get(values.number ?? '');
    return payment === undefined ? [] : [{ id: payment.id, version, why: values.reason ?? '', day: values.day ?? by.today }];
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
  await sql`
    insert into registry.import_undo (root, region, batch, target, key, row, party, before, version)
    select ${by.root}, ${region}, ${batch}::uuid, 'payment', key, row, party, before, version
    from jsonb_to_recordset(${JSON.stringify(undo)}::jsonb) as u(key text, row integer, party uuid, before jsonb, version integer)`.execute(
    db,
  );
}

async function written({ db, batch }: ImportContext): Promise<Reinstated[]> {
  const { rows } = await sql<Reinstated>`
    select key as id, row, version, before ->> 'status' as status from registry.import_undo
    where batch = ${batch}::uuid and target = 'payment' order by row`.execute(db);
  return rows;
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
