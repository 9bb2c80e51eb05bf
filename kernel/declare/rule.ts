// A rule: one condition, one article, one sentence; met, unmet or unknown with the actual and the required.
import { decimal, formatPlain } from '../exact/decimal.ts';
import { Rational } from '../exact/rational.ts';
import type { ValueOf } from '../fields/field.ts';
import type { Citation } from './citation.ts';
import type { Fields, Form } from './form.ts';
import type { Limits, LimitValues } from './limits.ts';

export type Status = 'met' | 'unmet' | 'unknown';

/** What a check found; `required` is left out where the rule's sentence says it all. */
export interface Verdict {
  readonly status: Status;
  readonly actual: string | null;
  readonly required?: string;
  /** Why it cannot be told, when unknown for another reason than a missing answer. */
  readonly why?: string;
}

/** Which way an answer may be moved when the nearest passing change is sought. */
export type Direction = 'up' | 'down' | 'either';

type Facts<F extends Fields, K extends keyof F> = { readonly [P in K]: ValueOf<F[P]> };

export interface RuleDeclaration<F extends Fields, L extends Limits, K extends keyof F & string> {
  says(limits: LimitValues<L>): string;
  readonly cites: Citation;
  readonly needs: readonly K[];
  check(facts: Facts<F, K>, limits: LimitValues<L>): Verdict;
  /** Answers that the applicant could change, for «what would make it pass». */
  readonly moves?: { readonly [P in K]?: Direction };
}

/** A rule with its types worn off, as the kernel runs it. */
export interface Rule {
  readonly id: string;
  readonly cites: Citation;
  readonly needs: readonly string[];
  readonly moves: Readonly<Record<string, Direction>>;
  says(limits: Readonly<Record<string, string>>): string;
  check(facts: Readonly<Record<string, unknown>>, limits: Readonly<Record<string, string>>): Verdict;
}

/** A maker of rules over one form and its limits: `needs` is typed by the form, so a misspelt fact does not compile. */
export function rulesFor<F extends Fields, L extends Limits>(_form: Form<F>, _limits: L) {
  return <const K extends keyof F & string>(id: string, declaration: RuleDeclaration<F, L, K>): Rule => {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) throw new Error(`Rule id ${id} must be kebab-case`);
    return {
      id,
      cites: declaration.cites,
      needs: declaration.needs,
      moves: (declaration.moves ?? {}) as Readonly<Record<string, Direction>>,
      says: (limits) => declaration.says(limits as LimitValues<L>),
      check: (facts, limits) => declaration.check(facts as Facts<F, K>, limits as LimitValues<L>),
    };
  };
}

/** The value of a share, or null where the whole is zero: then nothing can be said, and zero is never meant. */
export function share(part: number | string, whole: number | string): Rational | null {
  const divisor = exact(whole);
  return divisor.isZero() ? null : exact(part).dividedBy(divisor);
}

export const exact = (value: number | string): Rational => (typeof value === 'number' ? Rational.of(value) : decimal(value));

export type Print = (value: Rational) => string;
export const asPercent: Print = (value) => `${formatPlain(value.times(100), 2)}%`;
export const asNumber: Print = (value) => formatPlain(value, 2);
/** Prints yuan as 万元. */
export const asWan: Print = (value) => `${formatPlain(value.dividedBy(10_000), 2)}万元`;
/** Prints a limit such as `0.1` the way the rule's sentence writes it. */
export const percent = (limit: string): string => asPercent(decimal(limit));

function compared(
  value: Rational | null,
  limit: string,
  holds: (a: Rational, b: Rational) => boolean,
  required: string,
  print: Print,
): Verdict {
  if (value === null) return { status: 'unknown', actual: null, required, why: '分母为零，无法计算' };
  return { status: holds(value, decimal(limit)) ? 'met' : 'unmet', actual: print(value), required };
}

export const atLeast = (value: Rational | null, limit: string, print: Print = asNumber): Verdict =>
  compared(value, limit, (a, b) => a.isAtLeast(b), `不低于${print(decimal(limit))}`, print);

export const atMost = (value: Rational | null, limit: string, print: Print = asNumber): Verdict =>
  compared(value, limit, (a, b) => a.isAtMost(b), `不高于${print(decimal(limit))}`, print);

export const above = (value: Rational | null, limit: string, print: Print = asNumber): Verdict =>
  compared(value, limit, (a, b) => a.isMoreThan(b), `高于${print(decimal(limit))}`, print);

export function mustBe(value: boolean, wanted: boolean): Verdict {
  return { status: value === wanted ? 'met' : 'unmet', actual: value ? '是' : '否', required: wanted ? '是' : '否' };
}

/** Any one of several suffices; each is shown with its name. */
export function anyOf(parts: Readonly<Record<string, Verdict>>): Verdict {
  const all = Object.entries(parts);
  const of = (status: Status): boolean => all.some(([, verdict]) => verdict.status === status);
  return {
    status: of('met') ? 'met' : of('unknown') ? 'unknown' : 'unmet',
    actual: all.map(([name, { actual }]) => `${name}${actual ?? '不详'}`).join('，'),
    required: all.map(([name, { required }]) => `${name}${required ?? ''}`).join('，或'),
  };
}
