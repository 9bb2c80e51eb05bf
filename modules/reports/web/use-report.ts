// An opened report and what can be done with its figures: shown at once, confirmed by the server, taken back with a reason if it refuses.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { useMay } from '#ui/session.ts';
import type { Done, FactsBody, FigureView, OpenDocument } from '../wire.ts';
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

/** How a figure will look once the server has agreed. */
const asAside = (figure: FigureView, isIgnored: boolean): FigureView => ({
  ...figure,
  status: isIgnored ? 'ignored' : figure.corrected === null ? 'read' : 'corrected',
});

export function useReport(id: string) {
  const query = useQuery(documentQuery(id));
  const client = useQueryClient();
  const [said, say] = useState<Said | null>(null);
  const mayWrite = useMay('reports/report:write');
  const mayPost = useMay('figures/entry:post');
  const mayAccept = mayWrite && mayPost;

  const send = useCallback(
    async (method: 'POST' | 'PUT', path: string, body: unknown, foreseen: readonly FigureView[] = []): Promise<Done | undefined> => {
      const key = documentKey(id);
      const before = new Map(client.getQueryData<OpenDocument>(key)?.figures.map((figure) => [figure.ordinal, figure]));
      const put = (figures: readonly FigureView[], done?: Done) =>
        client.setQueryData<OpenDocument>(key, (open) =>
          open === undefined ? open : merged(open, { says: '', counts: done?.counts ?? open.document.counts, figures: [...figures] }),
        );
      put(foreseen);
      try {
        const done = await call<Done>(method, `/reports/documents/${id}${path}`, { body });
        put(done.figures, done);
        say({ tone: 'good', text: done.says });
        void client.invalidateQueries({ queryKey: auditKey(id) });
        void client.invalidateQueries({ queryKey: ['list', 'reports.documents'] });
        return done;
      } catch (error) {
        put(foreseen.flatMap(({ ordinal }) => before.get(ordinal) ?? []));
        say({ tone: 'bad', text: messageOf(error) });
        // What a colleague changed meanwhile is fetched, so that the next try sees it.
        void client.invalidateQueries({ queryKey: key });
        return undefined;
      }
    },
    [client, id],
  );

  const work = useMemo<ReportWork>(
    () => ({
      id,
      said,
      mayWrite,
      mayAccept,
      say,
      accept: async (figures) =>
        (await send(
          'POST',
          '/accept',
          { figures: figures.map(({ ordinal, tie, version }) => ({ ordinal, indicator: tie.indicator, version })) },
          figures.map((figure) => ({ ...figure, status: 'accepted' })),
        )) !== undefined,
      setAside: async (figures, isIgnored) =>
        (await send(
          'POST',
          isIgnored ? '/ignore' : '/restore',
          { ordinals: figures.map(({ ordinal }) => ordinal) },
          figures.map((figure) => asAside(figure, isIgnored)),
        )) !== undefined,
      withdraw: async (figures, reason) =>
        (await send('POST', '/withdraw', { ordinals: figures.map(({ ordinal }) => ordinal), reason })) !== undefined,
      correct: async ({ ordinal, version }, facts, indicator) =>
        (await send('PUT', `/figures/${ordinal}`, { facts, indicator, version })) !== undefined,
      add: async (span, facts, indicator) => (await send('POST', '/figures', { ...span, facts, indicator }))?.figures[0],
    }),
    [id, said, mayWrite, mayAccept, send],
  );
  return { query, work };
}
