// A season of reviews: 3,000 applications that need three experts each, 800 experts with caps, conflicts, fits by discipline.
import { type AssignmentProblem, never, noRules } from '#kernel/assignment/problem.ts';

/** A small generator of its own, so that every run meets the same season. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const disciplines = 40;

export interface Season {
  readonly applications: number;
  readonly experts: number;
  readonly cap: number;
}

/** Experts of the application's own discipline fit best, those of its group less; one pair in twenty is in conflict. */
export function season({ applications, experts, cap }: Season): AssignmentProblem {
  const random = generator(20261130);
  const fields = Array.from({ length: experts }, () => Math.floor(random() * disciplines));
  const fit = new Int16Array(applications * experts);
  for (let row = 0; row < applications; row += 1) {
    const field = Math.floor(random() * disciplines);
    for (let column = 0; column < experts; column += 1) {
      const own = fields[column] === field ? 600 : (fields[column] ?? 0) % 8 === field % 8 ? 300 : 0;
      fit[row * experts + column] = random() < 0.05 ? never : own + Math.floor(random() * 400);
    }
  }
  return {
    applications: Array.from({ length: applications }, () => ({ reviewers: 3, county: null, needsFinancial: false })),
    experts: Array.from({ length: experts }, (_, column) => ({
      ...{ cap, institution: Math.floor(random() * 120), county: null },
      isFinancial: column % 12 === 0,
    })),
    fit,
    rules: noRules,
  };
}
