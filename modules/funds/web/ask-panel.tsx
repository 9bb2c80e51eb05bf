// A panel that asks what a bulk action records and does it for all rows ticked, or says why for none.
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { fieldOfView } from '#kernel/faces/form-view.ts';
import { messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import type { FieldView } from '#ui/fields/field-view.ts';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { refreshFunds } from './queries.ts';
import './funds.css';

type Entries = Readonly<Record<string, unknown>>;

interface AskPanelProps {
  readonly title: string;
  readonly consequence: string;
  readonly send: string;
  readonly fields: readonly FieldView[];
  readonly initial?: Entries;
  readonly isGrave?: boolean;
  readonly run: (entries: Entries) => Promise<string>;
  readonly onClose: (isDone: boolean) => void;
}

function problemsOf(fields: readonly FieldView[], entries: Entries): readonly Problem[] {
  const own = Object.fromEntries(fields.map((field) => [field.key, fieldOfView(field)]));
  return checkAnswers({ pages: [{ title: '', fields: own }], fields: own }, entries, { complete: true });
}

export function AskPanel({ title, consequence, send, fields, initial = {}, isGrave = false, run, onClose }: AskPanelProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [entries, setEntries] = useState<Entries>(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(fields, entries);
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    setFailure(undefined);
    try {
      message.success(await run(entries));
      await refreshFunds(client);
      onClose(true);
    } catch (error) {
      setFailure(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <SidePanel title={title} onClose={() => onClose(false)}>
      <form aria-label={title} noValidate className="fd-form" onSubmit={(event) => void submit(event)}>
        <p>{consequence}</p>
        {fields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            value={entries[field.key]}
            errors={problems.filter(({ path }) => path === field.key).map((problem) => problem.message)}
            onChange={(value) => setEntries((before) => ({ ...before, [field.key]: value }))}
          />
        ))}
        {failure && (
          <p className="kc-failure" role="alert">
            {failure}
          </p>
        )}
        <div className="fd-buttons">
          <Button type="primary" danger={isGrave} htmlType="submit" loading={isBusy}>
            {send}
          </Button>
          <Button disabled={isBusy} onClick={() => onClose(false)}>
            取消
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
