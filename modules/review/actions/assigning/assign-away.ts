// Assigns experts away from the requests, with bounds on time and memory.
import type { Assignment, AssignmentProblem } from '#kernel/assignment/problem.ts';
import { Away } from '#platform/threads/away.ts';

const longestMs = 240_000;

const away = new Away<AssignmentProblem, Assignment>({
  ...{ beside: import.meta.url, worker: 'assigning-worker', waiting: 3, longestMs, memoryMb: 2048 },
  says: {
    slow: `${longestMs / 60_000} 分钟内没有算完，已停止。请分批选择申请。`,
    large: '申请和专家过多，已停止计算。请分批选择申请。',
    busy: '正在计算的分配较多，请过一会儿再试。',
  },
});

export const assignAway = (problem: AssignmentProblem): Promise<Assignment> => away.run(problem);

/** Stops the worker thread; for the end of the process and of tests. */
export const stopAssigning = (): Promise<void> => away.stop();
