// Money from a line to the bank and back through HTTP on a real database: two persons, every refusal with its numbers, sight by region and party.
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { countyActor, makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { unknownFacts } from '#testing/specimen/unknown-facts.ts';
import { fundsActions } from './actions/index.ts';
import { recordObligations, verifyBalances } from './contract.ts';
import type { FundsSetting } from './setting.ts';
import type {
  AccountPage,
  CommitmentPage,
  CommitmentView,
  Done,
  JournalView,
  LineDetail,
  PaymentPage,
  PaymentView,
  RecoveryPage,
  Sent,
} from './wire.ts';

const REGION = '990104';
const seal = { seal: (plain: string) => `sealed ${plain}`, open: (stored: string) => stored.replace('sealed ', '') };
const setting: FundsSetting = {
  programmes: [{ id: 'specimen', name: '示范花圃' }],
  seal,
  regionName: (code) => code,
};
const officer = ['funds/payment:read', 'funds/budget:manage', 'funds/payment:propose', 'funds/account:enter', 'funds/account:confirm'];

interface Refused {
  readonly error: { readonly code: string; readonly message: string; readonly details: readonly { message: string }[] };
}

let app: TestApp;
let firm: string;
let line: string;
const actors = {
  officer: makeActor('经办', { permissions: [...officer, 'funds/payment:approve'] }),
  leader: makeActor('局长', { permissions: ['funds/payment:read', 'funds/payment:approve'] }),
  finance: makeActor('财政', { permissions: ['funds/payment:read', 'funds/payment:confirm', 'funds/account:confirm'] }),
  county: countyActor('县财政', REGION, ['funds/payment:read', 'funds/payment:confirm']),
  elsewhere: countyActor('邻县', '990105', ['funds/payment:read', 'funds/payment:confirm']),
};

const as = (who: keyof typeof actors) => app.as(actors[who]);
const meant = (...rows: PaymentView[]) => rows.map(({ id, version }) => ({ id, version }));
const listed = async (query: string) => (await as('officer').get<PaymentPage>(`/funds/payments?${query}`)).body.rows;
const only = async (query: string): Promise<PaymentView> => {
  const [row] = await listed(query);
  if (row === undefined) throw new Error(`no payment: ${query}`);
  return row;
};
const theCommitment = async (): Promise<CommitmentView> => {
  const [row] = (await as('officer').get<CommitmentPage>('/funds/commitments')).body.rows;
  if (row === undefined) throw new Error('no commitment');
  return row;
};
const detail = async () => (await as('officer').get<LineDetail>(`/funds/lines/${line}`)).body;

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({ database, actions: fundsActions(setting), actors });
  app.clock.at('2025-05-06T09:00:00+08:00');
  const by = byOf({ actor: systemActor(ROOT), now: app.clock.now(), today: '2025-05-06' });
  firm = await database.withSystem(ROOT, (db) =>
    createParty(db, by, {
      kind: 'enterprise',
      name: '花圃甲有限公司',
      region: REGION,
      uscc: '91360100MA0A1B2C2P',
      status: 'active',
      ...unknownFacts,
    }),
  );
  await database.withSystem(ROOT, (db) =>
    recordObligations(db, by, [
      {
        caseId: firm,
        caseNumber: '2025990104000001',
        programme: 'specimen',
        party: firm,
        partyName: '花圃甲有限公司',
        region: REGION,
        root: ROOT,
        obligations: [
          {
            kind: 'promise',
            purpose: '示范花圃资助',
            amount: '1000000.00',
            parts: [
              { no: 1, name: '首付款', amount: '600000.00' },
              { no: 2, name: '尾款', amount: '400000.00' },
            ],
          },
          { kind: 'due', part: 1 },
        ],
      },
    ]),
  );
});
afterAll(() => app.close());

