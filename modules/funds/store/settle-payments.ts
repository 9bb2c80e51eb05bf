// What the bank did: a pay file takes approved payments to it, finance confirms what was paid, and what came back becomes payable again.
import { sql, type Transaction } from 'kysely';
import { decimal } from '#kernel/exact/decimal.ts';
import type { By } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { sumOf, toText } from '../model/money.ts';
import { Ledger } from './ledger.ts';
import { nextNumbers } from './numbers.ts';
import { freePending, lockPayments, type Meant } from './payments.ts';
import type { PaymentRow } from './tables.ts';

export interface PayFile {
  readonly id: string;
  readonly number: string;
  readonly payments: number;
  readonly total: string;
}

export async function sendPayments(db: Transaction<unknown>, by: By, meant: readonly Meant[]): Promise<PayFile> {
  const rows = await lockPayments(db, meant, ['approved']);
  const year = by.today.slice(0, 4);
  const serial = await nextNumbers(db, by.root, `pay-file-${year}`, 1);
  const regions = new Set(rows.map(({ region }) => region));
  const file = {
    id: uuidv7(),
    number: `FK${year}${String(serial).padStart(4, '0')}`,
    payments: rows.length,
    total: toText(sumOf(rows.map(({ amount }) => amount))),
  };
  // A file over several counties is the city's.
  const region = regions.size === 1 ? [...regions][0] : by.root;
  await sql`insert into funds.pay_file (id, root, region, number, payments, total, at, by_name)
    values (${file.id}::uuid, ${by.root}, ${region}, ${file.number}, ${file.payments}, ${file.total}, ${by.now}, ${by.name})`.execute(db);
  await sql`update funds.payment set status = 'sent', file = ${file.id}::uuid, version = version + 1
    where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db);
  return file;
}

export type FiledPayment = PaymentRow & { bank: string; sealed: string; file_number: string; file_total: string };

export async function paymentsOfFile(db: Transaction<unknown>, file: string): Promise<FiledPayment[]> {
  const { rows } = await sql<FiledPayment>`
    select p.*, a.bank, a.sealed, f.number as file_number, f.total as file_total
    from funds.payment p join funds.payee_account a on a.id = p.account join funds.pay_file f on f.id = p.file
    where p.file = ${file}::uuid order by p.number`.execute(db);
  if (rows.length === 0) throw notFound('该付款文件');
  return rows;
}

export async function keepDigest(db: Transaction<unknown>, file: string, digest: string): Promise<void> {
  await sql`update funds.pay_file set digest = ${digest} where id = ${file}::uuid`.execute(db);
}

/** A commitment without anything left to pay is settled; one with something to pay again is active. */
export async function restate(db: Transaction<unknown>, commitments: readonly string[]): Promise<void> {
  await sql`
    update funds.commitment c set status = case when s.open > 0 then 'active' when s.paid = 0 then 'given-up' else 'settled' end,
      version = c.version + 1
    from (select commitment, sum(amount - paid - given_up) as open, sum(paid) as paid from funds.part
      where commitment = any(${[...new Set(commitments)]}::uuid[]) group by commitment) s
    where c.id = s.commitment`.execute(db);
}

/** The line pays on the day on which the bank did. */
export async function confirmPaid(db: Transaction<unknown>, by: By, meant: readonly Meant[], day: string): Promise<PaymentRow[]> {
  if (day > by.today)
    throw new Refusal('DAY_IN_FUTURE', '到账日期不能晚于今天。', { details: [{ where: 'day', message: '不能晚于今天' }] });
  const rows = await lockPayments(db, meant, ['sent']);
  const ids = rows.map(({ id }) => id);
  await sql`
    update funds.part p set pending = p.pending - s.amount, paid = p.paid + s.amount
    from (select commitment, part, sum(amount) as amount from funds.payment where id = any(${ids}::uuid[]) group by commitment, part) s
    where p.commitment = s.commitment and p.no = s.part`.execute(db);
  await sql`update funds.payment set status = 'paid', paid_on = ${day}, confirmed_by_name = ${by.name}, version = version + 1
    where id = any(${ids}::uuid[])`.execute(db);
  await restate(
    db,
    rows.map(({ commitment }) => commitment),
  );
  const ledger = await Ledger.open(
    db,
    by,
    rows.map(({ line }) => line),
  );
  for (const { id, line, amount, number, commitment, purpose } of rows)
    ledger.take({ line, kind: 'PAY', amount, documentNo: number, day, note: purpose, commitment, payment: id });
  await ledger.write();
  return rows;
}

export interface Returned extends Meant {
  readonly why: string;
  /** Day on which the bank sent it back. */
  readonly day: string;
}

/** What came back of a commitment that was given up meanwhile is not to be paid again: it is released as well. */
async function releaseGivenUp(db: Transaction<unknown>, ledger: Ledger, row: PaymentRow): Promise<void> {
  const { rows } = await sql<{ document_no: string; given_up_why: string }>`
    select document_no, given_up_why from funds.commitment where id = ${row.commitment}::uuid and given_up_why <> ''`.execute(db);
  const [given] = rows;
  if (given === undefined) return;
  await sql`update funds.part set given_up = given_up + ${row.amount}::numeric
    where commitment = ${row.commitment}::uuid and no = ${row.part}`.execute(db);
  await sql`update funds.commitment set given_up = given_up + ${row.amount}::numeric where id = ${row.commitment}::uuid`.execute(db);
  const { line, amount, commitment } = row;
  ledger.take({ line, kind: 'DECOMMIT', amount, documentNo: given.document_no, note: given.given_up_why, commitment });
}

/** Sent back by the bank, before finance confirmed it or after: in the journal a reversal, and the part may be paid again. */
export async function returnPayments(db: Transaction<unknown>, by: By, returned: readonly Returned[]): Promise<PaymentRow[]> {
  if (returned.some(({ day }) => day > by.today))
    throw new Refusal('DAY_IN_FUTURE', '退票日期不能晚于今天。', { details: [{ where: 'day', message: '不能晚于今天' }] });
  const rows = await lockPayments(db, returned, ['sent', 'paid']);
  const told = new Map(returned.map((one) => [one.id, one]));
  await freePending(
    db,
    rows.filter(({ status }) => status === 'sent'),
  );
  const paid = rows.filter(({ status }) => status === 'paid');
  await sql`
    update funds.part p set paid = p.paid - s.amount
    from (select commitment, part, sum(amount) as amount from funds.payment where id = any(${paid.map(({ id }) => id)}::uuid[])
      group by commitment, part) s
    where p.commitment = s.commitment and p.no = s.part`.execute(db);
  await sql`
    update funds.payment p set status = 'returned', returned_on = r.day, why = r.why, version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(returned)}::jsonb) as r(id uuid, day date, why text) where p.id = r.id`.execute(db);
  const ledger = await Ledger.open(
    db,
    by,
    rows.map(({ line }) => line),
  );
  for (const { id, line, amount, number, commitment } of paid) {
    const { day = by.today, why: note = '' } = told.get(id) ?? {};
    ledger.take({ line, kind: 'RETURN_TICKET', amount, documentNo: number, day, note, commitment, payment: id });
  }
  for (const row of rows) await releaseGivenUp(db, ledger, row);
  await ledger.write();
  await restate(
    db,
    rows.map(({ commitment }) => commitment),
  );
  return rows;
}

interface Receipt extends Meant {
  readonly amount: string;
  readonly day: string;
  readonly documentNo: string;
}

/** Money that came back: to its line in the year of the line, afterwards to the treasury, where it restores no line. */
export async function receiveBack(db: Transaction<unknown>, by: By, given: Receipt): Promise<{ partyName: string; toTreasury: boolean }> {
  const { rows: found } = await sql<{ commitment: string }>`select commitment from funds.recovery where id = ${given.id}::uuid`.execute(db);
  const commitment = found[0]?.commitment;
  if (commitment === undefined) throw notFound('该笔追回');
  const { rows } = await sql<{
    amount: string;
    received: string;
    party_name: string;
    version: number;
    region: string;
    line: string;
    year: number;
  }>`
    select r.amount, r.received, r.party_name, r.version, r.region, l.id as line, l.year
    from funds.recovery r join funds.commitment c on c.id = r.commitment join funds.line l on l.id = c.line
    where r.id = ${given.id}::uuid for update of r`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('该笔追回');
  if (row.version !== given.version) throw new Refusal('STALE', '该笔追回刚被他人登记，请刷新后再操作。', { status: 409 });
  const rest = decimal(row.amount).minus(decimal(row.received));
  if (decimal(given.amount).isMoreThan(rest))
    throw new Refusal('ABOVE_RECOVERY', `收回金额超过应追回的余额${toText(rest)}元。`, {
      details: [{ where: 'amount', message: `最多${toText(rest)}元` }],
    });
  const toTreasury = Number(given.day.slice(0, 4)) !== row.year;
  await sql`update funds.recovery set received = received + ${given.amount}::numeric, version = version + 1
    where id = ${given.id}::uuid`.execute(db);
  await sql`insert into funds.receipt (root, region, recovery, amount, day, document_no, to_treasury, at, by_name)
    values (${by.root}, ${row.region}, ${given.id}::uuid, ${given.amount}, ${given.day}, ${given.documentNo}, ${toTreasury}, ${by.now},
      ${by.name})`.execute(db);
  if (!toTreasury) {
    const ledger = await Ledger.open(db, by, [row.line]);
    const { amount, day, documentNo, id } = given;
    ledger.take({ line: row.line, kind: 'RECOVER', amount, day, documentNo, commitment, recovery: id });
    await ledger.write();
  }
  return { partyName: row.party_name, toTreasury };
}
