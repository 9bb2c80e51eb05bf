// What the server says of an import, as the page of imports shows it; warnings stand after faults and are counted apart.
import { ApiError, messageOf } from '../api-error.ts';
import type { FaultyCell, ImportReport, RowChange } from './import-state.ts';

/** A batch as the lists of the server give it. */
export interface ServerBatch {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly status: 'checked' | 'committed' | 'undone';
  readonly fileName: string;
  readonly rows: number;
  readonly faultyRows: number;
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number };
  readonly checkedAt: string;
  readonly by: string;
  readonly committedAt: string | null;
  readonly committedBy: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

export interface ServerReport extends ServerBatch {
  readonly sheet: string;
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly examples: readonly string[];
    readonly note: string | null;
  }[];
  readonly faults: readonly FaultyCell[];
  readonly faultCount: number;
  readonly warnings: readonly FaultyCell[];
  readonly changes: readonly RowChange[];
  /** What happened and what comes next. */
  readonly says: string;
  /** Why this person may not write it. */
  readonly keptBack: string | null;
}

export function reportOf(report: ServerReport): ImportReport {
  return {
    fileName: report.fileName,
    sheet: report.sheet,
    rows: report.rows,
    columns: report.columns.map(({ header, field, examples, note }) => ({
      header,
      field: note === null ? field : `${field ?? '不使用'}（${note}）`,
      examples,
    })),
    faults: [...report.faults, ...report.warnings.map(({ where, message }) => ({ where, message: `提示：${message}` }))],
    faultCount: report.faultCount + report.warnings.length,
    faultyRows: report.faultyRows,
    changes: report.changes,
    counts: report.counts,
    ...(report.keptBack === null ? {} : { keptBack: report.keptBack }),
  };
}

/** What was refused, with the first places that it names. */
export const failureOf = (error: unknown): string => {
  const details = error instanceof ApiError ? error.details.slice(0, 5).map((detail) => `${detail.where} ${detail.message}`) : [];
  return [messageOf(error), ...details].join('；');
};
