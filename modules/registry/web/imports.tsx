// Imports of parties, figures and titles: choose what, drop the file, look at what will happen, write, and take it back if it was a mistake.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Select } from 'antd';
import { useState } from 'react';
import { ApiError, call, download, messageOf, upload } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { ImportPage, type ImportState } from '#ui/importing/import-page.tsx';
import { AppLink } from '#ui/link.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { ImportList, ImportReport } from '../wire.ts';
import { EntryForm } from './entry-form.tsx';
import { reportOf } from './import-report.ts';
import { type Names, useNames } from './known.tsx';
import { reasonFields } from './party-fields.ts';
import { importsQuery, refreshParties } from './queries.ts';
import './registry.css';

type Options = Readonly<Record<string, string>>;
type Kind = Names['known']['imports'][number];

const failureOf = (error: unknown): string => {
  const details = error instanceof ApiError ? error.details.slice(0, 5).map((detail) => `${detail.where} ${detail.message}`) : [];
  return [messageOf(error), ...details].join('；');
};

function useImporting(kind: string, options: Options) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [state, setState] = useState<ImportState>({ step: 'choose' });
  const [report, setReport] = useState<ImportReport | undefined>();
  const fail = (error: unknown) => void message.error(messageOf(error));
  const onFile = async (file: File) => {
    setState({ step: 'reading', fileName: file.name, share: 0 });
    try {
      const onProgress = (share: number) => setState({ step: 'reading', fileName: file.name, share });
      const read = await upload<ImportReport>('/registry/imports', file, {
        fields: { kind, options: JSON.stringify(options) },
        onProgress,
      });
      setReport(read);
      setState({ step: 'report', report: reportOf(read) });
      void client.invalidateQueries({ queryKey: importsQuery.queryKey });
    } catch (error) {
      setState({ step: 'choose', failure: failureOf(error) });
    }
  };
  const onWrite = async (read: ImportReport) => {
    setState({ step: 'writing', report: reportOf(read), share: null });
    try {
      const written = await call<ImportReport>('POST', `/registry/imports/${read.id}/commit`, { body: { skipWrong: read.faultyRows > 0 } });
      setReport(written);
      await refreshParties(client);
      setState({ step: 'done', report: reportOf(written), summary: written.says, undo: 'offered' });
    } catch (error) {
      setState({ step: 'report', report: reportOf(read), failure: failureOf(error) });
    }
  };
  return {
    state,
    batch: report?.id,
    onFile: (file: File) => void onFile(file),
    onWrite: () => {
      if (report !== undefined) void onWrite(report);
    },
    onTemplate: () => void download(`/registry/import-templates/${kind}`).catch(fail),
    onMarkedUp: () => void download(`/registry/imports/${report?.id ?? ''}/marked`).catch(fail),
    onRestart: () => setState({ step: 'choose' }),
  };
}

const thisYear = new Date().getFullYear();

