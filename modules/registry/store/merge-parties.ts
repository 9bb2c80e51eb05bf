// Merges a duplicate into its survivor: everything moves, a trace stays, and the old id leads to the survivor.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { partyFields } from '../model/party-fields.ts';
import type { PartyMover } from '../setting.ts';
import type { By } from './by.ts';
import { figuresJson } from './finance.ts';
import type { PartyRow, RegistryTables } from './tables.ts';
import { type CountedTitle, countEnds, countGrants, takeBack } from './title-stock.ts';
import { type Changed, lockParty, writeChanges } from './write-party.ts';

export interface Overlap {
  /** Title of the duplicate that meets one of the survivor. */
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly survivorNumber: string | null;
  readonly from: string;
  readonly until: string | null;
}

export async function overlapsOf(db: Transaction<unknown>, absorbed: string, survivor: string): Promise<readonly Overlap[]> {
  const { rows } = await sql<Overlap>`
    select t.id, t.name, t.number, min(s.number) as "survivorNumber", t.from_on as "from", t.until_on as until
    from registry.title t join registry.title s on s.party = ${survivor}::uuid and s.kind = t.kind and s.level = t.level and s.label = t.label
      and s.status = 'valid' and daterange(s.from_on, s.until_on, '[]') && daterange(t.from_on, t.until_on, '[]')
    where t.party = ${absorbed}::uuid and t.status = 'valid'
    group by t.root, t.id order by t.from_on`.execute(db);
  return rows;
}

/** Years and sources of which both have figures. */
export async function sharedFigures(db: Transaction<unknown>, a: string, b: string): Promise<readonly { year: number; source: string }[]> {
  const { rows } = await sql<{ year: number; source: string }>`
    select one.year, one.source from registry.finance one join registry.finance other using (root, year, source)
    where one.party = ${a}::uuid and other.party = ${b}::uuid order by one.year desc, one.source`.execute(db);
  return rows;
}

/** What the duplicate holds, by the words of the merge page. */
export async function holdingsOf(db: Transaction<unknown>, party: string, movers: readonly PartyMover[]): Promise<Record<string, number>> {
  const { rows } = await sql<{ titles: number; finance: number; contacts: number; changes: number }>`
    select (select count(*) from registry.title where party = ${party}::uuid)::int as titles,
      (select count(*) from registry.finance where party = ${party}::uuid)::int as finance,
      (select count(*) from registry.contact where party = ${party}::uuid)::int as contacts,
      (select count(*) from registry.party_change where party = ${party}::uuid)::int as changes`.execute(db);
  const own = rows[0] ?? { titles: 0, finance: 0, contacts: 0, changes: 0 };
  const held: Record<string, number> = { 资质: own.titles, 财务数据: own.finance, 联系人: own.contacts, 变更记录: own.changes };
  for (const mover of movers) held[mover.name] = (await mover.holding(db, [party])).get(party) ?? 0;
  return held;
}

/** The duplicate's overlapping titles never counted on their own: they are the survivor's, entered twice. */
async function settleOverlaps(
  db: Transaction<unknown>,
  by: By,
  absorbed: PartyRow,
  survivor: PartyRow,
  keepSurvivors: boolean,
): Promise<void> {
  const overlaps = await overlapsOf(db, absorbed.id, survivor.id);
  if (overlaps.length === 0) return;
  if (!keepSurvivors) {
    throw new Refusal(
      'MERGE_OVERLAP',
      `“${absorbed.name}”与“${survivor.name}”有 ${overlaps.length} 项同类资质有效期重叠。请核对后选择“重叠的资质以保留方为准”再合并。`,
      {
        status: 409,
        details: overlaps.map(({ name, number, from, until }) => ({
          where: name,
          message: `${name}${number === null ? '' : `（${number}）`}，${from} 至 ${until ?? '长期'}`,
        })),
      },
    );
  }
  const ids = overlaps.map((overlap) => overlap.id);
  await takeBack(db, by, ids, '合并重复主体');
  await sql`update registry.title set status = 'superseded', ended_on = from_on, end_reason = '合并重复主体，以保留方的证书为准',
    version = version + 1, updated_at = ${by.now} where id = any(${ids}::uuid[])`.execute(db);
}

