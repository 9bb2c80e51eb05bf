// Credit of experts in the database: points taken off with their reason, and the suspension that may follow.
import { uuidv7 } from '#platform/db/uuid.ts';
import { type ActionContext, tables } from '#platform/http/action.ts';
import { takeCredit } from '../model/credit.ts';
import { getExpert } from './experts.ts';
import type { PanelRow, ReviewTables } from './tables.ts';

export async function chargeCredit(
  context: ActionContext,
  expert: string,
  panel: Pick<PanelRow, 'id' | 'rules'>,
  points: number,
  why: string,
): Promise<void> {
  if (points === 0) return;
  const own = tables<ReviewTables>(context.db);
  const row = await getExpert(context.db, context.actor.root, expert);
  const change = takeCredit(row.credit, points, context.today, panel.rules);
  await own
    .updateTable('review.expert')
    .set({
      credit: change.credit,
      updated_at: context.now,
      ...(change.suspendedUntil !== null && { suspended_until: change.suspendedUntil }),
    })
    .where('id', '=', expert)
    .execute();
  await own
    .insertInto('review.credit')
    .values({ id: uuidv7(), root: row.root, expert, panel: panel.id, day: context.today, points: -points, why })
    .execute();
}
