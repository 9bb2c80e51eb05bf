// Row types of the registry schema.
import type { Generated, GeneratedAlways } from 'kysely';
import type { CodeCheckState, ContactDuty, PartyKind, PartyStatus } from '../model/party.ts';

type Json = Record<string, unknown>;

export interface PartyRow {
  root: string;
  id: string;
  region: string;
  kind: PartyKind;
  name: string;
  name_key: string;
  core_key: string;
  spelling: string;
  initials: string;
  words: unknown;
  uscc: string | null;
  uscc_check: CodeCheckState | null;
  uscc_note: string | null;
  legal_person: string | null;
  address: string | null;
  registered_capital: string | null;
  founded_on: string | null;
  industry: string | null;
  field: string | null;
  scale: 'large' | 'medium' | 'small' | 'micro' | null;
  above_scale: boolean | null;
  status: PartyStatus;
  merged_into: string | null;
  version: Generated<number>;
  batch: string | null;
  created_at: Date;
  created_by: string;
  updated_at: Date;
}

export interface PartyChangeRow {
  root: string;
  id: string;
  region: string;
  party: string;
  field: string;
  before: string | null;
  after: string | null;
  name_key: string | null;
  changed_on: string;
  at: Date;
  account: string;
  account_name: string;
  reason: string | null;
  batch: string | null;
}

export interface MergerRow {
  root: string;
  id: string;
  region: string;
  survivor: string;
  absorbed: string;
  absorbed_name: string;
  absorbed_uscc: string | null;
  moved: Json;
  reason: string;
  at: Date;
  account: string;
  account_name: string;
}

export interface ContactRow {
  root: string;
  id: string;
  region: string;
  party: string;
  duty: ContactDuty;
  name_mask: string;
  phone_mask: string | null;
  email_mask: string | null;
  id_mask: string | null;
  sealed: string;
  is_primary: boolean;
  version: Generated<number>;
  updated_at: Date;
}

export interface TitleRow {
  root: string;
  id: string;
  region: string;
  party: string;
  kind: string;
  name: string;
  level: 'NATIONAL' | 'PROVINCIAL' | 'MUNICIPAL' | 'COUNTY';
  label: string;
  number: string | null;
  from_on: string;
  until_on: string | null;
  status: 'valid' | 'revoked' | 'superseded';
  ended_on: string | null;
  end_reason: string | null;
  held_until: GeneratedAlways<string>;
  measures: string[];
  source_kind: string;
  source_id: string;
  version: Generated<number>;
  batch: string | null;
  created_at: Date;
  created_by: string;
  updated_at: Date;
}

export interface FinanceRow {
  root: string;
  party: string;
  region: string;
  year: number;
  source: 'AUDIT' | 'TAX' | 'APPLICATION' | 'STATISTICS';
  sales: string | null;
  gross_income: string | null;
  non_taxable_income: string | null;
  high_tech_income: string | null;
  total_assets: string | null;
  total_liabilities: string | null;
  net_assets: string | null;
  rd_expense: string | null;
  income_statement_rd: string | null;
  profit: string | null;
  net_profit: string | null;
  tax: string | null;
  staff: string | null;
  science_staff: string | null;
  insured_staff: string | null;
  version: Generated<number>;
  batch: string | null;
  recorded_at: Date;
  recorded_by: string;
  recorded_by_name: string;
  note: string | null;
}

export interface FinanceRevisionRow {
  root: string;
  id: string;
  region: string;
  party: string;
  year: number;
  source: FinanceRow['source'];
  version: number;
  before: Json | null;
  after: Json | null;
  at: Date;
  account: string;
  account_name: string;
  reason: string | null;
  batch: string | null;
}

export interface FinanceSummaryRow {
  root: string;
  party: string;
  region: string;
  year: number | null;
  sales: string | null;
  rd_expense: string | null;
  staff: string | null;
  conflicts: number;
}

export interface ImportBatchRow {
  root: string;
  id: string;
  region: string;
  kind: string;
  options: Json;
  file_name: string;
  sha256: string;
  size: string;
  sheet: string;
  header: Json;
  basis: string | null;
  counts: Json;
  status: 'checked' | 'committed' | 'undone';
  checked_at: Date;
  account: string;
  account_name: string;
  committed_at: Date | null;
  committed_by: string | null;
  undone_at: Date | null;
  undone_by: string | null;
  undo_reason: string | null;
}

export interface ImportRowRow {
  root: string;
  region: string;
  batch: string;
  row: number;
  hidden: boolean;
  values: Json;
  problems: { column: string; cell: string; level: 'error' | 'warning'; message: string }[];
  party: string | null;
  matched_by: string | null;
  outcome: 'new' | 'change' | 'same' | 'wrong' | null;
  diff: Record<string, [unknown, unknown]> | null;
  version: number | null;
}

export interface TimelineRow {
  root: string;
  party: string;
  day: string;
  at: Date;
  kind: string;
  subject: string;
  facts: Json;
}

export interface RegistryTables {
  'registry.party': PartyRow;
  'registry.party_change': PartyChangeRow;
  'registry.merger': MergerRow;
  'registry.contact': ContactRow;
  'registry.title': TitleRow;
  'registry.finance': FinanceRow;
  'registry.finance_revision': FinanceRevisionRow;
  'registry.finance_summary': FinanceSummaryRow;
  'registry.import_batch': ImportBatchRow;
  'registry.import_row': ImportRowRow;
  'registry.timeline': TimelineRow;
}
