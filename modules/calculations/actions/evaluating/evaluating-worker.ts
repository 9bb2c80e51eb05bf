// Runs in a worker thread: a long batch, or a list of many unlike fractions, would stall every request of the process.
import { type Evaluated, type EvaluateTask, evaluateTask } from './tasks.ts';

export default async function evaluateInWorker(task: EvaluateTask): Promise<Evaluated> {
  return evaluateTask(task);
}
