// Publications: written by moves, read by anyone, their words mended and their page withdrawn by officers.
import { sql, type Transaction } from 'kysely';
import { type Page, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { PublicationText } from '../model/publication.ts';
import type { PublicationKind, PublicationRow, PublicationTables, PublicationTextRow } from './publication-tables.ts';

const of = (db: Transaction<unknown>) => tables<PublicationTables>(db);

export async function insertPublications(db: Transaction<unknown>, rows: readonly PublicationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await of(db)
    .insertInto('casework.publication')
    .values(rows.map((row) => ({ ...row, body: JSON.stringify(row.body) as never })))
    .execute();
}

export interface PublicationsAsked {
  readonly kind: PublicationKind;
  /** In publicity on this day, or over before it. */
  readonly standing?: 'running' | 'over';
  readonly on: string;
  readonly text?: string | undefined;
  readonly year?: number | undefined;
  /** What is over and was not to be kept is left out. */
  readonly isPublic: boolean;
}

const columns = { until: { ref: 'p.until_on', type: 'date' as const }, from: { ref: 'p.from_on', type: 'date' as const } };

export async function listPublications(
  db: Transaction<unknown>,
  root: string,
  asked: PublicationsAsked,
  paging: { readonly after?: string | undefined; readonly limit?: number },
): Promise<Page<PublicationRow>> {
  let query = of(db).selectFrom('casework.publication as p').selectAll('p').where('p.root', '=', root).where('p.kind', '=', asked.kind);
  if (asked.isPublic) {
    query = query.where('p.status', '=', 'published').where((eb) => eb.or([eb('p.keeps', '=', true), eb('p.until_on', '>=', asked.on)]));
  }
  if (asked.standing !== undefined) query = query.where('p.until_on', asked.standing === 'running' ? '>=' : '<', asked.on);
  if (asked.year !== undefined) query = query.where(sql<boolean>`extract(year from p.from_on) = ${asked.year}`);
  if (asked.text !== undefined && asked.text !== '') {
    const like = `%${asked.text.replaceAll(/[\\%_]/g, (char) => `\\${char}`)}%`;
    query = query.where(sql<boolean>`(p.title like ${like} or p.body::text like ${like})`);
  }
  return (await page(of(db), query as never, { columns, id: 'p.id', defaultSort: '-until', ...paging })) as unknown as Page<PublicationRow>;
}

export async function getPublication(db: Transaction<unknown>, id: string): Promise<PublicationRow> {
  const row = await of(db).selectFrom('casework.publication').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('这份公示');
  return row;
}

/** Changes the words of a publication, or withdraws it, over the version that the officer saw. */
export async function changePublication(
  db: Transaction<unknown>,
  { id, version }: Pick<PublicationRow, 'id' | 'version'>,
  change: Partial<PublicationText> | Pick<PublicationRow, 'status' | 'withdrawn_why'>,
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await of(db)
    .updateTable('casework.publication')
    .set({ ...change, version: version + 1, updated_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw staleWrite('这份公示');
}

type Place = Pick<PublicationTextRow, 'call' | 'dossier' | 'stage'>;

export async function findText(db: Transaction<unknown>, root: string, place: Place): Promise<PublicationTextRow | undefined> {
  return of(db)
    .selectFrom('casework.publication_text')
    .selectAll()
    .where('root', '=', root)
    .where('call', '=', place.call)
    .where('dossier', '=', place.dossier)
    .where('stage', '=', place.stage)
    .executeTakeFirst();
}

/** `row.version` is the one that the officer saw, 0 for none. */
export async function saveText(db: Transaction<unknown>, row: PublicationTextRow): Promise<void> {
  const { version, ...rest } = row;
  const { rowCount } = await sql<never>`
    insert into casework.publication_text as t (root, call, dossier, stage, title, lead, closing, keeps, version, updated_at, updated_by)
    values (${rest.root}, ${rest.call}, ${rest.dossier}, ${rest.stage}, ${rest.title}, ${rest.lead}, ${rest.closing}, ${rest.keeps}, 1,
      ${rest.updated_at}, ${rest.updated_by})
    on conflict (root, call, dossier, stage) do update set title = excluded.title, lead = excluded.lead, closing = excluded.closing,
      keeps = excluded.keeps, version = t.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
      where t.version = ${version}
    returning 1`
    .execute(db)
    .then((result) => ({ rowCount: result.rows.length }));
  if (rowCount === 0) throw staleWrite('这份公示文字');
}
