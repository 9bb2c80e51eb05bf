// What a page shows of a batch: how it was understood, the first faults and changes, and where it stands.
import type { ActionContext } from '#platform/http/action.ts';
import type { By } from '../store/by.ts';
import { type Batch, batchRows, keptBack, type StagedRow } from '../store/importing/batches.ts';
import type { ImportKind } from '../store/importing/kind.ts';
import { placeOf } from '../store/importing/read-sheet.ts';
import type { ImportChange, ImportList, ImportReport } from '../wire.ts';

const shown = 50;

const matchWords: Readonly<Record<string, string>> = { uscc: '按信用代码找到', name: '按名称找到', 'former-name': '按曾用名找到' };

/** Of a new record everything that the row says is new, unless the kind has said more precisely. */
const freshOf = (values: Readonly<Record<string, string>>): Record<string, [null, string]> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (key.startsWith('_') ? [] : [[key, [null, value]]])));

export function changeOf(row: StagedRow, kind: ImportKind, labels: ReadonlyMap<string, string>): ImportChange {
  const values = row.values as Record<string, string>;
  const places = [...labels.keys()];
  const matched = row.matched_by === null ? undefined : matchWords[row.matched_by];
  return {
    key: String(row.row),
    title: kind.titleOf(values),
    kind: row.outcome === 'new' ? 'new' : row.outcome === 'change' ? 'changed' : 'same',
    ...(matched === undefined ? {} : { matchedBy: matched }),
    // In the order of the columns: a stored object has forgotten its own.
    fields: Object.entries(row.diff ?? (row.outcome === 'new' ? freshOf(values) : {}))
      .sort(([a], [b]) => places.indexOf(a) - places.indexOf(b))
      .map(([key, [before, after]]) => ({
        label: labels.get(key) ?? key,
        before: kind.words(key, before === null ? null : String(before)),
        after: kind.words(key, after === null ? null : String(after)),
      })),
  };
}

export const labelsOf = (kind: ImportKind, batch: Batch, by: By): ReadonlyMap<string, string> =>
  new Map(kind.columns(batch.options, by).map((column) => [column.key, column.label]));

export const faultsOf = (rows: readonly StagedRow[], batch: Batch, level: 'error' | 'warning') =>
  rows.flatMap((row) =>
    row.problems
      .filter((problem) => problem.level === level)
      .map((problem) => ({ where: placeOf(row.row, problem.column, batch.columns), message: problem.message })),
  );

export function summaryOf(batch: Batch, kind: ImportKind): ImportList['rows'][number] {
  const { counts } = batch;
  return {
    id: batch.id,
    kind: kind.id.split('/')[1] ?? kind.id,
    kindName: kind.name,
    counter: kind.counter,
    status: batch.status,
    fileName: batch.fileName,
    rows: counts.rows,
    faultyRows: counts.wrong,
    counts: { new: counts.new, changed: counts.change, same: counts.same },
    checkedAt: batch.checkedAt.toISOString(),
    by: batch.accountName,
    committedAt: batch.committedAt?.toISOString() ?? null,
    committedBy: batch.committedBy,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    undoneBy: batch.undoneBy,
    undoReason: batch.undoReason,
  };
}

function stands(batch: Batch, { counter }: ImportKind): string {
  const { counts } = batch;
  const parts = [`新增 ${counts.new} ${counter}`, `更新 ${counts.change} ${counter}`];
  const left = counts.wrong > 0 ? `；${counts.wrong} 行有误，没有写入，可下载标注文件改正后再次导入` : '';
  if (batch.status === 'committed') return `已${parts.join('，')}${left}。如发现错误，可整批撤销。`;
  if (batch.status === 'undone') return '已撤销，内容恢复到导入之前。';
  return `核对完毕，将${parts.join('，')}${counts.wrong > 0 ? `；${counts.wrong} 行有误` : ''}。尚未写入。`;
}

export async function reportOf({ db }: Pick<ActionContext, 'db'>, batch: Batch, kind: ImportKind, by: By): Promise<ImportReport> {
  const wrong = await batchRows(db, batch.id, { outcomes: ['wrong'], after: 0, limit: shown });
  const changed = await batchRows(db, batch.id, { outcomes: ['new', 'change'], after: 0, limit: shown });
  const labels = labelsOf(kind, batch, by);
  return {
    ...summaryOf(batch, kind),
    sheet: batch.sheet,
    options: { ...batch.options },
    columns: batch.columns.map(({ header, label, examples, note }) => ({ header, field: label, examples: [...examples], note })),
    faults: faultsOf(wrong, batch, 'error'),
    faultCount: batch.counts.faults,
    warnings: faultsOf(changed, batch, 'warning'),
    warnedRows: batch.counts.warned,
    changes: changed.map((row) => changeOf(row, kind, labels)),
    says: stands(batch, kind),
    keptBack: batch.status === 'checked' ? keptBack(kind, batch, batch.counts.wrong, by.account) : null,
  };
}
