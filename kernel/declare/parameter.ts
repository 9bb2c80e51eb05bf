// The limits that a call may set by itself, where the law leaves them to the bureau: declared once, offered by the editor, checked by the server.
import { checkAnswers } from '../faces/answers.ts';
import type { Field } from '../fields/field.ts';
import { facesOf } from '../fields/kinds.ts';
import { type Citation, citationText } from './citation.ts';
import type { Fields, Form } from './form.ts';

export interface CallParameter {
  readonly name: string;
  readonly label: string;
  readonly kind: 'integer' | 'decimal' | 'percent' | 'yes-no';
  readonly unit?: string;
  /** Bounds as decimal strings, both included; a share is a fraction. */
  readonly min?: string;
  readonly max?: string;
  readonly cites: Citation;
  /** What holds on a day where the call sets nothing. */
  defaultOn(day: string): string;
}

const fieldOf = ({ kind, label, unit, min, max }: CallParameter): Field => ({
  kind,
  label,
  ...(unit === undefined ? {} : { unit }),
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  optional: true,
});

/** A parameter whose ordinary value is the same on every day. */
export function parameter({ value, ...rest }: Omit<CallParameter, 'defaultOn'> & { readonly value: string }): CallParameter {
  return { ...rest, defaultOn: () => value };
}

/** What holds of a parameter: what the call has set, else the ordinary limit of the day. */
export function parameterValue(
  { name, defaultOn }: Pick<CallParameter, 'name' | 'defaultOn'>,
  { day, parameters }: { readonly day: string; readonly parameters?: Readonly<Record<string, string>> },
): string {
  return parameters?.[name] ?? defaultOn(day);
}

/** The ordinary limit as people write it: 70分, 15%. */
export function defaultText(parameter: CallParameter, day: string): string {
  const { kind, unit, name } = parameter;
  const value = parameterAnswers([parameter], { [name]: parameter.defaultOn(day) })[name];
  return facesOf(fieldOf(parameter)).format(value, fieldOf(parameter)) + (kind === 'percent' ? '' : (unit ?? ''));
}

/** The form of the editor: nothing filled in means that the ordinary limit holds. */
export function parameterForm(parameters: readonly CallParameter[], day: string): Form {
  const fields: Fields = Object.fromEntries(
    parameters.map((parameter) => [
      parameter.name,
      { ...fieldOf(parameter), help: `不填为 ${defaultText(parameter, day)}；依据 ${citationText(parameter.cites)}` },
    ]),
  );
  return { pages: parameters.length === 0 ? [] : [{ title: '本批次另设的标准', fields }], fields };
}

/** Parameters as the form's answers: whole numbers are numbers there, yes and no are truths, all others decimal strings. */
export function parameterAnswers(
  parameters: readonly CallParameter[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    parameters.flatMap(({ name, kind }): [string, unknown][] => {
      const text = given[name];
      if (text === undefined) return [];
      if (kind === 'yes-no') return [[name, text === 'true' ? true : text === 'false' ? false : text]];
      return [[name, kind === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text]];
    }),
  );
}

/** The parameters that the answers of the form set. */
export function parametersOf(parameters: readonly CallParameter[], answers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap(({ name }) => {
      const value = answers[name];
      return value === undefined || value === null || value === '' ? [] : [[name, String(value)]];
    }),
  );
}

export interface ParameterProblem {
  readonly name: string;
  readonly message: string;
}

/** What is unknown here, or no number within its bounds; each names its field. */
export function checkParameters(
  parameters: readonly CallParameter[],
  given: Readonly<Record<string, string>>,
): readonly ParameterProblem[] {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const unknown = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => ({ name, message: `本事项没有可由批次另设的标准“${name}”` }));
  const fields: Fields = Object.fromEntries(parameters.map((parameter) => [parameter.name, fieldOf(parameter)]));
  const wrong = checkAnswers({ pages: [{ title: '', fields }], fields }, parameterAnswers(parameters, given), { complete: true });
  return [...unknown, ...wrong.map(({ path, message }) => ({ name: path, message }))];
}
