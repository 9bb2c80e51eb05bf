// Runs in a worker thread: our flow, on as many candidates as given to begin with; says whether more pairs mattered.
import { assignByFlow, panelsOf } from '#kernel/assignment/by-flow.ts';
import type { Candidates } from '#kernel/assignment/candidates.ts';
import { type AssignmentProblem, objectiveOf } from '#kernel/assignment/problem.ts';

export interface FlowTask {
  readonly problem: AssignmentProblem;
  readonly width: number;
}

export interface FlowAnswer {
  readonly objective: number;
  /** Pairs that were looked at in the end. */
  readonly candidates: Candidates;
  readonly largestLoad: number;
}

export default function flowInWorker({ problem, width }: FlowTask): FlowAnswer {
  const result = assignByFlow(problem, width);
  return {
    objective: objectiveOf(problem, panelsOf(result)),
    candidates: result.candidates,
    largestLoad: Math.max(...result.flow.load),
  };
}
