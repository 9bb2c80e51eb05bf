// The three acts of an import: check a file, write what was checked, take it back. Each is one transaction.
import type { FileStore } from '#platform/files/store.ts';
import type { Upload } from '#platform/http/action.ts';
import type { Tell } from '#platform/long-work/long-work.ts';
import { Refusal } from '#platform/refusal.ts';
import type { PartyMover } from '../../setting.ts';
import type { By } from '../by.ts';
import {
  agreedRows,
  type Batch,
  type BatchCounts,
  countRows,
  findBatch,
  forgetOldRows,
  importStale,
  insertBatch,
  keptBack,
  newBatchId,
  rowsLost,
  updateBatch,
} from './batches.ts';
import type { ImportContext, ImportKind } from './kind.ts';
import { readSheet } from './read-sheet.ts';

type Db = ImportContext['db'];

export interface Importer {
  readonly db: Db;
  readonly by: By;
  /** Region of the office that imports. */
  readonly region: string;
  readonly movers: readonly PartyMover[];
  /** Hears how far the import has come. */
  readonly tell: Tell;
}

const contextOf = ({ db, by, movers }: Importer, batch: Pick<Batch, 'id' | 'region' | 'options'>): ImportContext => ({
  db,
  by,
  movers,
  batch: batch.id,
  options: batch.options,
  region: batch.region,
});

export async function checkFile(
  importer: Importer,
  kind: ImportKind,
  files: FileStore,
  upload: Upload,
  given: Readonly<Record<string, string>>,
): Promise<Batch> {
  const { db, by, region, tell } = importer;
  const batch = {
    id: newBatchId(),
    region,
    kind: kind.id,
    options: kind.options(given, by),
    fileName: upload.fileName,
    sha256: upload.sha256,
    size: upload.size,
  };
  await forgetOldRows(db, by.now);
  const context = contextOf(importer, batch);
  tell(`正在读取“${upload.fileName}”`);
  const reading = await readSheet(context, kind, files, upload.sha256, (rows) => tell(`正在读取“${upload.fileName}”，已读 ${rows} 行`));
  tell(`已读完 ${reading.rows} 行，正在与系统中的内容核对`);
  // Before judging: what changes in the midst of it must show as a change afterwards.
  const basis = (await kind.basis?.(context)) ?? null;
  await kind.judge(context);
  await insertBatch(db, by, batch, reading, { counts: await countRows(db, batch.id), basis });
  return findBatch(db, batch.id);
}

const sameCounts = (a: BatchCounts, b: BatchCounts): boolean =>
  a.new === b.new && a.change === b.change && a.same === b.same && a.wrong === b.wrong;

const notChecked = (batch: Batch): Refusal =>
  new Refusal(
    'IMPORT_DONE',
    batch.status === 'committed' ? '这一批已经写入，不能重复写入。' : '这一批已经撤销。如需再次导入，请重新上传文件。',
    {
      status: 409,
    },
  );

/** What a person agreed to must be what happens: the rows are judged again unless all that they were judged by is still as it was. */
async function judgedAnew(kind: ImportKind, context: ImportContext, batch: Batch): Promise<BatchCounts> {
  if (batch.basis !== null && batch.basis === (await kind.basis?.(context))) return batch.counts;
  const before = await agreedRows(context.db, batch.id);
  await kind.judge(context);
  if (before !== (await agreedRows(context.db, batch.id))) throw importStale();
  return countRows(context.db, batch.id);
}

export async function commitBatch(importer: Importer, kind: ImportKind, id: string, skipWrong: boolean): Promise<Batch> {
  const { db, by, tell } = importer;
  const batch = await findBatch(db, id, true);
  if (batch.status !== 'checked') throw notChecked(batch);
  const context = contextOf(importer, batch);
  if ((await countRows(db, id)).rows !== batch.counts.rows) throw rowsLost();
  const kept = keptBack(kind, batch, batch.counts.wrong, by.account);
  if (kept !== null) throw new Refusal('IMPORT_KEPT_BACK', kept, { status: 409 });
  tell('正在确认核对之后没有变化');
  const counts = await judgedAnew(kind, context, batch);
  if (!sameCounts(counts, batch.counts)) throw importStale();
  if (counts.wrong > 0 && !skipWrong) {
    throw new Refusal('IMPORT_FAULTS', `有 ${counts.wrong} 行有误。请下载标注文件改正后重新上传，或选择只写入无误的行。`, { status: 409 });
  }
  if (counts.new + counts.change === 0)
    throw new Refusal('IMPORT_NOTHING', '没有可写入的内容：所有行都有误，或与现有内容一致。', { status: 409 });
  tell(`正在写入：新增 ${counts.new} ${kind.counter}，更新 ${counts.change} ${kind.counter}`);
  await kind.commit(context);
  // A row may still turn out wrong while it is written, such as a code that another county holds.
  const written = await countRows(db, id);
  await updateBatch(db, id, { status: 'committed', counts: written as never, committed_at: by.now, committed_by: by.name });
  return findBatch(db, id);
}

/** Refuses, naming each, while records were changed since; `partial` leaves those as they are and takes back the rest. */
export async function undoBatch(
  importer: Importer,
  kind: ImportKind,
  id: string,
  options: { readonly reason: string; readonly partial: boolean },
): Promise<{ readonly batch: Batch; readonly left: number }> {
  const { db, by, tell } = importer;
  const batch = await findBatch(db, id, true);
  if (batch.status !== 'committed') {
    throw new Refusal('IMPORT_NOT_WRITTEN', batch.status === 'undone' ? '这一批已经撤销过。' : '这一批还没有写入，无需撤销。', {
      status: 409,
    });
  }
  const context = contextOf(importer, batch);
  tell('正在查找导入之后又有变化的记录');
  const refusals = await kind.undoRefusals(context);
  if (refusals.length > 0 && !options.partial) {
    throw new Refusal(
      'UNDO_BLOCKED',
      `有 ${refusals.length} 条记录在导入之后又有变化，不能整批撤销。可以只撤销没有变化的记录，其余在原处更正。`,
      {
        status: 409,
        details: refusals.slice(0, 100).map(({ row, what, why }) => ({ where: `第 ${row} 行`, message: `${what}${why}` })),
      },
    );
  }
  tell('正在恢复到导入之前');
  await kind.undo(
    context,
    refusals.map((refusal) => refusal.key),
  );
  await updateBatch(db, id, { status: 'undone', undone_at: by.now, undone_by: by.name, undo_reason: options.reason });
  return { batch: await findBatch(db, id), left: refusals.length };
}
