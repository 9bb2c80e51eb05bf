// What a rule needs to be judged: answers, columns of tables, and answers that matter only where another says so.
import type { Form } from './form.ts';

type Answers = Readonly<Record<string, unknown>>;

/** A need that stands only under a condition; an empty table then is no answer, since there is something to list. */
export interface ConditionalNeed {
  readonly path: string;
  when(answers: Answers): boolean;
}

/** The key of an answer, or `table.column`: that column in every row. */
export type Need = string | ConditionalNeed;

const pathOf = (need: Need): string => (typeof need === 'string' ? need : need.path);

export const headOf = (path: string): string => path.split('.', 1)[0] ?? path;

/** Whether an answer is there: an empty text is not an answer. */
export const isAnswered = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Throws for a need that the form does not ask. */
export function checkNeeds(form: Form, rule: string, needs: readonly Need[]): void {
  for (const need of needs) {
    const [key = '', column] = pathOf(need).split('.');
    const field = form.fields[key];
    if (field === undefined || (column !== undefined && field.columns?.[column] === undefined))
      throw new Error(`Rule ${rule} needs ${pathOf(need)}, which the form does not ask`);
  }
}

const standing = (needs: readonly Need[], answers: Answers): readonly Need[] =>
  needs.filter((need) => typeof need === 'string' || need.when(answers));

/** Keys of the answers that a rule can ever read. */
export const keysOf = (needs: readonly Need[]): readonly string[] => [...new Set(needs.map((need) => headOf(pathOf(need))))];

/** Keys of the answers that a rule reads while the others stand as they do. */
export const askedKeys = (needs: readonly Need[], answers: Answers): readonly string[] => keysOf(standing(needs, answers));

/** Labels of what is missing: an answer, a table without a row, or a cell named by its row. */
export function missingOf(form: Form, needs: readonly Need[], answers: Answers): readonly string[] {
  const missing = new Set<string>();
  for (const need of standing(needs, answers)) {
    const [key = '', column] = pathOf(need).split('.');
    const field = form.fields[key];
    const value = answers[key];
    const label = field?.label ?? key;
    if (!isAnswered(value) || (typeof need !== 'string' && Array.isArray(value) && value.length === 0)) missing.add(label);
    else if (column !== undefined && Array.isArray(value)) {
      for (const [i, row] of (value as readonly Answers[]).entries())
        if (!isAnswered(row[column])) missing.add(`${label}第${i + 1}行的${field?.columns?.[column]?.label ?? column}`);
    }
  }
  return [...missing];
}
