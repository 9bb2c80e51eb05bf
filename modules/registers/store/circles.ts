// Enters the circles that a person belongs to for the rest of the transaction: only then does the database show rows of those registers.
import { sql, type Transaction } from 'kysely';
import type { RegistersSetting } from '../setting.ts';

export async function enterCircles(
  db: Transaction<unknown>,
  setting: RegistersSetting,
  may: (permission: string) => boolean,
): Promise<void> {
  const circles = new Set(setting.catalogue.registers.flatMap(({ seenBy }) => (seenBy !== undefined && may(seenBy) ? [seenBy] : [])));
  if (circles.size > 0) await sql`select set_config('kechuang.circles', ${[...circles].join(',')}, true)`.execute(db);
}
