// What an expert may see of a case: the application as printed, without personal data, and without names where the bureau blinds them.
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { Fields, Form } from '#kernel/declare/form.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import type { Field } from '#kernel/fields/field.ts';
import type { ReviewStage } from '#kernel/stages/review.ts';
import type { FrozenView } from '../store/tables.ts';
import type { CaseParties } from './recusal.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Kinds that say who or where somebody is. */
const telling: ReadonlySet<Field['kind']> = new Set(['organisation', 'person', 'contact', 'address']);

function open(fields: Fields, isBlinded: boolean): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.personal !== true && field.kind !== 'file' && !(isBlinded && telling.has(field.kind)))
      .map(([key, field]) => [key, field.columns === undefined ? field : { ...field, columns: open(field.columns, isBlinded) }]),
  );
}

function openForm(form: Form, isBlinded: boolean): Form {
  const pages = form.pages
    .map(({ title, fields }) => ({ title, fields: open(fields, isBlinded) }))
    .filter(({ fields }) => Object.keys(fields).length > 0);
  return { pages, fields: open(form.fields, isBlinded) };
}

/** The applicant's name in free text says as much as a field. */
const hide = (text: string, names: readonly string[]): string => names.reduce((told, name) => told.replaceAll(name, '申报单位'), text);

interface FileAnswer {
  readonly sha256: string;
  readonly fileName: string;
}

const isFile = (value: unknown): value is FileAnswer => typeof value === 'object' && value !== null && 'sha256' in value;

export interface Viewed {
  readonly party_name: string;
  readonly number: string | null;
  readonly answers: Answers;
}

export function frozenView(dossier: Dossier, row: Viewed, position: number, isBlinded: boolean): FrozenView {
  const names = isBlinded ? [row.party_name] : [];
  const pages = printAnswers(openForm(dossier.form, isBlinded), row.answers).map(({ title, lines }) => ({
    title,
    lines: lines.map((line) => ({
      ...line,
      text: hide(line.text, names),
      table: line.table && { ...line.table, rows: line.table.rows.map((cells) => cells.map((cell) => hide(cell, names))) },
    })),
  }));
  const files = Object.entries(dossier.form.fields).flatMap(([key, field]) => {
    const value = row.answers[key];
    // A file's own name and content tell whose it is.
    return isBlinded || field.personal === true || !isFile(value)
      ? []
      : [{ label: field.label, fileName: value.fileName, sha256: value.sha256 }];
  });
  return {
    title: isBlinded ? `第 ${position} 号申请` : row.party_name,
    applicant: isBlinded ? null : row.party_name,
    number: isBlinded ? null : row.number,
    dossier: dossier.name,
    pages,
    files,
  };
}

function* valuesOf(fields: Fields, answers: Answers): Generator<readonly [Field, unknown]> {
  for (const [key, field] of Object.entries(fields)) {
    const value = answers[key];
    if (field.columns !== undefined && Array.isArray(value)) {
      for (const row of value) if (typeof row === 'object' && row !== null) yield* valuesOf(field.columns, row as Answers);
    } else yield [field, value];
  }
}

const named = (value: unknown): value is { readonly name: string; readonly uscc?: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** Units and people that the application names, by the kinds of its fields. */
export function namedIn(form: Form, answers: Answers) {
  const values = [...valuesOf(form.fields, answers)];
  return {
    units: values.flatMap(([field, value]) => (field.kind === 'organisation' && named(value) ? [value] : [])),
    people: values.flatMap(([field, value]) => (field.kind === 'person' && named(value) ? [value.name] : [])),
  };
}

/** A unit without a credit code is known by its name. */
const codeOf = ({ name, uscc }: { readonly name: string; readonly uscc?: string }): string =>
  uscc === undefined || uscc === '' ? name : uscc;

export interface PartiesRow extends Viewed {
  readonly id: string;
  readonly party_uscc: string;
}

/** The parties of each case of a panel; `batch` is everything handed in for the same calls. */
export function partiesOf(dossier: Dossier, stage: ReviewStage, rows: readonly PartiesRow[], batch: readonly PartiesRow[]): CaseParties[] {
  const all = batch.map((row) => namedIn(dossier.form, row.answers));
  const batchPeople = new Set(all.flatMap(({ people }) => people));
  const batchUnits = new Set([...batch.map((row) => row.party_uscc), ...all.flatMap(({ units }) => units.map(codeOf))]);
  return rows.map((row) => {
    const { units, people } = namedIn(dossier.form, row.answers);
    return {
      caseId: row.id,
      units: [{ uscc: row.party_uscc, name: row.party_name }, ...units.map((unit) => ({ name: unit.name, uscc: codeOf(unit) }))],
      people,
      excluded: stage.panel.excluded(row.answers),
      batchPeople,
      batchUnits,
    };
  });
}
