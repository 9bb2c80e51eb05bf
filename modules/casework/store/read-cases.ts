// Reads cases for other modules: by their ids, or the people and units of all that were handed in for the same calls.
import { sql, type Transaction } from 'kysely';
import type { CaseRow } from './tables.ts';

export type ReadCase = Pick<
  CaseRow,
  | 'id'
  | 'root'
  | 'region'
  | 'programme'
  | 'dossier'
  | 'call'
  | 'party'
  | 'party_name'
  | 'party_uscc'
  | 'number'
  | 'status'
  | 'stage'
  | 'version'
  | 'submitted_on'
  | 'state'
  | 'answers'
>;

const columns = sql`id, root, region, programme, dossier, call, party, party_name, party_uscc, number, status, stage, version,
  submitted_on, state, answers`;

/** Cases that the actor may see; drafts are none of anyone else's business. */
export async function readCases(db: Transaction<unknown>, ids: readonly string[]): Promise<readonly ReadCase[]> {
  const { rows } = await sql<ReadCase>`
    select ${columns} from casework.cases where id = any(${ids}::uuid[]) and status <> 'draft' order by number, id`.execute(db);
  return rows;
}

/** Everything handed in for the same calls. */
export async function casesOfCalls(db: Transaction<unknown>, calls: readonly string[]): Promise<readonly ReadCase[]> {
  const { rows } = await sql<ReadCase>`
    select ${columns} from casework.cases where call = any(${calls}::uuid[]) and status not in ('draft', 'withdrawn') order by number, id`.execute(
    db,
  );
  return rows;
}
