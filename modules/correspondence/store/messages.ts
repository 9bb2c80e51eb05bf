// Messages: written once, read by each account for itself.
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { MessageRow } from './tables.ts';

/** One statement for any number; what was said once is not said again. Returns the ids of those that were written. */
export async function insertMessages(db: Transaction<unknown>, messages: readonly MessageRow[]): Promise<ReadonlySet<string>> {
  if (messages.length === 0) return new Set();
  const once = messages.flatMap((message) => (message.once === null ? [] : [message.once]));
  const root = messages[0]?.root ?? '';
  // Asked before: an insert that skips rows can't tell them apart where row-level security hides the one that stands.
  const { rows } = await sql<{ once: string }>`
    select once from correspondence.message where root = ${root} and once = any(${once}::text[])`.execute(db);
  const said = new Set(rows.map((row) => row.once));
  const fresh = messages.filter((message) => message.once === null || !said.has(message.once));
  await sql`
    insert into correspondence.message (id, root, region, party, office_kind, account, title, body, href, at, once)
    select id, root, region, party, office_kind, account, title, body, href, at, once
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as m(
      id uuid, root text, region text, party uuid, office_kind text, account uuid, title text, body text, href text, at timestamptz, once text)
    on conflict (root, once) where once is not null do nothing`.execute(db);
  return new Set(fresh.map((message) => message.id));
}

/** Which messages are an actor's: to its party, to its office in its region, to itself. */
function addressedTo(actor: Actor): RawBuilder<boolean> {
  const regions = actor.scope === 'regions' ? actor.regions : [actor.root];
  const ways = [
    sql`m.account = ${actor.accountId}`,
    ...(actor.party === null ? [] : [sql`m.party = ${actor.party}`]),
    ...(actor.officeId === null ? [] : [sql`(m.office_kind = ${actor.officeKind} and m.region = any(${[...regions]}::text[]))`]),
  ];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** Older ones are kept, but nobody is asked to read them: they pass for read. */
const unreadSince = (now: Date): Date => new Date(now.getTime() - 90 * 86_400_000);

export interface InboxRow extends Pick<MessageRow, 'id' | 'title' | 'body' | 'href' | 'at'> {
  readonly read_at: Date | null;
}

export async function listInbox(
  db: Transaction<unknown>,
  actor: Actor,
  asked: { readonly before?: string | undefined; readonly unreadOnly: boolean; readonly limit: number; readonly now: Date },
): Promise<readonly InboxRow[]> {
  const since = unreadSince(asked.now);
  const { rows } = await sql<InboxRow>`
    select m.id, m.title, m.body, m.href, m.at, coalesce(r.read_at, case when m.at < ${since} then m.at end) as read_at
    from correspondence.message m
    left join correspondence.reading r on r.root = m.root and r.message = m.id and r.account = ${actor.accountId}
    where m.root = ${actor.root} and ${addressedTo(actor)}
      ${asked.unreadOnly ? sql`and r.read_at is null and m.at >= ${since}` : sql``}
      ${asked.before === undefined ? sql`` : sql`and (m.at, m.id) < (select b.at, b.id from correspondence.message b where b.id = ${asked.before}::uuid)`}
    order by m.at desc, m.id desc limit ${asked.limit}`.execute(db);
  return rows;
}

export async function countUnread(db: Transaction<unknown>, actor: Actor, now: Date): Promise<number> {
  const since = unreadSince(now);
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from correspondence.message m
    where m.root = ${actor.root} and ${addressedTo(actor)} and m.at >= ${since}
      and not exists (select 1 from correspondence.reading r where r.root = m.root and r.message = m.id and r.account = ${actor.accountId})`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Marks those of the actor's messages as read; all of them where none are named. */
export async function markRead(db: Transaction<unknown>, actor: Actor, now: Date, ids: readonly string[] | null): Promise<void> {
  await sql`
    insert into correspondence.reading (root, message, account, read_at)
    select m.root, m.id, ${actor.accountId}::uuid, ${now} from correspondence.message m
    where m.root = ${actor.root} and ${addressedTo(actor)} ${ids === null ? sql`` : sql`and m.id = any(${[...ids]}::uuid[])`}
    on conflict do nothing`.execute(db);
}

export async function messagesOf(db: Transaction<unknown>, root: string, ids: readonly string[]): Promise<readonly MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select * from correspondence.message where root = ${root} and id = any(${[...ids]}::uuid[]) order by id`.execute(db);
  return rows;
}
