// Cases locked for a move, so that two officers cannot both follow the same state.
import { sql, type Transaction } from 'kysely';
import { notFound, staleWrite } from '#platform/refusal.ts';
import { staleCases } from '../errors.ts';
import type { CaseRow } from './tables.ts';

export interface Wanted {
  readonly id: string;
  /** Version that the mover saw; null for the system, which needs none. */
  readonly version: number | null;
}

/**
 * Rows in the order asked, locked in the order of their ids so that two batches cannot wait for each other. When a colleague was quicker, the
 * Refusal's details name every case that has moved on.
 */
export async function lockCases(db: Transaction<unknown>, wanted: readonly Wanted[]): Promise<CaseRow[]> {
  const ids = wanted.map(({ id }) => id);
  const { rows } = await sql<CaseRow>`select * from casework.cases where id = any(${ids}::uuid[]) order by id for update`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const locked = wanted.map(({ id, version }) => {
    const row = byId.get(id);
    if (row === undefined) throw notFound('该办件');
    return { row, isStale: version !== null && version !== row.version };
  });
  const stale = locked.filter(({ isStale }) => isStale).map(({ row }) => row);
  const [first] = stale;
  if (first !== undefined) throw wanted.length === 1 ? staleWrite(`${first.party_name}的办件`) : staleCases(wanted.length, stale);
  return locked.map(({ row }) => row);
}
