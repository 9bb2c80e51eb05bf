// The way of an import through the server: check a file, write what was checked, fetch template and marked-up file. One for all modules.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { call, download, messageOf, upload } from '../api.ts';
import type { ImportState } from './import-state.ts';
import { failureOf, reportOf, type ServerBatch, type ServerReport } from './server-report.ts';

/** Batches of a module, by the address of its actions: `/registry`. */
export const batchesQuery = (base: string) =>
  queryOptions({
    queryKey: [base.slice(1), 'imports'],
    queryFn: async ({ signal }) => (await call<{ rows: readonly ServerBatch[] }>('GET', `${base}/imports`, { signal })).rows,
  });

export interface ImportingProps {
  readonly base: string;
  readonly kind: string;
  readonly options: Readonly<Record<string, string>>;
  /** After something was written: what is shown is asked anew. */
  readonly refresh: () => Promise<unknown>;
}

export function useImporting({ base, kind, options, refresh }: ImportingProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [state, setState] = useState<ImportState>({ step: 'choose' });
  const [report, setReport] = useState<ServerReport | undefined>();
  const fail = (error: unknown) => void message.error(messageOf(error));
  const onFile = async (file: File) => {
    setState({ step: 'reading', fileName: file.name, share: 0 });
    try {
      const onProgress = (share: number) => setState({ step: 'reading', fileName: file.name, share });
      const fields = { kind, options: JSON.stringify(options) };
      const read = await upload<ServerReport>(`${base}/imports`, file, { fields, onProgress });
      setReport(read);
      setState({ step: 'report', report: reportOf(read) });
      void client.invalidateQueries({ queryKey: batchesQuery(base).queryKey });
    } catch (error) {
      setState({ step: 'choose', failure: failureOf(error) });
    }
  };
  const onWrite = async (read: ServerReport) => {
    setState({ step: 'writing', report: reportOf(read), share: null });
    try {
      const written = await call<ServerReport>('POST', `${base}/imports/${read.id}/commit`, { body: { skipWrong: read.faultyRows > 0 } });
      setReport(written);
      await refresh();
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
    onTemplate: () => void download(`${base}/import-templates/${kind}`).catch(fail),
    onMarkedUp: () => void download(`${base}/imports/${report?.id ?? ''}/marked`).catch(fail),
    onRestart: () => setState({ step: 'choose' }),
  };
}

/** A batch taken back below, or by a colleague, is told so above; the list of batches knows. */
export function useStanding(base: string, state: ImportState, batch: string | undefined): ImportState {
  const status = useQuery(batchesQuery(base)).data?.find((each) => each.id === batch)?.status;
  return state.step === 'done' && status === 'undone' ? { ...state, undo: 'undone' } : state;
}
