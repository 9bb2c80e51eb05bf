// Batches of imports: what each has done, its marked-up file, and the way to take it back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { ApiError, call, download, messageOf } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { ErrorState } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { ImportList, ImportReport } from '../wire.ts';
import { EntryForm } from './entry-form.tsx';
import { failureOf } from './import-report.ts';
import { reasonFields } from './party-fields.ts';
import { importsQuery, refreshParties } from './queries.ts';
import './registry.css';

type Batch = ImportList['rows'][number];

const standing: Readonly<Record<Batch['status'], readonly [word: string, tone: Tone]>> = {
  checked: ['已核对，未写入', 'wait'],
  committed: ['已写入', 'good'],
  undone: ['已撤销', 'off'],
};

/** When records were changed since, they are named, and the rest can still be taken back. */
function Undoing({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const client = useQueryClient();
  const [blocked, setBlocked] = useState<{ readonly why: string; readonly reason: unknown } | undefined>();
  const undo = async (reason: unknown, partial: boolean): Promise<string> => {
    try {
      const report = await call<ImportReport>('POST', `/registry/imports/${batch.id}/undo`, { body: { reason, partial } });
      await refreshParties(client);
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
      fields={reasonFields('撤销理由', '写入审计记录')}
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

function BatchRow({ batch, onUndo }: { batch: Batch; onUndo: () => void }) {
  const { message } = App.useApp();
  const [word, tone] = standing[batch.status];
  const fetchMarked = () =>
    void download(`/registry/imports/${batch.id}/marked`).catch((error: unknown) => message.error(messageOf(error)));
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
        <div className="rg-actions">
          {batch.faultyRows > 0 && (
            <button type="button" className="rg-link" onClick={fetchMarked}>
              标注文件
            </button>
          )}
          {batch.status === 'committed' && (
            <button type="button" className="rg-link" onClick={onUndo}>
              撤销
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

interface ImportHistoryProps {
  /** The batch that is being taken back. */
  readonly undoing: string | undefined;
  readonly onUndo: (batch: string | undefined) => void;
}

export function ImportHistory({ undoing: asked, onUndo }: ImportHistoryProps) {
  const batches = useQuery(importsQuery);
  if (batches.error) return <ErrorState error={batches.error} onRetry={() => void batches.refetch()} />;
  const rows = batches.data ?? [];
  const undoing = rows.find((batch) => batch.id === asked && batch.status === 'committed');
  return (
    <Section title="导入记录" note={rows.length === 0 ? undefined : `最近 ${rows.length} 批`}>
      {undoing && <Undoing key={undoing.id} batch={undoing} onClose={() => onUndo(undefined)} />}
      {rows.length === 0 ? (
        <p className="kc-none">还没有导入过</p>
      ) : (
        <div className="rg-scroll">
          <table className="rg-table">
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
                <BatchRow key={batch.id} batch={batch} onUndo={() => onUndo(batch.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
