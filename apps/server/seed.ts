// The demonstration: each module loads its own part; accounts come last, because their presence says that all is there.

import { offices } from '#modules/accounts/contract.ts';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import type { Database } from '#platform/db/database.ts';

export async function isEmptyRoot(database: Database, root: string): Promise<boolean> {
  return database.withSystem(root, async (db) => (await offices(db, root, { withClosed: true })).length === 0, { readOnly: true });
}

export async function seedDemonstration(database: Database, root: string): Promise<void> {
  await seedDemonstrationAccounts(database, root);
}
