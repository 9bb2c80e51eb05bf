// Changes of seats: an expert leaves, a reserve takes the place.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { ReviewTables } from './tables.ts';

export async function leaveSeat(db: Transaction<unknown>, id: string, why: string, now: Date): Promise<void> {
  await tables<ReviewTables>(db)
    .updateTable('review.seat')
    .set({ status: 'left', left_why: why, left_at: now })
    .where('id', '=', id)
    .execute();
}

export async function takeSeat(db: Transaction<unknown>, id: string, seat: number, now: Date): Promise<void> {
  await tables<ReviewTables>(db).updateTable('review.seat').set({ status: 'seated', seat, seated_at: now }).where('id', '=', id).execute();
}
