// Where no assignment is possible: the smallest set of limits to relax, as data; sentences are made where they are shown.
import type { Candidates } from './candidates.ts';
import type { Flow } from './flow.ts';
import { type AssignmentProblem, groupsAmong, type Relaxation } from './problem.ts';
import { moreColumn, relaxingProgramme, type SolveProgramme, tooManyColumn, withoutFinancialColumn } from './programme.ts';

export interface Relaxed {
  readonly relaxations: readonly Relaxation[];
  readonly isSmallest: boolean;
}

/** The pairs of some applications only. */
export function candidatesOf(all: Candidates, applications: ReadonlySet<number>): Candidates {
  const pairs = [...all.expert.keys()].filter((pair) => applications.has(all.application[pair] ?? 0));
  const start = new Int32Array(all.start.length);
  for (const pair of pairs) {
    const next = (all.application[pair] ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let row = 1; row < start.length; row += 1) start[row] = (start[row] ?? 0) + (start[row - 1] ?? 0);
  return {
    start,
    application: Int32Array.from(pairs, (pair) => all.application[pair] ?? 0),
    expert: Int32Array.from(pairs, (pair) => all.expert[pair] ?? 0),
    fit: Int32Array.from(pairs, (pair) => all.fit[pair] ?? 0),
  };
}

/** Applications with fewer experts that they may meet than they need: whatever else is relaxed, these stay. */
export function lackingCandidates({ applications }: AssignmentProblem, possible: readonly number[]): Relaxation[] {
  return applications.flatMap(({ reviewers: needed }, application): Relaxation[] => {
    const found = possible[application] ?? 0;
    return found < needed ? [{ kind: 'candidates', application, needed, found }] : [];
  });
}

/** As many units as reviewers are missing, which is the fewest; not always of the fewest experts. */
export function moreByFlow({ experts }: AssignmentProblem, candidates: Candidates, { short, isAssigned }: Flow): Relaxation[] {
  const more = new Map<number, number>();
  for (const [application, missing] of short) {
    const free: number[] = [];
    for (let pair = candidates.start[application] ?? 0; pair < (candidates.start[application + 1] ?? 0); pair += 1)
      if (isAssigned[pair] === 0) free.push(candidates.expert[pair] ?? 0);
    // Whoever is asked already is asked again first.
    free.sort((a, b) => (more.get(b) ?? 0) - (more.get(a) ?? 0) || a - b);
    for (const expert of free.slice(0, missing)) more.set(expert, (more.get(expert) ?? 0) + 1);
  }
  return [...more].map(([expert, units]) => ({ kind: 'cap', expert, cap: experts[expert]?.cap ?? 0, more: units }));
}

/** Null when the solver found nothing in time. */
export async function fewestUnits(
  problem: AssignmentProblem,
  candidates: Candidates,
  needs: readonly number[],
  solve: SolveProgramme,
  seconds: number,
): Promise<Relaxed | null> {
  if (candidates.expert.length === 0) return { relaxations: [], isSmallest: true };
  const answer = await solve(relaxingProgramme(problem, candidates, needs), seconds);
  if (!answer.hasValues) return null;
  const units = (column: string): number => Math.round(answer.value(column));
  const relaxations: Relaxation[] = [];
  for (const [expert, { cap }] of problem.experts.entries()) {
    const more = units(moreColumn(expert));
    if (more > 0) relaxations.push({ kind: 'cap', expert, cap, more });
  }
  for (const [application, need] of needs.entries()) {
    if (units(withoutFinancialColumn(application)) > 0) relaxations.push({ kind: 'financial', application });
    const [from, to] = [candidates.start[application] ?? 0, candidates.start[application + 1] ?? 0];
    for (const { kind, group } of groupsAmong(problem, application, need, [...candidates.expert.subarray(from, to)])) {
      const more = units(tooManyColumn(application, kind, group));
      if (more > 0) relaxations.push({ kind, application, group, more });
    }
  }
  return { relaxations, isSmallest: answer.status === 'optimal' };
}
