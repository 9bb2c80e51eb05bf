// Many writers on one line of a real PostgreSQL: sums stay exact, nothing goes below zero, and the order does not matter where nothing is short.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BudgetMoveKind } from '#kernel/calculations/budget-line.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { byOf } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { idOf, makeActor, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { recordObligations, verifyBalances } from './contract.ts';
import { toText } from './model/money.ts';
import { enterAccounts, judgeAccounts } from './store/accounts.ts';
import { Ledger, type LineMove } from './store/ledger.ts';
import { lineOf, openLine } from './store/lines.ts';
import { approvePayments, proposePayments } from './store/payments.ts';
import { confirmPaid, returnPayments, sendPayments } from './store/settle-payments.ts';

const byAs = (name: string) => byOf({ actor: makeActor(name), now: new Date('2025-05-06T02:00:00Z'), today: '2025-05-06' });
const by = byAs('经办');
const leader = byAs('局长');
const finance = byAs('财政');
const seal = { seal: (plain: string) => plain, open: (stored: string) => stored };
const party = idOf('party 花圃甲');

let database: TestDatabase;
const inRoot = <T>(work: Parameters<typeof database.withSystem<T>>[1]) => database.withSystem(ROOT, work);

const newLine = (name: string, budget: string, programme: string | null = null) =>
  inRoot((db) =>
    openLine(db, by, {
      region: ROOT,
      year: 2025,
      source: 'CITY',
      name,
      functionCode: '2060404',
      economicCode: '',
      programme,
      documentNo: '澜财教〔2025〕8号',
      budget,
      freezesOn: '2025-12-15',
    }),
  );

const post = (move: Omit<LineMove, 'documentNo'>) =>
  inRoot(async (db) => {
    const ledger = await Ledger.open(db, by, [move.line]);
    ledger.take({ ...move, documentNo: '测试〔2025〕1号' });
    await ledger.write();
  });

/** True where the line took it, false where it refused; any other failure is a failure. */
const tried = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal && error.code.startsWith('INSUFFICIENT')) return false;
      throw error;
    },
  );

const holds = async () => expect(await inRoot((db) => verifyBalances(db, ROOT))).toMatchObject({ differing: [], partsDiffering: [] });

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.close());

