// Reckons the ledger's kept sums anew from its entries and tells how many differ.
import { sql, type Transaction } from 'kysely';

export interface SumsVerdict {
  readonly entries: number;
  readonly differing: number;
}

/** Of the root of the transaction. */
export async function verifySums(db: Transaction<unknown>): Promise<SumsVerdict> {
  const { rows } = await sql<{
    entries: string;
    differing: string;
  }>`select entries::text, differing::text from figures.differing_sums()`.execute(db);
  return { entries: Number(rows[0]?.entries ?? 0), differing: Number(rows[0]?.differing ?? 0) };
}
