// Row types of the correspondence schema.
import type { Paper } from '#platform/paper/paper.ts';
import type { DocumentKind } from '../model/kinds.ts';

export interface DocumentRow {
  id: string;
  root: string;
  region: string | null;
  kind: DocumentKind;
  /** Cases it speaks of: one, but for a publicity. */
  cases: string[];
  party: string | null;
  party_name: string;
  /** Series and serial; null where the number comes from elsewhere. */
  agency_code: string | null;
  year: number | null;
  serial: number | null;
  number: string;
  title: string;
  /** Frozen at issue: what was said stays said, however the templates change. */
  paper: Paper;
  issued_on: string;
  issued_at: Date;
  issued_by: string;
  voided_at: Date | null;
  voided_by: string | null;
  void_reason: string | null;
}

export interface MessageRow {
  id: string;
  root: string;
  region: string | null;
  /** One of the three is set: a party's accounts, the accounts of an office in `region`, or one person. */
  party: string | null;
  office_kind: string | null;
  account: string | null;
  title: string;
  body: string;
  href: string | null;
  at: Date;
  /** What it says once and never again; null for all others. */
  once: string | null;
}

export interface AddressRow {
  root: string;
  account: string;
  sealed: string;
  masked: string;
  verified_at: Date | null;
  code_hash: string | null;
  code_until: Date | null;
  tries: number;
}

export interface WordingRow {
  root: string;
  name: string;
  value: string;
  changed_at: Date;
  changed_by: string;
}

export interface CorrespondenceTables {
  'correspondence.document': DocumentRow;
  'correspondence.message': MessageRow;
  'correspondence.reading': { root: string; message: string; account: string; read_at: Date };
  'correspondence.address': AddressRow;
  'correspondence.mailing': { root: string; message: string; account: string; sent_at: Date };
  'correspondence.wording': WordingRow;
}
