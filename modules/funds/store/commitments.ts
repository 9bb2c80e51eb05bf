// Commitments and their parts: opened, brought to a line, made due, given up, taken back. Each is locked before the line it stands on.
import { sql, type Transaction } from 'kysely';
import { addDays } from '#kernel/declare/calendar.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import type { By } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { partUnknown, tooMuchBack } from '../errors.ts';
import { sumOf, toText } from '../model/money.ts';
import type { Ledger } from './ledger.ts';
import type { CommitmentRow, FundsTables, PartRow } from './tables.ts';

export interface NewCommitment {
  readonly case: { readonly id: string; readonly number: string | null } | null;
  readonly programme: string;
  readonly party: string;
  readonly partyName: string;
  readonly region: string;
  readonly purpose: string;
  readonly documentNo: string;
  readonly amount: string;
  readonly parts: readonly { readonly no: number; readonly name: string; readonly amount: string; readonly isDue: boolean }[];
}

export async function lockCommitments(db: Transaction<unknown>, ids: readonly string[]): Promise<Map<string, CommitmentRow>> {
  const wanted = [...new Set(ids)];
  const { rows } = await sql<CommitmentRow>`
    select * from funds.commitment where id = any(${wanted}::uuid[]) order by id for update`.execute(db);
  if (rows.length < wanted.length) throw notFound('该笔资金承诺');
  return new Map(rows.map((row) => [row.id, row]));
}

/** The latest commitment of each case. */
export async function lockCommitmentsOfCases(
  db: Transaction<unknown>,
  root: string,
  cases: readonly string[],
): Promise<Map<string, CommitmentRow>> {
  const { rows } = await sql<CommitmentRow>`
    select * from funds.commitment where root = ${root} and case_id = any(${cases}::uuid[]) order by id for update`.execute(db);
  return new Map(rows.map((row) => [row.case_id ?? '', row]));
}

/** Parts in their order, by commitment. */
export async function partsOf(db: Transaction<unknown>, commitments: readonly string[]): Promise<ReadonlyMap<string, readonly PartRow[]>> {
  const { rows } = await sql<PartRow>`
    select * from funds.part where commitment = any(${[...new Set(commitments)]}::uuid[]) order by commitment, no`.execute(db);
  const parts = new Map<string, PartRow[]>();
  for (const row of rows) parts.set(row.commitment, [...(parts.get(row.commitment) ?? []), row]);
  return parts;
}

/** Opens commitments, each on the first of the lines that has enough; where none has, it waits for an officer. */
export async function openCommitments(
  db: Transaction<unknown>,
  by: By,
  ledger: Ledger,
  given: readonly NewCommitment[],
  lines: readonly { readonly id: string }[],
): Promise<CommitmentRow[]> {
  if (given.length === 0) return [];
  const opened = given.map((one) => ({ row: commitmentRow(by, ledger, one, lines), parts: one.parts }));
  const rows = opened.map(({ row }) => row);
  await tables<FundsTables>(db).insertInto('funds.commitment').values(rows).execute();
  const parts = opened.flatMap(({ row: { id, root, region, party }, parts }) =>
    parts.map(({ no, name, amount, isDue }) => {
      const due_on = isDue ? by.today : null;
      return { commitment: id, no, root, region, party, name, amount, due_on, pending: '0', paid: '0', given_up: '0' };
    }),
  );
  await tables<FundsTables>(db).insertInto('funds.part').values(parts).execute();
  return rows;
}

function commitmentRow(by: By, ledger: Ledger, given: NewCommitment, lines: readonly { readonly id: string }[]): CommitmentRow {
  const id = uuidv7();
  const { documentNo, amount, purpose } = given;
  const line = lines.find((one) => ledger.tries({ line: one.id, kind: 'COMMIT', amount, documentNo, note: purpose, commitment: id }));
  return {
    id,
    root: by.root,
    region: given.region,
    party: given.party,
    party_name: given.partyName,
    programme: given.programme,
    case_id: given.case?.id ?? null,
    case_number: given.case?.number ?? null,
    purpose,
    document_no: documentNo,
    amount,
    line: line?.id ?? null,
    status: line === undefined ? 'waiting' : 'active',
    promised_on: by.today,
    given_up: '0.00',
    given_up_why: '',
    own_required: null,
    own_paid: '0.00',
    version: 1,
    created_at: by.now,
  };
}

