// Titles in force as anyone may read them.
import { sql, type Transaction } from 'kysely';
import { type Page, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';

export interface PublicTitleRow {
  id: string;
  root: string;
  region: string;
  kind: string;
  name: string;
  level: string;
  label: string;
  number: string | null;
  holder: string;
  uscc: string | null;
  from_on: string;
  until_on: string | null;
  held_until: string;
}

interface PublicTables {
  'registry.public_title': PublicTitleRow;
}

export interface PublicTitlesAsked {
  readonly kind: string;
  /** In force on this day. */
  readonly on: string;
  readonly region?: string | undefined;
  /** Year in which it begins. */
  readonly year?: number | undefined;
  /** Part of the holder's name, or the start of its credit code or of the certificate's number. */
  readonly text?: string | undefined;
}

function asked(db: Transaction<unknown>, root: string, { kind, on, region, year, text }: PublicTitlesAsked) {
  let query = tables<PublicTables>(db)
    .selectFrom('registry.public_title as t')
    .selectAll('t')
    .where('t.root', '=', root)
    .where('t.kind', '=', kind)
    .where('t.from_on', '<=', on)
    .where('t.held_until', '>=', on);
  if (region !== undefined) query = query.where('t.region', '=', region);
  if (year !== undefined) query = query.where('t.from_on', '>=', `${year}-01-01`).where('t.from_on', '<=', `${year}-12-31`);
  const words = text?.trim() ?? '';
  if (words !== '') {
    const escaped = words.replaceAll(/[\\%_]/g, (char) => `\\${char}`);
    const code = `${escaped.toUpperCase()}%`;
    query = query.where((eb) =>
      eb.or([
        eb('t.holder', 'like', `%${escaped}%`),
        eb('t.uscc', 'like', code),
        eb('t.number', 'like', code),
        eb('t.label', 'like', `%${escaped}%`),
      ]),
    );
  }
  return query;
}

const columns = { from: { ref: 't.from_on', type: 'date' as const } };

export async function listPublicTitles(
  db: Transaction<unknown>,
  root: string,
  of: PublicTitlesAsked,
  paging: { readonly after?: string | undefined; readonly limit?: number },
): Promise<Page<PublicTitleRow>> {
  const query = asked(db, root, of);
  return (await page(tables<PublicTables>(db), query as never, {
    columns,
    id: 't.id',
    defaultSort: '-from',
    ...paging,
  })) as unknown as Page<PublicTitleRow>;
}

export async function* eachPublicTitle(db: Transaction<unknown>, root: string, of: PublicTitlesAsked): AsyncGenerator<PublicTitleRow> {
  let after: string | undefined;
  do {
    const { rows, next } = await listPublicTitles(db, root, of, { after, limit: 200 });
    yield* rows;
    after = next ?? undefined;
  } while (after !== undefined);
}

export interface TitleKindInForce {
  readonly kind: string;
  readonly name: string;
  readonly count: number;
}

/** Kinds of which any is in force on a day, the most numerous first. */
export async function titleKindsInForce(db: Transaction<unknown>, root: string, on: string): Promise<readonly TitleKindInForce[]> {
  const { rows } = await sql<TitleKindInForce>`
    select kind, max(name) as name, count(*)::int as count from registry.public_title
    where root = ${root} and held_until >= ${on} and from_on <= ${on} group by kind order by count(*) desc, kind`.execute(db);
  return rows;
}

export async function titleYears(db: Transaction<unknown>, root: string, kind: string, on: string): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from from_on)::int as year from registry.public_title
    where root = ${root} and kind = ${kind} and held_until >= ${on} and from_on <= ${on} order by 1 desc limit 30`.execute(db);
  return rows.map(({ year }) => year);
}
