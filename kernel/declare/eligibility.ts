// Eligibility: from answers to findings, by rules of the form or by a calculation of the law, with the nearest change that would pass.
import type { Calculation } from '../calculations/frame/calculation.ts';
import { InputProblem } from '../calculations/frame/problem.ts';
import { type Citation, cite } from './citation.ts';
import type { CrossCheck, CrossFinding, Known } from './dossier.ts';
import type { Form } from './form.ts';
import { type Limits, limitsOn } from './limits.ts';
import { askedKeys, checkNeeds, keysOf, missingOf, type Need } from './need.ts';
import type { CallParameter } from './parameter.ts';
import type { Direction, Rule, Status } from './rule.ts';

export interface Finding {
  /** Rule id, unique within the dossier. */
  readonly rule: string;
  readonly says: string;
  readonly status: Status;
  readonly actual: string | null;
  readonly required: string;
  readonly cites: Citation;
  /** Labels of the answers that are missing; empty unless unknown. */
  readonly missing: readonly string[];
  readonly why?: string;
}

type Answers = Readonly<Record<string, unknown>>;

/** Facts beside the answers that a check may read: the day that counts and what the call has set. */
export interface AssessmentContext {
  /** Day of application, `YYYY-MM-DD`; today for a self-check. */
  readonly day: string;
  /** Limits that the call sets differently, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** One assessment of answers: pure, so that it runs the same in the browser and on the server. */
export interface Eligibility {
  /** Rules in the order shown, for guides and checklists. */
  readonly rules: readonly RuleOutline[];
  /** Limits that a call may set by itself. */
  readonly parameters: readonly CallParameter[];
  assess(answers: Readonly<Record<string, unknown>>, context: AssessmentContext): readonly Finding[];
  /** Calculations of the law behind the findings, with the very input that they were given; absent where rules alone decide. */
  readonly bases?: readonly CalculationBasis[];
}

export interface CalculationBasis {
  readonly calculation: string;
  readonly name: string;
  input(answers: Readonly<Record<string, unknown>>, context: AssessmentContext): unknown;
}

export interface RuleOutline {
  readonly id: string;
  readonly cites: Citation;
  /** Keys of the answers that the rule can read. */
  readonly needs: readonly string[];
  readonly moves: Readonly<Record<string, Direction>>;
  /** Keys of the answers that it reads while the others stand as they do. */
  asks(answers: Readonly<Record<string, unknown>>): readonly string[];
  says(context: AssessmentContext): string;
}

/** A limit by its name, which a call may set; what holds otherwise is the limit of the day. */
export type SettableLimit = Omit<CallParameter, 'defaultOn'>;

/** Eligibility by rules written over the form; `settable` are those of its limits that the law leaves to the call. */
export function byRules(form: Form, limits: Limits, rules: readonly Rule[], settable: readonly SettableLimit[] = []): Eligibility {
  const seen = new Set<string>();
  for (const rule of rules) {
    if (seen.has(rule.id)) throw new Error(`Rule ${rule.id} stands twice`);
    seen.add(rule.id);
    checkNeeds(form, rule.id, rule.needs);
  }
  const parameters = settable.map((limit): CallParameter => {
    if (limits[limit.name] === undefined) throw new Error(`A call may set ${limit.name}, which is no limit`);
    return { ...limit, defaultOn: (day) => limitsOn(limits, day)[limit.name] ?? '' };
  });
  const inForce = (context: AssessmentContext) => limitsOn(limits, context.day, settableOnly(parameters, context));
  return {
    parameters,
    rules: rules.map((rule) => ({
      id: rule.id,
      cites: rule.cites,
      needs: keysOf(rule.needs),
      asks: (answers) => askedKeys(rule.needs, answers),
      moves: rule.moves,
      says: (context) => rule.says(inForce(context)),
    })),
    assess: (answers, context) => {
      const values = inForce(context);
      return rules.map((rule): Finding => {
        const says = rule.says(values);
        const missing = missingOf(form, rule.needs, answers);
        const base = { rule: rule.id, says, cites: rule.cites, missing };
        if (missing.length > 0) return { ...base, status: 'unknown', actual: null, required: says };
        const { status, actual, required, why } = rule.check(answers, values);
        return { ...base, status, actual, required: required ?? says, ...(why === undefined ? {} : { why }) };
      });
    },
  };
}

/** What the call sets of that which it may set. */
function settableOnly(parameters: readonly CallParameter[], { parameters: given = {} }: AssessmentContext): Record<string, string> {
  return Object.fromEntries(parameters.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]])));
}

