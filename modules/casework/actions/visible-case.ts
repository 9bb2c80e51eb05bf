// The case that an actor asks for by its id: a draft is its applicant's alone, and what is sealed is read by nobody else before it is opened.
import { stageOf } from '#kernel/stages/machine.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { type CaseOfCall, getCase } from '../store/cases.ts';
import type { CaseRow } from '../store/tables.ts';

type Sealable = Pick<CaseRow, 'programme' | 'dossier' | 'stage' | 'party'>;

/** A bid that was taken back before the opening stays sealed. */
export const isSealed = (setting: CaseworkSetting, row: Pick<CaseRow, 'programme' | 'dossier' | 'stage'>): boolean =>
  stageOf(declared(setting, row).dossier, row.stage)?.kind === 'sealed';

export const isSealedFrom = ({ actor }: Pick<ActionContext, 'actor'>, setting: CaseworkSetting, row: Sealable): boolean =>
  isSealed(setting, row) && !(actor.scope === 'party' && actor.party === row.party);

/** The row without its answers where they are sealed from the asker. */
export const readable = <Row extends Sealable & Pick<CaseRow, 'answers'>>(
  context: Pick<ActionContext, 'actor'>,
  setting: CaseworkSetting,
  row: Row,
): Row => (isSealedFrom(context, setting, row) ? { ...row, answers: {} } : row);

export async function visibleCase(context: ActionContext, setting: CaseworkSetting, id: string): Promise<CaseOfCall> {
  const row = await getCase(context.db, id);
  const { scope, party } = context.actor;
  if (row.status === 'draft' && scope !== 'party') throw notFound('该办件');
  // An issuer does not even learn who bids before all bids are opened.
  if (scope === 'party' && party !== row.party && isSealed(setting, row)) throw notFound('该办件');
  return readable(context, setting, row);
}
