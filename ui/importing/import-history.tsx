// Batches of imports: what each has done, its marked-up file, and the way to take it back.
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { ApiError, call, download, messageOf } from '../api.ts';
import { EntryForm } from '../form/entry-form.tsx';
import { formatInstant } from '../format.ts';
import { ErrorState } from '../page/states.tsx';
import { Status, type Tone } from '../page/status.tsx';
import { Section } from '../record/fact-list.tsx';
import { useSearchState } from '../use-search.ts';
import { failureOf, type ServerBatch, type ServerReport } from './server-report.ts';
import { batchesQuery } from './use-importing.ts';
import './import.css';

const reason = { key: 'reason', kind: 'long-text', label: '撤销理由', required: true, maxLength: 500, help: '写入审计记录' } as const;

const standing: Readonly<Record<ServerBatch['status'], readonly [word: string, tone: Tone]>> = {
  checked: ['已核对，未写入', 'wait'],
  committed: ['已写入', 'good'],
  undone: ['已撤销', 'off'],
};

/** When records were changed since, they are named, and the rest can still be taken back. */
function Undoing({
  base,
  batch,
  refresh,
  onClose,
}: {
  base: string;
  batch: ServerBatch;
  refresh: () => Promise<unknown>;
  onClose: () => void;
}) {
  const [blocked, setBlocked] = useState<{ readonly why: string; readonly reason: unknown } | undefined>();
  const undo = async (reason: unknown, partial: boolean): Promise<string> => {
    try {
      const report = await call<ServerReport>('POST', `${base}/imports/${batch.id}/undo`, { body: { reason, partial } });
      await refresh();
      return report.says;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'UNDO_BLOCKED') setBlocked({ why: failureOf(error), reason });
      throw error;
    }
  };
  return (
    <EntryForm
      key={blocked === undefined ? 'whole' : 'partial'}
      label="撤销导入"
      fields={[reason]}
      initial={{ reason: blocked?.reason }}
      consequence={blocked?.why ?? `将撤销“${batch.fileName}”的导入：新增的删除，更新的恢复原样。`}
      send={blocked === undefined ? '确认撤销' : '只撤销没有变化的记录'}
      isGrave
      run={({ reason }) => undo(reason, blocked !== undefined)}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

function BatchRow({ base, batch, onUndo }: { base: string; batch: ServerBatch; onUndo: () => void }) {
  const { message } = App.useApp();
  const [, change] = useSearchState();
  const [word, tone] = standing[batch.status];
  const fetchMarked = () => void download(`${base}/imports/${batch.id}/marked`).catch((error: unknown) => message.error(messageOf(error)));
  return (
    <tr>
      <td className="kc-nowrap">{formatInstant(batch.committedAt ?? batch.checkedAt)}</td>
      <td>{batch.kindName}</td>
      <td>{batch.fileName}</td>
      <td>
        新增 {batch.counts.new}，更新 {batch.counts.changed}，一致 {batch.counts.same}
        {batch.faultyRows > 0 && `，有误 ${batch.faultyRows} 行`}
      </td>
      <td>
        <Status tone={tone}>{word}</Status>
        {batch.undoReason && <small>{batch.undoReason}</small>}
      </td>
      <td>{batch.undoneBy ?? batch.committedBy ?? batch.by}</td>
      <td>
        <div className="kc-batch-actions">
          {batch.faultyRows > 0 && (
            <button type="button" className="kc-link-button" onClick={fetchMarked}>
              标注文件
            </button>
          )}
          {batch.status === 'checked' && batch.counts.new + batch.counts.changed > 0 && (
            <button type="button" className="kc-link-button" onClick={() => change({ kind: batch.kind, batch: batch.id })}>
              继续
            </button>
          )}
          {batch.status === 'committed' && (
            <button type="button" className="kc-link-button" onClick={onUndo}>
              撤销
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

interface ImportHistoryProps {
  readonly base: string;
  /** Only batches of this kind; all where absent. */
  readonly kind?: string;
  readonly refresh: () => Promise<unknown>;
  /** The batch that is being taken back. */
  readonly undoing: string | undefined;
  readonly onUndo: (batch: string | undefined) => void;
}

export function ImportHistory({ base, kind, refresh, undoing: asked, onUndo }: ImportHistoryProps) {
  const batches = useQuery(batchesQuery(base));
  if (batches.error) return <ErrorState error={batches.error} onRetry={() => void batches.refetch()} />;
  const rows = (batches.data ?? []).filter((batch) => kind === undefined || batch.kind === kind);
  const undoing = rows.find((batch) => batch.id === asked && batch.status === 'committed');
  return (
    <Section title="导入记录" note={rows.length === 0 ? undefined : `最近 ${rows.length} 批`}>
      {undoing && <Undoing key={undoing.id} base={base} batch={undoing} refresh={refresh} onClose={() => onUndo(undefined)} />}
      {rows.length === 0 ? (
        <p className="kc-none">还没有导入过</p>
      ) : (
        <div className="kc-batches-scroll">
          <table className="kc-batches">
            <thead>
              <tr>
                <th scope="col">时间</th>
                <th scope="col">种类</th>
                <th scope="col">文件</th>
                <th scope="col">结果</th>
                <th scope="col">状态</th>
                <th scope="col">操作人</th>
                <th scope="col">操作</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((batch) => (
                <BatchRow key={batch.id} base={base} batch={batch} onUndo={() => onUndo(batch.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