function Choices({
  kind,
  options,
  names,
  onChange,
}: {
  kind: string;
  options: Options;
  names: Names;
  onChange: (options: Options) => void;
}) {
  const pick = (key: string, label: string, choices: readonly { value: string; label: string }[], placeholder: string) => (
    <>
      <label htmlFor={`rg-${key}`}>{label}</label>
      <Select
        id={`rg-${key}`}
        style={{ minWidth: 160 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={placeholder}
        value={options[key]}
        options={[...choices]}
        onChange={(value: string | undefined) => onChange({ ...options, [key]: value ?? '' })}
      />
    </>
  );
  if (kind === 'finance') {
    const years = Array.from({ length: 12 }, (_, back) => String(thisYear - 1 - back)).map((year) => ({
      value: year,
      label: `${year} 年`,
    }));
    const sources = names.known.sources.map(({ code, name }) => ({ value: code, label: name }));
    return (
      <div className="rg-choose">
        {pick('year', '年度', years, '以表中“年度”列为准')}
        {pick('source', '来源', sources, '以表中“来源”列为准')}
      </div>
    );
  }
  if (kind === 'titles') {
    const titles = names.known.titles.map(({ kind: value, name }) => ({ value, label: name }));
    const overlaps = [
      { value: 'refuse', label: '报错，不写入' },
      { value: 'supersede', label: '以新证书替代原有的' },
    ];
    return (
      <div className="rg-choose">
        {pick('title', '资质', titles, '以表中“资质名称”列为准')}
        {pick('overlap', '有效期重叠时', overlaps, '报错，不写入')}
      </div>
    );
  }
  return null;
}

const standing: Readonly<Record<string, readonly [word: string, tone: Tone]>> = {
  checked: ['已核对，未写入', 'wait'],
  committed: ['已写入', 'good'],
  undone: ['已撤销', 'off'],
};

type Batch = ImportList['rows'][number];

function Undoing({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const client = useQueryClient();
  const [blocked, setBlocked] = useState<string | undefined>();
  const undo = async (reason: unknown, partial: boolean): Promise<string> => {
    try {
      const report = await call<ImportReport>('POST', `/registry/imports/${batch.id}/undo`, { body: { reason, partial } });
      await refreshParties(client);
      return report.says;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'UNDO_BLOCKED') setBlocked(failureOf(error));
      throw error;
    }
  };
  return (
    <EntryForm
      key={blocked === undefined ? 'whole' : 'partial'}
      label="撤销导入"
      fields={reasonFields('撤销理由', '写入审计记录')}
      consequence={blocked ?? `将撤销“${batch.fileName}”的导入：新增的删除，更新的恢复原样。`}
      send={blocked === undefined ? '确认撤销' : '只撤销没有变化的记录'}
      isGrave
      run={({ reason }) => undo(reason, blocked !== undefined)}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

function History({ undoing: asked, onUndo }: { undoing: string | undefined; onUndo: (batch: string | undefined) => void }) {
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
              {rows.map((batch) => {
                const [word, tone] = standing[batch.status] ?? [batch.status, 'plain'];
                return (
                  <tr key={batch.id}>
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
                          <button type="button" className="rg-link" onClick={() => void download(`/registry/imports/${batch.id}/marked`)}>
                            标注文件
                          </button>
                        )}
                        {batch.status === 'committed' && (
                          <button type="button" className="rg-link" onClick={() => onUndo(batch.id)}>
                            撤销
                          </button>
                        )}
                      </div>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Importing({ kind, names }: { kind: Kind; names: Names }) {
  const [, change] = useSearchState();
  const [options, setOptions] = useState<Options>({});
  const { batch, ...importing } = useImporting(kind.kind, options);
  const [undoing, setUndoing] = useState<string | undefined>();
  const isAtRest = importing.state.step === 'choose' || importing.state.step === 'done';
  return (
    <>
      <ImportPage
        title="批量导入"
        parent={{ label: '主体', href: '/registry/parties' }}
        lead={
          <>
            <Select
              aria-label="导入什么"
              value={kind.kind}
              style={{ width: 140, marginRight: 12 }}
              options={names.known.imports.map(({ kind: value, name }) => ({ value, label: name }))}
              onChange={(value) => change({ kind: value }, { replace: true })}
            />
            {kind.says}
            {isAtRest && <Choices kind={kind.kind} options={options} names={names} onChange={setOptions} />}
          </>
        }
        {...importing}
        {...(batch !== undefined && undoing === undefined ? { onUndo: () => setUndoing(batch) } : {})}
        doneHref={
          kind.kind === 'parties' && batch !== undefined ? (
            <AppLink href={`/registry/parties?view=custom&batch=${batch}`}>查看导入的主体</AppLink>
          ) : (
            <AppLink href="/registry/parties">查看主体</AppLink>
          )
        }
      />
      {isAtRest && (
        <div className="kc-page">
          <History undoing={undoing} onUndo={setUndoing} />
        </div>
      )}
    </>
  );
}

export default function ImportsPage() {
  const { names, error, retry } = useNames();
  const [search] = useSearchState();
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (names === undefined) return <PageSkeleton />;
  const kinds = names.known.imports;
  const kind = kinds.find((each) => each.kind === search.kind) ?? kinds[0];
  return kind === undefined ? <ErrorState error={new Error('没有可用的导入')} /> : <Importing key={kind.kind} kind={kind} names={names} />;
}
