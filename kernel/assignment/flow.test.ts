// Flows against trying everything on small problems, and against their own prices on larger ones.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignByFlow, panelsOf } from './by-flow.ts';
import { type AssignmentProblem, fitOf, largestFit, never, noRules, objectiveOf } from './problem.ts';
import { bestByTrying } from './trying.ts';

const nobody = { institution: null, county: null, isFinancial: false };
const expertCap = fc.integer({ min: 0, max: 3 });
const small: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    needs: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    caps: fc.array(expertCap, { minLength: 1, maxLength: 5 }),
  })
  .chain(({ needs, caps }) =>
    fc
      .array(fc.constantFrom(never, never, 0, 1, 5, 5, 9, largestFit), {
        minLength: needs.length * caps.length,
        maxLength: needs.length * caps.length,
      })
      .map((fit) => ({
        applications: needs.map((reviewers) => ({ reviewers, county: null, needsFinancial: false })),
        experts: caps.map((cap) => ({ cap, ...nobody })),
        fit: Int16Array.from(fit),
        rules: noRules,
      })),
  );

test('a flow finds what trying everything finds, from however few candidates it starts, and is short of as many', () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 1, max: 5 }), (problem, width) => {
      const result = assignByFlow(problem, width);
      const missing = [...result.flow.short.values()].reduce((sum, count) => sum + count, 0);
      const lacking = problem.applications.reduce((sum, { reviewers }, row) => sum + reviewers - (result.needs[row] ?? 0), 0);
      const tried = bestByTrying(problem);
      expect(missing + lacking).toBe(tried.missing);
      if (tried.missing === 0) expect(objectiveOf(problem, panelsOf(result))).toBe(tried.objective);
    }),
    { numRuns: 400 },
  );
});

/** A small generator of its own, so that every run meets the same problem. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

test('on a larger problem nobody is asked beyond the limits, nobody meets a conflict, and the prices prove that nothing is better', () => {
  const random = generator(11);
  const [applications, experts] = [300, 90];
  const fit = Int16Array.from({ length: applications * experts }, () => (random() < 0.1 ? never : Math.floor(random() * random() * 1000)));
  const problem = {
    ...{
      applications: Array.from({ length: applications }, () => ({ reviewers: 3, county: null, needsFinancial: false })),
      fit,
      rules: noRules,
    },
    experts: Array.from({ length: experts }, () => ({ cap: 11, ...nobody })),
  };
  const result = assignByFlow(problem, 5);
  const panels = panelsOf(result);
  const load = new Map<number, number>();
  for (const [row, panel] of panels.entries()) {
    expect(new Set(panel).size).toBe(3);
    for (const expert of panel) {
      load.set(expert, (load.get(expert) ?? 0) + 1);
      expect(fitOf(problem, row, expert)).toBeGreaterThanOrEqual(0);
    }
  }
  expect(Math.max(...load.values())).toBeLessThanOrEqual(11);
  const { price } = result.flow;
  for (const [row, panel] of panels.entries()) {
    for (let expert = 0; expert < experts; expert += 1) {
      const value = fitOf(problem, row, expert);
      const gap = largestFit - value + (price[row] ?? 0) - (price[applications + expert] ?? 0);
      if (panel.includes(expert)) expect(gap).toBeLessThanOrEqual(0);
      else if (value !== never) expect(gap).toBeGreaterThanOrEqual(0);
    }
  }
  for (let expert = 0; expert < experts; expert += 1) {
    expect(price[applications + expert]).toBeLessThanOrEqual(0);
    if ((load.get(expert) ?? 0) < 11) expect(price[applications + expert]).toBe(0);
  }
});
