// What a kind of import is: its columns, how rows are judged against what is there, written, and taken back. Other modules declare their own.
import type { Transaction } from 'kysely';
import type { TemplateColumn } from '#platform/sheets/sheets.ts';
import type { PartyMover } from '../../setting.ts';
import type { By } from '../by.ts';

export interface ImportOption {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** How the cells of a column are read. `name` is an organisation's, `code` letters and digits that must stay text, `written` words kept as they are. */
export type CellReader = 'text' | 'written' | 'name' | 'code' | 'decimal' | 'integer' | 'day' | 'year' | 'choice' | 'yes-no';

export interface ImportColumn extends TemplateColumn {
  readonly reader: CellReader;
  readonly options?: readonly ImportOption[];
  /** Understands texts that are not among the options as they stand, such as a deeper code. */
  resolve?(text: string): string | undefined;
  readonly maxLength?: number;
  /** Whether a number may be below zero. */
  readonly maySink?: boolean;
  /** What is wrong with a value that was read; null when nothing is. */
  check?(value: string): string | null;
  /** What a person should look at although it may be right. */
  warn?(value: string): string | null;
  /** How the value is written when it is kept: upper case, a canonical form. */
  keep?(value: string): string;
  /** Shown in the first row of the template. */
  readonly example?: string;
  /** Such as an account number: no examples of it are kept with the batch. */
  readonly isSecret?: true;
}

export interface RowProblem {
  /** Key of the column; null for the whole row. */
  readonly column: string | null;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** Values of a row by column key; absent when the cell says nothing. Keys with an underscore are the kind's own, derived while reading. */
export type RowValues = Record<string, string>;

export interface ImportContext {
  readonly db: Transaction<unknown>;
  readonly by: By;
  readonly batch: string;
  readonly options: Readonly<Record<string, string>>;
  /** Region of the office that imports; the root's own code for the city. */
  readonly region: string;
  /** Other modules whose rows may hang on what the batch made. */
  readonly movers: readonly PartyMover[];
}

/** A record that was changed after the import and so keeps what it has. */
export interface UndoRefusal {
  /** Key of the record in registry.import_undo. */
  readonly key: string;
  readonly row: number;
  readonly what: string;
  readonly why: string;
}

export interface ImportKind {
  /** `module/thing`. */
  readonly id: string;
  readonly name: string;
  readonly permission: string;
  /** What a row is called in counts: 家, 条, 项. */
  readonly counter: string;
  /** Line under the title of the page: what may be imported and how rows are matched. */
  readonly says: string;
  /** Also takes the text files that banks and counters give out. */
  readonly takesCsv?: true;
  /** Who checked the file does not write it: another person does. */
  readonly needsSecondPerson?: true;
  /** Written whole or not at all: one wrong row keeps back the rest. */
  readonly isWhole?: true;
  /** Refuses options that make no sense; returns them complete. */
  options(given: Readonly<Record<string, string>>, by: By): Readonly<Record<string, string>>;
  columns(options: Readonly<Record<string, string>>, by: By): readonly ImportColumn[];
  /** Name of a row on screen, from its values. */
  titleOf(values: Readonly<RowValues>): string;
  /** Adds derived values and finds what is wrong between cells. */
  finishRow?(values: RowValues, context: { readonly options: Readonly<Record<string, string>>; readonly by: By }): readonly RowProblem[];
  /**
   * One text that says all that judging reads besides the file, as far as the actor sees it: while it is the same, a batch need not be judged
   * again before it is written. A kind without it is always judged again.
   */
  basis?(context: ImportContext): Promise<string>;
  /**
   * Sets party, matched_by, outcome, diff and version of every row of the batch in registry.import_row, set-based. The difference of a new
   * record may stay null: it is then all that the row says.
   */
  judge(context: ImportContext): Promise<void>;
  /** Writes every row whose outcome is `new` or `change`, and leaves in registry.import_undo what undoing needs. */
  commit(context: ImportContext): Promise<void>;
  /** Records that have changed since the batch wrote them. */
  undoRefusals(context: ImportContext): Promise<readonly UndoRefusal[]>;
  /** Puts back every record of the batch except those with these keys. */
  undo(context: ImportContext, except: readonly string[]): Promise<void>;
  /** A stored value as people read it, for the difference before and after. */
  words(key: string, value: string | null): string | null;
}
