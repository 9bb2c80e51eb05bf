// The way of an import through the server: check a file, write what was checked, fetch template and marked-up file. One for all modules.
import { type QueryClient, queryOptions, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call, download, messageOf, upload } from '../api.ts';
import { attend, newTicket, throughWork, ticketHeaders, type WorkTicket } from '../long-work/own-work.ts';
import { useIsHere } from '../long-work/use-is-here.ts';
import { useSaying } from '../long-work/use-saying.ts';
import { useSearchState } from '../use-search.ts';
import type { ImportState } from './import-state.ts';
import { failureOf, reportOf, type ServerBatch, type ServerReport } from './server-report.ts';

/** Batches of a module, by the address of its actions: `/registry`. */
export const batchesQuery = (base: string) =>
  queryOptions({
    queryKey: [base.slice(1), 'imports'],
    queryFn: async ({ signal }) => (await call<{ rows: readonly ServerBatch[] }>('GET', `${base}/imports`, { signal })).rows,
  });

const batchQuery = (base: string, id: string | undefined) =>
  queryOptions({
    queryKey: [base.slice(1), 'import', id],
    queryFn: ({ signal }) => call<ServerReport>('GET', `${base}/imports/${id}`, { signal }),
    enabled: id !== undefined,
  });

export interface ImportingProps {
  readonly base: string;
  readonly kind: string;
  readonly options: Readonly<Record<string, string>>;
  /** After something was written: what is shown is asked anew. */
  readonly refresh: () => Promise<unknown>;
}

/** Where a batch stands is where its import goes on, whoever comes back to it. */
function stateOf(read: ServerReport): ImportState {
  const report = reportOf(read);
  if (read.status === 'checked') return { step: 'report', report };
  return { step: 'done', report, summary: read.says, undo: read.status === 'committed' ? 'offered' : 'undone' };
}

/** Where the import stands by the batch that the address names, if it names one. */
function standingOf(batch: UseQueryResult<ServerReport>): ImportState {
  if (batch.error !== null) return { step: 'choose', failure: messageOf(batch.error) };
  if (batch.data !== undefined) return stateOf(batch.data);
  return batch.isLoading ? { step: 'reading', fileName: '', share: 1, says: '正在打开这一批' } : { step: 'choose' };
}

/** The page of a batch, where what came of long work will be found; of a file just sent the batch is not known yet. */
const pageOf = (kind: string, batch = '{ref}'): string => `${window.location.pathname}?kind=${kind}&batch=${batch}`;

const sendFile = (
  client: QueryClient,
  { base, kind, options }: ImportingProps,
  file: File,
  ticket: WorkTicket,
  sent: (share: number) => void,
) =>
  throughWork(
    client,
    ticket,
    () => {
      const fields = { kind, options: JSON.stringify(options) };
      return upload<ServerReport>(`${base}/imports`, file, { fields, onProgress: sent, headers: ticketHeaders(ticket) });
    },
    ({ ref }) => call<ServerReport>('GET', `${base}/imports/${ref ?? ''}`),
  );

const sendCommit = (client: QueryClient, { base }: ImportingProps, read: ServerReport, ticket: WorkTicket) =>
  throughWork(
    client,
    ticket,
    () =>
      call<ServerReport>('POST', `${base}/imports/${read.id}/commit`, {
        body: { skipWrong: read.faultyRows > 0 },
        headers: ticketHeaders(ticket),
      }),
    ({ ref }) => call<ServerReport>('GET', `${base}/imports/${ref ?? ''}`),
  );

export function useImporting(props: ImportingProps) {
  const { base, kind, refresh } = props;
  const client = useQueryClient();
  const { message } = App.useApp();
  const [search, change] = useSearchState();
  const [busy, setBusy] = useState<ImportState | undefined>();
  const [ticket, setTicket] = useState<WorkTicket | undefined>();
  const says = useSaying(ticket, pageOf(kind, search.batch));
  const batch = useQuery(batchQuery(base, search.batch));
  // Work that was begun here before, and has ended while nobody waited for its answer.
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && says === undefined) void client.invalidateQueries({ queryKey: [base.slice(1)] });
    wasRunning.current = says !== undefined;
  }, [says, base, client]);
  // Whoever has gone elsewhere must not find the address of that page changed.
  const isHere = useIsHere();
  const fail = (error: unknown) => void message.error(messageOf(error));
  const begin = (known?: string): WorkTicket => {
    const next = newTicket(pageOf(kind, known));
    setTicket(next);
    return next;
  };
  const show = (read: ServerReport, of: WorkTicket) => {
    client.setQueryData(batchQuery(base, read.id).queryKey, read);
    void client.invalidateQueries({ queryKey: batchesQuery(base).queryKey });
    if (!isHere.current) return;
    attend(of);
    change({ batch: read.id }, { replace: true });
    setBusy(undefined);
  };
  const onFile = async (file: File) => {
    const sent = (share: number) => setBusy({ step: 'reading', fileName: file.name, share });
    sent(0);
    const own = begin();
    try {
      show(await sendFile(client, props, file, own, sent), own);
    } catch (error) {
      if (isHere.current) attend(own);
      setBusy({ step: 'choose', failure: failureOf(error) });
    }
  };
  const onWrite = async (read: ServerReport) => {
    setBusy({ step: 'writing', report: reportOf(read), share: null });
    const own = begin(read.id);
    try {
      const written = await sendCommit(client, props, read, own);
      await refresh();
      show(written, own);
    } catch (error) {
      if (isHere.current) attend(own);
      setBusy({ step: 'report', report: reportOf(read), failure: failureOf(error) });
    }
  };
  const standing = standingOf(batch);
  const goesOn = standing.step === 'report' && says !== undefined;
  const state: ImportState = busy ?? (goesOn ? { step: 'writing', report: standing.report, share: null } : standing);
  const isRunning = state.step === 'reading' || state.step === 'writing';
  return {
    state: isRunning && says !== undefined && says !== '' ? { ...state, says } : state,
    batch: batch.data?.id,
    onFile: (file: File) => void onFile(file),
    onWrite: () => {
      if (batch.data !== undefined) void onWrite(batch.data);
    },
    onTemplate: () => void download(`${base}/import-templates/${kind}`).catch(fail),
    onMarkedUp: () => void download(`${base}/imports/${batch.data?.id ?? ''}/marked`).catch(fail),
    onRestart: () => {
      setBusy(undefined);
      change({ batch: undefined }, { replace: true });
    },
  };
}

/** A batch taken back below, or by a colleague, is told so above; the list of batches knows. */
export function useStanding(base: string, state: ImportState, batch: string | undefined): ImportState {
  const status = useQuery(batchesQuery(base)).data?.find((each) => each.id === batch)?.status;
  return state.step === 'done' && status === 'undone' ? { ...state, undo: 'undone' } : state;
}
