// How far a form is filled in, page by page, and which problems stand where.
import type { Problem } from '#kernel/faces/answers.ts';
import type { FieldView, PageView } from '../fields/field-view.ts';

export type Answers = Readonly<Record<string, unknown>>;
export type { Problem };

export interface PageProgress {
  readonly title: string;
  /** Required fields with an answer, and how many there are. */
  readonly filled: number;
  readonly required: number;
  readonly problems: number;
  readonly state: 'empty' | 'begun' | 'done' | 'wrong';
}

function hasAnswer(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** The field at the head of a path: `products` of `products[2].income`. */
export function fieldOfPath(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

export function problemsOfField(problems: readonly Problem[], key: string): readonly Problem[] {
  return problems.filter((problem) => fieldOfPath(problem.path) === key);
}

export function problemsOfPage(problems: readonly Problem[], page: PageView): readonly Problem[] {
  const keys = new Set(page.fields.map((field) => field.key));
  return problems.filter((problem) => keys.has(fieldOfPath(problem.path)));
}

export function pageOfPath(pages: readonly PageView[], path: string): number {
  const key = fieldOfPath(path);
  return pages.findIndex((page) => page.fields.some((field) => field.key === key));
}

function isAsked(field: FieldView): boolean {
  return field.required && field.kind !== 'derived';
}

/** `wrong` counts only what is filled in wrongly (`draft` problems); what is merely missing leaves a page begun. */
export function progressOf(pages: readonly PageView[], answers: Answers, draft: readonly Problem[]): PageProgress[] {
  return pages.map((page) => {
    const asked = page.fields.filter(isAsked);
    const filled = asked.filter((field) => hasAnswer(answers[field.key])).length;
    const any = page.fields.some((field) => hasAnswer(answers[field.key]));
    const problems = problemsOfPage(draft, page).length;
    const state = problems > 0 ? 'wrong' : !any && asked.length > 0 ? 'empty' : filled === asked.length ? 'done' : 'begun';
    return { title: page.title, filled, required: asked.length, problems, state };
  });
}

/** `已填 23/31 项必填`. */
export function progressWords(pages: readonly PageProgress[]): string {
  const sum = (of: (page: PageProgress) => number) => pages.reduce((total, page) => total + of(page), 0);
  return `必填项已填 ${sum((page) => page.filled)}/${sum((page) => page.required)}`;
}

/** Answers after a patch; null takes an answer away. */
export function withPatch(answers: Answers, patch: Answers): Answers {
  const next: Record<string, unknown> = { ...answers };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete next[key];
    else next[key] = value;
  }
  return next;
}
