// Lets a case's move reach the city's money whoever makes it: a firm that withdraws gives up a commitment on a line that it never sees.
import { sql, type Transaction } from 'kysely';

/** The work sees the whole root and nothing beyond it; the bounds of the transaction come back with its end. */
export async function withinRoot<T>(db: Transaction<unknown>, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(db);
  const own = rows[0]?.role ?? 'none';
  if (own === 'kechuang_root') return work();
  await sql`set local role kechuang_root`.execute(db);
  // After a failure the transaction only rolls back, and its role with it.
  const result = await work();
  await sql`select set_config('role', ${own}, true)`.execute(db);
  return result;
}