/** What a calculation of the kernel returns for one rule (kernel/calculations/frame). */
interface CalculationFinding {
  readonly ruleId: string;
  readonly status: Status;
  readonly actual: unknown;
  readonly required: string;
  readonly basis: string;
  readonly level?: 'block' | 'warn' | 'info' | null;
  readonly years?: readonly number[];
}

/** How one rule of a calculation reads the form. */
export interface CalculatedRule {
  readonly id: string;
  /** Answers that it reads. */
  readonly needs: readonly Need[];
  readonly moves?: Readonly<Record<string, Direction>>;
  /** Prints the finding's `actual`; as it is when absent. */
  readonly print?: (actual: unknown) => string;
  /** What was found where the finding itself states nothing or too little: read from the calculation's result, or asked of it for the same input. */
  readonly actual?: (result: Readonly<Record<string, unknown>>, input: unknown) => string | null;
  /** What is demanded in a few words, with the call's parameters in force; the rule's whole sentence when absent. */
  readonly demands?: string | ((parameters: Readonly<Record<string, string>>) => string);
  /** Findings of the calculation any of which stands in for this one, such as a certificate that spares a score; with their short names. */
  readonly standIns?: Readonly<Record<string, string>>;
}

/** Met by itself or by a stand-in; unknown while one of them may still be met. */
function withStandIns(
  own: Status,
  { standIns = {} }: CalculatedRule,
  found: ReadonlyMap<string, CalculationFinding>,
): { readonly status: Status; readonly instead: string | null } {
  if (own === 'met') return { status: own, instead: null };
  const statuses = Object.entries(standIns).map(([id, name]) => ({ name, status: found.get(id)?.status ?? ('unknown' as const) }));
  const instead = statuses.find(({ status }) => status === 'met');
  if (instead !== undefined) return { status: 'met', instead: instead.name };
  return { status: statuses.some(({ status }) => status === 'unknown') ? 'unknown' : own, instead: null };
}

type Outcome =
  | { readonly found: ReadonlyMap<string, CalculationFinding>; readonly result: Readonly<Record<string, unknown>> }
  | { readonly problem: string };

/** A contradiction between answers is a finding that cannot be told, not a failure of the page. */
function calculated(calculation: Calculation, document: unknown): Outcome {
  try {
    const result = calculation.evaluate(document);
    return { result, found: new Map((result.findings as readonly CalculationFinding[]).map((finding) => [finding.ruleId, finding])) };
  } catch (error) {
    if (error instanceof InputProblem) return { problem: error.message };
    throw error;
  }
}

const shown = (rule: CalculatedRule | undefined, actual: unknown): string | null => {
  if (actual === null || actual === undefined) return null;
  return rule?.print === undefined ? String(actual) : rule.print(actual);
};

/**
 * Eligibility by a calculation of the law: answers are mapped to its input, and its findings are shown as they are, so that nothing is
 * computed a second time in another way. `parameters` are those of the calculation that a call may set.
 */
