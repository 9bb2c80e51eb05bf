// Reads documents without stalling requests: short texts at once, everything else in a worker thread with bounds on time and memory.
import { Refusal } from '#platform/refusal.ts';
import { Away } from '#platform/threads/away.ts';
import type { Relation } from '../../model/auditor/relation.ts';
import { type AuditTask, auditDocument, type ReadAnswer, type ReadDocument, type ReadTask, readDocument } from './tasks.ts';

/** Characters that are read in a few hundredths of a second: faster than a thread starts. */
const SHORT = 8_000;
const LONGEST_MS = 90_000;

const away = new Away<ReadTask | AuditTask, unknown>({
  ...{ beside: import.meta.url, worker: 'reading-worker', waiting: 6, longestMs: LONGEST_MS, memoryMb: 1024 },
  says: {
    slow: `这份文件 ${LONGEST_MS / 1000} 秒还没有读完，已停止。请拆分，或另存为 txt 后再试。`,
    large: '这份文件展开后过大，已停止读取。请拆分，或另存为 txt 后再试。',
    busy: '正在读取的文件较多，请过一会儿再试。',
  },
});

/** Stops the worker thread; for the end of the process and of tests. */
export const stopReading = (): Promise<void> => away.stop();

const isShort = (task: ReadTask): boolean =>
  'text' in task ? task.text.length <= SHORT : task.bytes.length <= SHORT * 3 && /\.(?:txt|html?)$/i.test(task.name);

const inWorker = async <T>(task: ReadTask | AuditTask): Promise<T> => (await away.run(task)) as T;

/** The text and figures of a document, or a refusal that says what it is and how to mend it. */
export async function readAway(task: ReadTask): Promise<ReadDocument> {
  const answer = isShort(task) ? await readDocument(task) : await inWorker<ReadAnswer>(task);
  if ('unreadable' in answer) throw new Refusal('UNREADABLE', `${answer.unreadable.replace(/。$/, '')}。`, { status: 422 });
  return answer;
}

/** The relations between the figures of a document. */
export async function auditAway(task: AuditTask): Promise<readonly Relation[]> {
  return task.audited.length <= SHORT ? auditDocument(task) : inWorker<Relation[]>(task);
}
