// Finds parties by id, following a merged one to its survivor.
import { sql, type Transaction } from 'kysely';
import { notFound } from '#platform/refusal.ts';
import type { PartyKind, PartyStatus } from '../model/party.ts';

export interface PartyBrief {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: PartyKind;
  readonly region: string;
  readonly status: PartyStatus;
}

/** Briefs by the ids asked for; what is not there or out of sight is left out. */
export async function partySummary(db: Transaction<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, PartyBrief>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PartyBrief & { asked: string }>`
    select a.id as asked, p.id, p.name, p.uscc, p.kind, p.region, p.status
    from registry.party a join registry.party p on p.root = a.root and p.id = coalesce(a.merged_into, a.id)
    where a.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ asked, ...brief }) => [asked, brief]));
}

/** The party that an id stands for today; refuses when there is none in sight. */
export async function partyOf(db: Transaction<unknown>, id: string): Promise<PartyBrief> {
  const found = (await partySummary(db, [id])).get(id);
  if (found === undefined) throw notFound('该主体');
  return found;
}
