// What follows from the answers of a row of a register: its columns for lists, the marks by which it is found, and the entries it posts.
import { addDays } from '../declare/calendar.ts';
import { type Held, isInForce, type Register, stateKey } from '../declare/register.ts';
import type { Field } from '../fields/field.ts';
import { type AnyAnswers, isRecord } from './place.ts';
import { printValue } from './print.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The name of a row; an organisation by its name alone. */
export function titleOf(register: Register, answers: AnyAnswers): string {
  const value = answers[register.title];
  if (isRecord(value) && typeof value.name === 'string') return value.name;
  const field = register.form.fields[register.title];
  return field === undefined ? '' : printValue(field, value);
}

/**
 * From when to when a row holds. A state out of force ends it today, unless it was ended before or the row says when; one that is
 * entered as ended without a day never held as far as is known.
 */
export function heldOf(register: Register, answers: AnyAnswers, today: string, before: Pick<Held, 'endedOn'> | null): Held {
  const { validity } = register;
  const from = validity === undefined ? null : text(answers[validity.from]);
  const until = validity === undefined ? null : text(answers[validity.until]);
  const said = validity?.ended === undefined ? null : text(answers[validity.ended]);
  if (said !== null) return { from, until, endedOn: said };
  if (isInForce(register, answers[stateKey])) return { from, until, endedOn: null };
  return { from, until, endedOn: before === null ? (from ?? today) : (before.endedOn ?? today) };
}

/** A value by which a row is found: text, number or day. */
export interface Mark {
  readonly field: string;
  readonly text: string | null;
  readonly number: string | null;
  readonly day: string | null;
}

const numbers: ReadonlySet<Field['kind']> = new Set(['integer', 'decimal', 'percent', 'money', 'year']);

/** Longest text kept in a mark, so that it fits an index. */
export const longestMark = 200;

function marksOfField(key: string, field: Field, value: unknown): Mark[] {
  const none = { field: key, text: null, number: null, day: null };
  if (value === undefined || value === null || value === '') return [];
  if (numbers.has(field.kind)) return [{ ...none, number: String(value) }];
  if (field.kind === 'date') return [{ ...none, day: String(value) }];
  if (Array.isArray(value)) return [...new Set(value.map(String))].map((code) => ({ ...none, text: code.slice(0, longestMark) }));
  const said = isRecord(value) ? value.name : value;
  return [{ ...none, text: String(said).slice(0, longestMark) }];
}

/** Marks of every field that is a filter. */
export function filterMarks(register: Register, answers: AnyAnswers): Mark[] {
  return Object.entries(register.form.fields).flatMap(([key, field]) =>
    field.filter === true ? marksOfField(key, field, answers[key]) : [],
  );
}

/** A key by which an import recognises a row: the field, with `.uscc` or `.name` for an organisation, and its text as it stands. */
export interface MatchKey {
  readonly field: string;
  readonly text: string;
}

/** In order of trust; an organisation by its credit code before its name. */
export function matchKeys(register: Register, answers: AnyAnswers): MatchKey[] {
  return register.matchBy.flatMap((key) => {
    const field = register.form.fields[key];
    const value = answers[key];
    if (field === undefined || value === undefined || value === null || value === '') return [];
    if (field.kind !== 'organisation' || !isRecord(value)) return [{ field: key, text: printValue(field, value) }];
    const parts = [
      [`${key}.uscc`, value.uscc],
      [`${key}.name`, value.name],
    ] as const;
    return parts.flatMap(([name, part]) => (typeof part === 'string' && part !== '' ? [{ field: name, text: part }] : []));
  });
}

export interface RowPosting {
  readonly measure: string;
  readonly day: string;
  readonly value: string;
}

/** Everything that a row posts as it stands; a change of it is posted by taking back the old and posting the new. */
export function postingsOf(register: Register, answers: AnyAnswers, held: Held): RowPosting[] {
  const { from, until, endedOn } = held;
  const ends = [until === null ? null : addDays(until, 1), endedOn].filter((day) => day !== null).sort()[0] ?? null;
  const isHeld = from !== null && (ends === null || ends > from);
  const stocks = (register.stocks ?? []).flatMap(({ measure, when }): RowPosting[] => {
    if (!isHeld || when?.(answers) === false) return [];
    const start = { measure: measure.id, day: from, value: '1' };
    return ends === null ? [start] : [start, { measure: measure.id, day: ends, value: '-1' }];
  });
  const flows = (register.flows ?? []).flatMap(({ measure, on, when, value }): RowPosting[] => {
    const day = text(answers[on]);
    if (day === null || !isInForce(register, answers[stateKey]) || when?.(answers) === false) return [];
    const amount = value === undefined ? '1' : value(answers);
    return amount === null ? [] : [{ measure: measure.id, day, value: amount }];
  });
  return [...stocks, ...flows];
}
