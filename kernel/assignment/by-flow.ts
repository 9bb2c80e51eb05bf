// The best assignment under limits of experts and conflicts: flows over growing candidate lists, until the prices say that no pair left out matters.
import { CandidateSet, type Candidates } from './candidates.ts';
import { bestFlow, type Flow } from './flow.ts';
import type { AssignmentProblem } from './problem.ts';

/** Candidates of an application that are looked at first. */
export const firstWidth = 40;

export interface FlowResult {
  readonly candidates: Candidates;
  readonly flow: Flow;
  /** Reviewers that each application can be given at most, by the number of experts that it may meet at all. */
  readonly needs: readonly number[];
}

export function panelsOf({ candidates, flow, needs }: FlowResult): number[][] {
  const panels: number[][] = needs.map(() => []);
  for (const [pair, flag] of flow.isAssigned.entries())
    if (flag === 1) panels[candidates.application[pair] ?? 0]?.push(candidates.expert[pair] ?? 0);
  return panels;
}

/** What an application can't have because too few experts may meet it is not asked for; `needs` of the result says so. */
export function assignByFlow(problem: AssignmentProblem, width = firstWidth): FlowResult {
  const set = new CandidateSet(problem, width);
  const caps = Int32Array.from(problem.experts, ({ cap }) => cap);
  const needs = problem.applications.map(({ reviewers }, row) => Math.min(reviewers, set.possible(row)));
  for (const [row, need] of needs.entries()) set.widen(row, need);
  for (;;) {
    const candidates = set.list();
    const flow = bestFlow(candidates, needs, caps);
    let hasGrown = false;
    if (flow.short.size > 0) for (const row of flow.blocked.applications) hasGrown = set.double(row) || hasGrown;
    else hasGrown = set.addImproving(flow.price) > 0;
    if (!hasGrown) return { candidates, flow, needs };
  }
}
