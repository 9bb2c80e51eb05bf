// Makes one move for many cases: which of them it concerns, what is recorded, what follows; all or none, and each refusal by name.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { fieldOfView } from '#kernel/faces/form-view.ts';
import { ApiError, call, messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { fieldOfPath } from '#ui/form/form-progress.ts';
import type { Selection } from '#ui/list/list-page.tsx';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { ErrorState, Notice, TableSkeleton } from '#ui/page/states.tsx';
import { writeFilters } from '#ui/url-state.ts';
import type { CaseSummary } from '../wire.ts';
import type { Answers } from './assess.ts';
import { type BatchMove, isInPlace } from './batch-moves.ts';
import { everyCase, mostAtOnce } from './case-list-request.ts';

interface BatchPanelProps {
  readonly move: BatchMove;
  readonly selection: Selection<CaseSummary>;
  readonly onClose: (isDone: boolean) => void;
}

function problemsOf(move: BatchMove, data: Answers): readonly Problem[] {
  const fields = Object.fromEntries(move.fields.map((field) => [field.key, fieldOfView(field)]));
  return checkAnswers({ pages: [{ title: '', fields }], fields }, data, { complete: true });
}

/** The server names a refused case by its number, or by the firm where it has none. */
const nameOf = (row: CaseSummary): string => row.number ?? row.partyName;

const refusedBy = (error: unknown): ReadonlySet<string> =>
  error instanceof ApiError && (error.code === 'SOME_REFUSED' || error.code === 'STALE')
    ? new Set(error.details.map((detail) => detail.where))
    : new Set();

/** A colleague was quicker: what is ticked is no longer what stands there. */
const isStale = (error: unknown): boolean => error instanceof ApiError && error.code === 'STALE';

function Moving({ move, rows, onClose }: { move: BatchMove; rows: readonly CaseSummary[]; onClose: (isDone: boolean) => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [data, setData] = useState<Answers>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter((row) => isInPlace(move, row) && !taken.has(row.id)).slice(0, mostAtOnce);
  const elsewhere = rows.filter((row) => !isInPlace(move, row)).length;
  const run = useMutation({
    mutationFn: () =>
      call<{ moved: number }>('POST', '/casework/moves', {
        body: { cases: chosen.map(({ id, version }) => ({ id, version })), verb: move.verb, data },
      }),
    onSuccess: async ({ moved }) => {
      await client.invalidateQueries({ queryKey: ['casework'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
      message.success(`已${move.label} ${moved} 件，转入下一环节的办件会离开您的待办。`);
      onClose(true);
    },
  });
  const refused = refusedBy(run.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(move, data);
    setProblems(found);
    if (found.length === 0) run.mutate();
  };
  const without = () => {
    setTaken(new Set([...taken, ...chosen.filter((row) => refused.has(nameOf(row))).map((row) => row.id)]));
    run.reset();
  };
  const again = () => {
    void client.invalidateQueries({ queryKey: ['casework'] });
    onClose(true);
  };
  if (chosen.length === 0)
    return (
      <Notice tone="warn" title={`所选办件都不能${move.label}`}>
        <p>
          只有处于“{move.stages.join('、')}”、正在办理的办件可以{move.label}；请重新选择。
        </p>
      </Notice>
    );
  return (
    <form aria-label={move.label} noValidate onSubmit={submit}>
      <p className="cw-panel-note">
        将对 <b>{chosen.length}</b> 件{move.label}，每件记录同样的内容；任何一件不能办理时，全部不办并逐件说明。
        {elsewhere > 0 && `所选中另有 ${elsewhere} 件不在“${move.stages.join('、')}”环节，不包括在内。`}
        {taken.size > 0 && `已去掉 ${taken.size} 件不能办理的。`}
      </p>
      {move.fields.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          value={data[field.key]}
          errors={problems.filter((problem) => fieldOfPath(problem.path) === field.key).map((problem) => problem.message)}
          onChange={(value) => setData((before) => ({ ...before, [field.key]: value }))}
        />
      ))}
      {run.error && (
        <div className="cw-refused">
          <Notice tone="bad" title={messageOf(run.error)}>
            {run.error instanceof ApiError && run.error.details.length > 0 && (
              <ul>
                {run.error.details.map((detail) => (
                  <li key={`${detail.where}${detail.message}`}>{detail.message}</li>
                ))}
              </ul>
            )}
          </Notice>
        </div>
      )}
      <div className="kc-step-buttons">
        {isStale(run.error) && refused.size === 0 ? (
          <Button key="again" type="primary" onClick={again}>
            刷新列表，重新选择
          </Button>
        ) : refused.size > 0 ? (
          // A key of its own: the same element turned into the sending button would send on this very press.
          <Button key="without" type="primary" onClick={without}>
            去掉这 {refused.size} 件
          </Button>
        ) : (
          <Button key="send" type="primary" danger={move.isGrave} htmlType="submit" loading={run.isPending}>
            确认{move.label} {chosen.length} 件
          </Button>
        )}
        <Button disabled={run.isPending} onClick={() => onClose(false)}>
          取消
        </Button>
      </div>
    </form>
  );
}

export function BatchPanel({ move, selection, onClose }: BatchPanelProps) {
  const all = useQuery({
    queryKey: ['casework', 'batch', selection.kind === 'all' ? writeFilters(selection.filters) : ''],
    queryFn: ({ signal }) => (selection.kind === 'all' ? everyCase(selection.filters, signal) : []),
    enabled: selection.kind === 'all',
    gcTime: 0,
  });
  const rows = selection.kind === 'rows' ? selection.rows : all.data;
  return (
    <SidePanel title={`批量${move.label}`} onClose={() => onClose(false)}>
      {all.error && <ErrorState error={all.error} onRetry={() => void all.refetch()} />}
      {rows === undefined ? !all.error && <TableSkeleton rows={4} /> : <Moving move={move} rows={rows} onClose={onClose} />}
    </SidePanel>
  );
}
