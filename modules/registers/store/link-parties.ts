// Finds the parties that rows name: by credit code, then by name, never by guessing; who is not found stays unlinked.
import type { Transaction } from 'kysely';
import type { Register } from '#kernel/declare/register.ts';
import { matchParties, type Wanted } from '#modules/registry/contract.ts';

function wantedOf(register: Register, answers: Readonly<Record<string, unknown>>): Wanted {
  const named = register.party === undefined ? undefined : (answers[register.party] as { name?: string; uscc?: string } | undefined);
  return { uscc: named?.uscc ?? null, name: named?.name ?? null };
}

/** Ids in the order of the answers. */
export async function linkParties(
  db: Transaction<unknown>,
  register: Register,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly (string | null)[]> {
  if (register.party === undefined) return rows.map(() => null);
  const matches = await matchParties(
    db,
    rows.map((answers) => wantedOf(register, answers)),
  );
  return matches.map((match) => (match.kind === 'found' ? match.party : null));
}
