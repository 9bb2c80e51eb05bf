// Notices to applicants: written with the move that makes them, read in their inbox.
import { sql, type Transaction } from 'kysely';
import type { NoticeRow } from './tables.ts';

/** One statement for any number; a reminder that was sent before is not sent again. */
export async function insertNotices(db: Transaction<unknown>, notices: readonly NoticeRow[]): Promise<void> {
  if (notices.length === 0) return;
  await sql`
    insert into casework.notice (id, root, region, party, case_id, title, body, at, read_at, reminds)
    select id, root, region, party, case_id, title, body, at, read_at, reminds
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as n(
      id uuid, root text, region text, party uuid, case_id uuid, title text, body text, at timestamptz, read_at timestamptz, reminds text)
    on conflict (root, reminds) where reminds is not null do nothing`.execute(db);
}
