// What the pages of targets ask of the server.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { AssessmentView } from '../model/assessment-shapes.ts';
import type { Board, PlanDraft, PlanView, Preview } from '../model/target-shapes.ts';

export const plansQuery = (year: number) =>
  queryOptions({
    queryKey: ['figures', 'target-plans', year],
    queryFn: ({ signal }) => call<{ rows: PlanView[] }>('GET', '/figures/target-plans', { query: { year: String(year) }, signal }),
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['figures', 'target-plan', id],
    queryFn: ({ signal }) => call<PlanView>('GET', `/figures/target-plans/${id}`, { signal }),
  });

export const boardQuery = (year: number, asOf: string, known: string) =>
  queryOptions({
    queryKey: ['figures', 'target-board', year, asOf, known],
    queryFn: ({ signal }) =>
      call<Board>('GET', '/figures/target-board', {
        query: { year: String(year), ...(asOf === '' ? {} : { asOf }), ...(known === '' ? {} : { known }) },
        signal,
      }),
  });

export const assessmentQuery = (year: number) =>
  queryOptions({
    queryKey: ['figures', 'assessment', year],
    queryFn: ({ signal }) => call<AssessmentView>('GET', `/figures/assessments/${year}`, { signal }),
    retry: false,
  });

export interface OutsideValueView {
  readonly name: string;
  readonly unit: string;
  readonly region: string;
  readonly regionName: string;
  readonly year: number;
  readonly value: string;
  readonly documentName: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly indicator: string | null;
  readonly reason: string | null;
  readonly isWithdrawn: boolean;
  readonly isRevised: boolean;
}

export const outsideQuery = queryOptions({
  queryKey: ['figures', 'outside'],
  queryFn: ({ signal }) =>
    call<{ rows: OutsideValueView[]; places: { region: string; name: string }[] }>('GET', '/figures/outside-values', { signal }),
});

export const revisionsQuery = ({ name, region, year }: { name: string; region: string; year: number }) =>
  queryOptions({
    queryKey: ['figures', 'outside', name, region, year],
    queryFn: ({ signal }) =>
      call<{ rows: OutsideValueView[] }>('GET', '/figures/outside-values/revisions', {
        query: { name, region, year: String(year) },
        signal,
      }),
  });

export const previewTarget = (plan: { indicator: string; year: number; draft: PlanDraft }): Promise<Preview> =>
  call<Preview>('POST', '/figures/target-preview', { body: plan });
