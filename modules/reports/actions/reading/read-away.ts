// Reads documents without stalling requests: short texts at once, everything else in a worker thread with bounds on time and memory.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Refusal } from '#platform/refusal.ts';
import type { Relation } from '../../model/auditor/relation.ts';
import { type AuditTask, auditDocument, type ReadAnswer, type ReadDocument, type ReadTask, readDocument } from './tasks.ts';

/** Characters that are read in a few hundredths of a second: faster than a thread starts. */
const SHORT = 8_000;
const LONGEST_MS = 90_000;

let pool: Piscina | undefined;

/** Built, the worker lies beside the bundle. */
function workers(): Piscina {
  if (pool !== undefined) return pool;
  const built = fileURLToPath(new URL('./reading-worker.js', import.meta.url));
  const source = fileURLToPath(new URL('./worker-from-source.mjs', import.meta.url));
  // Each reading that waits holds a database connection, so few may.
  pool = new Piscina({
    filename: existsSync(built) ? built : source,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    maxQueue: 6,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return pool;
}

/** Stops the worker thread; for the end of the process and of tests. */
export async function stopReading(): Promise<void> {
  await pool?.destroy();
  pool = undefined;
}

const isShort = (task: ReadTask): boolean =>
  'text' in task ? task.text.length <= SHORT : task.bytes.length <= SHORT * 3 && /\.(?:txt|html?)$/i.test(task.name);

/** The two ways in which a thread gives up by itself have names; anything else is an error of ours. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError')
    return new Refusal('TOO_SLOW', `这份文件 ${LONGEST_MS / 1000} 秒还没有读完，已停止。请拆分，或另存为 txt 后再试。`, { status: 422 });
  if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Refusal('TOO_LARGE', '这份文件展开后过大，已停止读取。请拆分，或另存为 txt 后再试。', { status: 422 });
  if (/queue is at limit/i.test(error.message)) return new Refusal('BUSY', '正在读取的文件较多，请过一会儿再试。', { status: 503 });
  return undefined;
}

async function inWorker<T>(task: ReadTask | AuditTask): Promise<T> {
  try {
    return (await workers().run(task, { signal: AbortSignal.timeout(LONGEST_MS) })) as T;
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

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
