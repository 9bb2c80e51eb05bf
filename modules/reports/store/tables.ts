// The tables of reports as the queries see them.
import type { Facts } from '../model/facts.ts';
import type { Reading } from '../model/reader/reading.ts';
import type { DocumentView, FigureView, ReadingStatus } from '../wire.ts';

export interface DocumentRow {
  id: string;
  root: string;
  title: string;
  place: string;
  reporting_year: number | null;
  kind: DocumentView['kind'];
  format: DocumentView['format'];
  file_name: string | null;
  file: string | null;
  body: string;
  digest: string;
  characters: number;
  created_at: Date;
  created_by: string;
  created_by_name: string;
  version: number;
}

export interface ReadingRow {
  root: string;
  document: string;
  ordinal: number;
  at: number;
  origin: FigureView['origin'];
  reading: Reading;
  corrected: Facts | null;
  corrected_at: Date | null;
  corrected_by: string | null;
  corrected_by_name: string | null;
  status: ReadingStatus;
  decided_at: Date | null;
  decided_by: string | null;
  decided_by_name: string | null;
  tie: string | null;
  tie_is_chosen: boolean;
  observation: string | null;
  was_posted: boolean;
  version: number;
}

export interface ReportTables {
  'reports.document': DocumentRow;
  'reports.reading': ReadingRow;
}

/** Who does it and when, as rows keep it. */
export interface By {
  readonly root: string;
  readonly account: string;
  readonly name: string;
  readonly at: Date;
}
