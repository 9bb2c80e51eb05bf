// Makes a move of one case and tells every list that it has changed.
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { ActionChoice } from '#ui/record/action-bar.tsx';
import type { CaseDetail } from '../wire.ts';
import { choicesOf } from './moves.ts';
import { caseQuery } from './queries.ts';

export function useOfficeChoices(detail: CaseDetail | undefined): readonly ActionChoice[] {
  const client = useQueryClient();
  if (detail === undefined) return [];
  return choicesOf(detail.moves, async (move, data) => {
    const moved = await call<CaseDetail>('POST', `/casework/cases/${detail.id}/moves`, {
      body: { version: detail.version, verb: move.verb, data },
    });
    client.setQueryData(caseQuery(detail.id).queryKey, moved);
    void client.invalidateQueries({ queryKey: ['list', 'casework.cases'] });
    void client.invalidateQueries({ queryKey: ['casework'], predicate: (query) => query.queryKey[1] !== 'case' });
    void client.invalidateQueries({ queryKey: ['counts'] });
    return `已${move.label}。现在${moved.waitsFor}。`;
  });
}
