// Grants, ends and reads titles, set-based: one certificate or the thousand of a result list.
import { sql, type Transaction } from 'kysely';
import type { Title } from '#kernel/declare/title.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { Refusal, staleWrite } from '#platform/refusal.ts';
import type { RegistryTables, TitleRow } from './tables.ts';
import { type CountedTitle, countEnds, countGrants } from './title-stock.ts';

export interface TitleGrant {
  readonly party: string;
  /** Only for callers that have it at hand; the register's own region counts. */
  readonly region?: string;
  readonly title: Title;
  /** Name of the thing, where a party may hold several of a kind at a time. */
  readonly label?: string;
  readonly number: string | null;
  readonly from: string;
  readonly until: string | null;
  /** Measures of the ledger in which the title counts while it holds. */
  readonly measures: readonly string[];
  readonly sourceKind: string;
  readonly sourceId: string;
  /** `supersede` ends an earlier grant of the same title when the new one begins, as a renewal before expiry does; default `refuse`. */
  readonly overlap?: 'refuse' | 'supersede';
  readonly batch?: string | null;
}

interface Granter {
  readonly root: string;
  readonly account: string;
}

interface Placed extends TitleGrant {
  readonly id: string;
  readonly holder: string;
  readonly region: string;
  readonly holderName: string;
}

/** The party that holds what was granted to it: a merged one has handed everything to its survivor. */
async function place(db: Transaction<unknown>, grants: readonly TitleGrant[]): Promise<Placed[]> {
  const { rows } = await sql<{ asked: string; id: string; region: string; name: string }>`
    select a.id as asked, p.id, p.region, p.name
    from registry.party a join registry.party p on p.root = a.root and p.id = coalesce(a.merged_into, a.id)
    where a.id = any(${grants.map((grant) => grant.party)}::uuid[])`.execute(db);
  const holders = new Map(rows.map((row) => [row.asked, row]));
  return grants.map((grant) => {
    const holder = holders.get(grant.party);
    if (holder === undefined)
      throw new Refusal('PARTY_UNKNOWN', `没有找到要授予“${grant.title.name}”的主体，或不在您的管辖范围内。`, { status: 404 });
    return { ...grant, id: uuidv7(), holder: holder.id, region: holder.region, holderName: holder.name };
  });
}

interface Clash extends CountedTitle {
  readonly wanted: string;
  readonly number: string | null;
}

async function clashes(db: Transaction<unknown>, placed: readonly Placed[]): Promise<readonly Clash[]> {
  const wanted = placed.map(({ id, holder, title, label, from, until }) => ({
    id,
    party: holder,
    kind: title.id,
    level: title.level,
    label: label ?? '',
    from_on: from,
    until_on: until,
  }));
  const { rows } = await sql<Clash>`
    select w.id as wanted, t.id, t.party, t.region, t.name, t.number, t.from_on as "from", t.until_on as until, t.measures
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, party uuid, kind text, level text, label text, from_on date, until_on date)
    join registry.title t on t.party = w.party and t.kind = w.kind and t.level = w.level and t.label = w.label and t.status = 'valid'
      and daterange(t.from_on, t.until_on, '[]') && daterange(w.from_on, w.until_on, '[]')`.execute(db);
  return rows;
}

const periodWords = (from: string, until: string | null): string => (until === null ? `${from} 起长期有效` : `${from} 至 ${until}`);

/** Ends the earlier ones that the new grants may replace, and refuses when any other stands in the way. */
async function resolveClashes(db: Transaction<unknown>, by: Granter, placed: readonly Placed[]): Promise<void> {
  const found = await clashes(db, placed);
  if (found.length === 0) return;
  const wanted = new Map(placed.map((grant) => [grant.id, grant]));
  const replaced: { title: Clash; endsOn: string; why: string }[] = [];
  const refused: { where: string; message: string }[] = [];
  for (const clash of found) {
    const grant = wanted.get(clash.wanted);
    if (grant === undefined) continue;
    if (grant.overlap === 'supersede' && clash.from < grant.from) replaced.push({ title: clash, endsOn: grant.from, why: '由新证书替代' });
    else
      refused.push({
        where: grant.holderName,
        message: `${grant.holderName}已有${clash.name}${clash.number === null ? '' : `（${clash.number}）`}，有效期 ${periodWords(clash.from, clash.until)}，与本次的 ${periodWords(grant.from, grant.until)} 重叠`,
      });
  }
  if (refused.length > 0) {
    throw new Refusal('TITLE_OVERLAP', `${refused[0]?.message ?? ''}。请先核对证书日期，或撤销原有的一条。`, {
      status: 409,
      details: refused,
    });
  }
  await endTitles(db, by, replaced, 'superseded');
}

