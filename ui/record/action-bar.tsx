// Actions at a fixed place: what can be done, why not what cannot, and before it is done its consequence and what it asks, in place.
import { App, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { fieldOfView } from '#kernel/faces/form-view.ts';
import { ApiError, messageOf } from '../api-error.ts';
import { FieldRow } from '../fields/field-row.tsx';
import type { FieldView } from '../fields/field-view.ts';
import { fieldOfPath } from '../form/form-progress.ts';
import './case.css';

export interface ActionChoice {
  readonly key: string;
  /** A verb: 提交, 退回补正, 同意推荐. */
  readonly label: string;
  readonly isAllowed: boolean;
  /** Why it cannot be done now; shown in place of doing it. */
  readonly whyNot?: string;
  /** What will happen, in one sentence. */
  readonly consequence: string;
  /** What is asked: opinion, days, attachment. */
  readonly fields?: readonly FieldView[];
  readonly isMain?: boolean;
  /** Ends or sends back: shown in red. */
  readonly isGrave?: boolean;
  /** What the fields begin with. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** What follows of an answer for the others, such as the parts of a sum that was changed. */
  readonly follow?: (
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
  /** Runs; resolves to what happened and what comes next. */
  readonly run: (answers: Readonly<Record<string, unknown>>) => Promise<string>;
}

function problemsOf(fields: readonly FieldView[], answers: Readonly<Record<string, unknown>>): readonly Problem[] {
  const own = Object.fromEntries(fields.map((field) => [field.key, fieldOfView(field)]));
  return checkAnswers({ pages: [{ title: '', fields: own }], fields: own }, answers, { complete: true });
}

/** Details of a refusal whose place is one of the fields stand beside it; the rest under the sentence. */
function detailsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof ApiError)) return [];
  return error.details.map(({ where, message }) => ({ path: where.replace(/^(body|answers|records)\./, ''), label: '', message }));
}

function useAsking(action: ActionChoice, onDone: () => void) {
  const { message } = App.useApp();
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>(action.initial ?? {});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    const found = problemsOf(action.fields ?? [], answers);
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    setFailure(undefined);
    try {
      message.success(await action.run(answers));
      onDone();
    } catch (error) {
      setFailure(messageOf(error));
      setProblems(detailsOf(error));
    } finally {
      setBusy(false);
    }
  };
  // What was refused is no longer what stands there: it would only be read as still wrong.
  const answer = (key: string, value: unknown) => {
    setFailure(undefined);
    setProblems((before) => before.filter(({ path }) => fieldOfPath(path) !== key));
    setAnswers((before) => {
      const after = { ...before, [key]: value };
      return action.follow?.(before, after) ?? after;
    });
  };
  return { answers, answer, problems, failure, isBusy, submit };
}

function Asking({ action, onDone, onCancel }: { action: ActionChoice; onDone: () => void; onCancel: () => void }) {
  const { answers, answer, problems, failure, isBusy, submit } = useAsking(action, onDone);
  const fields = action.fields ?? [];
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className="kc-action-asking" aria-label={action.label} noValidate onSubmit={onSubmit}>
      <p className="kc-action-consequence">{action.consequence}</p>
      {fields.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          value={answers[field.key]}
          errors={problems.filter(({ path }) => fieldOfPath(path) === field.key).map((problem) => problem.message)}
          onChange={(value) => answer(field.key, value)}
        />
      ))}
      {failure && (
        <p className="kc-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="kc-action-buttons">
        <Button type="primary" danger={action.isGrave ?? false} htmlType="submit" loading={isBusy} autoFocus={fields.length === 0}>
          确认{action.label}
        </Button>
        <Button disabled={isBusy} onClick={onCancel}>
          取消
        </Button>
      </div>
    </form>
  );
}

export interface ActionBarProps {
  readonly actions: readonly ActionChoice[];
  /** After an action succeeded: ask the server again. */
  readonly onDone?: () => void;
  /** When nothing can be done: whose turn it is. */
  readonly idle?: string;
}

export function ActionBar({ actions, onDone, idle }: ActionBarProps) {
  const [asked, setAsked] = useState<string | undefined>();
  const action = actions.find((each) => each.key === asked && each.isAllowed);
  const refused = actions.filter((each) => !each.isAllowed && each.whyNot !== undefined);
  return (
    <section className="kc-actions kc-no-print" aria-label="办理">
      {action && (
        <Asking
          key={action.key}
          action={action}
          onCancel={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            onDone?.();
          }}
        />
      )}
      {!action && (
        <div className="kc-action-row">
          {actions.map((each) => (
            <Button
              key={each.key}
              type={each.isMain ? 'primary' : 'default'}
              danger={each.isGrave ?? false}
              disabled={!each.isAllowed}
              aria-describedby={each.isAllowed ? undefined : `kc-why-${each.key}`}
              onClick={() => setAsked(each.key)}
            >
              {each.label}
            </Button>
          ))}
          {actions.length === 0 && <span className="kc-none">{idle ?? '当前没有需要您办理的操作'}</span>}
          {refused.length > 0 && (
            <ul className="kc-action-why">
              {refused.map((each) => (
                <li key={each.key} id={`kc-why-${each.key}`}>
                  不能{each.label}：{each.whyNot}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
