// Evaluates without stalling requests: single short documents at once, everything else in a worker thread with bounds on time and memory.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Calculation } from '#kernel/calculations/frame/index.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Evaluated, evaluated } from './tasks.ts';

/** Values in a document that is evaluated in milliseconds: faster than a thread is asked. */
const fewValues = 500;
const longestMs = 20_000;

let pool: Piscina | undefined;

/** Built, the worker lies beside the bundle. */
function workers(): Piscina {
  if (pool !== undefined) return pool;
  const built = fileURLToPath(new URL('./evaluating-worker.js', import.meta.url));
  const source = fileURLToPath(new URL('./worker-from-source.mjs', import.meta.url));
  // Each evaluation that waits holds a database connection, so few may.
  pool = new Piscina({
    filename: existsSync(built) ? built : source,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    maxQueue: 6,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  return pool;
}

/** Stops the worker thread; for the end of the process and of tests. */
export async function stopEvaluating(): Promise<void> {
  await pool?.destroy();
  pool = undefined;
}

/** Counts no further than it has to. */
function isShort(document: unknown): boolean {
  const open: unknown[] = [document];
  for (let count = 0; open.length > 0; count += 1) {
    if (count > fewValues) return false;
    const value = open.pop();
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) open.push(part);
  }
  return true;
}

const isBatch = (document: unknown): boolean => typeof document === 'object' && document !== null && 'cases' in document;

/** The ways in which a thread gives up by itself have names; anything else is an error of ours. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError')
    return new Refusal('TOO_SLOW', `${longestMs / 1000} 秒内没有算完，已停止。请拆分后分次提交。`, { status: 422 });
  if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Refusal('TOO_LARGE', '结果过大，已停止计算。请拆分后分次提交。', { status: 422 });
  if (/queue is at limit/i.test(error.message)) return new Refusal('BUSY', '正在计算的请求较多，请过一会儿再试。', { status: 503 });
  return undefined;
}

export async function evaluateAway(calculation: Calculation, document: unknown): Promise<Evaluated> {
  if (!isBatch(document) && isShort(document)) return evaluated(calculation, document);
  try {
    const task = { calculation: calculation.id, document };
    return (await workers().run(task, { signal: AbortSignal.timeout(longestMs) })) as Evaluated;
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}
