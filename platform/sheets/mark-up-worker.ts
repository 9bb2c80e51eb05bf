// Runs in a worker thread: loading a whole workbook would stall every request of the process.
import { annotate, type CellFault } from './annotate.ts';

export interface MarkUpTask {
  readonly original: Uint8Array;
  readonly faults: readonly CellFault[];
}

export default function markUpInWorker(task: MarkUpTask): Promise<Uint8Array> {
  return annotate(task.original, task.faults);
}
