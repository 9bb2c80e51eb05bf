// Checks the answers of a form and says in Chinese what is wrong, where, and how to mend it.
import { Value } from 'typebox/value';
import type { Form } from '../declare/form.ts';
import type { Field } from '../fields/field.ts';
import type { Parsed, Reading } from '../fields/kind.ts';
import { facesOf, schemaOf } from '../fields/kinds.ts';
import { rowLimits } from '../fields/table/index.ts';
import { foreignDerived, hasDerived } from './derived-answers.ts';
import { type AnyAnswers, type FieldRecord, type Frame, isRecord, rowFrame, rowLabel, wholeForm } from './place.ts';

export { changedAnswers } from './changes.ts';
export { fillDerived } from './derived-answers.ts';
export type { AnyAnswers } from './place.ts';
export { printAnswers } from './print.ts';

export interface Problem {
  /** `products[2].income`, `contact.phone`. */
  readonly path: string;
  /** 第3行 产品收入 */
  readonly label: string;
  /** A whole sentence that names the place. */
  readonly message: string;
}

export interface CheckSettings {
  /** Whether all that is required must be there. */
  readonly complete: boolean;
}

interface Place {
  readonly path: string;
  readonly field: Field;
  /** The label with its row. */
  readonly label: string;
}

interface Findings {
  readonly complete: boolean;
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

const requests: Partial<Record<Field['kind'], string>> = {
  choice: '请选择',
  choices: '请选择',
  region: '请选择',
  'yes-no': '请选择',
  file: '请上传',
};

/** How a missing answer is asked for. */
export function request(field: Field, label: string = field.label): string {
  return `${requests[field.kind] ?? '请填写'}${label}`;
}

function add(list: Problem[], { path, label }: Place, message: string): void {
  list.push({ path, label, message });
}

/** What a schema says of itself, set off by a blank where it begins with a figure. */
function shouldBe(field: Field): string {
  const { description = '正确的值' } = schemaOf(field) as { readonly description?: string };
  return /^\d/.test(description) ? `应为 ${description}` : `应为${description}`;
}

function checkField(value: unknown, place: Place, findings: Findings): void {
  const { field, label } = place;
  const isAsked = findings.complete && field.optional !== true;
  if (value === undefined || value === null) {
    if (isAsked && field.kind !== 'derived') add(findings.problems, place, request(field, label));
  } else if (field.kind === 'table') {
    checkTable(value, place, findings);
  } else if (field.kind !== 'derived') {
    if (Value.Check(schemaOf(field), value)) checkMeaning(value, place, findings);
    else checkShape(value, place, findings);
    if (isAsked && Array.isArray(value) && value.length === 0) add(findings.problems, place, request(field, label));
  }
}

/** What only the kind knows of a value that has the right shape. */
function checkMeaning(value: unknown, place: Place, findings: Findings): void {
  const { field, label } = place;
  const faces = facesOf(field);
  const named = label === field.label ? field : { ...field, label };
  const problem = faces.problem?.(value, named) ?? null;
  const warning = problem === null ? (faces.warning?.(value, named) ?? null) : null;
  if (problem !== null) add(findings.problems, place, problem);
  if (warning !== null) add(findings.warnings, place, warning);
}

/** Names what does not have the right shape: the parts of a compound at fault, else the value. */
function checkShape(value: unknown, place: Place, findings: Findings): void {
  const before = findings.problems.length;
  const parts = facesOf(place.field).parts?.({ ...place.field, label: place.label }) ?? {};
  if (isRecord(value)) {
    for (const [key, part] of Object.entries(parts)) {
      const given = value[key] === '' ? undefined : value[key];
      // A part that its schema asks for is asked for in a draft too: half a contact cannot be stored.
      checkField(given, { path: `${place.path}.${key}`, field: part, label: part.label }, { ...findings, complete: true });
    }
  }
  if (findings.problems.length === before) add(findings.problems, place, `${place.label}${shouldBe(place.field)}，请核对`);
}

function checkTable(value: unknown, place: Place, findings: Findings): void {
  const { field, label, path } = place;
  if (!Array.isArray(value)) {
    add(findings.problems, place, `${label}应为若干行，请核对`);
    return;
  }
  const { least, most } = rowLimits(field);
  if (value.length > most) add(findings.problems, place, `${label}最多 ${most} 行，现为 ${value.length} 行，请删减`);
  if (findings.complete && value.length < least) add(findings.problems, place, `${label}至少填写 ${least} 行，现为 ${value.length} 行`);
  for (const [index, row] of value.slice(0, most).entries()) {
    if (isRecord(row)) checkRecord(field.columns ?? {}, row, findings, rowFrame(path, index));
    else add(findings.problems, { field, path: `${path}[${index}]`, label: rowLabel(index, label) }, `${rowLabel(index, label)}无法识别`);
  }
}

function checkRecord(fields: FieldRecord, answers: AnyAnswers, findings: Findings, frame: Frame): void {
  for (const [key, field] of Object.entries(fields)) {
    checkField(answers[key], { path: frame.path + key, field, label: frame.name(field.label) }, findings);
  }
  for (const key of Object.keys(answers)) {
    if (Object.hasOwn(fields, key)) continue;
    const label = frame.name(key);
    findings.problems.push({ path: frame.path + key, label, message: `表单中没有“${label}”这一项，不能填写` });
  }
}

/** Everything that is wrong and everything that a person should look at, in one pass. */
export function inspectAnswers(form: Form, answers: AnyAnswers, { complete }: CheckSettings): Omit<Findings, 'complete'> {
  const findings: Findings = { complete, problems: [], warnings: [] };
  checkRecord(form.fields, answers, findings, wholeForm);
  // Authors compute from answers of the right type only, so the others come first.
  if (findings.problems.length > 0 || !hasDerived(form.fields)) return findings;
  for (const { path, label } of foreignDerived(form, answers)) {
    findings.problems.push({ path, label, message: `${label}由系统计算，不能填写` });
  }
  return findings;
}

/** Everything that is wrong. A draft (`complete: false`) may lack answers, but those it has must be right: they are stored and searched. */
export function checkAnswers(form: Form, answers: AnyAnswers, settings: CheckSettings): Problem[] {
  return inspectAnswers(form, answers, settings).problems;
}

/** What a person should look at although it may be right, such as a credit code whose check character fails. */
export function answerWarnings(form: Form, answers: AnyAnswers): Problem[] {
  return inspectAnswers(form, answers, { complete: false }).warnings;
}

/** Reads one answer from text. */
export function readAnswer(form: Form, key: string, text: string, reading?: Reading): Parsed<unknown> {
  const field = Object.hasOwn(form.fields, key) ? form.fields[key] : undefined;
  return field === undefined ? { problem: `表单中没有“${key}”这一项` } : facesOf(field).parse(text, field, reading);
}
