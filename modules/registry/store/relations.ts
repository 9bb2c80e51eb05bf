// Relations between parties: who holds whom, entered with their source, ended but never deleted.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { notFound } from '#platform/refusal.ts';
import { affiliationReasons, type RelationFacts, type RelationKind } from '../model/affiliation.ts';
import type { By } from './by.ts';
import type { PartyBrief } from './resolve.ts';

export interface RelationRow {
  readonly id: string;
  readonly held: string;
  readonly heldName: string;
  readonly holder: string | null;
  readonly holderName: string;
  readonly kind: RelationKind;
  readonly share: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly source: string;
}

export interface NewRelation {
  readonly held: PartyBrief;
  readonly holder: string | null;
  readonly holderName: string;
  readonly kind: RelationKind;
  readonly share: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly source: string;
}

/** Those that hold a party and those that it holds, as far as the asker may see; the standing first. */
export async function relationsOf(db: Transaction<unknown>, party: string): Promise<readonly RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select r.id, r.held, p.name as "heldName", r.holder, r.holder_name as "holderName", r.kind, r.share::text as share,
      r.from_on as "from", r.until_on as until, r.source
    from registry.party_relation r join registry.party p on p.root = r.root and p.id = r.held
    where r.held = ${party}::uuid or r.holder = ${party}::uuid
    order by r.until_on desc nulls first, r.from_on desc, r.id limit 200`.execute(db);
  return rows;
}

export async function insertRelations(db: Transaction<unknown>, by: By, relations: readonly NewRelation[]): Promise<void> {
  const rows = relations.map(({ held, holderName, ...rest }) => ({
    ...rest,
    id: uuidv7(),
    held: held.id,
    region: held.region,
    holder_name: holderName,
  }));
  await sql`
    insert into registry.party_relation (root, id, region, held, holder, holder_name, kind, share, from_on, until_on, source,
      recorded_at, recorded_by, recorded_by_name)
    select ${by.root}, id, region, held, holder, holder_name, kind, share, "from", until, source, ${by.now}, ${by.account}::uuid, ${by.name}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      id uuid, region text, held uuid, holder uuid, holder_name text, kind text, share numeric, "from" date, until date, source text)`.execute(
    db,
  );
}

/** Ends a relation on a day; returns what it was called. */
export async function endRelation(db: Transaction<unknown>, id: string, on: string): Promise<{ held: string; holderName: string }> {
  const { rows } = await sql<{ held: string; holderName: string }>`
    update registry.party_relation set until_on = ${on} where id = ${id}::uuid and until_on is null
    returning held, holder_name as "holderName"`.execute(db);
  const ended = rows[0];
  if (ended === undefined) throw notFound('这条仍有效的关系');
  return ended;
}

export interface AffiliationQuestion {
  /** The one who asks, and whom the reasons call 本单位. */
  readonly one: string;
  readonly other: string;
  readonly day: string;
  /** Share from which a shareholding counts, as a fraction. */
  readonly leastShare: string;
}

/** Why two parties belong together, in words; empty when nothing is known that binds them. */
export async function affiliations(
  db: Transaction<unknown>,
  { one, other, day, leastShare }: AffiliationQuestion,
): Promise<readonly string[]> {
  const { rows } = await sql<{ facts: RelationFacts }>`
    select registry.relation_facts(${one}::uuid, ${other}::uuid, ${day}::date) as facts`.execute(db);
  const facts = rows[0]?.facts;
  return facts === undefined || facts.one.id === null || facts.other.id === null ? [] : affiliationReasons(facts, leastShare);
}
