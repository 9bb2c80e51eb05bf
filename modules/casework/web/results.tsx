// Imports an authority's result list: what was understood, what is wrong by cell, which cases end and how; and why applications failed.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Select } from 'antd';
import { useState } from 'react';
import { ApiError, call, download, messageOf, upload } from '#ui/api.ts';
import { ImportPage, type ImportReport, type ImportState } from '#ui/importing/import-page.tsx';
import { AppLink } from '#ui/link.tsx';
import { attend, newTicket, throughWork, ticketHeaders } from '#ui/long-work/own-work.ts';
import { useIsHere } from '#ui/long-work/use-is-here.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { today, useCatalogue } from './knowledge.tsx';
import { consequenceWords, type DryRun, type Imported, reportOf, type Which } from './result-report.ts';
import './casework.css';

interface Option extends Which {
  readonly key: string;
  readonly name: string;
}

/** Dossiers that wait for an authority's list. */
function useExternal(): readonly Option[] {
  return useCatalogue().programmes.flatMap((programme) =>
    programme.dossiers
      .filter((dossier) => dossier.stages.some((stage) => stage.kind === 'external'))
      .map((dossier) => ({ key: `${programme.id}/${dossier.id}`, name: dossier.name, programme: programme.id, dossier: dossier.id })),
  );
}

interface Reasons {
  readonly rows: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  readonly refused: number;
}

