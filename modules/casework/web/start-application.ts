// Opens a draft in a call with what is already known or was tried in a self-check, and goes to its form.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { ApiError, call } from '#ui/api.ts';
import { useGo } from '#ui/link.tsx';
import type { CallView, CaseSummary } from '../wire.ts';
import { type Answers, soundAnswers } from './assess.ts';
import { prefilledOf, startingAnswers } from './prefill.ts';
import { type CasePageView, knownQuery } from './queries.ts';

export interface Start {
  readonly call: CallView;
  readonly dossier: Dossier;
  /** Answers of a self-check; what the register knows where absent. */
  readonly answers?: Answers;
}

const alive = ['draft', 'open', 'correction'];

/** The application that a firm already has in a call. */
export const ownCaseIn = (cases: readonly CaseSummary[], callId: string): CaseSummary | undefined =>
  cases.find((each) => each.call === callId && each.aboutCase === null && alive.includes(each.status));

export function useStartApplication() {
  const client = useQueryClient();
  const go = useGo();
  return useMutation({
    mutationFn: async ({ call: chosen, dossier, answers }: Start): Promise<string> => {
      const known = answers === undefined ? await client.fetchQuery(knownQuery) : undefined;
      const first = answers ?? startingAnswers(prefilledOf(dossier.form, known?.facts ?? {}));
      try {
        const { id } = await call<{ id: string }>('POST', `/casework/calls/${chosen.id}/drafts`);
        await call('PUT', `/casework/cases/${id}/draft`, { body: { version: 0, answers: soundAnswers(dossier.form, first) } });
        return `/desk/cases/${id}/form`;
      } catch (error) {
        // One firm has one living application in a call: what exists is opened instead of refused.
        if (!(error instanceof ApiError) || error.code !== 'ALREADY_APPLYING') throw error;
        const { rows } = await call<CasePageView>('GET', '/casework/cases', { query: { call: chosen.id, status: alive.join(',') } });
        const own = ownCaseIn(rows, chosen.id);
        if (own === undefined) throw error;
        return `/desk/cases/${own.id}${own.status === 'open' ? '' : '/form'}`;
      }
    },
    onSuccess: async (href) => {
      await client.invalidateQueries({ queryKey: ['casework'] });
      go(href);
    },
  });
}