/** Titles move with their count: taken back for the duplicate and posted for the survivor, in its region. */
async function moveTitles(db: Transaction<unknown>, by: By, absorbed: string, survivor: PartyRow): Promise<void> {
  const { rows } = await sql<CountedTitle & { status: string; endedOn: string | null; endReason: string | null }>`
    update registry.title set party = ${survivor.id}::uuid, region = ${survivor.region}, version = version + 1, updated_at = ${by.now}
    where party = ${absorbed}::uuid
    returning id, party, region, name, from_on as "from", until_on as until, measures, status, ended_on as "endedOn", end_reason as "endReason"`.execute(
    db,
  );
  const counted = rows.filter((title) => title.measures.length > 0 && title.endedOn !== title.from);
  await takeBack(
    db,
    by,
    counted.map((title) => title.id),
    '合并重复主体，改记在保留方名下',
  );
  await countGrants(db, by, counted);
  await countEnds(
    db,
    by,
    counted.flatMap((title) => (title.endedOn === null ? [] : [{ title, endsOn: title.endedOn, why: title.endReason ?? '' }])),
  );
}

/** Where both have figures of a year and source the survivor's stand; the duplicate's are kept among the revisions. */
async function moveFinance(db: Transaction<unknown>, by: By, absorbed: PartyRow, survivor: PartyRow): Promise<void> {
  await sql`
    insert into registry.finance_revision (root, id, region, party, year, source, version, before, after, at, account, account_name, reason)
    select d.root, gen_random_uuid(), ${survivor.region}, ${survivor.id}::uuid, d.year, d.source, s.version,
      ${figuresJson('d')},
      null, ${by.now}, ${by.account}::uuid, ${by.name}, ${`合并重复主体“${absorbed.name}”，其数据未采用`}
    from registry.finance d join registry.finance s on s.root = d.root and s.party = ${survivor.id}::uuid and s.year = d.year and s.source = d.source
    where d.party = ${absorbed.id}::uuid`.execute(db);
  await sql`delete from registry.finance d using registry.finance s
    where d.party = ${absorbed.id}::uuid and s.party = ${survivor.id}::uuid and s.root = d.root and s.year = d.year and s.source = d.source`.execute(
    db,
  );
  await sql`update registry.finance set party = ${survivor.id}::uuid, region = ${survivor.region} where party = ${absorbed.id}::uuid`.execute(
    db,
  );
  await sql`update registry.finance_revision set party = ${survivor.id}::uuid, region = ${survivor.region} where party = ${absorbed.id}::uuid`.execute(
    db,
  );
}

async function moveRest(db: Transaction<unknown>, absorbed: string, survivor: PartyRow): Promise<void> {
  await sql`update registry.contact set party = ${survivor.id}::uuid, region = ${survivor.region},
    is_primary = is_primary and not exists (select 1 from registry.contact c where c.party = ${survivor.id}::uuid and c.is_primary)
    where party = ${absorbed}::uuid`.execute(db);
  await sql`update registry.party_change set party = ${survivor.id}::uuid, region = ${survivor.region} where party = ${absorbed}::uuid`.execute(
    db,
  );
  await sql`update registry.party_relation set until_on = greatest(from_on, current_date)
    where (held = ${absorbed}::uuid and holder = ${survivor.id}::uuid) or (held = ${survivor.id}::uuid and holder = ${absorbed}::uuid)`.execute(
    db,
  );
  await sql`update registry.party_relation set held = ${survivor.id}::uuid, region = ${survivor.region}
    where held = ${absorbed}::uuid and holder is distinct from ${survivor.id}::uuid`.execute(db);
  await sql`update registry.party_relation set holder = ${survivor.id}::uuid
    where holder = ${absorbed}::uuid and held <> ${survivor.id}::uuid`.execute(db);
  // Whoever had merged into the duplicate now leads to the survivor, so that no trace is a chain.
  await sql`update registry.merger set survivor = ${survivor.id}::uuid, region = ${survivor.region} where survivor = ${absorbed}::uuid`.execute(
    db,
  );
  await sql`update registry.party set merged_into = ${survivor.id}::uuid where merged_into = ${absorbed}::uuid`.execute(db);
}

