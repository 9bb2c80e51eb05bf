// Row types of the registers schema.

type Json = Readonly<Record<string, unknown>>;

export interface RowRow {
  id: string;
  root: string;
  region: string;
  register: string;
  circle: string;
  shared: boolean;
  title: string;
  state: string;
  party: string | null;
  from_on: string | null;
  until_on: string | null;
  ended_on: string | null;
  answers: Json;
  version: number;
  batch: string | null;
  created_at: Date;
  updated_at: Date;
  updated_by: string;
}

export interface VersionRow {
  root: string;
  region: string;
  register: string;
  circle: string;
  shared: boolean;
  row_id: string;
  year: number;
  version: number;
  verb: 'add' | 'edit' | 'import' | 'undo' | 'remove';
  answers: Json | null;
  party: string | null;
  ended_on: string | null;
  batch: string | null;
  at: Date;
  account: string;
  account_name: string;
  reason: string | null;
}

export interface YearlyRow {
  root: string;
  region: string;
  register: string;
  circle: string;
  shared: boolean;
  row_id: string;
  year: number;
  answers: Json;
  version: number;
  updated_at: Date;
  updated_by: string;
}

export interface PublicRowRow {
  root: string;
  register: string;
  row_id: string;
  title: string;
  until_on: string | null;
  ended_on: string | null;
  answers: Json;
}

export interface RegistersTables {
  'registers.row': RowRow;
  'registers.version': VersionRow;
  'registers.yearly': YearlyRow;
  'registers.public_row': PublicRowRow;
}
