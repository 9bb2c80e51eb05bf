// Reads one party whole: its facts, titles, figures, contacts and what has merged into it.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { contactsOf } from './contacts.ts';
import { financeOf } from './finance.ts';
import type { RegistryTables } from './tables.ts';

async function survivorOf(db: Transaction<unknown>, id: string) {
  const { rows } = await sql<{ id: string; mergedName: string | null }>`
    select coalesce(merged_into, id) as id, case when merged_into is not null then name end as "mergedName"
    from registry.party where id = ${id}::uuid`.execute(db);
  if (rows[0] === undefined) throw notFound('该主体');
  return rows[0];
}

const titlesOf = (db: Transaction<unknown>, party: string) =>
  tables<RegistryTables>(db)
    .selectFrom('registry.title')
    .select([
      'id',
      'kind',
      'name',
      'level',
      'label',
      'number',
      'from_on as from',
      'until_on as until',
      'status',
      'ended_on as endedOn',
      'end_reason as endReason',
      'source_kind as sourceKind',
      'source_id as sourceId',
      'version',
    ])
    .where('party', '=', party)
    .orderBy('from_on', 'desc')
    .execute();

const formerNamesOf = (db: Transaction<unknown>, party: string) =>
  tables<RegistryTables>(db)
    .selectFrom('registry.party_change')
    .select(['before as name', 'changed_on as until', 'reason'])
    .where('party', '=', party)
    .where('field', '=', 'name')
    .orderBy('at', 'desc')
    .execute();

const absorbedBy = (db: Transaction<unknown>, party: string) =>
  tables<RegistryTables>(db)
    .selectFrom('registry.merger')
    .select(['id', 'absorbed', 'absorbed_name as name', 'absorbed_uscc as uscc', 'at', 'account_name as by', 'reason'])
    .where('survivor', '=', party)
    .orderBy('at', 'desc')
    .execute();

/** A party as stored, merged or not. */
export async function findParty(db: Transaction<unknown>, id: string) {
  const party = await tables<RegistryTables>(db).selectFrom('registry.party').selectAll().where('id', '=', id).executeTakeFirst();
  if (party === undefined) throw notFound('该主体');
  return party;
}

/** The old id of a merged party opens the survivor and says so. */
export async function readParty(db: Transaction<unknown>, asked: string) {
  const { id, mergedName } = await survivorOf(db, asked);
  return {
    party: await findParty(db, id),
    mergedName,
    titles: await titlesOf(db, id),
    finance: await financeOf(db, id),
    contacts: await contactsOf(db, id),
    formerNames: await formerNamesOf(db, id),
    absorbed: await absorbedBy(db, id),
  };
}

export type WholeParty = Awaited<ReturnType<typeof readParty>>;

/** The register's own lines of a party's life, newest first. */
export const timelineOf = (db: Transaction<unknown>, party: string, limit: number) =>
  tables<RegistryTables>(db)
    .selectFrom('registry.timeline')
    .select(['day', 'at', 'kind', 'subject', 'facts'])
    .where('party', '=', party)
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .orderBy('subject')
    .limit(limit)
    .execute();

/** Corrections of one year and source, newest first. */
export const revisionsOf = (db: Transaction<unknown>, party: string, year: number, source: string) =>
  tables<RegistryTables>(db)
    .selectFrom('registry.finance_revision')
    .select(['id', 'version', 'before', 'after', 'at', 'account_name as by', 'reason', 'batch'])
    .where('party', '=', party)
    .where('year', '=', year)
    .where('source', '=', source as 'AUDIT')
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
