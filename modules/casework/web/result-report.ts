// The server's dry run of a result list, told as the import page tells any import.
import type { ImportReport } from '#ui/importing/import-page.tsx';

export interface Which {
  readonly programme: string;
  readonly dossier: string;
}

export interface DryRun {
  readonly sha256: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly columns: readonly { readonly header: string; readonly meaning: string }[];
  readonly unknown: readonly string[];
  readonly granted: number;
  readonly refused: number;
  readonly faults: readonly { readonly address: string; readonly message: string }[];
  readonly faultCount: number;
  readonly absent: number;
  readonly preview: readonly { readonly row: number; readonly name: string; readonly outcome: string; readonly note: string }[];
}

/** What was written, in words. */
export interface Imported {
  readonly says: string;
}

/** The row number at the end of a cell's address. */
const rowOf = (address: string): string => /\d+/.exec(address)?.[0] ?? address;

export function reportOf(read: DryRun): ImportReport {
  const faultyRows = new Set(read.faults.map((fault) => rowOf(fault.address))).size;
  const results = read.granted + read.refused;
  return {
    fileName: read.fileName,
    sheet: read.sheet,
    rows: results + faultyRows,
    columns: [
      ...read.columns.map(({ header, meaning }) => ({ header, field: meaning, examples: [] })),
      ...read.unknown.map((header) => ({ header, field: null, examples: [] })),
    ],
    faults: read.faults.map(({ address, message }) => ({ where: address, message })),
    faultCount: read.faultCount,
    faultyRows,
    changes: read.preview.map((line) => ({
      key: String(line.row),
      title: line.name,
      kind: 'changed',
      matchedBy: `第 ${line.row} 行`,
      fields: [
        { label: '结果', before: '等待结果', after: line.outcome },
        ...(line.note === '' ? [] : [{ label: line.outcome === '通过' ? '证书编号' : '原因', before: null, after: line.note }]),
      ],
    })),
    counts: { new: 0, changed: results, same: read.absent },
  };
}

/** What importing will do, with its numbers. */
export function consequenceWords(read: DryRun): string {
  const { faultyRows } = reportOf(read);
  return [
    `将办结 ${read.granted + read.refused} 件：通过 ${read.granted} 件，登记证书并计入统计；未通过 ${read.refused} 件，记录原因；企业都会收到通知。`,
    faultyRows > 0 ? `${faultyRows} 行有问题，不导入。` : '',
    read.absent > 0 ? `另有 ${read.absent} 件等待结果的办件不在名单中，继续等待。` : '',
    '导入后不能整批撤销。',
  ].join('');
}
