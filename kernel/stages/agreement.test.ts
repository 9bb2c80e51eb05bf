// From a proposed agreement to acceptance: sums that must fit, milestones reported once, changes, own money in step, stop and failure.
import { describe, expect, it } from 'vitest';
import { offer, soundAgreement } from '#testing/specimen/contest.ts';
import { agreementProblem, draftAgreement } from './agreement.ts';
import { followAgreement } from './agreement-follow.ts';
import { agreementObligations } from './agreement-obligations.ts';
import type { CaseEvent, CaseState } from './case-state.ts';
import { kindOf } from './kinds.ts';
import { fold, possibleMoves, stageOf, stageUntil, waitsFor } from './machine.ts';
import { milestonesOf } from './milestones.ts';

const calendar = { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };
type Line = readonly [day: string, stage: string | null, verb: string, data?: Record<string, unknown>];
const eventOf = ([day, stage, verb, data = {}]: Line, i: number): CaseEvent => ({
  seq: i + 1,
  stage,
  verb,
  at: `${day}T02:00:00Z`,
  day,
  actor: { id: 'x', name: '某某', officeKind: 'city-office', officeName: '市局' },
  data,
});
const play = (...lines: readonly Line[]): CaseState => fold(offer, lines.map(eventOf));
const awarded: readonly Line[] = [
  ['2025-03-03', null, 'draft'],
  ['2025-03-03', 'submit', 'submit'],
  ['2025-03-04', 'sealed', 'unseal'],
  ['2025-03-04', 'appraise', 'score', { score: '90' }],
  ['2025-03-05', 'experts', 'score', { score: '80' }],
  ['2025-03-06', 'decide', 'approve'],
  ['2025-03-14', 'public-notice', 'close'],
];
const signed: readonly Line[] = [
  ...awarded,
  ['2025-03-20', 'agree', 'propose', soundAgreement],
  ['2025-03-25', 'agree', 'sign', { ...soundAgreement, signedOn: '2025-03-25', number: '花榜1号' }],
];
const report = (milestone: string, ownPaid = '500000') =>
  ['2025-06-20', 'perform', 'report', { milestone, ownPaid, done: '完成' }] as const;
const accept = (milestone: string) => ['2025-06-25', 'perform', 'accept-report', { milestone }] as const;

const why = (state: CaseState, verb: string, officeKind: string, day: string) =>
  possibleMoves(offer, state, { officeKind }, { day, calendar }).find((move) => move.verb === verb)?.whyNot;
function refusal(state: CaseState, verb: string, data: Record<string, unknown>, day = '2025-06-25') {
  const stage = stageOf(offer, state.stage);
  const move =
    stage &&
    kindOf(stage)
      .moves(stage, state)
      .find((one) => one.verb === verb);
  return stage && move && kindOf(stage).refuses?.(stage, move, state, data, { day, calendar });
}
function attached(state: CaseState, verb: string, data: Record<string, unknown>) {
  const stage = stageOf(offer, state.stage);
  const move =
    stage &&
    kindOf(stage)
      .moves(stage, state)
      .find((one) => one.verb === verb);
  return stage && move && kindOf(stage).attach?.(stage, move, state, data, { day: '2025-03-03', calendar });
}

const agree = stageOf(offer, 'agree');
if (agree?.kind !== 'agree') throw new Error('an offer is agreed');
const problem = (change: Record<string, unknown>, parameters?: Record<string, string>) =>
  agreementProblem({ ...soundAgreement, ...change }, agree.limits, { day: '2025-03-20', calendar, ...(parameters && { parameters }) });

