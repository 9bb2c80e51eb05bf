// Every possible assignment of a small problem, tried one after the other: slow, and for tests to hold the fast ways against.
import { type AssignmentProblem, fitOf, groupsAmong } from './problem.ts';

export interface Tried {
  /** The greatest sum of fits among the assignments that give everybody all they need and keep everything; null when there is none. */
  readonly objective: number | null;
  /** Reviewers that can't be given at all, under limits of experts and conflicts alone. */
  readonly missing: number;
  /** Fewest units to relax so that everybody is given as many as may meet them. */
  readonly units: number;
}

function subsets(columns: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return columns.flatMap((column, place) => subsets(columns.slice(place + 1), size - 1).map((rest) => [column, ...rest]));
}

/** Units by which a panel breaks what binds it as a whole. */
function broken(problem: AssignmentProblem, application: number, panel: readonly number[]): number {
  if (panel.length === 0) return 0;
  const hasFinancial = panel.some((expert) => problem.experts[expert]?.isFinancial === true);
  const lacks = problem.applications[application]?.needsFinancial === true && !hasFinancial ? 1 : 0;
  return groupsAmong(problem, application, panel.length, panel).reduce((sum, { members, most }) => sum + members.length - most, lacks);
}

export function bestByTrying(problem: AssignmentProblem): Tried {
  const possible = problem.applications.map((_, row) => [...problem.experts.keys()].filter((column) => fitOf(problem, row, column) >= 0));
  const load = problem.experts.map(() => 0);
  const lacks = problem.applications.some(({ reviewers }, row) => (possible[row]?.length ?? 0) < reviewers);
  const total = problem.applications.reduce((sum, { reviewers }) => sum + reviewers, 0);
  let [objective, given, units]: [number | null, number, number] = [null, 0, Number.POSITIVE_INFINITY];
  const visit = (row: number, fit: number, panelUnits: number): void => {
    if (row === problem.applications.length) {
      const over = load.reduce((sum, count, column) => sum + Math.max(0, count - (problem.experts[column]?.cap ?? 0)), 0);
      const seats = load.reduce((sum, count) => sum + count, 0);
      given = Math.max(given, seats - over);
      units = Math.min(units, over + panelUnits);
      if (over + panelUnits === 0 && !lacks) objective = Math.max(objective ?? 0, fit);
      return;
    }
    const columns = possible[row] ?? [];
    for (const panel of subsets(columns, Math.min(columns.length, problem.applications[row]?.reviewers ?? 0))) {
      for (const column of panel) load[column] = (load[column] ?? 0) + 1;
      const sum = panel.reduce((value, column) => value + fitOf(problem, row, column), fit);
      visit(row + 1, sum, panelUnits + broken(problem, row, panel));
      for (const column of panel) load[column] = (load[column] ?? 0) - 1;
    }
  };
  visit(0, 0, 0);
  return { objective, missing: total - given, units };
}
