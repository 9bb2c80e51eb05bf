// Runs the examples of a catalogue folder: answers with the findings that a policy officer expects of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { Status } from '#kernel/declare/rule.ts';
import { checkAnswers } from '#kernel/faces/answers.ts';

interface Example {
  readonly title: string;
  /** Which dossier it belongs to, where the folder has several. */
  readonly dossier?: string;
  readonly day: string;
  /** Whether the answers fill the form. */
  readonly complete: boolean;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, Status>>;
}

export interface ExampleOptions {
  /** Statuses that a rule cannot have, e.g. because the form offers no such answer, each with its reason. */
  readonly impossible?: Readonly<Record<string, Partial<Record<Status, string>>>>;
}

/** One test for each example, and one that every rule is seen met, unmet and unknown. */
export function runExamples(folder: string, dossier: Dossier, options: ExampleOptions = {}): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const examples = files
    .map((name) => ({ name, ...(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Example) }))
    .filter((example) => (example.dossier ?? dossier.id) === dossier.id);
  describe(dossier.name, () => {
    for (const example of examples) {
      it(`${example.name}: ${example.title}`, () => {
        expect(checkAnswers(dossier.form, example.answers, { complete: example.complete })).toEqual([]);
        const found = dossier.eligibility.assess(example.answers, { day: example.day });
        expect(Object.fromEntries(found.map(({ rule, status }) => [rule, status]))).toEqual(example.expected);
      });
    }
    it('shows every rule met, unmet and unknown', () => {
      const unseen = dossier.eligibility.rules.flatMap(({ id }) =>
        (['met', 'unmet', 'unknown'] as const)
          .filter(
            (status) => options.impossible?.[id]?.[status] === undefined && !examples.some((example) => example.expected[id] === status),
          )
          .map((status) => `${id} ${status}`),
      );
      expect(unseen).toEqual([]);
    });
  });
}
