// The answers of a form while they are filled in: checked at each change, saved as one types.
import { useMemo, useState } from 'react';
import { answerWarnings, checkAnswers } from '#kernel/faces/answers.ts';
import { formOfView } from '#kernel/faces/form-view.ts';
import type { FormView } from '../fields/field-view.ts';
import type { Patch } from './autosave.ts';
import { type Answers, fieldOfPath, type Problem, withPatch } from './form-progress.ts';
import { type Autosave, useAutosave } from './use-autosave.ts';

interface FillingProps {
  readonly name: string;
  readonly form: FormView;
  readonly answers: Answers;
  readonly save: (patch: Patch) => Promise<void>;
}

export interface Filling {
  readonly answers: Answers;
  readonly draft: readonly Problem[];
  readonly complete: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly refused: readonly Problem[];
  /** What was typed and could not be read as an answer; it would be lost without a word. */
  readonly unread: readonly Problem[];
  readonly saver: Autosave;
  change(key: string, value: unknown): void;
  restoreKept(): void;
  refuse(problems: readonly Problem[]): void;
  /** Remembers or forgets that a place holds something unreadable; without a path all places of the field. */
  mark(key: string, problem: string | undefined, path: string | undefined): void;
}

function marked(before: readonly Problem[], key: string, problem: string | undefined, path: string | undefined): readonly Problem[] {
  const others = before.filter((each) => (path === undefined ? fieldOfPath(each.path) !== key : each.path !== path));
  if (problem === undefined) return others.length === before.length ? before : others;
  return [...others, { path: path ?? key, label: '', message: problem }];
}

export function useFilling(props: FillingProps): Filling {
  const [answers, setAnswers] = useState<Answers>(props.answers);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [unread, setUnread] = useState<readonly Problem[]>([]);
  const saver = useAutosave(props.name, props.save);
  const form = useMemo(() => formOfView(props.form), [props.form]);
  const checked = useMemo(
    () => ({
      draft: checkAnswers(form, answers, { complete: false }),
      complete: checkAnswers(form, answers, { complete: true }),
      warnings: answerWarnings(form, answers),
    }),
    [form, answers],
  );
  return {
    ...checked,
    // Of a box that holds something unreadable it is enough to say that.
    complete: checked.complete.filter(({ path }) => !unread.some((each) => each.path === path)),
    answers,
    refused,
    unread,
    saver,
    change: (key, value) => {
      setAnswers((before) => withPatch(before, { [key]: value }));
      setRefused((before) => before.filter((problem) => fieldOfPath(problem.path) !== key));
      saver.change(key, value);
    },
    restoreKept: () => {
      const { kept } = saver;
      if (kept) setAnswers((before) => withPatch(before, kept));
      saver.restoreKept();
    },
    refuse: setRefused,
    mark: (key, problem, path) => setUnread((before) => marked(before, key, problem, path)),
  };
}
