// A short form in place: fields of the kernel with their values, checked as they are sent, refusals beside their fields.
import { App, Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { fieldOfView } from '#kernel/faces/form-view.ts';
import { ApiError, messageOf } from '../api-error.ts';
import { FieldRow } from '../fields/field-row.tsx';
import type { FieldView } from '../fields/field-view.ts';
import './entry-form.css';

export type Entries = Readonly<Record<string, unknown>>;

export interface EntryFormProps {
  readonly label: string;
  readonly fields: readonly FieldView[];
  readonly initial?: Entries;
  /** What will happen, above the fields. */
  readonly consequence?: ReactNode;
  /** Button that sends: 保存, 确认撤销. */
  readonly send: string;
  readonly isGrave?: boolean;
  /** Told of every change. */
  readonly onEntries?: (entries: Entries) => void;
  /** Further warnings by field. */
  readonly warnings?: Readonly<Record<string, string>>;
  /** Fields that matter only beside certain entries. */
  readonly shows?: (key: string, entries: Entries) => boolean;
  /** Sends; resolves to what happened. */
  readonly run: (entries: Entries) => Promise<string>;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
  readonly columns?: 1 | 2 | 3;
}

function problemsOf(fields: readonly FieldView[], entries: Entries): readonly Problem[] {
  const own = Object.fromEntries(fields.map((field) => [field.key, fieldOfView(field)]));
  return checkAnswers({ pages: [{ title: '', fields: own }], fields: own }, entries, { complete: true });
}

/** `facts.name`, `values.sales` and `body.reason` all mean a field of this form. */
function refusalsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof ApiError)) return [];
  return error.details.map(({ where, message }) => ({ path: where.split('.').at(-1) ?? where, label: '', message }));
}

function useEntries({ fields, initial, run, onDone, shows }: EntryFormProps) {
  const { message } = App.useApp();
  const [entries, setEntries] = useState<Entries>(initial ?? {});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [unread, setUnread] = useState<Readonly<Record<string, boolean>>>({});
  const [failure, setFailure] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const shown = fields.filter((field) => shows?.(field.key, entries) !== false);
  const send = async () => {
    const found = problemsOf(shown, entries);
    setProblems(found);
    // What could not be read stands beside its box already.
    if (found.length > 0 || shown.some((field) => unread[field.key] === true)) return;
    setBusy(true);
    setFailure(undefined);
    try {
      message.success(await run(entries));
      onDone();
    } catch (error) {
      setFailure(messageOf(error));
      setProblems(refusalsOf(error));
    } finally {
      setBusy(false);
    }
  };
  /** What was refused is no longer what stands there. */
  const forget = (key: string) => {
    setFailure(undefined);
    setProblems((before) => before.filter(({ path }) => path !== key));
  };
  return { entries, setEntries, problems, forget, setUnread, failure, isBusy, shown, send };
}

export function EntryForm(props: EntryFormProps) {
  const { label, consequence, send, isGrave = false, warnings = {}, onEntries, onCancel, columns = 1 } = props;
  const form = useEntries(props);
  const place = useRef<HTMLFormElement>(null);
  // Opened from a row far down, it would else appear out of sight; a long one that begins in sight stays, or it would push its heading away.
  useEffect(() => {
    const { top = 0, height = 0 } = place.current?.getBoundingClientRect() ?? {};
    if (height > window.innerHeight / 2 && top >= 0 && top < window.innerHeight / 2) return;
    // Newer browsers answer with a promise, which is no clean-up.
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const change = (key: string, value: unknown) => {
    const next = { ...form.entries, [key]: value };
    form.setEntries(next);
    form.forget(key);
    onEntries?.(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send();
  };
  return (
    <form ref={place} className="kc-entry" aria-label={label} noValidate onSubmit={submit}>
      <h3 className="kc-entry-title">{label}</h3>
      {consequence && <div className="kc-entry-says">{consequence}</div>}
      <div className={`kc-entry-fields kc-entry-fields-${columns}`}>
        {form.shown.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            value={form.entries[field.key]}
            errors={form.problems.filter((problem) => problem.path === field.key).map((problem) => problem.message)}
            warnings={warnings[field.key] === undefined ? [] : [warnings[field.key] ?? '']}
            onProblem={(problem) => form.setUnread((before) => ({ ...before, [field.key]: problem !== undefined }))}
            onChange={(value) => change(field.key, value)}
          />
        ))}
      </div>
      {form.failure && (
        <p className="kc-failure" role="alert">
          {form.failure}
        </p>
      )}
      <div className="kc-entry-buttons">
        <Button type="primary" danger={isGrave} htmlType="submit" loading={form.isBusy}>
          {send}
        </Button>
        {onCancel && (
          <Button disabled={form.isBusy} onClick={onCancel}>
            取消
          </Button>
        )}
      </div>
    </form>
  );
}
