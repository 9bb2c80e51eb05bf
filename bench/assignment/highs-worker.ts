// Runs in a worker thread: the other solver alone, on the pairs that it is given.
import type { Candidates } from '#kernel/assignment/candidates.ts';
import type { AssignmentProblem } from '#kernel/assignment/problem.ts';
import { bestProgramme } from '#kernel/assignment/programme.ts';
import { solveProgramme } from '#platform/solver/solve-programme.ts';

export interface HighsTask {
  readonly problem: AssignmentProblem;
  readonly candidates: Candidates;
}

export interface HighsAnswer {
  readonly status: string;
  readonly objective: number;
}

export default async function solveInWorker({ problem, candidates }: HighsTask): Promise<HighsAnswer> {
  const needs = problem.applications.map(({ reviewers }) => reviewers);
  const { status, objective } = await solveProgramme(bestProgramme(problem, candidates, needs), 280);
  return { status, objective };
}
