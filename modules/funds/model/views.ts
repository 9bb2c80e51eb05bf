// Rows of funds as the browser sees them: names for codes, what is left, and payment against time.
import { progressOf } from '#kernel/calculations/budget-line.ts';
import { readDay } from '#kernel/calculations/frame/day.ts';
import { asRatio } from '#kernel/calculations/frame/print.ts';
import { addDays, dayOf as shanghaiDay } from '#kernel/declare/calendar.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { type FundsSetting, programmeName } from '../setting.ts';
import type { JournalRow, ListedLine, MonthRow } from '../store/lines.ts';
import type { ListedCommitment, ListedPayment, ListedRecovery } from '../store/lists.ts';
import type { AccountRow } from '../store/tables.ts';
import type { AccountView, CommitmentView, JournalView, LineDetail, LineView, PaymentView, RecoveryView } from '../wire.ts';
import { sumOf, toText } from './money.ts';
import type { FundsParameters } from './parameters.ts';
import { payablePart, restOf } from './payable.ts';
import { accountStatuses, commitmentStatuses, entryKinds, paymentStatuses, pockets, sources } from './words.ts';

/** A line's own year up to today; nothing before it begins. */
function asOfIn(year: number, today: string): string | null {
  if (today < `${year}-01-01`) return null;
  return today > `${year}-12-31` ? `${year}-12-31` : today;
}

export function lineView(setting: FundsSetting, parameters: FundsParameters, row: ListedLine, today: string): LineView {
  const asOf = asOfIn(row.year, today);
  const day = asOf === null ? null : (readDay(asOf) ?? null);
  const whole = decimal(row.budget).plus(decimal(row.adjusted));
  const { payRate, passed, isLate } = progressOf(
    decimal(row.paid),
    whole,
    day,
    decimal(String(parameters.progressGapPoints)).dividedBy(decimal('100')),
  );
  return {
    id: row.id,
    year: row.year,
    source: row.source,
    sourceName: sources[row.source],
    region: row.region,
    regionName: setting.regionName(row.region),
    name: row.name,
    functionCode: row.function_code,
    economicCode: row.economic_code,
    programme: row.programme,
    programmeName: row.programme === null ? null : programmeName(setting, row.programme),
    documentNo: row.document_no,
    freezesOn: row.freezes_on,
    budget: row.budget,
    adjusted: row.adjusted,
    free: row.free,
    reserved: row.reserved,
    committed: row.committed,
    paid: row.paid,
    payRate: asRatio(payRate),
    timeRate: asRatio(passed) ?? '0.000000',
    light: isLate === null ? null : isLate ? 'RED' : 'GREEN',
  };
}

export function monthsView(months: readonly MonthRow[]): LineDetail['months'] {
  return months.map(({ month, committed, paid }, index) => ({
    month,
    committed,
    paid,
    totalPaid: toText(sumOf(months.slice(0, index + 1).map((one) => one.paid))),
  }));
}

export function journalView(rows: readonly JournalRow[]): JournalView['rows'] {
  return rows.map((row) => ({
    ...row,
    at: undefined,
    kindName: entryKinds[row.kind],
    fromName: pockets[row.from],
    toName: pockets[row.to],
  }));
}

export function commitmentView(setting: FundsSetting, parameters: FundsParameters, row: ListedCommitment, today: string): CommitmentView {
  const { payWithinDays } = parameters;
  const parts = row.parts.map((part) => ({
    ...payablePart(part),
    payBy: part.due_on === null ? null : addDays(part.due_on, payWithinDays),
    rest: toText(restOf(payablePart(part))),
  }));
  const due = parts.filter(({ dueOn, rest }) => dueOn !== null && dueOn <= today && decimal(rest).isPositive());
  const open = parts.flatMap(({ dueOn, payBy, amount, paid, givenUp }) =>
    dueOn !== null && payBy !== null && decimal(amount).minus(decimal(givenUp)).isMoreThan(decimal(paid)) ? [payBy] : [],
  );
  const payBy = open.sort()[0] ?? null;
  return {
    id: row.id,
    party: row.party,
    partyName: row.party_name,
    regionName: setting.regionName(row.region),
    programme: row.programme,
    programmeName: programmeName(setting, row.programme),
    caseId: row.case_id,
    caseNumber: row.case_number,
    purpose: row.purpose,
    amount: row.amount,
    paid: toText(sumOf(parts.map(({ paid }) => paid))),
    pending: toText(sumOf(parts.map(({ pending }) => pending))),
    givenUp: row.given_up,
    givenUpWhy: row.given_up_why,
    line: row.line,
    lineName: row.line_name,
    status: row.status,
    statusName: commitmentStatuses[row.status],
    promisedOn: row.promised_on,
    ownRequired: row.own_required,
    ownPaid: row.own_paid,
    payable: row.status === 'active' ? toText(sumOf(due.map(({ rest }) => rest))) : '0.00',
    payBy,
    isLate: payBy !== null && payBy < today && row.status !== 'given-up',
    version: row.version,
    parts,
  };
}

const dayOf = (at: Date | null): string | null => (at === null ? null : shanghaiDay(at));

export function paymentView(setting: FundsSetting, row: ListedPayment, account: string): PaymentView {
  return {
    id: row.id,
    number: row.number,
    partyName: row.party_name,
    regionName: setting.regionName(row.region),
    programmeName: programmeName(setting, row.programme),
    purpose: row.purpose,
    commitment: row.commitment,
    caseId: row.case_id,
    caseNumber: row.case_number,
    line: row.line_name === null ? null : row.line,
    lineName: row.line_name,
    amount: row.amount,
    status: row.status,
    statusName: paymentStatuses[row.status],
    bank: row.bank,
    accountMask: row.number_mask,
    proposedOn: shanghaiDay(row.proposed_at),
    proposedBy: row.proposed_by_name,
    isOwnProposal: row.proposed_by === account,
    approvedBy: row.approved_by_name,
    approvedOn: dayOf(row.approved_at),
    file: row.file_number === null ? null : row.file,
    fileNumber: row.file_number,
    paidOn: row.paid_on,
    returnedOn: row.returned_on,
    why: row.why,
    version: row.version,
  };
}

export function accountView(setting: FundsSetting, row: AccountRow, account: string): AccountView {
  return {
    id: row.id,
    party: row.party,
    partyName: row.party_name,
    regionName: setting.regionName(row.region),
    bank: row.bank,
    number: row.number_mask,
    status: row.status,
    statusName: accountStatuses[row.status],
    enteredOn: shanghaiDay(row.entered_at),
    enteredBy: row.entered_by_name,
    isOwnEntry: row.entered_by === account,
    confirmedBy: row.confirmed_by_name,
    note: row.note,
    version: row.version,
  };
}

export function recoveryView(setting: FundsSetting, row: ListedRecovery, today: string): RecoveryView {
  const rest = decimal(row.amount).minus(decimal(row.received));
  const isLate = rest.isPositive() && row.due_on < today;
  return {
    id: row.id,
    partyName: row.party_name,
    regionName: setting.regionName(row.region),
    programmeName: programmeName(setting, row.programme),
    purpose: row.purpose,
    amount: row.amount,
    received: row.received,
    rest: toText(rest),
    why: row.why,
    decidedOn: row.decided_on,
    dueOn: row.due_on,
    isLate,
    status: rest.isZero() ? 'closed' : isLate ? 'late' : 'open',
    statusName: rest.isZero() ? '已收回' : isLate ? '逾期未退' : '待退回',
    version: row.version,
  };
}
