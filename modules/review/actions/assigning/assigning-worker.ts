// Runs in a worker thread: the best assignment of a season takes seconds, in which every request of the process would stand still.
import { assign } from '#kernel/assignment/assign.ts';
import type { Assignment, AssignmentProblem } from '#kernel/assignment/problem.ts';
import { solveProgramme } from '#platform/solver/solve-programme.ts';

export default function assignInWorker(problem: AssignmentProblem): Promise<Assignment> {
  return assign(problem, solveProgramme);
}
