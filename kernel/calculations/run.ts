// One call of a calculation on the bytes of a JSON document: a single case or a batch, a result or a problem.
import { type Calculation, InputProblem, isJsonObject } from './frame/index.ts';
import { findCalculation } from './index.ts';

/** The calculation that the names on the command line mean; anything but one listed name is unknown. */
export async function calculationNamed(names: readonly string[]): Promise<Calculation> {
  const [name, ...others] = names;
  const found = name === undefined || others.length > 0 ? undefined : await findCalculation(name);
  if (found === undefined) throw new InputProblem('UNKNOWN_CALCULATION', '', `没有名为“${names.join(' ')}”的计算`);
  return found;
}

/** Strict UTF-8 (a byte order mark is allowed) and exactly one JSON document. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new InputProblem('INVALID_JSON', '', '输入不是一个完整的 JSON 文档（UTF-8）');
  }
}

function evaluateCase(calculation: Calculation, item: unknown): unknown {
  try {
    return calculation.evaluate(item);
  } catch (problem) {
    if (problem instanceof InputProblem) return problem.asDocument();
    throw problem;
  }
}

/** An object gives a result; `{"cases": […]}` an array with the result or problem of each case, in order. */
export function evaluateDocument(calculation: Calculation, document: unknown): unknown {
  if (!isJsonObject(document) || !Object.hasOwn(document, 'cases')) return calculation.evaluate(document);
  const { cases } = document;
  if (!Array.isArray(cases)) throw new InputProblem('TYPE', 'cases', 'cases 应为数组');
  return cases.map((item: unknown) => evaluateCase(calculation, item));
}

/**
 * The result or problem of each document, in order: one at a time, so that memory stays flat however many there are. Findings are always
 * there: they are a few percent of the work, most of which is reading.
 */
export async function* evaluateMany(
  calculation: Calculation,
  documents: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<unknown, void, void> {
  for await (const document of documents) yield evaluateCase(calculation, document);
}
