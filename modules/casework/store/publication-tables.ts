// Row types of what casework lays open to the public.

/** A list of cases as text, cell by cell. */
export interface PublicationBody {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `notice`: laid open for objections; `decision`: what was decided afterwards, which stays. */
export type PublicationKind = 'notice' | 'decision';

export interface PublicationRow {
  id: string;
  kind: PublicationKind;
  /** Of a decision: the notice that went before. */
  notice: string | null;
  root: string;
  programme: string;
  dossier: string;
  stage: string;
  call: string;
  number: string | null;
  title: string;
  lead: string;
  closing: string;
  body: PublicationBody;
  cases: string[];
  agency: string;
  from_on: string;
  until_on: string;
  keeps: boolean;
  status: 'published' | 'withdrawn';
  withdrawn_why: string | null;
  version: number;
  published_at: Date;
  updated_at: Date;
}

export interface PublicationTextRow {
  root: string;
  call: string;
  dossier: string;
  stage: string;
  title: string;
  lead: string;
  closing: string;
  keeps: boolean;
  version: number;
  updated_at: Date;
  updated_by: string;
}

export interface ObjectionRow {
  root: string;
  receipt: string;
  publication: string;
  cases: string[];
  digest: string;
  at: Date;
  day: string;
}

export interface PublicationTables {
  'casework.publication': PublicationRow;
  'casework.publication_text': PublicationTextRow;
  'casework.objection': ObjectionRow;
}
