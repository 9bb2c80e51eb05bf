// Rules as a table of what each demands and where the law says so, and the findings made of them.
import type { Status } from './status.ts';

/** `required` is the sentence for people; it may name the limits of the parameters in force. */
export interface Rule<P> {
  readonly required: string | ((parameters: P) => string);
  /** Document and article. */
  readonly basis: string;
}

export type Rules<P> = { readonly [ruleId: string]: Rule<P> };

export interface Finding {
  readonly ruleId: string;
  readonly status: Status;
  readonly actual: string | number | boolean | null;
  readonly required: string;
  readonly basis: string;
}

/** `const find = findingsBy(rules, parameters)`, then `find('A1-1', isTrue(input.residentEnterprise), input.residentEnterprise)`. */
export function findingsBy<P, R extends Rules<P>>(
  rules: R,
  parameters: P,
): (ruleId: keyof R & string, status: Status, actual?: Finding['actual']) => Finding {
  return (ruleId, status, actual = null) => {
    const rule: Rule<P> | undefined = rules[ruleId];
    if (rule === undefined) throw new Error(`no rule ${ruleId}`);
    const required = typeof rule.required === 'string' ? rule.required : rule.required(parameters);
    return { ruleId, status, actual, required, basis: rule.basis };
  };
}

/** The same finding with keys that only some calculations have, such as `level`. */
export function statusesOf(findings: readonly Finding[]): Status[] {
  return findings.map((finding) => finding.status);
}
