// The bureau's own rules for reviews, one row for each root; the defaults hold where it has none.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { staleWrite } from '#platform/refusal.ts';
import { type Rules, rulesFrom } from '../model/bureau-rules.ts';
import type { ReviewTables } from './tables.ts';

export interface KnownRules {
  readonly rules: Rules;
  /** 0 while nothing has been set. */
  readonly version: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

export async function rulesOf(db: Transaction<unknown>, root: string): Promise<KnownRules> {
  const row = await tables<ReviewTables>(db).selectFrom('review.rules').selectAll().where('root', '=', root).executeTakeFirst();
  return {
    rules: rulesFrom(row?.rules ?? {}),
    version: row?.version ?? 0,
    changedAt: row?.changed_at ?? null,
    changedBy: row?.changed_by ?? null,
  };
}

export async function saveRules(
  db: Transaction<unknown>,
  root: string,
  rules: Rules,
  by: { readonly version: number; readonly now: Date; readonly name: string },
): Promise<void> {
  const written = await tables<ReviewTables>(db)
    .insertInto('review.rules')
    .values({ root, rules: JSON.stringify(rules) as never, version: by.version + 1, changed_at: by.now, changed_by: by.name })
    .onConflict((conflict) =>
      conflict
        .column('root')
        .doUpdateSet({ rules: JSON.stringify(rules) as never, version: by.version + 1, changed_at: by.now, changed_by: by.name })
        .where('review.rules.version', '=', by.version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) throw staleWrite('评审规则');
}
