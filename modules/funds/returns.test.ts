// The bank's return file on a real database: judged by cell, written whole by a second person, undone by batch; figures follow, and what a city sets.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fundMeasures } from '#kernel/declare/fund-measures.ts';
import { byOf } from '#modules/registry/contract.ts';
import type { ImportReport } from '#modules/registry/wire.ts';
import { readWorkbook } from '#platform/sheets/sheets.ts';
import { idOf, makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { fundsActions } from './actions/index.ts';
import { verifyBalances } from './contract.ts';
import type { FundsSetting } from './setting.ts';
import { enterAccounts, judgeAccounts } from './store/accounts.ts';
import { openCommitments } from './store/commitments.ts';
import { Ledger } from './store/ledger.ts';
import { lineOf, openLine } from './store/lines.ts';
import { approvePayments, proposePayments } from './store/payments.ts';
import { confirmPaid, sendPayments } from './store/settle-payments.ts';
import type { PaymentRow } from './store/tables.ts';
import type { ParametersView } from './wire.ts';

type Refused = {
  readonly error: { readonly code: string; readonly message: string; readonly details: { where: string; message: string }[] };
};

const seal = { seal: (plain: string) => `sealed ${plain}`, open: (stored: string) => stored.replace('sealed ', '') };
const setting: FundsSetting = { programmes: [], seal, regionName: (code) => code };
const actors = {
  first: makeActor('财政甲', { permissions: ['funds/payment:read', 'funds/payment:confirm'] }),
  second: makeActor('财政乙', { permissions: ['funds/payment:read', 'funds/payment:confirm'] }),
  officer: makeActor('经办', { permissions: ['funds/payment:read', 'funds/budget:manage'] }),
};
type Who = keyof typeof actors;
const byAs = (name: string) => byOf({ actor: makeActor(name), now: new Date('2025-05-06T02:00:00Z'), today: '2025-05-06' });
const [by, leader, finance] = [byAs('经办'), byAs('局长'), byAs('财政')];
const account = (n: number): string => `62220012345678901${String(n).padStart(2, '0')}`;

let app: TestApp;
let line: string;
let payments: readonly PaymentRow[];
const inRoot = <T>(work: Parameters<typeof app.database.withSystem<T>>[1]) => app.database.withSystem(ROOT, work);

const csv = (rows: readonly (readonly string[])[]): string =>
  [['拨付单号', '收款账号', '退票金额（元）', '退票原因', '退票日期'], ...rows].map((row) => row.join(',')).join('\n');
const good = (n: number, reason = '户名不符', day = '2025-05-08'): string[] => [
  payments[n]?.number ?? '',
  account(n),
  payments[n]?.amount ?? '',
  reason,
  day,
];
const check = (rows: readonly (readonly string[])[], who: Who = 'first') =>
  app.as(who).upload<ImportReport & Refused>('/funds/imports', { fileName: '退票.csv', content: csv(rows), fields: { kind: 'returns' } });
const commit = (id: string, who: Who, skipWrong = true) =>
  app.as(who).post<ImportReport & Refused>(`/funds/imports/${id}/commit`, { skipWrong });
const undo = (id: string, partial = false) =>
  app.as('first').post<ImportReport & Refused>(`/funds/imports/${id}/undo`, { reason: '银行发错文件', partial });
const statuses = async () =>
  (await inRoot((db) => sql<{ status: string }>`select status from funds.payment order by number`.execute(db))).rows.map(
    (row) => row.status,
  );
const figure = async (measure: string) =>
  (
    await inRoot((db) =>
      sql<{ value: string }>`select coalesce(sum(value), 0)::text as value from figures.entry where measure = ${measure}`.execute(db),
    )
  ).rows[0]?.value;
const holds = async () => expect(await inRoot((db) => verifyBalances(db, ROOT))).toMatchObject({ differing: [], partsDiffering: [] });

beforeAll(async () => {
  app = await makeApp({ actions: fundsActions(setting), actors });
  app.clock.at('2025-05-09T09:00:00+08:00');
  payments = await inRoot(async (db) => {
    const common = { region: ROOT, year: 2025, source: 'CITY', functionCode: '2060404', economicCode: '', programme: null } as const;
    line = await openLine(db, by, {
      ...common,
      name: '奖补',
      documentNo: '澜财教〔2025〕8号',
      budget: '100000.00',
      freezesOn: '2025-12-15',
    });
    const parties = Array.from({ length: 5 }, (_, n) => ({ id: idOf(`party ${n}`), name: `花圃${n}有限公司` }));
    const entered = await enterAccounts(
      db,
      by,
      seal,
      parties.map(({ id, name }, n) => ({ party: id, partyName: name, region: ROOT, bank: '澜江银行', number: account(n) })),
    );
    await judgeAccounts(
      db,
      finance,
      entered.map(({ id }) => ({ id, version: 1 })),
      { isConfirmed: true, note: '' },
    );
    const ledger = await Ledger.open(db, by, [line]);
    const promised = await openCommitments(
      db,
      by,
      ledger,
      parties.map(({ id, name }, n) => ({
        case: null,
        programme: 'none',
        party: id,
        partyName: name,
        region: ROOT,
        purpose: '奖补',
        documentNo: '澜科〔2025〕1号',
        amount: `${1000 + n}.5${n}`,
        parts: [{ no: 1, name: '一次性', amount: `${1000 + n}.5${n}`, isDue: true }],
      })),
      [{ id: line }],
    );
    await ledger.write();
    const made = await proposePayments(
      db,
      by,
      promised.map(({ id }) => ({ commitment: id, part: 1 })),
    );
    await approvePayments(
      db,
      leader,
      made.map(({ id }) => ({ id, version: 1 })),
    );
    await sendPayments(
      db,
      finance,
      made.slice(0, 4).map(({ id }) => ({ id, version: 2 })),
    );
    await confirmPaid(
      db,
      finance,
      made.slice(0, 3).map(({ id }) => ({ id, version: 3 })),
      '2025-05-06',
    );
    return made;
  });
});
afterAll(() => app.close());

describe('a return file', () => {
  it('is judged by cell, keeps no account number in the clear, and is not written while a row is wrong', async () => {
    const { body } = await check([
      good(0),
      [payments[1]?.number ?? '', account(0), payments[1]?.amount ?? '', '账号有误', '2025-05-08'],
      [payments[2]?.number ?? '', account(2), '1.00', '账号有误', '2025-05-08'],
      good(3, '久悬户', '2025-05-10'),
      good(4),
      good(0),
      ['ZF209900001', account(1), '5', '查无此人', '2025-05-08'],
    ]);
    expect(body.counts).toEqual({ new: 0, changed: 1, same: 0 });
    expect(body.faults.map(({ where, message }) => `${where}：${message}`)).toEqual([
      expect.stringMatching(/第 3 行 B 列 收款账号：与付款时的收款账号不同/),
      expect.stringMatching(/第 4 行 C 列 退票金额：.*拨付1002\.52元，文件为1元/),
      expect.stringMatching(/第 5 行 E 列 退票日期：2025-05-10 晚于今天/),
      expect.stringMatching(/第 6 行 A 列 拨付单号：.*现为“待支付”/),
      expect.stringMatching(/第 7 行 A 列 拨付单号：与第 2 行是同一笔拨付/),
      expect.stringMatching(/第 8 行 A 列 拨付单号：没有单号为“ZF209900001”的拨付/),
    ]);
    expect(JSON.stringify(body)).not.toContain(account(0));
    const kept = await inRoot((db) =>
      sql<{ all: string }>`select string_agg(values::text, '') as all from registry.import_row`.execute(db),
    );
    expect(kept.rows[0]?.all.replaceAll(`sealed ${account(0)}`, '')).not.toContain(account(0));

    const refused = await commit(body.id, 'second');
    expect(refused.body.error).toMatchObject({ code: 'IMPORT_KEPT_BACK', message: expect.stringContaining('6 行有误') });
    const marked = await app.as('first').get(`/funds/imports/${body.id}/marked`);
    expect((await readWorkbook(marked.bytes)).sheets[0]?.name).toBe('文本文件');
    expect(await statuses()).toEqual(['paid', 'paid', 'paid', 'sent', 'approved']);
  });

  it('is written by a second person alone, once, and posts to line and figures; taken back, all stands as before', async () => {
    const paid = await figure(fundMeasures.paid.id);
    const before = await inRoot((db) => lineOf(db, line));
    const { body } = await check([good(0), [...good(1).slice(0, 1), `6222****${account(1).slice(-4)}`, ...good(1).slice(2)], good(3)]);
    expect(body).toMatchObject({ counts: { changed: 3 }, keptBack: expect.stringContaining('须由另一位经办人') });
    expect((await commit(body.id, 'first')).body.error.code).toBe('IMPORT_KEPT_BACK');
    const done = await commit(body.id, 'second', false);
    expect(done.body.status).toBe('committed');
    expect((await commit(body.id, 'second')).status).toBe(409);
    expect(await statuses()).toEqual(['returned', 'returned', 'paid', 'returned', 'approved']);
    const after = await inRoot((db) => lineOf(db, line));
    expect([after.paid, await figure(fundMeasures.paid.id), await figure(fundMeasures.returned.id)]).toEqual([
      '1002.52',
      '1002.52',
      '2002.01',
    ]);
    await holds();

    // The same file again changes nothing.
    expect((await check([good(0), good(1), good(3)], 'second')).body.counts).toEqual({ new: 0, changed: 0, same: 3 });

    expect((await undo(body.id)).body.status).toBe('undone');
    expect(await statuses()).toEqual(['paid', 'paid', 'paid', 'sent', 'approved']);
    expect((await inRoot((db) => lineOf(db, line))).paid).toBe(before.paid);
    expect(await figure(fundMeasures.paid.id)).toBe(paid);
    await holds();
  });

  it('writes nothing at all where a colleague has moved one payment on, and keeps back what was proposed again', async () => {
    const { body } = await check([good(0), good(2)]);
    await inRoot((db) => sql`update funds.payment set version = version + 1 where number = ${payments[2]?.number}`.execute(db));
    expect((await commit(body.id, 'second')).status).toBe(409);
    expect(await statuses()).toEqual(['paid', 'paid', 'paid', 'sent', 'approved']);

    const again = await check([good(0), good(2)]);
    await commit(again.body.id, 'second', false);
    await inRoot((db) => proposePayments(db, by, [{ commitment: payments[0]?.commitment ?? '', part: 1 }]));
    const blocked = await undo(again.body.id);
    expect(blocked.body.error).toMatchObject({ code: 'UNDO_BLOCKED' });
    expect(blocked.body.error.details[0]?.message).toContain('已重新提出拨付');
    await undo(again.body.id, true);
    expect((await statuses()).slice(0, 3)).toEqual(['returned', 'paid', 'paid']);
    await holds();
  });
});

describe('what a city may set', () => {
  it('is kept with who changed what and why, and refuses a version that is no longer the last', async () => {
    const now = (await app.as('officer').get<ParametersView>('/funds/parameters')).body;
    expect(now).toMatchObject({ version: 0, parameters: { payWithinDays: 30, freezeMonth: 12 }, history: [] });
    const set = (parameters: object, version = 0) =>
      app.as('officer').put<ParametersView & Refused>('/funds/parameters', { version, parameters, why: '局务会议定' });
    expect((await set({ ...now.parameters, payWithinDays: 45 })).body.error.details[0]?.where).toBe('payWithinDays');
    const { body } = await set({ ...now.parameters, payWithinDays: 20 });
    expect(body.history).toMatchObject([
      {
        by: expect.stringContaining('经办'),
        why: '局务会议定',
        changes: [{ label: '到期后多少日内拨付', before: '30 日', after: '20 日' }],
      },
    ]);
    expect((await set({ ...now.parameters, payWithinDays: 10 })).status).toBe(409);
    expect((await app.as('first').put('/funds/parameters', { version: 1, parameters: now.parameters, why: '试试' })).status).toBe(403);
  });
});
