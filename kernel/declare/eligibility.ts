// Eligibility: from answers to findings, by rules of the form or by a calculation of the law, with the nearest change that would pass.
import type { Calculation } from '../calculations/frame/calculation.ts';
import { InputProblem } from '../calculations/frame/problem.ts';
import { type Citation, cite } from './citation.ts';
import type { CrossCheck, CrossFinding, Known } from './dossier.ts';
import type { Form } from './form.ts';
import { type Limits, limitsOn } from './limits.ts';
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
  assess(answers: Readonly<Record<string, unknown>>, context: AssessmentContext): readonly Finding[];
}

export interface RuleOutline {
  readonly id: string;
  readonly cites: Citation;
  /** Answers that the rule reads. */
  readonly needs: readonly string[];
  readonly moves: Readonly<Record<string, Direction>>;
  says(context: AssessmentContext): string;
}

const labelOf = (form: Form, key: string): string => form.fields[key]?.label ?? key;

/** Whether an answer is there: an empty text or list is not an answer to a required field. */
export const isAnswered = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Eligibility by rules written over the form. */
export function byRules(form: Form, limits: Limits, rules: readonly Rule[]): Eligibility {
  const seen = new Set<string>();
  for (const rule of rules) {
    if (seen.has(rule.id)) throw new Error(`Rule ${rule.id} stands twice`);
    seen.add(rule.id);
    for (const key of rule.needs)
      if (form.fields[key] === undefined) throw new Error(`Rule ${rule.id} needs ${key}, which the form does not ask`);
  }
  const inForce = (context: AssessmentContext) => limitsOn(limits, context.day, context.parameters);
  return {
    rules: rules.map((rule) => ({
      id: rule.id,
      cites: rule.cites,
      needs: rule.needs,
      moves: rule.moves,
      says: (context) => rule.says(inForce(context)),
    })),
    assess: (answers, context) => {
      const values = inForce(context);
      return rules.map((rule): Finding => {
        const says = rule.says(values);
        const missing = rule.needs.filter((key) => !isAnswered(answers[key])).map((key) => labelOf(form, key));
        const base = { rule: rule.id, says, cites: rule.cites, missing };
        if (missing.length > 0) return { ...base, status: 'unknown', actual: null, required: says };
        const { status, actual, required, why } = rule.check(answers, values);
        return { ...base, status, actual, required: required ?? says, ...(why === undefined ? {} : { why }) };
      });
    },
  };
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
  readonly needs: readonly string[];
  readonly moves?: Readonly<Record<string, Direction>>;
  /** Prints the finding's `actual`; as it is when absent. */
  readonly print?: (actual: unknown) => string;
}

type Outcome = { readonly found: ReadonlyMap<string, CalculationFinding> } | { readonly problem: string };

/** A contradiction between answers is a finding that cannot be told, not a failure of the page. */
function calculated(calculation: Calculation, document: unknown): Outcome {
  try {
    const { findings } = calculation.evaluate(document);
    return { found: new Map((findings as readonly CalculationFinding[]).map((finding) => [finding.ruleId, finding])) };
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
 * computed a second time in another way.
 */
export function byCalculation(
  form: Form,
  calculation: Calculation,
  rules: readonly CalculatedRule[],
  toInput: (answers: Readonly<Record<string, unknown>>, context: AssessmentContext) => unknown,
): Eligibility {
  const texts = new Map(calculation.rules.map((rule) => [rule.ruleId, rule]));
  const textOf = (id: string) => {
    const text = texts.get(id);
    if (text === undefined) throw new Error(`Calculation ${calculation.id} has no rule ${id}`);
    return text;
  };
  for (const rule of rules) {
    for (const key of rule.needs)
      if (form.fields[key] === undefined) throw new Error(`Rule ${rule.id} needs ${key}, which the form does not ask`);
  }
  return {
    rules: rules.map((rule) => ({
      id: rule.id,
      cites: cite(textOf(rule.id).basis),
      needs: rule.needs,
      moves: rule.moves ?? {},
      says: () => textOf(rule.id).required,
    })),
    assess: (answers, context) => {
      const outcome = calculated(calculation, toInput(answers, context));
      return rules.map((rule): Finding => {
        const { required, basis } = textOf(rule.id);
        const finding = 'found' in outcome ? outcome.found.get(rule.id) : undefined;
        const status = finding?.status ?? 'unknown';
        const missing = status === 'unknown' ? rule.needs.filter((key) => !isAnswered(answers[key])).map((key) => labelOf(form, key)) : [];
        const base = {
          rule: rule.id,
          says: required,
          status,
          actual: shown(rule, finding?.actual),
          required: finding?.required ?? required,
          cites: cite(basis),
          missing,
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
    assess: (answers, context) => parts.flatMap((part) => part.assess(answers, context)),
  };
}

export const noConditions: Eligibility = { rules: [], assess: () => [] };