/** Brings waiting commitments to a line, out of what is free or out of what was reserved for them. */
export async function assignLine(
  db: Transaction<unknown>,
  ledger: Ledger,
  commitments: readonly CommitmentRow[],
  line: string,
  kind: 'COMMIT' | 'COMMIT_RESERVED',
): Promise<void> {
  for (const { id, amount, document_no: documentNo, purpose } of commitments)
    ledger.take({ line, kind, amount, documentNo, note: purpose, commitment: id });
  await ledger.write();
  await sql`update funds.commitment set line = ${line}::uuid, status = 'active', version = version + 1
    where id = any(${commitments.map(({ id }) => id)}::uuid[])`.execute(db);
}

export async function makeDue(db: Transaction<unknown>, by: By, { id, case_number }: CommitmentRow, part: number): Promise<void> {
  const { numAffectedRows } = await sql`
    update funds.part set due_on = coalesce(due_on, ${by.today}::date) where commitment = ${id}::uuid and no = ${part}`.execute(db);
  if (numAffectedRows === 0n) throw partUnknown(case_number, part);
}

/** What is neither paid nor with the bank is released; proposals that have not gone to the bank lapse. */
export async function giveUp(db: Transaction<unknown>, by: By, ledger: Ledger, row: CommitmentRow, why: string): Promise<CommitmentRow> {
  await sql`
    with lapsed as (
      update funds.payment set status = 'refused', why = ${why}, version = version + 1
      where commitment = ${row.id}::uuid and status in ('proposed', 'approved') returning part, amount
    ), sums as (select part, sum(amount) as amount from lapsed group by part)
    update funds.part p set pending = p.pending - s.amount from sums s where p.commitment = ${row.id}::uuid and p.no = s.part`.execute(db);
  const { rows } = await sql<{ rest: string }>`
    with rests as (
      select no, amount - pending - paid - given_up as rest from funds.part where commitment = ${row.id}::uuid
    ), released as (
      update funds.part p set given_up = p.given_up + r.rest from rests r where p.commitment = ${row.id}::uuid and p.no = r.no
    ) select coalesce(sum(rest), 0)::text as rest from rests`.execute(db);
  const rest = decimal(rows[0]?.rest ?? '0');
  const all = decimal(row.given_up).plus(rest);
  const status = all.equals(decimal(row.amount)) ? 'given-up' : 'settled';
  if (rest.isPositive() && row.line !== null)
    ledger.take({
      line: row.line,
      kind: 'DECOMMIT',
      amount: toText(rest),
      documentNo: row.document_no,
      day: by.today,
      note: why,
      commitment: row.id,
    });
  await sql`update funds.commitment set given_up = ${toText(all)}, given_up_why = ${why}, status = ${status}, version = version + 1
    where id = ${row.id}::uuid`.execute(db);
  return { ...row, given_up: toText(all), given_up_why: why, status };
}

/** Opens a recovery of what was paid and is not asked back yet. */
export async function takeBack(
  db: Transaction<unknown>,
  by: By,
  row: CommitmentRow,
  { amount, why }: { readonly amount: string; readonly why: string },
  returnWithinDays: number,
): Promise<string> {
  const { rows } = await sql<{ paid: string; asked: string }>`
    select (select coalesce(sum(paid), 0)::text from funds.part where commitment = ${row.id}::uuid) as paid,
      (select coalesce(sum(amount), 0)::text from funds.recovery where commitment = ${row.id}::uuid) as asked`.execute(db);
  const most = decimal(rows[0]?.paid ?? '0').minus(decimal(rows[0]?.asked ?? '0'));
  if (sumOf([amount]).isMoreThan(most)) throw tooMuchBack(amount, most);
  const id = uuidv7();
  await tables<FundsTables>(db)
    .insertInto('funds.recovery')
    .values({
      id,
      root: by.root,
      region: row.region,
      party: row.party,
      party_name: row.party_name,
      programme: row.programme,
      commitment: row.id,
      amount,
      received: '0.00',
      why,
      decided_on: by.today,
      due_on: addDays(by.today, returnWithinDays),
      version: 1,
    })
    .execute();
  return id;
}

export async function noteOwnMoney(db: Transaction<unknown>, id: string, required: string | null, paid: string): Promise<void> {
  await sql`update funds.commitment set own_required = ${required}::numeric, own_paid = ${paid}::numeric, version = version + 1
    where id = ${id}::uuid`.execute(db);
}