function ReasonBars({ which, rows }: { which: Which; rows: Reasons['rows'] }) {
  const top = Math.max(...rows.map((row) => row.count));
  return (
    <table className="cw-queue">
      <thead>
        <tr>
          <th scope="col">原因</th>
          <th scope="col" className="kc-num">
            件数
          </th>
          <td className="cw-bar" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <td>
              <AppLink href={`/casework/cases?view=custom&status=refused&programme=${which.programme}&reason=${row.code}`}>
                {row.code} {row.name}
              </AppLink>
            </td>
            <td className="kc-num">{row.count}</td>
            <td className="cw-bar" aria-hidden="true">
              <i style={{ width: `${(row.count / top) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const years = (last: number): number[] => Array.from({ length: 6 }, (_, back) => last - back);

function RefusalReasons({ which }: { which: Which }) {
  const thisYear = Number(today().slice(0, 4));
  const [search, change] = useSearchState();
  const asked = Number(search.year);
  const year = years(thisYear).includes(asked) ? asked : thisYear;
  const query = { programme: which.programme, dossier: which.dossier, year };
  const reasons = useQuery({
    queryKey: ['casework', 'reasons', query],
    queryFn: ({ signal }) => call<Reasons>('GET', '/casework/refusal-reasons', { query, signal }),
  });
  if (reasons.error) return <ErrorState error={reasons.error} onRetry={() => void reasons.refetch()} />;
  if (!reasons.data) return null;
  const { rows, refused } = reasons.data;
  return (
    <Section
      title={`${year} 年未通过原因`}
      note={refused > 0 ? `未通过 ${refused} 件，一件可有多个原因` : undefined}
      action={
        <Select
          size="small"
          aria-label="年度"
          value={year}
          options={years(thisYear).map((value) => ({ value, label: `${value} 年` }))}
          onChange={(value) => change({ year: String(value) }, { replace: true })}
        />
      }
    >
      {rows.length === 0 ? (
        <p className="kc-none">{refused > 0 ? '未通过的办件没有写明原因。' : '这一年没有未通过的办件。'}</p>
      ) : (
        <ReasonBars which={which} rows={rows} />
      )}
    </Section>
  );
}

function useImport(which: Which) {
  const [name, setName] = useState('');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [state, setState] = useState<ImportState>({ step: 'choose' });
  const [read, setRead] = useState<DryRun | undefined>();
  const isHere = useIsHere();
  const fail = (error: unknown) => void message.error(messageOf(error));
  const onFile = async (file: File) => {
    setState({ step: 'reading', fileName: file.name, share: 0 });
    try {
      const fields = { programme: which.programme, dossier: which.dossier };
      const onProgress = (share: number) => setState({ step: 'reading', fileName: file.name, share });
      const dryRun = await upload<DryRun>('/casework/result-lists/check', file, { fields, onProgress });
      setRead(dryRun);
      // Most lists are named by their file; the officer may say it better.
      setName(file.name.replace(/\.[^.]+$/, ''));
      setState({ step: 'report', report: reportOf(dryRun) });
    } catch (error) {
      setState({ step: 'choose', failure: messageOf(error) });
    }
  };
  const onWrite = async (report: ImportReport) => {
    if (read === undefined) return;
    if (name.trim().length < 2) {
      setState({ step: 'report', report, failure: '请先填写名单名称，例如：2026年第一批认定名单' });
      return;
    }
    setState({ step: 'writing', report, share: null });
    try {
      const body = { ...which, sha256: read.sha256, fileName: read.fileName, name: name.trim(), skipFaulty: read.faultCount > 0 };
      const ticket = newTicket(`/casework/cases?view=custom&programme=${which.programme}`);
      const send = () => call<Imported>('POST', '/casework/result-lists', { body, headers: ticketHeaders(ticket) });
      const { says } = await throughWork(client, ticket, send, (work) => Promise.resolve(work));
      if (isHere.current) attend(ticket);
      await client.invalidateQueries({ predicate: ({ queryKey }) => ['casework', 'counts', 'list'].includes(String(queryKey[0])) });
      setState({ step: 'done', report, summary: says, undo: 'closed' });
    } catch (error) {
      const details = error instanceof ApiError ? error.details.slice(0, 5).map((detail) => detail.message) : [];
      setState({ step: 'report', report, failure: [messageOf(error), ...details].join('；') });
    }
  };
  return {
    name,
    setName,
    consequence: () => (read === undefined ? '' : consequenceWords(read)),
    state,
    onFile: (file: File) => void onFile(file),
    onWrite: () => {
      if (state.step === 'report') void onWrite(state.report);
    },
    onTemplate: () => void download('/casework/result-lists/template', { query: { ...which } }).catch(fail),
    onMarkedUp: () => void download('/casework/result-lists/marked', { query: { ...which, sha256: read?.sha256 ?? '' } }).catch(fail),
    onRestart: () => setState({ step: 'choose' }),
  };
}

function Importing({ which, options }: { which: Option; options: readonly Option[] }) {
  const [, change] = useSearchState();
  const { name, setName, ...importing } = useImport({ programme: which.programme, dossier: which.dossier });
  return (
    <>
      <ImportPage
        title="导入结果名单"
        parent={{ label: '办件', href: '/casework/cases' }}
        lead={
          <>
            上级公布的认定结果按统一社会信用代码、再按企业名称对应到等待结果的办件。事项：
            {options.length === 1 ? (
              which.name
            ) : (
              <Select
                size="small"
                aria-label="事项"
                value={which.key}
                options={options.map((option) => ({ value: option.key, label: option.name }))}
                onChange={(key) => change({ for: key })}
              />
            )}
          </>
        }
        {...importing}
        asks={
          <div className="cw-list-name">
            <label htmlFor="list-name">名单名称</label>
            <Input
              id="list-name"
              value={name}
              maxLength={100}
              placeholder="例如：2026年第一批认定名单"
              onChange={(event) => setName(event.target.value)}
            />
          </div>
        }
        doneHref={
          <AppLink href={`/casework/cases?view=custom&status=granted,refused&programme=${which.programme}`}>查看已办结的办件</AppLink>
        }
      />
      {(importing.state.step === 'choose' || importing.state.step === 'done') && (
        <div className="kc-page">
          <RefusalReasons which={which} />
        </div>
      )}
    </>
  );
}

export default function Results() {
  const options = useExternal();
  const [search] = useSearchState();
  const which = options.find((option) => option.key === search.for) ?? options[0];
  if (which === undefined)
    return (
      <div className="kc-page">
        <PageHead title="导入结果名单" />
        <EmptyState title="没有由上级认定的事项" how="有由上级认定环节的事项才需要导入结果名单。" />
      </div>
    );
  return <Importing key={which.key} which={which} options={options} />;
}