describe('a budget line', () => {
  it('is opened by a document, adjusted, reserved and released by further ones', async () => {
    const opened = await as('officer').post<Done>('/funds/lines', {
      year: 2025,
      source: 'CITY',
      name: '花圃专项',
      functionCode: '2060404',
      documentNo: '澜财教〔2025〕8号',
      budget: '1500000',
    });
    expect(opened.body.says).toBe('已登记“花圃专项”150万元。');
    line = opened.body.id ?? '';
    const move = (body: object) =>
      as('officer').post<Done & Refused>(`/funds/lines/${line}/moves`, { documentNo: '澜财教〔2025〕9号', ...body });
    expect((await move({ kind: 'ADJUST', amount: '-300000' })).body.says).toBe('已调整预算-30万元，可用余额120万元。');
    await move({ kind: 'RESERVE', amount: '1100000' });
    expect((await move({ kind: 'RESERVE', amount: '200000' })).body.error).toMatchObject({
      code: 'INSUFFICIENT_FREE',
      message: '指标“花圃专项”不能预留20万元：可用余额只有10万元。',
    });
    expect((await move({ kind: 'RELEASE', amount: '2000000' })).body.error.message).toContain('预留只有110万元');
    expect(await detail()).toMatchObject({ budget: '1500000.00', adjusted: '-300000.00', reserved: '1100000.00', free: '100000.00' });
  });

  it('takes the waiting promise out of what was reserved', async () => {
    const { id, version } = await theCommitment();
    const assign = (fromReserved: boolean) =>
      as('officer').post<Done & Refused>('/funds/commitment-lines', { line, fromReserved, commitments: [{ id, version }] });
    expect((await assign(false)).body.error.message).toBe('指标“花圃专项”不能承诺100万元：可用余额只有10万元。');
    expect((await assign(true)).body.says).toContain('已为 1 笔承诺共100万元落实“花圃专项”');
    expect(await detail()).toMatchObject({ reserved: '100000.00', committed: '1000000.00' });
  });

  it('is not shown to firms, and to a county only its own', async () => {
    expect((await app.as(partyActor('花圃甲', firm, ['funds/payment:read'])).get('/funds/lines')).status).toBe(403);
    expect((await as('county').get<{ total: number }>('/funds/lines')).body.total).toBe(0);
  });
});

