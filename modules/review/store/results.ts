// Results of a panel written to its cases, and the other panels of the same calls that are compared with it.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { CaseOutcome } from '../model/aggregate.ts';
import type { PanelRow, ReviewTables } from './tables.ts';

export async function concludeCases(
  db: Transaction<unknown>,
  panel: string,
  outcomes: ReadonlyMap<string, CaseOutcome>,
  now: Date,
): Promise<void> {
  for (const [caseId, outcome] of outcomes) {
    await tables<ReviewTables>(db)
      .updateTable('review.panel_case')
      .set({ result: JSON.stringify(outcome) as never, concluded_at: now })
      .where('panel', '=', panel)
      .where('case_id', '=', caseId)
      .execute();
  }
}

/** Cases of the other panels of the same stage in the same year: what scores are made comparable with. */
export async function siblingPanels(
  db: Transaction<unknown>,
  panel: PanelRow,
): Promise<readonly { panel: string; case_id: string; status: PanelRow['status'] }[]> {
  return tables<ReviewTables>(db)
    .selectFrom('review.panel as p')
    .innerJoin('review.panel_case as c', 'c.panel', 'p.id')
    .select(['c.panel', 'c.case_id', 'p.status'])
    .where('p.root', '=', panel.root)
    .where('p.programme', '=', panel.programme)
    .where('p.dossier', '=', panel.dossier)
    .where('p.stage', '=', panel.stage)
    .where('p.status', '<>', 'cancelled')
    .where('p.id', '<>', panel.id)
    .where(sql<boolean>`extract(year from p.review_day) = ${Number(panel.review_day.slice(0, 4))}`)
    .where('c.is_dropped', '=', false)
    .execute();
}
