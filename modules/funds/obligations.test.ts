// Obligations of cases on a real database: a promise finds its line or waits, parts fall due, rests are released, money is taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Obligation } from '#kernel/declare/obligation.ts';
import { byOf } from '#modules/registry/contract.ts';
import { type Actor, systemActor } from '#platform/actor.ts';
import { idOf, partyActor, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { type CaseObligations, recordObligations, verifyBalances } from './contract.ts';
import { partsOf } from './store/commitments.ts';
import { lineOf, openLine } from './store/lines.ts';
import type { CommitmentRow } from './store/tables.ts';

const REGION = '990104';
const party = idOf('party 花圃甲');
const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-05-06T02:00:00Z'), today: '2025-05-06' });

let database: TestDatabase;
let line: string;

const of = (name: string, ...obligations: Obligation[]): CaseObligations => ({
  caseId: idOf(`case ${name}`),
  caseNumber: `2025${name}`,
  programme: 'specimen',
  party,
  partyName: '花圃甲有限公司',
  region: REGION,
  root: ROOT,
  obligations,
});

const promise = (amount: string, ...shares: string[]): Obligation => ({
  kind: 'promise',
  purpose: '示范花圃资助',
  amount,
  parts: shares.map((share, index) => ({ no: index + 1, name: `第${index + 1}期`, amount: share })),
});

const record = (what: CaseObligations, actor: Actor = systemActor(ROOT)) =>
  database.withActor(actor, {}, (db) => recordObligations(db, by, [what]));
const balance = () => database.withSystem(ROOT, (db) => lineOf(db, line));
const commitment = (name: string) =>
  database.withSystem(ROOT, async (db) => {
    const rows = await db
      .withTables<{ 'funds.commitment': CommitmentRow }>()
      .selectFrom('funds.commitment')
      .selectAll()
      .where('case_id', '=', idOf(`case ${name}`))
      .execute();
    const [row] = rows;
    if (row === undefined) throw new Error(`no commitment of ${name}`);
    return { ...row, parts: (await partsOf(db, [row.id])).get(row.id) ?? [] };
  });

beforeAll(async () => {
  database = await makeDatabase();
  line = await database.withSystem(ROOT, (db) =>
    openLine(db, by, {
      region: ROOT,
      year: 2025,
      source: 'CITY',
      name: '花圃专项',
      functionCode: '2060404',
      economicCode: '',
      programme: 'specimen',
      documentNo: '澜财教〔2025〕8号',
      budget: '1000000.00',
      freezesOn: '2025-12-15',
    }),
  );
});
afterAll(() => database.close());

describe('obligations', () => {
  it('a promise comes to the line of its programme; its parts wait for the case', async () => {
    await record(of('a', promise('600000.00', '360000.00', '240000.00')));
    expect(await balance()).toMatchObject({ free: '400000.00', committed: '600000.00', paid: '0.00' });
    expect(await commitment('a')).toMatchObject({ status: 'active', line, parts: [{ due_on: null }, { due_on: null }] });
    await record(of('a', { kind: 'due', part: 1 }));
    expect((await commitment('a')).parts.map((part) => part.due_on)).toEqual(['2025-05-06', null]);
  });

  it('a promise above what is free waits for an officer, and the move of the case stands', async () => {
    await record(of('b', promise('500000.00', '500000.00')));
    expect(await commitment('b')).toMatchObject({ status: 'waiting', line: null, parts: [{ due_on: '2025-05-06' }] });
    expect(await balance()).toMatchObject({ committed: '600000.00' });
  });

  it('is made by whoever moves the case: a firm gives up what it never sees the line of', async () => {
    await record(of('a', { kind: 'give-up', why: '企业撤回' }), partyActor('花圃甲', party));
    expect(await balance()).toMatchObject({ free: '1000000.00', committed: '0.00' });
    expect(await commitment('a')).toMatchObject({ status: 'given-up', given_up: '600000.00' });
  });

  it('refuses a second promise, a part that is not there, and more back than was paid', async () => {
    await expect(record(of('b', promise('1.00', '1.00')))).rejects.toMatchObject({ code: 'ALREADY_PROMISED' });
    await expect(record(of('b', { kind: 'due', part: 2 }))).rejects.toMatchObject({ code: 'PART_UNKNOWN' });
    await expect(record(of('b', { kind: 'take-back', amount: '1.00', why: '迁出' }))).rejects.toMatchObject({
      code: 'ABOVE_PAID',
      message: '拟追回1元，超过已支付且尚未追回的0元。',
    });
    await expect(record(of('c', { kind: 'due', part: 1 }))).rejects.toMatchObject({ code: 'NOT_PROMISED' });
    await expect(record(of('c', promise('2.00', '1.00')))).rejects.toThrow('do not sum');
  });

  it('after giving up may promise anew', async () => {
    await record(of('a', promise('100.00', '100.00')));
    expect(await balance()).toMatchObject({ committed: '100.00' });
  });

  it('leaves balances that the journal gives again, and a journal that nobody edits', async () => {
    expect(await database.withSystem(ROOT, (db) => verifyBalances(db, ROOT))).toEqual({ lines: 1, differing: [], partsDiffering: [] });
    await expect(database.withOwner((client) => client.query('update funds.journal set amount = 1'))).rejects.toThrow('只能追加');
    await expect(database.withOwner((client) => client.query('delete from funds.journal'))).rejects.toThrow('只能追加');
  });
});
