// What is due by the clock alone: cases whose time has run out, and reminders of a correction that soon will.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { CaseRow, CaseworkTables } from './tables.ts';

/** Open cases and corrections whose last day lies before `day`, in the order of that day. */
export async function casesPastDue(
  db: Transaction<unknown>,
  root: string,
  day: string,
  limit: number,
  after: string | null,
): Promise<CaseRow[]> {
  let query = tables<CaseworkTables>(db)
    .selectFrom('casework.cases')
    .selectAll()
    .where('root', '=', root)
    .where('status', 'in', ['open', 'correction'])
    .where('due_on', '<', day);
  if (after !== null) query = query.where('id', '>', after);
  return query.orderBy('id').limit(limit).execute();
}

/** Corrections whose last day lies on these days or between them. */
export async function correctionsDue(db: Transaction<unknown>, root: string, from: string, to: string): Promise<CaseRow[]> {
  return tables<CaseworkTables>(db)
    .selectFrom('casework.cases')
    .selectAll()
    .where('root', '=', root)
    .where('status', '=', 'correction')
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .orderBy('id')
    .execute();
}