describe('an agreement', () => {
  it('adds up to the fen: milestones to the fiscal money, both kinds of money to the contract', () => {
    expect(problem({})).toBeNull();
    const [first, ...rest] = soundAgreement.milestones;
    expect(problem({ milestones: [{ ...first, amount: '149999.99' }, ...rest] })).toBe(
      '里程碑拨付合计 499999.99元，与财政资金 500000元不等',
    );
    expect(problem({ milestones: [{ ...first, share: '0.31' }, ...rest] })).toBe('拨付比例合计为 101%，应为 100%');
    expect(problem({ milestones: [...rest, first] })).toContain('里程碑序号应从 1 起依次编号');
    expect(problem({ ownAmount: '499999.99' })).toBe('财政资金与自有资金之和应等于合同总额');
  });

  it('begins with the price as bid, thirty, forty and thirty of the fiscal money, to the fen', () => {
    const begun = draftAgreement({ amount: 'price', months: 'months' }, agree.limits, {
      day: '2025-03-20',
      calendar,
      answers: { price: '1000000.05', months: 12 },
      parameters: { lumpSum: 'true' },
    });
    expect(begun).toMatchObject({
      contractAmount: '1000000.05',
      fiscalAmount: '500000.02',
      ownAmount: '500000.03',
      startsOn: '2025-03-20',
      endsOn: '2026-03-19',
      milestones: [
        { no: 1, share: '0.3', amount: '150000' },
        { no: 2, share: '0.4', amount: '200000' },
        { no: 3, share: '0.3', amount: '150000.02', dueOn: '2026-03-19' },
      ],
    });
    expect(problem(begun)).toBeNull();
    expect(draftAgreement({ amount: 'price', months: 'months' }, agree.limits, { day: '2025-03-20', calendar })).toEqual({});
    const back = play(
      ...awarded,
      ['2025-03-20', 'agree', 'propose', soundAgreement],
      ['2025-03-21', 'agree', 'hand-back', { reasons: '改' }],
    );
    const again = possibleMoves(offer, back, { officeKind: 'applicant' }, { day: '2025-03-22', calendar }).find(
      ({ verb }) => verb === 'propose',
    );
    expect(again && kindOf(agree).suggests?.(agree, again, back, { day: '2025-03-22', calendar })).toMatchObject({
      fiscalAmount: '500000',
    });
  });

  it('pays no more of the contract than the call allows, and follows the lump sum or the budget', () => {
    expect(problem({}, { fiscalShare: '0.4' })).toBe('财政资金占合同总额 50%，不得超过 40%');
    expect(problem({ pledge: false })).toBe('实行包干制须承诺遵守经费使用负面清单');
    expect(problem({}, { lumpSum: 'false' })).toBe('预算科目合计 0元，与财政资金 500000元不等');
    const budget = [
      { subject: 'equipment', amount: '200000' },
      { subject: 'labour', amount: '300000' },
    ];
    expect(problem({ budget }, { lumpSum: 'false' })).toBeNull();
    expect(problem({ budget })).toBe('本批次实行包干制，不填报预算科目');
  });

  it('is signed within its days or voided after them', () => {
    const open = play(...awarded);
    expect(waitsFor(offer, open)).toBe('等待申请单位提交合同');
    expect(stageUntil(offer, open)).toBe('2025-04-13');
    expect(stageUntil(offer, open, { parameters: { signDays: '10' } })).toBe('2025-03-24');
    expect(why(open, 'sign', 'city-office', '2025-03-20')).toBe('申请单位尚未提交合同');
    expect(why(open, 'void', 'city-office', '2025-04-13')).toBe('签约期限至 2025-04-13，尚未届满');
    expect(why(open, 'void', 'city-office', '2025-04-14')).toBeNull();
    const proposed = play(...signed.slice(0, -1));
    expect(refusal(proposed, 'sign', { signedOn: '2025-04-14' }, '2025-04-14')).toContain('已超期');
    expect(attached(proposed, 'sign', {})).toEqual(soundAgreement);
  });
});

describe('milestones', () => {
  it('are reported once each, and again only when they were sent back', () => {
    const reported = play(...signed, report('1'));
    expect(refusal(reported, 'report', { milestone: '1' })).toBe('里程碑 1 已经报告过，不能重复报告');
    expect(refusal(play(...signed, report('1'), accept('1')), 'report', { milestone: '1' })).toContain('不能重复报告');
    expect(refusal(reported, 'report', { milestone: '9' })).toBe('合同中没有这个里程碑');
    const back = play(...signed, report('1'), ['2025-06-21', 'perform', 'reject-report', { milestone: '1', reasons: '缺测试' }]);
    expect(refusal(back, 'report', { milestone: '1' })).toBeNull();
    expect(waitsFor(offer, reported)).toBe('等待市科技局业务处室核对里程碑 1');
  });

  it('release fiscal money only in step with own money', () => {
    const poor = play(...signed, report('1', '149999.99'));
    expect(refusal(poor, 'accept-report', { milestone: '1' })).toContain('自有资金应先于或同步于财政资金支付');
    expect(refusal(play(...signed, report('1', '150000')), 'accept-report', { milestone: '1' })).toBeNull();
  });

  it('move with an approved change and not with a refused one', () => {
    const ask = ['2025-06-01', 'perform', 'ask-change', { kind: 'due', milestone: '1', newDueOn: '2025-08-31', reasons: '天旱' }] as const;
    const asked = play(...signed, ask);
    expect(why(asked, 'ask-change', 'applicant', '2025-06-02')).toBe('已有一项变更申请待答复');
    const change = attached(asked, 'allow-change', {}) ?? {};
    const due = (state: CaseState) => milestonesOf({ id: 'perform', agreement: 'agree' }, state)[0]?.dueOn;
    expect(due(play(...signed, ask, ['2025-06-03', 'perform', 'allow-change', change]))).toBe('2025-08-31');
    expect(due(play(...signed, ask, ['2025-06-03', 'perform', 'deny-change', { reasons: '无据' }]))).toBe('2025-06-30');
  });

  it('lead to acceptance when all are accepted; nobody takes a signed agreement back', () => {
    const all = play(...signed, ...['1', '2', '3'].flatMap((no) => [report(no), accept(no)]));
    expect(all.stage).toBe('accept');
    expect(why(all, 'withdraw', 'applicant', '2025-06-26')).toContain('合同已经签订');
    expect(why(all, 'pass', 'city-office', '2025-06-26')).toBe('申请单位尚未申请验收');
    const asked = [
      ...signed,
      ...['1', '2', '3'].flatMap((no) => [report(no), accept(no)]),
      ['2025-07-01', 'accept', 'ask', { summary: '完成' }] as const,
    ];
    expect(play(...asked, ['2025-07-09', 'accept', 'pass']).status).toBe('granted');
    expect(play(...asked, ['2025-07-09', 'accept', 'close-out', { reasons: '天灾' }]).status).toBe('concluded');
    expect(play(...asked, ['2025-07-09', 'accept', 'fail', { reasons: '造假' }]).status).toBe('refused');
  });

  it('stop with no more taken back than was due', () => {
    const running = play(...signed, report('1'), accept('1'));
    expect(refusal(running, 'stop', { reasons: '停', recover: '150000.01' })).toBe('收回金额不能超过已到期拨付的 15万元');
    expect(play(...signed, ['2025-06-30', 'perform', 'stop', { reasons: '停', recover: '0' }]).status).toBe('stopped');
  });
});

