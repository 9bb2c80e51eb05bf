// For tests: the first example of a calculation, changed in the places that a test is about.
import { type Finding, InputProblem, isJsonObject, type JsonObject, memberOf } from './frame/index.ts';
import { examplesOf, findCalculation } from './index.ts';

export interface Case {
  /** The example's input with these keys replaced. */
  run(changes?: Readonly<Record<string, unknown>>): JsonObject;
  /** One part of the result: `at('score.rd', changes)`. */
  at(path: string, changes?: Readonly<Record<string, unknown>>): unknown;
  /** A number in the result, for comparisons. */
  numberAt(path: string, changes?: Readonly<Record<string, unknown>>): number;
  /** `status`, or `status actual` where the actual is not null, of one finding. */
  finding(ruleId: string, changes?: Readonly<Record<string, unknown>>): string;
  /** `CODE path` of the problem that these changes cause. */
  problem(changes: unknown): string;
}

function partOf(value: unknown, path: string): unknown {
  return path.split('.').reduce((part: unknown, name) => {
    if (Array.isArray(part)) return part[Number(name)];
    return isJsonObject(part) ? memberOf(part, name) : undefined;
  }, value);
}

function findingIn(result: JsonObject, ruleId: string): Finding {
  const findings = result.findings as readonly Finding[];
  const found = findings.find((finding) => finding.ruleId === ruleId);
  if (found === undefined) throw new Error(`no finding ${ruleId}`);
  return found;
}

export async function caseOf(id: string): Promise<Case> {
  const [calculation, [example]] = [await findCalculation(id), await examplesOf(id)];
  if (calculation === undefined || example === undefined) throw new Error(`no calculation ${id} with an example`);
  const run = (changes: Readonly<Record<string, unknown>> = {}): JsonObject => calculation.evaluate({ ...example.in, ...changes });
  return {
    run,
    at: (path, changes) => partOf(run(changes), path),
    numberAt: (path, changes) => Number(partOf(run(changes), path)),
    finding(ruleId, changes) {
      const { status, actual } = findingIn(run(changes), ruleId);
      return actual === null ? status : `${status} ${actual}`;
    },
    problem(changes) {
      try {
        run(changes as Record<string, unknown>);
        return 'none';
      } catch (problem) {
        if (!(problem instanceof InputProblem)) throw problem;
        return `${problem.code} ${problem.path}`;
      }
    },
  };
}