const inheritable = ['legal_person', 'address', 'registered_capital', 'founded_on', 'industry', 'field', 'scale', 'above_scale'] as const;

/** What the survivor does not know it takes over, its credit code too; each is written down as a change. */
async function inherit(db: Transaction<unknown>, by: By, absorbed: PartyRow, survivor: PartyRow, reason: string): Promise<void> {
  const taken: Record<string, unknown> = {};
  for (const column of inheritable) if (survivor[column] === null && absorbed[column] !== null) taken[column] = absorbed[column];
  if (survivor.uscc === null && absorbed.uscc !== null) {
    Object.assign(taken, { uscc: absorbed.uscc, uscc_check: absorbed.uscc_check, uscc_note: absorbed.uscc_note });
  }
  await tables<RegistryTables>(db)
    .updateTable('registry.party')
    .set({ ...taken, version: sql`version + 1`, updated_at: by.now } as never)
    .where('id', '=', survivor.id)
    .execute();
  const changes = partyFields.flatMap(({ key, column }): Changed[] =>
    column in taken ? [{ key, before: null, after: String(taken[column]) }] : [],
  );
  await writeChanges(db, by, survivor, changes, reason);
}

export interface MergeRequest {
  readonly absorbed: { readonly id: string; readonly version: number };
  readonly survivor: { readonly id: string; readonly version: number };
  readonly reason: string;
  /** The duplicate's titles that overlap the survivor's are dropped; otherwise they refuse the merger. */
  readonly keepSurvivorsTitles: boolean;
}

export async function mergeParties(
  db: Transaction<unknown>,
  by: By,
  request: MergeRequest,
  movers: readonly PartyMover[],
): Promise<{ readonly absorbed: PartyRow; readonly survivor: PartyRow; readonly moved: Readonly<Record<string, number>> }> {
  if (request.absorbed.id === request.survivor.id) throw new Refusal('SAME_PARTY', '不能把一个主体合并到它自己。请选择另一个主体。');
  // Always in the order of ids, so that two mergers of the same pair wait for each other instead of locking each other out.
  const pair = [request.absorbed, request.survivor].sort((a, b) => (a.id < b.id ? -1 : 1));
  const locked = new Map<string, PartyRow>();
  for (const { id, version } of pair) locked.set(id, await lockParty(db, id, version));
  const absorbed = locked.get(request.absorbed.id) as PartyRow;
  const survivor = locked.get(request.survivor.id) as PartyRow;
  if (absorbed.kind !== survivor.kind)
    throw new Refusal('OTHER_KIND', '两个主体的类型不同，不能合并。请先核对并改正类型。', { status: 409 });
  const moved = await holdingsOf(db, absorbed.id, movers);
  await settleOverlaps(db, by, absorbed, survivor, request.keepSurvivorsTitles);
  await moveTitles(db, by, absorbed.id, survivor);
  await moveFinance(db, by, absorbed, survivor);
  await moveRest(db, absorbed.id, survivor);
  for (const mover of movers) await mover.move(db, by, absorbed.id, { id: survivor.id, region: survivor.region });
  await tables<RegistryTables>(db)
    .updateTable('registry.party')
    .set({ status: 'merged', merged_into: survivor.id, version: sql`version + 1`, updated_at: by.now } as never)
    .where('id', '=', absorbed.id)
    .execute();
  await inherit(db, by, absorbed, survivor, request.reason);
  await tables<RegistryTables>(db)
    .insertInto('registry.merger')
    .values({
      root: by.root,
      id: uuidv7(),
      region: survivor.region,
      survivor: survivor.id,
      absorbed: absorbed.id,
      absorbed_name: absorbed.name,
      absorbed_uscc: absorbed.uscc,
      moved: JSON.stringify(moved) as never,
      reason: request.reason,
      at: by.now,
      account: by.account,
      account_name: by.name,
    })
    .execute();
  return { absorbed, survivor, moved };
}
