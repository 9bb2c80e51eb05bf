// Row types of the casework schema.
import type { CaseState } from '#kernel/stages/case-state.ts';

type Json = Record<string, unknown>;

export interface CallRow {
  id: string;
  root: string;
  programme: string;
  dossier: string;
  year: number;
  name: string;
  opens_at: Date;
  closes_at: Date;
  budget: string | null;
  quota: number | null;
  parameters: Record<string, string>;
  guide: string;
  status: 'draft' | 'published' | 'closed';
  /** Opened by the system for what is always open. */
  standing?: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface CaseRow {
  id: string;
  root: string;
  region: string;
  programme: string;
  dossier: string;
  call: string;
  /** The published case that it answers, and whose that is. */
  about: string | null;
  about_party: string | null;
  party: string;
  party_name: string;
  party_uscc: string;
  /** In a standing call. */
  standing?: boolean;
  number: string | null;
  status: CaseState['status'];
  stage: string | null;
  version: number;
  waiting: string[];
  waits_for: string;
  submitted_on: string | null;
  entered_on: string | null;
  due_on: string | null;
  ended_on: string | null;
  state: CaseState;
  answers: Json;
  reasons: string[];
  list_name: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface BoardRow {
  case_id: string;
  root: string;
  region: string;
  party: string;
  party_name: string;
  programme: string;
  dossier: string;
  call: string;
  number: string | null;
  headline: string;
  opens_on: string;
  closes_on: string;
  status: 'open' | 'closed' | 'matched' | 'failed';
  shown: Json;
  updated_at: Date;
}

export interface EventRow {
  root: string;
  region: string;
  party: string;
  case_id: string;
  seq: number;
  verb: string;
  stage: string | null;
  at: Date;
  day: string;
  actor: string;
  actor_name: string;
  office_kind: string;
  office_name: string;
  data: Json;
}

export interface DraftRow {
  case_id: string;
  root: string;
  region: string;
  party: string;
  answers: Json;
  version: number;
  saved_at: Date;
}

export interface ResultListRow {
  id: string;
  root: string;
  programme: string;
  dossier: string;
  name: string;
  file: string;
  file_name: string;
  granted: number;
  refused: number;
  imported_at: Date;
  imported_by: string;
}

export interface CaseworkTables {
  'casework.call': CallRow;
  'casework.cases': CaseRow;
  'casework.board': BoardRow;
  'casework.event': EventRow;
  'casework.draft': DraftRow;
  'casework.result_list': ResultListRow;
}
