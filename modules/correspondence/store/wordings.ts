// Fixed texts and agency codes as the bureau words them; what is not kept is the usual.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { closingName, codePrefix, usualClosings } from '../model/wordings.ts';
import type { CorrespondenceTables } from './tables.ts';

export interface Wordings {
  closing(kind: DocumentKind): string;
  /** Agency codes by region and line. */
  readonly codes: Readonly<Record<string, string>>;
}

export async function storedWordings(db: Transaction<unknown>, root: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tables<CorrespondenceTables>(db)
    .selectFrom('correspondence.wording')
    .select(['name', 'value'])
    .where('root', '=', root)
    .execute();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

export async function wordingsOf(db: Transaction<unknown>, root: string): Promise<Wordings> {
  const stored = await storedWordings(db, root);
  const codes = [...stored].flatMap(([name, value]) => (name.startsWith(codePrefix) ? [[name.slice(codePrefix.length), value]] : []));
  return { closing: (kind) => stored.get(closingName(kind)) ?? usualClosings[kind], codes: Object.fromEntries(codes) };
}

export async function keepWording(
  db: Transaction<unknown>,
  row: { readonly root: string; readonly name: string; readonly value: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const { root, name, value, at, by } = row;
  await tables<CorrespondenceTables>(db)
    .insertInto('correspondence.wording')
    .values({ root, name, value, changed_at: at, changed_by: by })
    .onConflict((conflict) => conflict.columns(['root', 'name']).doUpdateSet({ value, changed_at: at, changed_by: by }))
    .execute();
}

export async function dropWording(db: Transaction<unknown>, root: string, name: string): Promise<void> {
  await tables<CorrespondenceTables>(db).deleteFrom('correspondence.wording').where('root', '=', root).where('name', '=', name).execute();
}
