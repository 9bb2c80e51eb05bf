// Payments: proposed against a part that may be paid, approved by another person, sent to the bank, confirmed or returned.
import { sql, type Transaction } from 'kysely';
import type { By } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, Refusal, staleWrite } from '#platform/refusal.ts';
import { accountMissing, ownProposal, paymentRefused, wrongState } from '../errors.ts';
import { sumOf, toText } from '../model/money.ts';
import { payablePart, restOf, whyUnpayable } from '../model/payable.ts';
import { type PaymentStatus, paymentStatuses } from '../model/words.ts';
import { accountsInUse } from './accounts.ts';
import { lockCommitments, partsOf } from './commitments.ts';
import { nextNumbers } from './numbers.ts';
import type { CommitmentRow, FundsTables, PaymentRow } from './tables.ts';

export interface Proposal {
  readonly commitment: string;
  readonly part: number;
  /** What is left of the part where absent. */
  readonly amount?: string | undefined;
}

type Held = ReturnType<typeof payablePart>;

/** What is asked for, once the part may be paid; the part then counts it as under way. */
function amountOf(row: CommitmentRow, parts: readonly Held[], given: Proposal, today: string): { part: Held; amount: string } {
  const part = parts.find(({ no }) => no === given.part);
  if (part === undefined) throw notFound('该期资金');
  const amount = given.amount ?? toText(restOf(part));
  const of = { status: row.status, amount: row.amount, parts, ownRequired: row.own_required, ownPaid: row.own_paid };
  const problems = whyUnpayable(of, part, amount, today);
  if (problems.length > 0 || row.line === null) throw paymentRefused(`${row.party_name} ${row.purpose}`, problems);
  if (!(Number(amount) > 0)) throw new Refusal('NOTHING_LEFT', `“${row.purpose}”的${part.name}已全部支付或在途，没有可拨付的余额。`);
  return { part, amount };
}

function paymentRow(by: By, row: CommitmentRow, line: string, parts: readonly Held[], asked: Asked): PaymentRow {
  const { part, amount, account, serial } = asked;
  const year = by.today.slice(0, 4);
  return {
    id: uuidv7(),
    root: by.root,
    region: row.region,
    party: row.party,
    party_name: row.party_name,
    number: `ZF${year}${String(serial).padStart(5, '0')}`,
    commitment: row.id,
    part: part.no,
    purpose: parts.length === 1 ? row.purpose : `${row.purpose}（${part.name}）`,
    programme: row.programme,
    line,
    account,
    amount,
    status: 'proposed',
    proposed_at: by.now,
    proposed_by: by.account,
    proposed_by_name: by.name,
    approved_at: null,
    approved_by: null,
    approved_by_name: null,
    file: null,
    paid_on: null,
    confirmed_by_name: null,
    why: '',
    returned_on: null,
    version: 1,
  };
}

interface Asked {
  readonly part: Held;
  readonly amount: string;
  readonly account: string;
  readonly serial: number;
}

/** All or none: one part that may not be paid refuses the batch and says why. */
export async function proposePayments(db: Transaction<unknown>, by: By, proposals: readonly Proposal[]): Promise<PaymentRow[]> {
  if (proposals.length === 0) return [];
  const ids = proposals.map(({ commitment }) => commitment);
  const rows = await lockCommitments(db, ids);
  const accounts = await accountsInUse(
    db,
    by.root,
    [...rows.values()].map(({ party }) => party),
  );
  const parts = new Map([...(await partsOf(db, ids))].map(([id, own]) => [id, own.map(payablePart)]));
  const first = await nextNumbers(db, by.root, `payment-${by.today.slice(0, 4)}`, proposals.length);
  const made = proposals.map((proposal, index): PaymentRow => {
    const row = rows.get(proposal.commitment);
    if (row === undefined) throw notFound('该笔资金承诺');
    const account = accounts.get(row.party);
    if (account === undefined) throw accountMissing(row.party_name);
    const own = parts.get(row.id) ?? [];
    const asked = amountOf(row, own, proposal, by.today);
    if (row.line === null) throw notFound('该笔资金承诺的预算指标');
    const taken = toText(sumOf([asked.part.pending, asked.amount]));
    parts.set(
      row.id,
      own.map((part) => (part === asked.part ? { ...part, pending: taken } : part)),
    );
    return paymentRow(by, row, row.line, own, { ...asked, account: account.id, serial: first + index });
  });
  await tables<FundsTables>(db).insertInto('funds.payment').values(made).execute();
  await sql`
    update funds.part p set pending = p.pending + s.amount
    from (select commitment, part, sum(amount) as amount from funds.payment where id = any(${made.map(({ id }) => id)}::uuid[])
      group by commitment, part) s
    where p.commitment = s.commitment and p.no = s.part`.execute(db);
  return made;
}

export interface Meant {
  readonly id: string;
  /** Version that was seen. */
  readonly version: number;
}

/** Commitments before payments, each in the order of ids; refuses what a colleague has moved on or what stands elsewhere. */
export async function lockPayments(
  db: Transaction<unknown>,
  meant: readonly Meant[],
  wanted: readonly PaymentStatus[],
): Promise<PaymentRow[]> {
  const ids = [...new Set(meant.map(({ id }) => id))];
  const found = await sql<{ commitment: string }>`select commitment from funds.payment where id = any(${ids}::uuid[])`.execute(db);
  await lockCommitments(
    db,
    found.rows.map(({ commitment }) => commitment),
  );
  const { rows } = await sql<PaymentRow>`select * from funds.payment where id = any(${ids}::uuid[]) order by id for update`.execute(db);
  if (rows.length < ids.length) throw notFound('所选的一笔拨付');
  const seen = new Map(meant.map(({ id, version }) => [id, version]));
  for (const row of rows) {
    if (!wanted.includes(row.status))
      throw wrongState(row.number, paymentStatuses[row.status], wanted.map((status) => paymentStatuses[status]).join('”或“'));
    if (row.version !== seen.get(row.id)) throw staleWrite(`${row.number} ${row.party_name}的拨付`);
  }
  return rows;
}

export async function approvePayments(db: Transaction<unknown>, by: By, meant: readonly Meant[]): Promise<PaymentRow[]> {
  const rows = await lockPayments(db, meant, ['proposed']);
  const own = rows.find((row) => row.proposed_by === by.account);
  if (own !== undefined) throw ownProposal(own.number);
  await sql`update funds.payment set status = 'approved', approved_at = ${by.now}, approved_by = ${by.account}::uuid,
    approved_by_name = ${by.name}, version = version + 1 where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db);
  return rows;
}

/** Gives what was under way back to its parts. */
export async function freePending(db: Transaction<unknown>, rows: readonly PaymentRow[]): Promise<void> {
  await sql`
    update funds.part p set pending = p.pending - s.amount
    from (select commitment, part, sum(amount) as amount from funds.payment where id = any(${rows.map(({ id }) => id)}::uuid[])
      group by commitment, part) s
    where p.commitment = s.commitment and p.no = s.part`.execute(db);
}

/** Not agreed to, or taken back by the proposer: the part may be proposed again. */
export async function refusePayments(db: Transaction<unknown>, meant: readonly Meant[], why: string): Promise<PaymentRow[]> {
  const rows = await lockPayments(db, meant, ['proposed', 'approved']);
  await freePending(db, rows);
  await sql`update funds.payment set status = 'refused', why = ${why}, version = version + 1
    where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db);
  return rows;
}
