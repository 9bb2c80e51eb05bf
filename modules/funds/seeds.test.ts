// The demonstration's money: in every state, and as sound as real money.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idOf, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { verifyBalances } from './contract.ts';
import { loadFunds } from './seeds.ts';
import { countByStatus } from './store/lists.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.close());

it.each(['2026-11-30', '2027-01-05'])(
  'loads on %s: lines of two years, payments in every state, balances that the journal gives',
  async (today) => {
    const payees = Array.from({ length: 28 }, (_, index) => ({
      id: idOf(`payee ${today} ${index}`),
      name: `演示企业${index}`,
      region: index < 10 ? '990171' : '990104',
    }));
    const seal = { seal: (plain: string) => plain, open: (stored: string) => stored };
    const root = today.startsWith('2026') ? ROOT : '990200';
    const plan = { root, county: '990171', today, programme: 'specimen', agency: '澜财教', payees, seal };
    const count = await database.withSystem(root, (db) => loadFunds(db, plan));
    expect(count).toBeGreaterThan(40);
    const payments = await database.withSystem(root, (db) => countByStatus(db, root, 'payment'));
    for (const status of ['proposed', 'approved', 'sent', 'paid', 'returned']) expect(payments[status]).toBeGreaterThan(0);
    expect(await database.withSystem(root, (db) => verifyBalances(db, root))).toEqual({ lines: 6, differing: [], partsDiffering: [] });
  },
);
