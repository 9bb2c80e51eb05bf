// The way of an import: a file, what was understood, what is wrong, what will change, done, undone. Pure: the page only shows it.

/** How a column of the file was understood. */
export interface ColumnReading {
  /** As it stands in the file. */
  readonly header: string;
  /** The field it goes to; null when it is left out. */
  readonly field: string | null;
  /** First values, as read. */
  readonly examples: readonly string[];
}

export interface FaultyCell {
  /** `第 37 行 统一社会信用代码`. */
  readonly where: string;
  readonly message: string;
}

/** One row as it will be after the import. */
export interface RowChange {
  readonly key: string;
  readonly title: string;
  readonly kind: 'new' | 'changed' | 'same';
  /** How it was matched with what is here: 按统一社会信用代码, 按名称. */
  readonly matchedBy?: string;
  readonly fields: readonly { readonly label: string; readonly before: string | null; readonly after: string | null }[];
}

export interface ImportReport {
  readonly fileName: string;
  readonly sheet: string;
  readonly rows: number;
  readonly columns: readonly ColumnReading[];
  /** Faults, the first of them; `faultCount` is all. */
  readonly faults: readonly FaultyCell[];
  readonly faultCount: number;
  /** Rows with a fault: they are left out if the import goes on without them. */
  readonly faultyRows: number;
  readonly changes: readonly RowChange[];
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number };
  /** Why it may not be written, or not by this person. */
  readonly keptBack?: string;
}

export type ImportState =
  | { readonly step: 'choose'; readonly failure?: string }
  | { readonly step: 'reading'; readonly fileName: string; readonly share: number; readonly says?: string }
  | { readonly step: 'report'; readonly report: ImportReport; readonly failure?: string }
  | { readonly step: 'writing'; readonly report: ImportReport; readonly share: number | null; readonly says?: string }
  | {
      readonly step: 'done';
      readonly report: ImportReport;
      readonly summary: string;
      readonly undo: 'offered' | 'running' | 'undone' | 'closed';
      readonly failure?: string;
    };

export const STEPS = ['选择文件', '核对识别', '写入', '完成'] as const;

export function stepOf(state: ImportState): number {
  return { choose: 0, reading: 0, report: 1, writing: 2, done: 3 }[state.step];
}

/** What will happen, in one sentence with its numbers. */
export function consequenceOf(report: ImportReport): string {
  const { counts, faultyRows } = report;
  const parts = [`新增 ${counts.new} 条`, `更新 ${counts.changed} 条`];
  if (counts.same > 0) parts.push(`${counts.same} 条与现有内容一致，不改动`);
  if (faultyRows > 0) parts.push(`${faultyRows} 行有误，不写入`);
  return `将${parts.join('，')}。`;
}

/** Nothing to write: all rows are wrong, or all are as they were. */
export function canWrite(report: ImportReport): boolean {
  return report.keptBack === undefined && report.counts.new + report.counts.changed > 0;
}

export function understoodWords(report: ImportReport): string {
  const used = report.columns.filter((column) => column.field !== null).length;
  const left = report.columns.length - used;
  return `“${report.fileName}”的工作表“${report.sheet}”，共 ${report.rows} 行；识别 ${used} 列${left > 0 ? `，${left} 列未使用` : ''}。`;
}