async function endTitles(
  db: Transaction<unknown>,
  by: Granter,
  ended: readonly { title: CountedTitle; endsOn: string; why: string }[],
  status: 'revoked' | 'superseded',
): Promise<void> {
  await sql`
    update registry.title t set status = ${status}, ended_on = e.ends_on, end_reason = e.why, version = t.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(ended.map(({ title, endsOn, why }) => ({ id: title.id, ends_on: endsOn, why })))}::jsonb)
      as e(id uuid, ends_on date, why text)
    where t.id = e.id`.execute(db);
  await countEnds(db, by, ended);
}

export interface TitleEnd {
  readonly party: string;
  readonly title: Pick<Title, 'id'>;
  readonly on: string;
  readonly reason: string;
}

/** Revokes what each party holds of a title on a day, at whatever level: decided by a programme, not by somebody who looked at a certificate. */
export async function endHeldTitles(db: Transaction<unknown>, by: Granter, ends: readonly TitleEnd[]): Promise<void> {
  if (ends.length === 0) return;
  const asked = ends.map(({ party, title, on, reason }, i) => ({ i, party, kind: title.id, on_day: on, reason }));
  const { rows } = await sql<CountedTitle & { i: number }>`
    select e.i, t.id, t.party, t.region, t.name, t.from_on as "from", t.until_on as until, t.measures
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as e(i int, party uuid, kind text, on_day date)
    join registry.party a on a.id = e.party
    join registry.title t on t.root = a.root and t.party = coalesce(a.merged_into, a.id) and t.kind = e.kind and t.status = 'valid'
      and t.from_on <= e.on_day and t.held_until >= e.on_day
    for update of t`.execute(db);
  const ended = rows.map(({ i, ...title }) => ({ title, endsOn: ends[i]?.on ?? title.from, why: ends[i]?.reason ?? '' }));
  await endTitles(db, by, ended, 'revoked');
}

/** Inserts the titles and counts them in the ledger; returns their ids in the order given. */
export async function grantTitles(db: Transaction<unknown>, by: Granter, grants: readonly TitleGrant[]): Promise<readonly string[]> {
  if (grants.length === 0) return [];
  const placed = await place(db, grants);
  await resolveClashes(db, by, placed);
  const rows = placed.map((grant) => ({
    id: grant.id,
    region: grant.region,
    party: grant.holder,
    kind: grant.title.id,
    name: grant.title.name,
    level: grant.title.level,
    label: grant.label ?? '',
    number: grant.number,
    from_on: grant.from,
    until_on: grant.until,
    measures: grant.measures,
    source_kind: grant.sourceKind,
    source_id: grant.sourceId,
    batch: grant.batch ?? null,
  }));
  await sql`
    insert into registry.title (root, id, region, party, kind, name, level, label, number, from_on, until_on, measures, source_kind, source_id, batch, created_by)
    select ${by.root}, id, region, party, kind, name, level, label, number, from_on, until_on,
      array(select jsonb_array_elements_text(measures)), source_kind, source_id, batch, ${by.account}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, region text, party uuid, kind text, name text, level text, label text,
      number text, from_on date, until_on date, measures jsonb, source_kind text, source_id text, batch uuid)`.execute(db);
  await countGrants(
    db,
    by,
    placed.map((grant) => ({
      id: grant.id,
      party: grant.holder,
      region: grant.region,
      name: grant.title.name,
      from: grant.from,
      until: grant.until,
      measures: grant.measures,
    })),
  );
  return placed.map((grant) => grant.id);
}

export type Granted = Pick<TitleRow, 'id' | 'party' | 'region' | 'name' | 'status' | 'measures'> & {
  readonly version: number;
  readonly from: string;
  readonly until: string | null;
};

/** The title, locked for a change. */
export async function findTitle(db: Transaction<unknown>, id: string): Promise<Granted | undefined> {
  return tables<RegistryTables>(db)
    .selectFrom('registry.title')
    .where('id', '=', id)
    .select(['id', 'party', 'region', 'name', 'status', 'version', 'measures', 'from_on as from', 'until_on as until'])
    .forUpdate()
    .executeTakeFirst() as Promise<Granted | undefined>;
}

/** Ends a title on a day that is not in the future; `version` is what the person saw. */
export async function revokeTitle(
  db: Transaction<unknown>,
  by: Granter,
  title: Granted,
  revocation: { readonly on: string; readonly reason: string; readonly version: number },
): Promise<void> {
  if (title.version !== revocation.version) throw staleWrite(`“${title.name}”`);
  if (title.status !== 'valid') throw new Refusal('TITLE_ENDED', `“${title.name}”已经撤销或被替代，不必再次撤销。`, { status: 409 });
  await endTitles(db, by, [{ title, endsOn: revocation.on, why: revocation.reason }], 'revoked');
}
