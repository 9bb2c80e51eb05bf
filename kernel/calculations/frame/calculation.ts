// A calculation as a value: what it is called, what law it follows, what goes in, and the pure function that gives the result.
import { type Fields, type Read, type RecordType, record, recordSchema } from './fields.ts';
import type { Rules } from './finding.ts';
import { InputProblem, Reading } from './problem.ts';
import { isJsonObject, type JsonObject, type JsonSchema, memberOf } from './value-type.ts';

export interface Declaration<I extends Fields, P extends Fields> {
  /** The name on the command line. */
  readonly id: string;
  readonly name: string;
  readonly basis: readonly string[];
  /** How it is reckoned, in sentences for people: what the rules alone do not say. */
  readonly method: readonly string[];
  readonly input: I;
  readonly parameters: P;
  readonly rules?: Rules<Read<P>>;
  /** Contradictions between fields (`reading.conflict`) and what depends on parameters or modes (`reading.fail`). */
  readonly check?: (input: Read<I>, parameters: Read<P>, reading: Reading) => void;
  readonly evaluate: (input: Read<I>, parameters: Read<P>) => JsonObject;
}

export interface Calculation {
  readonly id: string;
  readonly name: string;
  readonly basis: readonly string[];
  readonly method: readonly string[];
  readonly input: Fields;
  readonly parameters: Fields;
  /** What each rule demands, for a page of the guide; texts that name a limit are given with the default parameters. */
  readonly rules: readonly { readonly ruleId: string; readonly required: string; readonly basis: string }[];
  /** Reads a JSON document and gives the result document; throws `InputProblem` for input that cannot be evaluated. */
  evaluate(document: unknown): JsonObject;
}

/** A name that is not listed is a mistake here, not ignored as elsewhere. */
function parametersType<P extends Fields>({ parameters }: { readonly parameters: P }): RecordType<P> {
  return record(parameters, { closed: true });
}

function describeRules<I extends Fields, P extends Fields>(declaration: Declaration<I, P>): Calculation['rules'] {
  const defaults = parametersType(declaration).read({}, 'parameters', new Reading());
  return Object.entries(declaration.rules ?? {}).map(([ruleId, { required, basis }]) => ({
    ruleId,
    required: typeof required === 'string' ? required : required(defaults),
    basis,
  }));
}

export function calculation<const I extends Fields, const P extends Fields>(declaration: Declaration<I, P>): Calculation {
  const { id, name, basis, method, input, parameters } = declaration;
  const inputType = record(input);
  const chosenType = parametersType(declaration);
  return {
    id,
    name,
    basis,
    method,
    input,
    parameters,
    get rules() {
      return describeRules(declaration);
    },
    evaluate(document) {
      if (!isJsonObject(document)) throw new InputProblem('TYPE', '', '输入应为 JSON 对象');
      const reading = new Reading();
      const given = inputType.read(document, '', reading);
      const chosen = chosenType.read(memberOf(document, 'parameters') ?? {}, 'parameters', reading);
      declaration.check?.(given, chosen, reading);
      reading.throwConflict();
      return declaration.evaluate(given, chosen);
    },
  };
}

/** The JSON Schema face: what a request body of the calculation looks like. */
export function inputSchemaOf(calculation: Calculation): JsonSchema {
  const input = recordSchema(calculation.input, false);
  const parameters = { title: '参数', anyOf: [recordSchema(calculation.parameters, true), { type: 'null' }] };
  const properties = { ...(isJsonObject(input.properties) ? input.properties : {}), parameters };
  return { $id: `${calculation.id}-input`, title: calculation.name, ...input, properties };
}
