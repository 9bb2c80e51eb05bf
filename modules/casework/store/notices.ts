// Notices to applicants: written with the move that makes them, read in their inbox.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { CaseworkTables, NoticeRow } from './tables.ts';

export async function insertNotices(db: Transaction<unknown>, notices: readonly NoticeRow[]): Promise<void> {
  if (notices.length > 0)
    await tables<CaseworkTables>(db)
      .insertInto('casework.notice')
      .values([...notices])
      .execute();
}
