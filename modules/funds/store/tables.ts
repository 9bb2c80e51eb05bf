// Row types of the funds schema.
import type { AccountStatus, CommitmentStatus, PaymentStatus, Source } from '../model/words.ts';

export interface LineRow {
  id: string;
  root: string;
  region: string;
  year: number;
  source: Source;
  name: string;
  function_code: string;
  economic_code: string;
  programme: string | null;
  document_no: string;
  freezes_on: string;
  created_at: Date;
  created_by: string;
}

export interface BalanceRow {
  line: string;
  root: string;
  region: string;
  budget: string;
  adjusted: string;
  free: string;
  reserved: string;
  committed: string;
  paid: string;
  entries: number;
}

export interface CommitmentRow {
  id: string;
  root: string;
  region: string;
  party: string;
  party_name: string;
  programme: string;
  case_id: string | null;
  case_number: string | null;
  purpose: string;
  document_no: string;
  amount: string;
  line: string | null;
  status: CommitmentStatus;
  promised_on: string;
  given_up: string;
  given_up_why: string;
  own_required: string | null;
  own_paid: string;
  version: number;
  created_at: Date;
}

export interface PartRow {
  commitment: string;
  no: number;
  root: string;
  region: string;
  party: string;
  name: string;
  amount: string;
  due_on: string | null;
  pending: string;
  paid: string;
  given_up: string;
}

export interface AccountRow {
  id: string;
  root: string;
  region: string;
  party: string;
  party_name: string;
  bank: string;
  number_mask: string;
  sealed: string;
  status: AccountStatus;
  entered_at: Date;
  entered_by: string;
  entered_by_name: string;
  confirmed_at: Date | null;
  confirmed_by: string | null;
  confirmed_by_name: string | null;
  note: string;
  version: number;
}

export interface PaymentRow {
  id: string;
  root: string;
  region: string;
  party: string;
  party_name: string;
  number: string;
  commitment: string;
  part: number;
  purpose: string;
  programme: string;
  line: string;
  account: string;
  amount: string;
  status: PaymentStatus;
  proposed_at: Date;
  proposed_by: string;
  proposed_by_name: string;
  approved_at: Date | null;
  approved_by: string | null;
  approved_by_name: string | null;
  file: string | null;
  paid_on: string | null;
  confirmed_by_name: string | null;
  why: string;
  returned_on: string | null;
  version: number;
}

export interface RecoveryRow {
  id: string;
  root: string;
  region: string;
  party: string;
  party_name: string;
  programme: string;
  commitment: string;
  amount: string;
  received: string;
  why: string;
  decided_on: string;
  due_on: string;
  version: number;
}

export interface FundsTables {
  'funds.line': LineRow;
  'funds.balance': BalanceRow;
  'funds.commitment': CommitmentRow;
  'funds.part': PartRow;
  'funds.payee_account': AccountRow;
  'funds.payment': PaymentRow;
  'funds.recovery': RecoveryRow;
}
