// Row types of the review schema.
import type { AggregateRule, Criterion } from '#kernel/declare/score-sheet.ts';
import type { PrintedPage } from '#kernel/faces/print.ts';
import type { CaseOutcome } from '../model/aggregate.ts';
import type { Rules } from '../model/bureau-rules.ts';
import type { Standing, TieKind, TitleLevel } from '../model/expert.ts';

export interface ExpertRow {
  id: string;
  root: string;
  name: string;
  unit: string;
  uscc: string;
  region: string;
  level: TitleLevel;
  title: string;
  disciplines: string[];
  is_finance: boolean;
  is_dishonest: boolean;
  sealed: string | null;
  phone_mask: string | null;
  account: string | null;
  standing: Standing;
  suspended_until: string | null;
  credit: number;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface TieRow {
  id: string;
  root: string;
  expert: string;
  kind: TieKind;
  uscc: string | null;
  unit: string | null;
  person: string | null;
  day: string | null;
  generations: number | null;
  source: 'recorded' | 'imported' | 'declared';
}

export interface DrawLog {
  /** Active experts that the filters admit. */
  readonly considered: number;
  readonly admitted: number;
  readonly recused: readonly { readonly expert: string; readonly name: string; readonly verdict: string; readonly says: string }[];
  readonly shortfalls: readonly string[];
  /** The pool of the draw and the counties of the applicants: with the seed, all that the lot depends on. */
  readonly pool: readonly { readonly id: string; readonly uscc: string; readonly region: string; readonly isFinance: boolean }[];
  readonly counties: readonly string[];
  /** Set where the panel was assigned together with others instead of drawn by lot. */
  readonly assigned?: { readonly panels: number; readonly objective: number; readonly bound: number };
}

/** The declaration's sheet as it was when the panel was drawn. */
export interface KeptSheet {
  readonly title: string;
  readonly cites: string;
  readonly criteria: readonly Criterion[];
  readonly commentAtLeast: number;
  readonly aggregate: AggregateRule;
}

export interface PanelRow {
  id: string;
  root: string;
  number: string;
  name: string;
  programme: string;
  dossier: string;
  stage: string;
  review_day: string;
  due_at: Date;
  status: 'drawn' | 'open' | 'concluded' | 'cancelled';
  size: number;
  reserve: number;
  needs_finance: boolean;
  seed: string;
  filters: { disciplines: string[]; levels: string[] };
  rules: Rules;
  draw_log: DrawLog;
  sheet: KeptSheet;
  drawn_by: string;
  drawn_by_name: string;
  notified_by: string | null;
  notified_by_name: string | null;
  concluded_by: string | null;
  concluded_by_name: string | null;
  version: number;
  drawn_at: Date;
  opened_at: Date | null;
  concluded_at: Date | null;
}

export interface PanelCaseRow {
  root: string;
  panel: string;
  case_id: string;
  region: string;
  party: string;
  party_name: string;
  number: string | null;
  position: number;
  result: CaseOutcome | null;
  concluded_at: Date | null;
  is_dropped: boolean;
}

export interface SeatRow {
  id: string;
  root: string;
  panel: string;
  expert: string;
  seat: number | null;
  lot: number;
  is_finance: boolean;
  status: 'seated' | 'reserve' | 'left';
  /** Something about ties is unknown: the expert declares before the first sheet opens. */
  declares: boolean;
  left_why: string | null;
  left_at: Date | null;
  seated_at: Date | null;
}

export interface FrozenView {
  readonly title: string;
  readonly applicant: string | null;
  readonly number: string | null;
  readonly dossier: string;
  readonly pages: readonly PrintedPage[];
  readonly files: readonly { readonly label: string; readonly fileName: string; readonly sha256: string }[];
}

export interface SheetRow {
  id: string;
  root: string;
  panel: string;
  case_id: string;
  seat: string;
  seat_number: number;
  account: string | null;
  panel_name: string;
  due_at: Date;
  view: FrozenView;
  sheet: KeptSheet;
  declared_at: Date | null;
  points: Record<string, string>;
  comment: string;
  recommend: boolean | null;
  status: 'open' | 'submitted' | 'withdrawn';
  withdrawn_why: string | null;
  submitted_at: Date | null;
  saved_at: Date | null;
  asked_at: Date | null;
  asked_why: string | null;
  justification: string | null;
  version: number;
}

export interface ReviewTables {
  'review.expert': ExpertRow;
  'review.tie': TieRow;
  'review.credit': { id: string; root: string; expert: string; panel: string | null; day: string; points: number; why: string };
  'review.panel': PanelRow;
  'review.panel_case': PanelCaseRow;
  'review.seat': SeatRow;
  'review.sheet': SheetRow;
  'review.rules': { root: string; rules: Partial<Rules>; version: number; changed_at: Date; changed_by: string };
  'review.counter': { root: string; year: number; value: number };
}