describe('a payment', () => {
  const propose = async (part: number, amount?: string) =>
    as('officer').post<Done & Refused>('/funds/payments', {
      payments: [{ commitment: (await theCommitment()).id, part, ...(amount === undefined ? {} : { amount }) }],
    });

  it('needs an account that a second person has confirmed, and never shows its number', async () => {
    expect((await propose(1)).body.error.code).toBe('ACCOUNT_MISSING');
    const number = '6222020200112233445';
    await as('officer').post('/funds/accounts', { party: firm, bank: '澜江市商业银行高新支行', number });
    const answer = await as('officer').get<AccountPage>('/funds/accounts');
    const [account] = answer.body.rows;
    expect(answer.text).not.toContain(number);
    expect(account).toMatchObject({ number: '***************3445', partyName: '花圃甲有限公司', status: 'entered' });
    const judge = (who: keyof typeof actors) =>
      as(who).post<Done & Refused>(`/funds/accounts/${account?.id}/judge`, { version: 1, isConfirmed: true });
    expect((await judge('officer')).body.error.code).toBe('OWN_ENTRY');
    expect((await judge('finance')).body.says).toContain('已启用');
  });

  it('is refused above its part, above the commitment and before it is due, each with its numbers', async () => {
    expect((await propose(1, '600000.01')).body.error.message).toBe(
      '不能拨付“花圃甲有限公司 示范花圃资助”：拨付60.000001万元超过“首付款”的余额60万元（本期60万元，已付0元，在途0元）。',
    );
    const { error } = (await propose(2, '1000001')).body;
    expect(error.details.map(({ message }) => message)).toEqual([
      '“尾款”尚未到付款条件，由办件的相应环节确认后才能拨付',
      '拨付100.0001万元超过整笔承诺的余额100万元（承诺100万元）',
      '拨付100.0001万元超过“尾款”的余额40万元（本期40万元，已付0元，在途0元）',
    ]);
  });

  it('waits for the own money of the party where that is asked', async () => {
    const { id, version } = await theCommitment();
    const note = (paid: string, at: number) =>
      as('officer').put(`/funds/commitments/${id}/own-money`, { version: at, required: '500000', paid });
    await note('100000', version);
    expect((await propose(1)).body.error.message).toContain('自有资金应付到30万元，现只登记到10万元（共应付50万元）');
    await note('300000', version + 1);
    expect((await propose(1, '400000')).body.says).toBe('已提出拨付 1 笔共40万元，等待局领导审定。');
    expect((await propose(1, '200000.01')).body.error.message).toContain('余额20万元（本期60万元，已付0元，在途40万元）');
  });

  it('is never approved by who proposed it, whatever role they hold', async () => {
    const payment = await only('status=proposed');
    const own = await as('officer').post<Refused>('/funds/payments/approve', { payments: meant(payment) });
    expect(own).toMatchObject({ status: 403, body: { error: { code: 'OWN_PROPOSAL' } } });
    const forced = app.database.withOwner((client) =>
      client.query(`update funds.payment set status = 'approved', approved_by = proposed_by where id = $1`, [payment.id]),
    );
    await expect(forced).rejects.toThrow('payment_two_persons');
    expect((await as('leader').post<Done>('/funds/payments/approve', { payments: meant(payment) })).body.says).toContain('40万元');
    expect((await as('leader').post<Refused>('/funds/payments/approve', { payments: meant(payment) })).body.error.message).toContain(
      '现为“待支付”',
    );
  });

  it('goes to the bank in a file with whole numbers as text and a total', async () => {
    const payment = await only('status=approved');
    const { body } = await as('finance').post<Sent>('/funds/pay-files', { payments: meant(payment) });
    expect(body.number).toBe('FK20250001');
    const file = await as('finance').get(`/funds/pay-files/${body.file}/download`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.bytes as never);
    const rows = book.worksheets[0]?.getSheetValues() as unknown[][];
    expect(rows[3]?.slice(2)).toEqual([
      'ZF202500001',
      '花圃甲有限公司',
      '6222020200112233445',
      '澜江市商业银行高新支行',
      expect.anything(),
      expect.anything(),
    ]);
    expect(book.worksheets[0]?.getCell('D3').type).toBe(ExcelJS.ValueType.String);
    expect(String(rows[4]?.[6])).toContain('400000');
  });

  it('is confirmed by finance, comes back from the bank, and may be paid again', async () => {
    const sent = await only('status=sent');
    expect(
      (await as('finance').post<Refused>('/funds/payments/confirm', { payments: meant(sent), day: '2025-05-07' })).body.error.code,
    ).toBe('DAY_IN_FUTURE');
    await as('finance').post('/funds/payments/confirm', { payments: meant(sent), day: '2025-05-06' });
    expect(await detail()).toMatchObject({ paid: '400000.00', committed: '600000.00', payRate: '0.333333', light: 'GREEN' });
    const paid = await only('status=paid');
    await as('finance').post('/funds/payments/return', { payments: meant(paid), day: '2025-05-06', why: '账号与户名不符' });
    expect(await detail()).toMatchObject({ paid: '0.00', committed: '1000000.00' });
    expect((await theCommitment()).parts[0]).toMatchObject({ paid: '0.00', pending: '0.00', rest: '600000.00' });
    const journal = (await as('officer').get<JournalView>(`/funds/lines/${line}/journal?pocket=paid`)).body.rows;
    expect(journal.map(({ kindName, amount }) => [kindName, amount])).toEqual([
      ['退票', '400000.00'],
      ['支付', '400000.00'],
    ]);
    expect(journal[0]).toMatchObject({ caseNumber: '2025990104000001', paymentNumber: 'ZF202500001', note: '账号与户名不符' });
  });

  it('is seen by its firm and its county alone, and the city line is confirmed by the city', async () => {
    await propose(1, '400000');
    await as('leader').post('/funds/payments/approve', { payments: meant(await only('status=proposed')) });
    await as('finance').post('/funds/pay-files', { payments: meant(await only('status=approved')) });
    const own = await app.as(partyActor('花圃甲', firm, ['funds/payment:read'])).get<PaymentPage>('/funds/payments');
    expect(own.body.total).toBe(2);
    expect(
      (await app.as(partyActor('花圃乙', actors.officer.accountId, ['funds/payment:read'])).get<PaymentPage>('/funds/payments')).body.total,
    ).toBe(0);
    expect((await as('elsewhere').get<PaymentPage>('/funds/payments')).body.total).toBe(0);
    const [sent] = (await as('county').get<PaymentPage>('/funds/payments?status=sent')).body.rows;
    if (sent === undefined) throw new Error('the county sees its own');
    const tried = await as('county').post<Refused>('/funds/payments/confirm', { payments: meant(sent), day: '2025-05-06' });
    expect(tried).toMatchObject({ status: 403, body: { error: { code: 'LINE_ELSEWHERE' } } });
    await as('finance').post('/funds/payments/confirm', { payments: meant(sent), day: '2025-05-06' });
  });

  it('is taken back by its due day: into the line in its year, into the treasury afterwards', async () => {
    const { id, version } = await theCommitment();
    const takeBack = (amount: string) =>
      as('officer').post<Refused>(`/funds/commitments/${id}/recoveries`, { version, amount, why: '迁出本市' });
    expect((await takeBack('400000.01')).body.error.message).toContain('已支付且尚未追回的40万元');
    await takeBack('300000');
    const read = async () => (await as('officer').get<RecoveryPage>('/funds/recoveries')).body.rows[0];
    expect(await read()).toMatchObject({ dueOn: '2025-06-05', rest: '300000.00', statusName: '待退回' });
    const receive = async (amount: string, day: string) =>
      as('finance').post<Done & Refused>(`/funds/recoveries/${(await read())?.id}/receipts`, {
        version: (await read())?.version,
        amount,
        day,
        documentNo: '缴款书1号',
      });
    expect((await receive('100000', '2025-05-06')).body.says).toContain('已恢复原指标');
    expect((await detail()).paid).toBe('300000.00');
    app.clock.at('2026-01-06T09:00:00+08:00');
    expect(await read()).toMatchObject({ statusName: '逾期未退', isLate: true });
    expect((await receive('200000', '2026-01-06')).body.says).toContain('缴回国库');
    expect((await receive('1', '2026-01-06')).body.error.code).toBe('ABOVE_RECOVERY');
    expect(await app.database.withSystem(ROOT, (db) => verifyBalances(db, ROOT))).toEqual({ lines: 1, differing: [], partsDiffering: [] });
  });
});
