// The case that an actor asks for by its id: a draft is its applicant's alone, for staff it does not exist, as in their lists.
import type { ActionContext } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { type CaseOfCall, getCase } from '../store/cases.ts';

export async function visibleCase(context: ActionContext, id: string): Promise<CaseOfCall> {
  const row = await getCase(context.db, id);
  if (row.status === 'draft' && context.actor.scope !== 'party') throw notFound('该办件');
  return row;
}
