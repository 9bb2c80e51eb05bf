// What is done with a document away from the requests: it is evaluated, and a problem is an answer, since errors lose their class between threads.
import { type Calculation, InputProblem } from '#kernel/calculations/frame/index.ts';
import { calculationNamed, evaluateDocument } from '#kernel/calculations/run.ts';

export interface EvaluateTask {
  readonly calculation: string;
  readonly document: unknown;
}

export type Evaluated =
  | { readonly result: unknown }
  | { readonly problem: { readonly code: string; readonly path: string; readonly message: string } };

export function evaluated(calculation: Calculation, document: unknown): Evaluated {
  try {
    return { result: evaluateDocument(calculation, document) };
  } catch (problem) {
    if (problem instanceof InputProblem) return { problem: problem.asDocument().error };
    throw problem;
  }
}

export async function evaluateTask({ calculation, document }: EvaluateTask): Promise<Evaluated> {
  return evaluated(await calculationNamed([calculation]), document);
}
