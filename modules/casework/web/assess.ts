// Findings as one types: the kernel's own assessment run in the browser, with the smallest changes that would pass, ready to be tried.
import type { CrossFinding, Dossier, Known } from '#kernel/declare/dossier.ts';
import type { AssessmentContext, Finding } from '#kernel/declare/eligibility.ts';
import type { Form } from '#kernel/declare/form.ts';
import { type Change, nearestChanges } from '#kernel/declare/nearest-change.ts';
import { checkAnswers } from '#kernel/faces/answers.ts';
import { printValue } from '#kernel/faces/print.ts';

export type Answers = Readonly<Record<string, unknown>>;

export interface LiveFinding extends Finding {
  readonly changes: readonly Change[];
}

const headOf = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? path;

/** Answers without those that are typed wrongly: a condition reads only what it can trust. */
export function soundAnswers(form: Form, answers: Answers): Answers {
  const wrong = new Set(checkAnswers(form, answers, { complete: false }).map((problem) => headOf(problem.path)));
  return wrong.size === 0 ? answers : Object.fromEntries(Object.entries(answers).filter(([key]) => !wrong.has(key)));
}

export function assessLive(dossier: Dossier, answers: Answers, context: AssessmentContext): LiveFinding[] {
  const sound = soundAnswers(dossier.form, answers);
  return dossier.eligibility.assess(sound, context).map((finding) => ({
    ...finding,
    changes: finding.status === 'unmet' ? nearestChanges(dossier.form, dossier.eligibility, finding.rule, sound, context) : [],
  }));
}

export function crossLive(dossier: Dossier, answers: Answers, known: Known, day: string): readonly CrossFinding[] {
  return dossier.crossCheck?.(soundAnswers(dossier.form, answers), known, day) ?? [];
}

/** Answers that any condition reads while the others stand as they do, in the order of the form: what a self-check asks. */
export function neededKeys(dossier: Dossier, answers: Answers): readonly string[] {
  const needed = new Set(dossier.eligibility.rules.flatMap((rule) => rule.asks(answers)));
  return Object.keys(dossier.form.fields).filter((key) => needed.has(key));
}

function shown(form: Form, path: string, value: unknown): string {
  const [key = '', column] = path.split('.');
  const field = column === undefined ? form.fields[key] : form.fields[key]?.columns?.[column];
  if (field === undefined) return String(value);
  const text = printValue(field, value);
  return field.unit === undefined || text.endsWith(field.unit) ? text : `${text} ${field.unit}`;
}

/** 科技人员数由 10 人增至 12 人即符合 */
export function changeText(form: Form, change: Change): string {
  const [from, to] = [shown(form, change.key, change.from), shown(form, change.key, change.to)];
  if (typeof change.to === 'boolean') return `${change.label}由“${from}”改为“${to}”即符合`;
  const rises = Number(change.to) > Number(change.from);
  return `${change.label}由 ${from}${rises ? '增至' : '减至'} ${to}即符合`;
}

/** The answers after a change; `table.column` means the last row, as the kernel seeks it. */
export function withChange(answers: Answers, change: Change): Record<string, unknown> {
  const [key = '', column] = change.key.split('.');
  const value = answers[key];
  if (column === undefined || !Array.isArray(value)) return { ...answers, [key]: change.to };
  const rows = value as readonly Answers[];
  return { ...answers, [key]: rows.map((row, index) => (index === rows.length - 1 ? { ...row, [column]: change.to } : row)) };
}

export interface Verdict {
  readonly tone: 'good' | 'bad' | 'warn';
  readonly words: string;
}

/** One line that says whether one may apply with these answers. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  const [unmet, unknown] = [count('unmet'), count('unknown')];
  if (findings.length === 0) return { tone: 'good', words: '本事项没有设定申报条件，可以直接申报' };
  if (unmet > 0)
    return { tone: 'bad', words: `${findings.length} 项条件中有 ${unmet} 项不符合${unknown > 0 ? `，${unknown} 项还不能判断` : ''}` };
  if (unknown === findings.length) return { tone: 'warn', words: `${findings.length} 项条件都还缺数据，填写后逐条判断` };
  if (unknown > 0) return { tone: 'warn', words: `已填数据均符合，还有 ${unknown} 项条件因缺数据不能判断` };
  return { tone: 'good', words: `${findings.length} 项条件全部符合，可以申报` };
}
