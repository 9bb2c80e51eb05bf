// A register (台账): a list that staff keep by hand or by import, with states, validity, yearly records and what it counts.
import type { Option } from '../fields/field.ts';
import { addDays } from './calendar.ts';
import { type Answers, defineForm, type Fields, type Form, f, page } from './form.ts';
import type { Measure } from './indicator.ts';
import type { SystemBase } from './system.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows in force: +1 on the first day, −1 on the day after the last. */
export interface RegisterStock<A = Row> {
  readonly measure: Measure;
  /** Which rows count; all where absent. */
  readonly when?: (row: A) => boolean;
}

/** What happens on the day of a field: one for each row, or an amount of it. */
export interface RegisterFlow<A = Row, K = string> {
  readonly measure: Measure;
  /** Field of the day. */
  readonly on: K;
  readonly when?: (row: A) => boolean;
  /** Exact decimal string; one where absent. Null posts nothing, because the answer is unknown. */
  readonly value?: (row: A) => string | null;
}

export interface Validity<K = string> {
  readonly from: K;
  readonly until: K;
  /** Day from which it holds no longer whatever `until` says. */
  readonly ended?: K;
  /** How many days before its end a row counts as expiring. */
  readonly soonDays?: number;
}

interface Declaration<A, K> extends SystemBase {
  /** What one row is called in counts: 家, 条. */
  readonly counter: string;
  /** Field that names a row. */
  readonly title: K;
  /** Fields that identify a row when a sheet is imported, in order of trust; an organisation by credit code, then by name. */
  readonly matchBy: readonly K[];
  /** The first is that of a new row. */
  readonly states: readonly Option[];
  /** Codes of the states in which a row is in force; all where absent. */
  readonly inForce?: readonly string[];
  readonly level?: K;
  /** Field of the organisation that is looked up among the parties. */
  readonly party?: K;
  /** Field of the county or zone that bounds who sees a row; without it the register is the city's own. */
  readonly region?: K;
  readonly validity?: Validity<K>;
  /** Records of each row and year: an assessment, a list of projects. */
  readonly yearly?: { readonly name: string; readonly form: Form };
  readonly stocks?: readonly RegisterStock<A>[];
  readonly flows?: readonly RegisterFlow<A, K>[];
  /** Fields shown to anyone while a row is in force; the register is internal where absent. */
  readonly publicFields?: readonly K[];
  /** Permission without which the register does not exist for a person; each look is then written to the trail. */
  readonly seenBy?: string;
}

export interface Register extends Declaration<Row, string> {
  readonly kind: 'register';
  /** The author's form with the state of the row as its last field, under the key `state`. */
  readonly form: Form;
}

type KeyOf<F extends Form> = Extract<keyof F['fields'], string>;

/** Key of the field that holds the state of a row. */
export const stateKey = 'state';

function withState(form: Form, states: readonly Option[]): Form {
  const state = f.choice('状态', states, { list: true, filter: true });
  const pages = form.pages.map((each, i) =>
    i === form.pages.length - 1 ? page(each.title, { ...each.fields, [stateKey]: state } as Fields) : each,
  );
  return defineForm(...pages) as Form;
}

/** Fields that the declaration names, each with the kinds it may have. */
function expectations(register: Register): readonly (readonly [key: string, kinds?: readonly string[]])[] {
  const { title, matchBy, level, party, region, validity, flows = [], publicFields = [] } = register;
  const days = [validity?.from, validity?.until, validity?.ended, ...flows.map((flow) => flow.on)];
  return [
    [title],
    ...matchBy.map((key) => [key] as const),
    ...publicFields.map((key) => [key] as const),
    ...(level === undefined ? [] : [[level, ['choice']] as const]),
    ...(party === undefined ? [] : [[party, ['organisation']] as const]),
    ...(region === undefined ? [] : [[region, ['region']] as const]),
    ...days.flatMap((key) => (key === undefined ? [] : [[key, ['date']] as const])),
  ];
}

function check(register: Register): void {
  const { id, form, states, inForce = [], publicFields = [], matchBy } = register;
  for (const [key, kinds] of expectations(register)) {
    const field = form.fields[key];
    if (field === undefined) throw new Error(`${id}: the form has no field ${key}`);
    if (kinds !== undefined && !kinds.includes(field.kind)) throw new Error(`${id}: field ${key} must be of kind ${kinds.join(' or ')}`);
  }
  if (matchBy.length === 0) throw new Error(`${id}: nothing identifies a row`);
  const personal = publicFields.find((key) => form.fields[key]?.personal === true);
  if (personal !== undefined) throw new Error(`${id}: field ${personal} is personal and cannot be public`);
  const strange = inForce.find((code) => !states.some((state) => state.code === code));
  if (strange !== undefined) throw new Error(`${id}: there is no state ${strange}`);
}

export function register<F extends Form>(declaration: Declaration<Answers<F>, KeyOf<F>> & { readonly form: F }): Register {
  if (declaration.states.length === 0) throw new Error(`${declaration.id}: a row needs a state`);
  const whole = { ...declaration, form: withState(declaration.form, declaration.states), kind: 'register' } as unknown as Register;
  check(whole);
  return whole;
}

/** In force, near its end, past its end, or ended by its state. */
export type Standing = 'valid' | 'expiring' | 'lapsed' | 'ended';

export const standingNames: Readonly<Record<Standing, string>> = { valid: '有效', expiring: '即将到期', lapsed: '已到期', ended: '已终止' };

/** Days before the end from which a row is said to expire; a register may say otherwise. */
const soon = 90;

/** The last day on which a row of this register is not yet about to expire, seen from `today`. */
export const soonFrom = (register: Register, today: string): string => addDays(today, register.validity?.soonDays ?? soon);

export const isInForce = (register: Register, state: unknown): boolean =>
  register.inForce === undefined || register.inForce.includes(String(state));

export interface Held {
  readonly from: string | null;
  readonly until: string | null;
  /** Day from which it holds no longer, by its state or by the field that says so. */
  readonly endedOn: string | null;
}

export function standingOf(register: Register, held: Held, today: string): Standing {
  if (held.endedOn !== null && held.endedOn <= today) return 'ended';
  if (register.validity === undefined || held.until === null) return 'valid';
  if (held.until < today) return 'lapsed';
  return held.until <= soonFrom(register, today) ? 'expiring' : 'valid';
}
