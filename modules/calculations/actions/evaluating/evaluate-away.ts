// Evaluates without stalling requests: single short documents at once, everything else in a worker thread with bounds on time and memory.
import type { Calculation } from '#kernel/calculations/frame/index.ts';
import { Away } from '#platform/threads/away.ts';
import { type Evaluated, type EvaluateTask, evaluated } from './tasks.ts';

/** Values in a document that is evaluated in milliseconds: faster than a thread is asked. */
const fewValues = 500;
const longestMs = 20_000;

const away = new Away<EvaluateTask, Evaluated>({
  ...{ beside: import.meta.url, worker: 'evaluating-worker', waiting: 6, longestMs, memoryMb: 512 },
  says: {
    slow: `${longestMs / 1000} 秒内没有算完，已停止。请拆分后分次提交。`,
    large: '结果过大，已停止计算。请拆分后分次提交。',
    busy: '正在计算的请求较多，请过一会儿再试。',
  },
});

/** Stops the worker thread; for the end of the process and of tests. */
export const stopEvaluating = (): Promise<void> => away.stop();

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

export async function evaluateAway(calculation: Calculation, document: unknown): Promise<Evaluated> {
  if (!isBatch(document) && isShort(document)) return evaluated(calculation, document);
  return away.run({ calculation: calculation.id, document });
}
