// Runs in a worker thread: a long text or a PDF would stall every request of the process while it is read.
import { type ReadAnswer, type ReadTask, readDocument } from './tasks.ts';

export default function readInWorker(task: ReadTask): Promise<ReadAnswer> {
  return readDocument(task);
}
