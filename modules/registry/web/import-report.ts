// What the server says of an import, as the page of imports shows it; warnings stand after faults and are counted apart.
import { ApiError, messageOf } from '#ui/api-error.ts';
import type { ImportReport as Shown } from '#ui/importing/import-page.tsx';
import type { ImportReport } from '../wire.ts';

export function reportOf(report: ImportReport): Shown {
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
  };
}

/** What was refused, with the first places that it names. */
export const failureOf = (error: unknown): string => {
  const details = error instanceof ApiError ? error.details.slice(0, 5).map((detail) => `${detail.where} ${detail.message}`) : [];
  return [messageOf(error), ...details].join('；');
};
