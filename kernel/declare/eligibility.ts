// Eligibility: from answers to findings, by rules of the form or by a calculation of the law, with the nearest change that would pass.
import type { Citation } from './citation.ts';
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

/** A finding as a calculation of the kernel returns it (kernel/calculations). */
export interface CalculationFinding {
  readonly ruleId: string;
  readonly status: Status;
  readonly actual: unknown;
  readonly required: string;
  readonly basis: string;
}

export interface CalculatedRule {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  readonly needs: readonly string[];
  readonly moves?: Readonly<Record<string, Direction>>;
  /** Prints the finding's `actual`; as it is when absent. */
  readonly print?: (actual: unknown) => string;
}

/**
 * Eligibility by a calculation of the law: the answers are mapped to its input, its findings are shown as they are. Nothing is computed a
 * second time. `calculate` must return a finding for each listed rule.
 */
export function byCalculation(
  form: Form,
  rules: readonly CalculatedRule[],
  calculate: (answers: Readonly<Record<string, unknown>>, context: AssessmentContext) => readonly CalculationFinding[],
): Eligibility {
  for (const rule of rules) {
    for (const key of rule.needs)
      if (form.fields[key] === undefined) throw new Error(`Rule ${rule.id} needs ${key}, which the form does not ask`);
  }
  const shown = (rule: CalculatedRule, actual: unknown): string | null =>
    actual === null || actual === undefined ? null : rule.print === undefined ? String(actual) : rule.print(actual);
  return {
    rules: rules.map((rule) => ({ id: rule.id, cites: rule.cites, needs: rule.needs, moves: rule.moves ?? {}, says: () => rule.says })),
    assess: (answers, context) => {
      const found = new Map(calculate(answers, context).map((finding) => [finding.ruleId, finding]));
      return rules.map((rule): Finding => {
        const finding = found.get(rule.id);
        if (finding === undefined) throw new Error(`The calculation returned no finding ${rule.id}`);
        const missing =
          finding.status === 'unknown' ? rule.needs.filter((key) => !isAnswered(answers[key])).map((key) => labelOf(form, key)) : [];
        return {
          rule: rule.id,
          says: rule.says,
          status: finding.status,
          actual: shown(rule, finding.actual),
          required: finding.required,
          cites: rule.cites,
          missing,
        };
      });
    },
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
