// Fictional money for the demonstration, through the same doors as real money: lines of two years, commitments and payments in every state.
import type { Transaction } from 'kysely';
import { addDays } from '#kernel/declare/calendar.ts';
import type { By } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { usualParameters } from './model/parameters.ts';
import type { AccountSeal } from './setting.ts';
import { accountsInUse, enterAccounts, judgeAccounts } from './store/accounts.ts';
import { giveUp, lockCommitmentsOfCases, makeDue, type NewCommitment, openCommitments, takeBack } from './store/commitments.ts';
import { Ledger } from './store/ledger.ts';
import { openLine } from './store/lines.ts';
import { approvePayments, type Meant, proposePayments } from './store/payments.ts';
import { type CaseObligations, recordObligations } from './store/record-obligations.ts';
import { confirmPaid, receiveBack, returnPayments, sendPayments } from './store/settle-payments.ts';
import type { CommitmentRow } from './store/tables.ts';

export interface Payee {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

export interface FundsPlan {
  readonly root: string;
  /** A county that has a line of its own. */
  readonly county: string;
  readonly today: string;
  readonly programme: string;
  /** Ends document numbers: 澜财教. */
  readonly agency: string;
  readonly payees: readonly Payee[];
  readonly seal: AccountSeal;
}

const names = { officer: '规划处经办（演示）', leader: '分管局领导（演示）', finance: '市财政局经办（演示）' };
type Hand = keyof typeof names;
const hands = Object.fromEntries(Object.keys(names).map((hand) => [hand, uuidv7()])) as Record<Hand, string>;

const byOn = (root: string, hand: Hand, day: string): By => ({
  root,
  account: hands[hand],
  name: names[hand],
  now: new Date(`${day}T02:00:00Z`),
  today: day,
});

const meant = (rows: readonly { readonly id: string; readonly version: number }[], later: number): Meant[] =>
  rows.map(({ id, version }) => ({ id, version: version + later }));

async function openLines(db: Transaction<unknown>, plan: FundsPlan, year: number): Promise<Record<'award' | 'project' | 'county', string>> {
  const { root, county, agency } = plan;
  const by = byOn(root, 'officer', `${year}-01-04`);
  const common = { year, functionCode: '2060404', economicCode: '50799', freezesOn: `${year}-12-31`, programme: null };
  const document = (no: number) => `${agency}〔${year}〕${no}号`;
  const award = {
    ...common,
    region: root,
    source: 'CITY',
    name: '企业研发投入奖补资金',
    documentNo: document(6),
    budget: '6000000.00',
  } as const;
  const project = {
    ...common,
    region: root,
    source: 'PROVINCE',
    name: '省级科技计划配套资金',
    documentNo: document(9),
    budget: '9000000.00',
  } as const;
  const own = {
    ...common,
    region: county,
    source: 'COUNTY',
    name: '区级高新技术企业奖励资金',
    documentNo: document(3),
    budget: '2400000.00',
  } as const;
  const lines = { award: await openLine(db, by, award), project: await openLine(db, by, project), county: await openLine(db, by, own) };
  const ledger = await Ledger.open(db, by, Object.values(lines));
  ledger.take({ line: lines.award, kind: 'ADJUST', amount: '800000.00', documentNo: document(11), note: '上级追加' });
  ledger.take({ line: lines.project, kind: 'ADJUST', amount: '-500000.00', documentNo: document(12), note: '统筹调减' });
  ledger.take({ line: lines.project, kind: 'RESERVE', amount: '1500000.00', documentNo: document(12), note: '为下一批项目预留' });
  await ledger.write();
  return lines;
}

/** Each firm an account; the last few wait for the second person. */
async function openAccounts(
  db: Transaction<unknown>,
  { root, payees, seal }: Pick<FundsPlan, 'root' | 'payees' | 'seal'>,
  day: string,
  waiting = 3,
): Promise<void> {
  const accounts = payees.map(({ id, name, region }, index) => {
    const number = `62220${String(10_000_000_000_000 + (waiting * 1000 + index) * 7_919).slice(-14)}`;
    return { party: id, partyName: name, region, bank: '澜江商业银行（演示）营业部', number };
  });
  const entered = await enterAccounts(db, byOn(root, 'officer', day), seal, accounts);
  const looked = entered.slice(0, entered.length - waiting).map(({ id }) => ({ id, version: 1 }));
  await judgeAccounts(db, byOn(root, 'finance', day), looked, { isConfirmed: true, note: '' });
}

interface Promised {
  readonly payee: Payee;
  readonly purpose: string;
  readonly parts: readonly number[];
}

const partName = (index: number, count: number): string =>
  count === 1 ? '一次性' : (['首付款', '中期款', '尾款'][index] ?? `第${index + 1}期`);

async function promise(
  db: Transaction<unknown>,
  plan: FundsPlan,
  day: string,
  line: string | null,
  given: readonly Promised[],
): Promise<CommitmentRow[]> {
  const by = byOn(plan.root, 'officer', day);
  const ledger = await Ledger.open(db, by, line === null ? [] : [line]);
  const commitments = given.map(
    ({ payee, purpose, parts }): NewCommitment => ({
      case: null,
      programme: plan.programme,
      party: payee.id,
      partyName: payee.name,
      region: payee.region,
      purpose,
      documentNo: `${plan.agency}〔${day.slice(0, 4)}〕21号`,
      amount: `${parts.reduce((sum, amount) => sum + amount, 0)}.00`,
      parts: parts.map((amount, index) => ({
        no: index + 1,
        name: partName(index, parts.length),
        amount: `${amount}.00`,
        isDue: index === 0,
      })),
    }),
  );
  const rows = await openCommitments(db, by, ledger, commitments, line === null ? [] : [{ id: line }]);
  await ledger.write();
  return rows;
}

type State = 'proposed' | 'approved' | 'sent' | 'paid' | 'returned';
const order: readonly State[] = ['proposed', 'approved', 'sent', 'paid', 'returned'];

async function pay(
  db: Transaction<unknown>,
  root: string,
  rows: readonly CommitmentRow[],
  part: number,
  day: string,
  until: State,
): Promise<void> {
  if (rows.length === 0) return;
  const by = (hand: Hand): By => byOn(root, hand, day);
  const payments = await proposePayments(
    db,
    by('officer'),
    rows.map(({ id }) => ({ commitment: id, part })),
  );
  const reaches = (state: State): boolean => order.indexOf(until) >= order.indexOf(state);
  if (reaches('approved')) await approvePayments(db, by('leader'), meant(payments, 0));
  if (reaches('sent')) await sendPayments(db, by('finance'), meant(payments, 1));
  if (reaches('paid')) await confirmPaid(db, by('finance'), meant(payments, 2), day);
  if (!reaches('returned')) return;
  const returned = meant(payments, 3).map((payment) => ({ ...payment, why: '收款账户户名不符，银行退票', day }));
  await returnPayments(db, by('finance'), returned);
}

/** A day of a year at a share of what of it has passed; at the end of a year that is over. */
function dayAt(year: number, share: number, today: string): string {
  const last = today.startsWith(String(year)) ? today : `${year}-12-20`;
  const passed = Math.round((Date.parse(last) - Date.parse(`${year}-01-04`)) / 86_400_000);
  return passed <= 0 ? last : addDays(`${year}-01-04`, Math.floor(passed * share));
}

/** Last year all is paid but for one recovery; this year payments stand everywhere. Returns the number of commitments. */
export async function loadFunds(db: Transaction<unknown>, plan: FundsPlan): Promise<number> {
  const { root, payees, today } = plan;
  const year = Number(today.slice(0, 4));
  const before = await openLines(db, plan, year - 1);
  const lines = await openLines(db, plan, year);
  await openAccounts(db, plan, `${year - 1}-02-01`);
  const ready = payees.slice(0, -3);
  const amountOf = (index: number): number => (10 + ((index * 7) % 23)) * 10_000;
  let count = 0;
  const make = async (
    which: readonly Payee[],
    on: number,
    share: number,
    line: string | null,
    purpose: string,
    cut: (amount: number) => readonly number[],
  ) => {
    const given = which.map((payee, index) => ({ payee, purpose, parts: cut(amountOf(index + count)) }));
    count += given.length;
    return promise(db, plan, dayAt(on, share, today), line, given);
  };
  const whole = (amount: number): number[] => [amount];
  const halves = (amount: number): number[] => [amount * 0.6, amount * 0.4];
  const group = (from: number, size: number): readonly Payee[] => ready.slice(from, from + size);
  const own = ready.filter(({ region }) => region === plan.county).slice(0, 5);

  const past = await make(group(0, 12), year - 1, 0.4, before.award, `${year - 2}年度研发投入奖补`, whole);
  await pay(db, root, past, 1, dayAt(year - 1, 0.6, today), 'paid');
  const [moved, ...others] = past;
  if (moved !== undefined) {
    const decided = byOn(root, 'officer', dayAt(year, 0.3, today));
    const id = await takeBack(db, decided, moved, { amount: '60000.00', why: '迁出本市，按承诺退回' }, usualParameters.returnWithinDays);
    const receipt = { id, version: 1, amount: '20000.00', day: dayAt(year, 0.5, today), documentNo: '缴款书（演示）1号' };
    await receiveBack(db, byOn(root, 'finance', dayAt(year, 0.5, today)), receipt);
  }
  const [ended] = others;
  if (ended !== undefined)
    await takeBack(
      db,
      byOn(root, 'officer', today),
      ended,
      { amount: '30000.00', why: '研发费用核减，退回多付部分' },
      usualParameters.returnWithinDays,
    );

  const awards = await make(group(0, 18), year, 0.35, lines.award, `${year - 1}年度研发投入奖补`, whole);
  await pay(db, root, awards.slice(0, 6), 1, dayAt(year, 0.55, today), 'paid');
  await pay(db, root, awards.slice(6, 7), 1, dayAt(year, 0.9, today), 'returned');
  await pay(db, root, awards.slice(7, 10), 1, dayAt(year, 0.95, today), 'sent');
  await pay(db, root, awards.slice(10, 13), 1, today, 'approved');
  await pay(db, root, awards.slice(13, 16), 1, today, 'proposed');

  const projects = await make(group(12, 6), year, 0.5, lines.project, `${year}年市级科技计划项目`, halves);
  await pay(db, root, projects.slice(0, 4), 1, dayAt(year, 0.7, today), 'paid');
  for (const row of projects.slice(0, 2)) await makeDue(db, byOn(root, 'officer', dayAt(year, 0.85, today)), row, 2);
  await pay(db, root, projects.slice(0, 1), 2, today, 'proposed');
  const [stopped] = projects.slice(3);
  if (stopped !== undefined) {
    const by = byOn(root, 'officer', dayAt(year, 0.95, today));
    const ledger = await Ledger.open(db, by, [lines.project]);
    await giveUp(db, by, ledger, stopped, '项目终止，尾款不再拨付');
    await ledger.write();
  }
  await make(group(18, 4), year, 0.9, null, `${year}年第二批科技计划项目`, halves);
  const county = await make(own, year, 0.4, lines.county, `${year}年高新技术企业奖励`, whole);
  await pay(db, root, county.slice(0, 2), 1, dayAt(year, 0.6, today), 'paid');
  await pay(db, root, county.slice(2, 3), 1, today, 'sent');
  return count;
}

export interface PastObligations extends CaseObligations {
  /** Day on which what was due first was paid, and on which it ended early; nothing of it where absent. */
  readonly paidOn?: string;
  readonly endedOn?: string;
}

/** Money of past agreements, on a line of their programme: promised and due, the first part paid where a case says when, then what came back. */
export async function loadObligations(
  db: Transaction<unknown>,
  plan: Pick<FundsPlan, 'root' | 'today' | 'programme' | 'agency' | 'seal'> & { readonly lineName: string; readonly budget: string },
  owed: readonly PastObligations[],
): Promise<void> {
  const { root, today, programme, agency, seal, lineName: name, budget } = plan;
  const year = Number(today.slice(0, 4));
  // The line of the year pays in its year.
  const within = (day: string): string => [[day, `${year}-01-05`].sort().at(-1) ?? day, today].sort()[0] ?? day;
  const codes = { year, functionCode: '2060404', economicCode: '50799', freezesOn: `${year}-12-31` };
  const line = { ...codes, region: root, source: 'CITY', name, documentNo: `${agency}〔${year}〕15号`, budget, programme } as const;
  await openLine(db, byOn(root, 'officer', within(`${year}-01-04`)), line);
  const inUse = await accountsInUse(
    db,
    root,
    owed.map(({ party }) => party),
  );
  const payees = owed.filter(({ party }) => !inUse.has(party)).map(({ party: id, partyName, region }) => ({ id, name: partyName, region }));
  await openAccounts(db, { root, payees, seal }, within(`${year}-01-05`), 0);
  for (const { paidOn, endedOn, ...of } of owed) {
    const ends = of.obligations.findIndex(({ kind }) => kind === 'give-up' || kind === 'take-back');
    const before = ends < 0 ? of.obligations : of.obligations.slice(0, ends);
    await recordObligations(db, byOn(root, 'officer', within(paidOn ?? today)), [{ ...of, obligations: before }]);
    const row = (await lockCommitmentsOfCases(db, root, [of.caseId])).get(of.caseId);
    if (row !== undefined && paidOn !== undefined) await pay(db, root, [row], 1, within(paidOn), 'paid');
    if (ends >= 0)
      await recordObligations(db, byOn(root, 'officer', within(endedOn ?? today)), [{ ...of, obligations: of.obligations.slice(ends) }]);
  }
}
