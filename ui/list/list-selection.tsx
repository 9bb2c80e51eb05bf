// The bar that appears when rows are ticked: how many, what can be done, and the consequence asked in place before it is done.
import { App, Button } from 'antd';
import { useState } from 'react';
import { messageOf } from '../api-error.ts';
import type { BulkAction, Selection } from './list-types.ts';

interface SelectionBarProps<Row> {
  readonly selection: Selection<Row>;
  readonly total: number;
  readonly counter: string;
  readonly actions: readonly BulkAction<Row>[];
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onDone: () => void;
}

interface AskingProps<Row> {
  readonly action: BulkAction<Row>;
  readonly selection: Selection<Row>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Asking<Row>({ action, selection, onDone, onCancel }: AskingProps<Row>) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      message.success(await action.run(selection));
      onDone();
    } catch (error) {
      message.error(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <div className="kc-selection kc-selection-asking" role="alertdialog" aria-label={action.label}>
      <span>{action.consequence(selection)}</span>
      <Button size="small" type="primary" danger={action.danger ?? false} loading={isBusy} autoFocus onClick={() => void run()}>
        确认{action.label}
      </Button>
      <Button size="small" disabled={isBusy} onClick={onCancel}>
        取消
      </Button>
    </div>
  );
}

export function SelectionBar<Row>({ selection, total, counter, actions, onAll, onClear, onDone }: SelectionBarProps<Row>) {
  const [asked, setAsked] = useState<BulkAction<Row> | undefined>();
  const done = () => {
    setAsked(undefined);
    onDone();
  };
  if (asked && !asked.ask) return <Asking action={asked} selection={selection} onDone={done} onCancel={() => setAsked(undefined)} />;
  const canAll = selection.kind === 'rows' && selection.count < total && actions.some((action) => action.onAll);
  return (
    <section className="kc-selection" aria-label="已选记录">
      <span aria-live="polite">
        已选 <b>{selection.count.toLocaleString('en')}</b> {counter}
      </span>
      {canAll && (
        <Button size="small" type="link" onClick={onAll}>
          选中全部 {total.toLocaleString('en')} {counter}
        </Button>
      )}
      {actions.map((action) => (
        <Button
          key={action.key}
          size="small"
          danger={action.danger ?? false}
          disabled={selection.kind === 'all' && !action.onAll}
          onClick={() => setAsked(action)}
        >
          {action.label}
        </Button>
      ))}
      <Button size="small" type="text" onClick={onClear}>
        取消选择
      </Button>
      {asked?.ask?.(selection, (isDone) => (isDone ? done() : setAsked(undefined)))}
    </section>
  );
}
