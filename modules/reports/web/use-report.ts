// An opened report and what can be done with its figures: shown at once, confirmed by the server, taken back with a reason if it refuses.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { useMay } from '#ui/session.ts';
import { type Done, type FactsBody, type FigureView, MOST_AT_ONCE, type OpenDocument } from '../wire.ts';
import { auditKey, documentKey, documentQuery, merged } from './queries.ts';

export interface Said {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

export interface ReportWork {
  readonly id: string;
  /** What happened last, for the line that says so. */
  readonly said: Said | null;
  readonly mayWrite: boolean;
  readonly mayAccept: boolean;
  accept(figures: readonly FigureView[]): Promise<boolean>;
  setAside(figures: readonly FigureView[], isIgnored: boolean): Promise<boolean>;
  withdraw(figures: readonly FigureView[], reason: string): Promise<boolean>;
  correct(figure: FigureView, facts: FactsBody | null, indicator: string | null): Promise<boolean>;
  add(span: { start: number; end: number }, facts: FactsBody, indicator: string | null): Promise<FigureView | undefined>;
  say(said: Said | null): void;
}

type Deed = 'accept' | 'ignore' | 'restore' | 'withdraw' | 'figures' | `figures/${number}`;
type Send = (deed: Deed, body: unknown, foreseen?: readonly FigureView[]) => Promise<Done | undefined>;

/** Puts figures into what the page knows of the document. */
function put(client: QueryClient, id: string, figures: readonly FigureView[], counts?: Done['counts']): void {
  client.setQueryData<OpenDocument>(documentKey(id), (open) =>
    open === undefined ? open : merged(open, { says: '', counts: counts ?? open.document.counts, figures: [...figures] }),
  );
}

function useSend(id: string, say: ReportWork['say']): Send {
  const client = useQueryClient();
  return useCallback<Send>(
    async (deed, body, foreseen = []) => {
      const before = new Map(client.getQueryData<OpenDocument>(documentKey(id))?.figures.map((figure) => [figure.ordinal, figure]));
      put(client, id, foreseen);
      try {
        const method = deed.startsWith('figures/') ? 'PUT' : 'POST';
        const done = await call<Done>(method, `/reports/documents/${id}/${deed}`, { body });
        put(client, id, done.figures, done.counts);
        say({ tone: 'good', text: done.says });
        // What is accepted or taken back says the same as before; only a changed figure may upset the arithmetic.
        if (deed !== 'accept' && deed !== 'withdraw') void client.invalidateQueries({ queryKey: auditKey(id) });
        void client.invalidateQueries({ queryKey: ['list', 'reports.documents'] });
        return done;
      } catch (error) {
        put(
          client,
          id,
          foreseen.flatMap(({ ordinal }) => before.get(ordinal) ?? []),
        );
        say({ tone: 'bad', text: messageOf(error) });
        // What a colleague changed meanwhile is fetched, so that the next try sees it.
        void client.invalidateQueries({ queryKey: documentKey(id) });
        return undefined;
      }
    },
    [client, id, say],
  );
}

const ordinalsOf = (figures: readonly FigureView[]): number[] => figures.map(({ ordinal }) => ordinal);

/** How a figure will look once the server has agreed. */
const asAside = (figure: FigureView, isIgnored: boolean): FigureView => ({
  ...figure,
  status: isIgnored ? 'ignored' : figure.corrected === null ? 'read' : 'corrected',
});
const asAccepted = (figure: FigureView): FigureView => ({ ...figure, status: 'accepted' });

const deedsWith = (send: Send): Pick<ReportWork, 'accept' | 'setAside' | 'withdraw' | 'correct' | 'add'> => ({
  accept: async (all) => {
    const some = all.slice(0, MOST_AT_ONCE);
    const figures = some.map(({ ordinal, tie, version }) => ({ ordinal, indicator: tie.indicator, version }));
    return (await send('accept', { figures }, some.map(asAccepted))) !== undefined;
  },
  setAside: async (all, isIgnored) => {
    const some = all.slice(0, MOST_AT_ONCE);
    const foreseen = some.map((figure) => asAside(figure, isIgnored));
    return (await send(isIgnored ? 'ignore' : 'restore', { ordinals: ordinalsOf(some) }, foreseen)) !== undefined;
  },
  withdraw: async (figures, reason) => (await send('withdraw', { ordinals: ordinalsOf(figures), reason })) !== undefined,
  correct: async ({ ordinal, version }, facts, indicator) =>
    (await send(`figures/${ordinal}`, { facts, indicator, version })) !== undefined,
  add: async (span, facts, indicator) => (await send('figures', { ...span, facts, indicator }))?.figures[0],
});

export function useReport(id: string) {
  const query = useQuery(documentQuery(id));
  const [said, say] = useState<Said | null>(null);
  const mayWrite = useMay('reports/report:write');
  const mayPost = useMay('figures/entry:post');
  const send = useSend(id, say);
  const work = useMemo<ReportWork>(
    () => ({ id, said, say, mayWrite, mayAccept: mayWrite && mayPost, ...deedsWith(send) }),
    [id, said, mayWrite, mayPost, send],
  );
  return { query, work };
}
