// Rows that anyone may see, out of the table that holds public fields alone.
import { sql, type Transaction } from 'kysely';
import type { Register } from '#kernel/declare/register.ts';
import { filterCondition } from '#kernel/faces/filter-sql.ts';
import type { Filter } from '#kernel/faces/filters.ts';
import { exactTotal, type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import type { PublicRowRow, RegistersTables } from './tables.ts';

export interface PublicAsked {
  readonly register: Register;
  readonly root: string;
  readonly today: string;
  readonly filters: readonly Filter[];
}

/** In force today: neither past its end nor ended. */
function inForce(db: Transaction<unknown>, { register, root, today, filters }: PublicAsked) {
  let query = tables<RegistersTables>(db)
    .selectFrom('registers.public_row as p')
    .where('p.root', '=', root)
    .where('p.register', '=', register.id)
    .where(sql<boolean>`(p.until_on is null or p.until_on >= ${today}) and (p.ended_on is null or p.ended_on > ${today})`);
  for (const filter of filters) {
    const { strings, values } = filterCondition(register.form, filter, 'p.answers');
    query = query.where(sql<boolean>(Object.assign([...strings], { raw: [...strings] }) as unknown as TemplateStringsArray, ...values));
  }
  return query;
}

export async function listPublic(
  db: Transaction<unknown>,
  asked: PublicAsked,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<PublicRowRow>> {
  const query = inForce(db, asked).selectAll('p');
  const options = { columns: { title: { ref: 'p.title', type: 'text' as const } }, id: 'p.row_id', defaultSort: 'title', ...paging };
  return (await page(tables<RegistersTables>(db), query as never, options)) as unknown as Page<PublicRowRow>;
}

export const countPublic = (db: Transaction<unknown>, asked: PublicAsked): Promise<number> =>
  exactTotal(tables<RegistersTables>(db), inForce(db, asked).selectAll('p') as never);

export async function* eachPublic(db: Transaction<unknown>, asked: PublicAsked): AsyncGenerator<PublicRowRow> {
  let after: string | undefined;
  do {
    const { rows, next } = await listPublic(db, asked, { after, limit: 200 });
    yield* rows;
    after = next ?? undefined;
  } while (after !== undefined);
}
