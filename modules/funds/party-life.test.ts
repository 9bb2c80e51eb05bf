// A party's money: its own accounts stand under a second person's eye, and all of it follows when the party merges into another.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { byOf } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { idOf, makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { fundsMover, recordObligations } from './contract.ts';
import { enterAccounts, judgeAccounts } from './store/accounts.ts';

const seal = { seal: (plain: string) => plain, open: (stored: string) => stored };
const [from, to] = [idOf('party 花圃甲'), idOf('party 花圃乙')];
const byAs = (actor: ReturnType<typeof makeActor>) => byOf({ actor, now: new Date('2025-05-06T02:00:00Z'), today: '2025-05-06' });
const actors = { officer: makeActor('经办'), finance: makeActor('财政'), firm: partyActor('花圃甲', from), city: makeActor('城') };
const account = (party: string) => ({ party, partyName: '花圃甲有限公司', region: '990104', bank: '澜江银行', number: '12345678' });

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.close());

const as = <T>(who: keyof typeof actors, work: Parameters<typeof database.withActor<T>>[2]) => database.withActor(actors[who], {}, work);

it('lets a party enter an account, never take it into use or change it', async () => {
  const [entered] = await as('firm', (db) => enterAccounts(db, byAs(actors.firm), seal, [account(from)]));
  const changed = await as('firm', (db) => sql`update funds.payee_account set bank = '他行' where id = ${entered?.id}::uuid`.execute(db));
  expect(changed.numAffectedRows).toBe(0n);
  const taken = as('firm', (db) =>
    sql`insert into funds.payee_account (id, root, region, party, party_name, bank, number_mask, sealed, status, entered_at, entered_by,
        entered_by_name, confirmed_at, confirmed_by, confirmed_by_name)
      select gen_random_uuid(), root, region, party, party_name, bank, number_mask, sealed, 'confirmed', entered_at, entered_by, entered_by_name,
        now(), gen_random_uuid(), '无人' from funds.payee_account where id = ${entered?.id}::uuid`.execute(db),
  );
  await expect(taken).rejects.toThrow(/row-level security/);
  const [used] = await as('finance', (db) =>
    judgeAccounts(db, byAs(actors.finance), [{ id: entered?.id ?? '', version: 1 }], { isConfirmed: true, note: '' }),
  );
  expect(used?.bank).toBe('澜江银行');
});

it('follows a party that merges: the survivor keeps its own account, the other is put aside', async () => {
  await as('officer', async (db) => {
    const [own] = await enterAccounts(db, byAs(actors.officer), seal, [account(to)]);
    await judgeAccounts(db, byAs(actors.finance), [{ id: own?.id ?? '', version: 1 }], { isConfirmed: true, note: '' });
    const parts = [{ no: 1, name: '一次性', amount: '100.00' }];
    await recordObligations(db, byOf({ actor: systemActor(ROOT), now: new Date('2025-05-06T02:00:00Z'), today: '2025-05-06' }), [
      {
        caseId: idOf('case'),
        caseNumber: '2025-1',
        programme: 'specimen',
        party: from,
        partyName: '花圃甲有限公司',
        region: '990104',
        root: ROOT,
        obligations: [{ kind: 'promise', purpose: '资助', amount: '100.00', parts }],
      },
    ]);
  });
  const held = () => as('city', (db) => fundsMover.holding(db, [from, to]));
  expect(await held()).toEqual(
    new Map([
      [from, 2],
      [to, 1],
    ]),
  );
  const by = { root: ROOT, account: actors.city.accountId };
  await as('city', (db) => fundsMover.move(db, by, from, { id: to, region: '990104' }));
  expect(await held()).toEqual(new Map([[to, 3]]));
  const statuses = await as('city', async (db) => {
    const { rows } = await sql<{ status: string }>`select status from funds.payee_account where party = ${to}::uuid order by 1`.execute(db);
    return rows.map(({ status }) => status);
  });
  expect(statuses).toEqual(['confirmed', 'replaced']);
  const parts = await as('city', (db) => sql`select from funds.part where party = ${to}::uuid`.execute(db));
  expect(parts.rows).toHaveLength(1);
});
