// Two solvers that know nothing of each other agree on assignments, and what is to be relaxed is what trying everything finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '#kernel/assignment/assign.ts';
import { assignByFlow, panelsOf } from '#kernel/assignment/by-flow.ts';
import { CandidateSet } from '#kernel/assignment/candidates.ts';
import { type AssignmentProblem, keepsRules, largestFit, never, noRules, objectiveOf } from '#kernel/assignment/problem.ts';
import { bestProgramme } from '#kernel/assignment/programme.ts';
import { bestByTrying } from '#kernel/assignment/trying.ts';
import { solveProgramme } from './solve-programme.ts';

const group = fc.option(fc.integer({ min: 1, max: 2 }));
const application = fc.record({ reviewers: fc.integer({ min: 0, max: 3 }), county: group, needsFinancial: fc.boolean() });
const expert = fc.record({ cap: fc.integer({ min: 0, max: 3 }), institution: group, county: group, isFinancial: fc.boolean() });
const oneIn = fc.option(fc.integer({ min: 2, max: 3 }));
const small: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    applications: fc.array(application, { minLength: 1, maxLength: 4 }),
    experts: fc.array(expert, { minLength: 1, maxLength: 5 }),
    rules: fc.record({ institutionOneIn: oneIn, countyOneIn: oneIn }),
  })
  .chain((given) => {
    const length = given.applications.length * given.experts.length;
    const fits = fc.array(fc.constantFrom(never, 0, 1, 5, 9, 10, largestFit), { minLength: length, maxLength: length });
    return fits.map((fit) => ({ ...given, fit: Int16Array.from(fit) }));
  });

test('with rules on whole panels the best is what trying everything finds; where none is possible no fewer units would do', async () => {
  await fc.assert(
    fc.asyncProperty(small, async (problem) => {
      const [found, tried] = [await assign(problem, solveProgramme), bestByTrying(problem)];
      if (tried.objective !== null) {
        expect(found).toMatchObject({ kind: 'assigned', objective: tried.objective, bound: tried.objective });
        if (found.kind === 'assigned') expect(found.panels.every((panel, row) => keepsRules(problem, row, panel))).toBe(true);
        return;
      }
      if (found.kind !== 'impossible') throw new Error('assigned what cannot be');
      const units = found.relaxations.map((one) => ('more' in one ? one.more : one.kind === 'financial' ? 1 : 0));
      expect(units.reduce((sum, count) => sum + count, 0)).toBe(tried.units);
      expect(found.isSmallest).toBe(true);
    }),
    { numRuns: 150 },
  );
});

/** A small generator of its own, so that every run meets the same problems. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function random(seed: number, applications: number, experts: number): AssignmentProblem {
  const next = generator(seed);
  return {
    applications: Array.from({ length: applications }, () => ({ reviewers: 3, county: null, needsFinancial: false })),
    experts: Array.from({ length: experts }, () => ({
      cap: 4 + Math.floor(next() * 8),
      institution: null,
      county: null,
      isFinancial: false,
    })),
    fit: Int16Array.from({ length: applications * experts }, () => (next() < 0.2 ? never : Math.floor(next() * next() * 1000))),
    rules: noRules,
  };
}

test.each([1, 2, 3, 4, 5])('flow and integer programme agree on random problem %i', async (seed) => {
  const problem = random(seed, 60, 40);
  const result = assignByFlow(problem, 5);
  const all = new CandidateSet(problem, 40).list();
  const answer = await solveProgramme(bestProgramme(problem, all, result.needs), 60);
  if (result.flow.short.size > 0) expect(answer.status).toBe('infeasible');
  else
    expect({ status: answer.status, objective: Math.round(answer.objective) }).toEqual({
      status: 'optimal',
      objective: objectiveOf(problem, panelsOf(result)),
    });
});

test('where caps are too small it names the fewest experts who would have to take more', async () => {
  const row = (fits: readonly number[]) => fits;
  const experts = [1, 1, 1, 5].map((cap) => ({ cap, institution: null, county: null, isFinancial: false }));
  const applications = Array.from({ length: 3 }, () => ({ reviewers: 2, county: null, needsFinancial: false }));
  // Three applications need six; the first three experts take three, and the last may meet one of them only.
  const fit = Int16Array.from([row([9, 9, never, never]), row([9, 9, 9, never]), row([9, never, 9, 4])].flat());
  const found = await assign({ applications, experts, fit, rules: noRules }, solveProgramme);
  expect(found).toEqual({
    kind: 'impossible',
    relaxations: [{ kind: 'cap', expert: expect.any(Number), cap: 1, more: 2 }],
    isSmallest: true,
  });
});