export function byCalculation(
  form: Form,
  calculation: Calculation,
  rules: readonly CalculatedRule[],
  toInput: (answers: Answers, context: AssessmentContext) => unknown,
  parameters: readonly CallParameter[] = [],
): Eligibility {
  const texts = new Map(calculation.rules.map((rule) => [rule.ruleId, rule]));
  const textOf = (id: string) => {
    const text = texts.get(id);
    if (text === undefined) throw new Error(`Calculation ${calculation.id} has no rule ${id}`);
    return text;
  };
  for (const rule of rules) checkNeeds(form, rule.id, rule.needs);
  const inForce = (context: AssessmentContext) => ({
    ...Object.fromEntries(parameters.map(({ name, defaultOn }) => [name, defaultOn(context.day)])),
    ...settableOnly(parameters, context),
  });
  const inputOf = (answers: Answers, context: AssessmentContext) => toInput(answers, { ...context, parameters: inForce(context) });
  const run = (answers: Answers, context: AssessmentContext) => {
    const input = inputOf(answers, context);
    return { input, outcome: calculated(calculation, input) };
  };
  const sentence = (id: string, outcome: Outcome) =>
    ('found' in outcome ? outcome.found.get(id)?.required : undefined) ?? textOf(id).required;
  return {
    parameters,
    bases: [{ calculation: calculation.id, name: calculation.name, input: inputOf }],
    rules: rules.map((rule) => ({
      id: rule.id,
      cites: cite(textOf(rule.id).basis),
      needs: keysOf(rule.needs),
      asks: (answers) => askedKeys(rule.needs, answers),
      moves: rule.moves ?? {},
      says: (context) => sentence(rule.id, run({}, context).outcome),
    })),
    assess: (answers, context) => {
      const { input, outcome } = run(answers, context);
      return rules.map((rule): Finding => {
        const finding = 'found' in outcome ? outcome.found.get(rule.id) : undefined;
        const { status, instead } = withStandIns(finding?.status ?? 'unknown', rule, 'found' in outcome ? outcome.found : new Map());
        const says = sentence(rule.id, outcome);
        const demands = typeof rule.demands === 'function' ? rule.demands(inForce(context)) : rule.demands;
        const base = {
          rule: rule.id,
          says,
          status,
          actual: instead ?? ('result' in outcome ? rule.actual?.(outcome.result, input) : null) ?? shown(rule, finding?.actual),
          required: demands ?? says,
          cites: cite(textOf(rule.id).basis),
          missing: status === 'unknown' ? missingOf(form, rule.needs, answers) : [],
        };
        return 'problem' in outcome ? { ...base, why: outcome.problem } : base;
      });
    },
  };
}

/** A check between sources by a calculation: the application against what the register knows from audit, tax and statistics. */
export function crossCheckBy(
  calculation: Calculation,
  toInput: (answers: Readonly<Record<string, unknown>>, known: Known, day: string) => unknown,
): CrossCheck {
  return (answers, known, day) => {
    const outcome = calculated(calculation, toInput(answers, known, day));
    return calculation.rules.map(({ ruleId, required, basis }): CrossFinding => {
      const finding = 'found' in outcome ? outcome.found.get(ruleId) : undefined;
      const base = {
        rule: ruleId,
        says: required,
        status: finding?.status ?? ('unknown' as const),
        actual: shown(undefined, finding?.actual),
        required,
        cites: cite(basis),
        missing: [],
      };
      const graded = { ...base, level: finding?.level ?? null, years: finding?.years ?? [] };
      return 'problem' in outcome ? { ...graded, why: outcome.problem } : graded;
    });
  };
}

/** Several eligibilities shown as one list. */
export function allOf(...parts: readonly Eligibility[]): Eligibility {
  return {
    rules: parts.flatMap((part) => part.rules),
    parameters: parts.flatMap((part) => part.parameters),
    assess: (answers, context) => parts.flatMap((part) => part.assess(answers, context)),
    bases: parts.flatMap((part) => part.bases ?? []),
  };
}

export const noConditions: Eligibility = { rules: [], parameters: [], assess: () => [] };
