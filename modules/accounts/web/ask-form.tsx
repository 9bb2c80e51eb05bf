// A short form on a page of its own or in a panel: what is asked, what follows, and what is wrong beside each field.
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { fieldOfView } from '#kernel/faces/form-view.ts';
import { ApiError, messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import type { FieldView } from '#ui/fields/field-view.ts';
import './accounts.css';

type Answers = Readonly<Record<string, unknown>>;

interface AskFormProps {
  /** Asked in this order; may depend on what has been answered. */
  readonly fields: (answers: Answers) => readonly FieldView[];
  readonly initial?: Answers;
  /** A verb: 开设账户, 保存. */
  readonly label: string;
  /** What will happen, in one sentence. */
  readonly consequence?: string;
  readonly run: (answers: Answers) => Promise<void>;
  readonly onCancel?: () => void;
}

function problemsOf(fields: readonly FieldView[], answers: Answers): readonly Problem[] {
  const own = Object.fromEntries(fields.map((field) => [field.key, fieldOfView(field)]));
  return checkAnswers({ pages: [{ title: '', fields: own }], fields: own }, answers, { complete: true });
}

/** Places of a refusal that are fields of the form; `settings.idleMinutes` and `idleMinutes` mean the same box. */
const problemsOfRefusal = (error: unknown): readonly Problem[] =>
  error instanceof ApiError
    ? error.details.map(({ where, message }) => ({ path: where.split('.').at(-1) ?? where, label: '', message }))
    : [];

export function AskForm({ fields, initial = {}, label, consequence, run, onCancel }: AskFormProps) {
  const [answers, setAnswers] = useState<Answers>(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const asked = fields(answers);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(asked, answers);
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0) return;
    setBusy(true);
    try {
      // Answers to what is no longer asked stay behind.
      const keys = new Set(asked.map((field) => field.key));
      await run(Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key))));
    } catch (error) {
      setFailure(messageOf(error));
      setProblems(problemsOfRefusal(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="ac-ask" aria-label={label} noValidate onSubmit={(event) => void submit(event)}>
      {asked.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          value={answers[field.key]}
          errors={problems.filter(({ path }) => path === field.key).map(({ message }) => message)}
          onChange={(value) => setAnswers((before) => ({ ...before, [field.key]: value }))}
        />
      ))}
      {consequence && <p className="ac-consequence">{consequence}</p>}
      {failure && (
        <p className="ac-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="ac-buttons">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {label}
        </Button>
        {onCancel && (
          <Button disabled={isBusy} onClick={onCancel}>
            取消
          </Button>
        )}
      </div>
    </form>
  );
}
