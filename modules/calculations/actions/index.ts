// One action for each calculation, so that each is described with its own schema and examples; and one that answers for unknown names.
import type { Calculation } from '#kernel/calculations/frame/index.ts';
import { examplesOf, listCalculations } from '#kernel/calculations/index.ts';
import type { Action } from '#platform/http/action.ts';
import { evaluateAction, unknownCalculation } from './evaluate.ts';

async function actionOf(calculation: Calculation): Promise<Action> {
  return evaluateAction(calculation, await examplesOf(calculation.id));
}

export async function calculationsActions(): Promise<Action[]> {
  const all = await listCalculations();
  return [...(await Promise.all(all.map(actionOf))), unknownCalculation];
}