describe('64 writers on one line', () => {
  it('reserve and commit until it is empty: exactly what fits is accepted', async () => {
    const line = await newLine('并发预留', '1000.00');
    const kinds: readonly BudgetMoveKind[] = ['RESERVE', 'COMMIT'];
    const taken = await Promise.all(
      Array.from({ length: 64 }, (_, index) => tried(post({ line, kind: kinds[index % 2] ?? 'COMMIT', amount: '33.34' }))),
    );
    expect(taken.filter(Boolean)).toHaveLength(29);
    const { free, reserved, committed } = await inRoot((db) => lineOf(db, line));
    expect(free).toBe('33.14');
    expect(toText(decimal(reserved).plus(decimal(committed)))).toBe('966.86');
    await post({ line, kind: 'DECOMMIT', amount: committed });
    await holds();
  });

  it('pay a commitment each, some coming back: the sum is exact to the fen', async () => {
    const line = await newLine('并发支付', '64000.00', 'many');
    await inRoot(async (db) => {
      const account = { party, partyName: '花圃甲有限公司', region: '990104', bank: '澜江银行', number: '12345678' };
      const entered = await enterAccounts(db, by, seal, [account]);
      const meant = entered.map(({ id }) => ({ id, version: 1 }));
      await judgeAccounts(db, finance, meant, { isConfirmed: true, note: '' });
    });
    const payments = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        inRoot(async (db) => {
          const amount = `${100 + index}.0${index % 10}`;
          await recordObligations(db, by, [
            {
              caseId: idOf(`case ${index}`),
              caseNumber: `2025-${index}`,
              programme: 'many',
              party,
              partyName: '花圃甲有限公司',
              region: '990104',
              root: ROOT,
              obligations: [{ kind: 'promise', purpose: `资助${index}`, amount, parts: [{ no: 1, name: '一次性', amount }] }],
            },
          ]);
          const { rows } = await sql<{
            id: string;
          }>`select id from funds.commitment where case_id = ${idOf(`case ${index}`)}::uuid`.execute(db);
          const [payment] = await proposePayments(db, by, [{ commitment: rows[0]?.id ?? '', part: 1 }]);
          if (payment === undefined) throw new Error('no payment');
          return payment;
        }),
      ),
    );
    expect(new Set(payments.map(({ number }) => number)).size).toBe(64);
    await Promise.all(
      payments.map(({ id }, index) =>
        inRoot(async (db) => {
          await approvePayments(db, leader, [{ id, version: 1 }]);
          await sendPayments(db, finance, [{ id, version: 2 }]);
          await confirmPaid(db, finance, [{ id, version: 3 }], '2025-05-06');
          if (index % 8 === 0) await returnPayments(db, finance, [{ id, version: 4, why: '账号有误', day: '2025-05-06' }]);
        }),
      ),
    );
    const cents = payments.map((_, index) => BigInt((100 + index) * 100 + (index % 10)));
    const total = (keep: (index: number) => boolean) => {
      const sum = cents.filter((_, index) => keep(index)).reduce((all, one) => all + one, 0n);
      return `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;
    };
    expect(await inRoot((db) => lineOf(db, line))).toMatchObject({
      paid: total((index) => index % 8 !== 0),
      committed: total((index) => index % 8 === 0),
    });
    await holds();
  });

  it('propose the same part: one is accepted', async () => {
    await newLine('并发提出', '500.00', 'single');
    const commitment = await inRoot(async (db) => {
      const amount = '500.00';
      const obligations = [{ kind: 'promise' as const, purpose: '资助', amount, parts: [{ no: 1, name: '一次性', amount }] }];
      const of = {
        caseId: idOf('one'),
        caseNumber: '2025-one',
        programme: 'single',
        party,
        partyName: '花圃甲',
        region: '990104',
        root: ROOT,
      };
      await recordObligations(db, by, [{ ...of, obligations }]);
      const { rows } = await sql<{ id: string }>`select id from funds.commitment where case_id = ${idOf('one')}::uuid`.execute(db);
      return rows[0]?.id ?? '';
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, () => inRoot((db) => proposePayments(db, by, [{ commitment, part: 1, amount: '500.00' }]))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await holds();
  });
});

describe('any moves', () => {
  const kinds: readonly BudgetMoveKind[] = [
    'ADJUST',
    'RESERVE',
    'RELEASE',
    'COMMIT',
    'COMMIT_RESERVED',
    'DECOMMIT',
    'PAY',
    'RETURN_TICKET',
    'RECOVER',
  ];

  it('leave balances that a recomputation gives again, none below zero', async () => {
    const move = fc.record({ kind: fc.constantFrom(...kinds), cents: fc.integer({ min: 1, max: 60_000 }), minus: fc.boolean() });
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 25 }), async (moves) => {
        serial += 1;
        const line = await newLine(`性质${serial}`, '1000.00');
        await inRoot(async (db) => {
          const ledger = await Ledger.open(db, by, [line]);
          for (const { kind, cents, minus } of moves) {
            const amount = `${kind === 'ADJUST' && minus ? '-' : ''}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
            ledger.tries({ line, kind, amount, documentNo: '测试' });
          }
          await ledger.write();
        });
        const { free, reserved, committed, paid, budget, adjusted } = await inRoot((db) => lineOf(db, line));
        for (const pocket of [free, reserved, committed, paid]) expect(decimal(pocket).isNegative()).toBe(false);
        const sum = decimal(free).plus(decimal(reserved)).plus(decimal(committed)).plus(decimal(paid));
        expect(toText(sum)).toBe(toText(decimal(budget).plus(decimal(adjusted))));
      }),
      { numRuns: 25 },
    );
    const { rows } = await inRoot((db) =>
      sql<{ differs: number }>`
        select count(*)::int as differs from funds.balance b where b.free <> (
          select sum(funds.balance_of('free', j.from_pocket, j.to_pocket, j.amount)) from funds.journal j where j.line = b.line)`.execute(
        db,
      ),
    );
    expect(rows[0]?.differs).toBe(0);
  });

  it('give the same in any order while nothing is short', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 2, maxLength: 12 });
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(amounts, async (list) => {
        serial += 1;
        const lines = [await newLine(`顺序甲${serial}`, '1000000.00'), await newLine(`顺序乙${serial}`, '1000000.00')] as const;
        const moves = list.map((cents, index) => ({ kind: index % 2 === 0 ? 'RESERVE' : 'COMMIT', amount: `${cents}.01` }) as const);
        for (const [line, order] of [[lines[0], moves] as const, [lines[1], moves.toReversed()] as const])
          await inRoot(async (db) => {
            const ledger = await Ledger.open(db, by, [line]);
            for (const move of order) ledger.take({ line, ...move, documentNo: '测试' });
            await ledger.write();
          });
        const [a, b] = await inRoot(async (db) => [await lineOf(db, lines[0]), await lineOf(db, lines[1])] as const);
        expect([a.free, a.reserved, a.committed]).toEqual([b.free, b.reserved, b.committed]);
      }),
      { numRuns: 8 },
    );
  });

  it('are refused by the database itself where a program forgets to ask', async () => {
    const line = await newLine('直写', '10.00');
    const forced = inRoot((db) =>
      sql`insert into funds.journal (root, region, line, day, kind, from_pocket, to_pocket, amount, document_no, at, by_account, by_name)
        values (${ROOT}, ${ROOT}, ${line}::uuid, '2025-05-06', 'COMMIT', 'free', 'committed', 10.01, 'x', now(), ${systemActor(ROOT).accountId}::uuid, 'x')`.execute(
        db,
      ),
    );
    await expect(forced).rejects.toThrow('balance_free');
    expect(await inRoot((db) => lineOf(db, line))).toMatchObject({ free: '10.00', committed: '0.00' });
  });
});