it('turns an agreement into money: a promise of parts that sum, a part due, the rest given up, something taken back', () => {
  const rules = agreementObligations('offer', '花木');
  const owed = (...line: Line) => rules.filter((rule) => rule.verb === line[2]).flatMap((rule) => rule.of({}, eventOf(line, 0), []));
  expect(owed('2025-03-25', 'agree', 'sign', { ...soundAgreement, number: '花榜1号' })).toEqual([
    {
      kind: 'promise',
      purpose: '花木（花榜1号）',
      amount: '500000',
      parts: soundAgreement.milestones.map(({ no, name, amount }) => ({ no, name, amount })),
    },
  ]);
  expect(owed('2025-06-25', 'perform', 'accept-report', { milestone: '2', part: 2 })).toEqual([{ kind: 'due', part: 2 }]);
  expect(owed('2025-06-30', 'perform', 'stop', { reasons: '停', recover: '1000' })).toEqual([
    { kind: 'give-up', why: '停' },
    { kind: 'take-back', amount: '1000', why: '停' },
  ]);
  expect(owed('2025-07-09', 'accept', 'close-out', { reasons: '天灾' })).toEqual([{ kind: 'give-up', why: '天灾' }]);
});

describe('an agreement as it is typed', () => {
  const row = (share: string, amount: string, no: number) => ({ no, name: '段', dueOn: '2025-12-31', share, amount });
  const before = {
    contractAmount: '1000.00',
    fiscalAmount: '300.00',
    ownAmount: '700.00',
    milestones: [row('0.3', '90.00', 1), row('0.4', '120.00', 2), row('0.3', '90.00', 3)],
  };
  const amounts = (data: Readonly<Record<string, unknown>>) => (data.milestones as { amount: string }[]).map(({ amount }) => amount);
  const shares = (data: Readonly<Record<string, unknown>>) => (data.milestones as { share: string }[]).map(({ share }) => share);

  it('has its milestones and own money follow the fiscal money, to the fen', () => {
    const after = followAgreement(before, { ...before, fiscalAmount: '100.01' });
    expect(after.ownAmount).toBe('899.99');
    expect(amounts(after)).toEqual(['30', '40', '30.01']);
  });

  it('has amounts follow shares that make a whole, and shares follow amounts that make the sum', () => {
    const [first, second, third] = before.milestones;
    const half = followAgreement(before, { ...before, milestones: [{ ...first, share: '0.5' }, { ...second, share: '0.2' }, third] });
    expect(amounts(half)).toEqual(['150', '60', '90']);
    const open = followAgreement(before, { ...before, milestones: [{ ...first, share: '0.5' }, second, third] });
    expect(amounts(open)).toEqual(['90.00', '120.00', '90.00']);
    const thirds = {
      ...before,
      milestones: [
        { ...first, amount: '100.00' },
        { ...second, amount: '100.00' },
        { ...third, amount: '100.00' },
      ],
    };
    expect(shares(followAgreement(before, thirds))).toEqual(['0.3333', '0.3333', '0.3334']);
    expect(followAgreement(before, { ...before, fiscalAmount: '' }).milestones).toEqual(before.milestones);
  });
});
