// What an agreement holds and what must be true of it: amounts that add up, milestones in order, and how its money may be spent.
import { addDays, addMonths } from '../declare/calendar.ts';
import { defineForm, f, page } from '../declare/form.ts';
import { type CallParameter, parameterValue } from '../declare/parameter.ts';
import { asPercent } from '../declare/rule.ts';
import { decimal, formatPlain } from '../exact/decimal.ts';
import { Rational } from '../exact/rational.ts';
import type { Today } from './stage.ts';

/** What the city may set of its agreements. */
export interface AgreementLimits {
  /** Largest share of the contract that fiscal money may pay. */
  readonly fiscalShare: CallParameter;
  /** Calendar days after the award within which it must be signed. */
  readonly signDays: CallParameter;
  /** Whether the money is a lump sum (包干制): no subjects of budget, but a pledge and a negative list. */
  readonly lumpSum: CallParameter;
  /** Shares of the fiscal money that the milestones usually have; the last milestone has the rest. */
  readonly shares?: readonly CallParameter[];
}

/** Where the answers say what an agreement begins with. */
export interface AgreementSource {
  /** Key of the whole price in yuan. */
  readonly amount: string;
  /** Key of the time needed in months. */
  readonly months: string;
}

export interface Milestone {
  readonly no: number;
  readonly name: string;
  readonly dueOn: string;
  readonly share: string;
  readonly amount: string;
}

export interface Agreement {
  readonly contractAmount: string;
  readonly fiscalAmount: string;
  readonly ownAmount: string;
  readonly endsOn: string;
  readonly milestones: readonly Milestone[];
}

const subjects = [
  { code: 'equipment', name: '设备费' },
  { code: 'operation', name: '业务费' },
  { code: 'labour', name: '劳务费' },
  { code: 'indirect', name: '间接费用' },
] as const;

export const agreementRecord = defineForm(
  page('合同', {
    contractAmount: f.money('合同总额', { min: '0.01' }),
    fiscalAmount: f.money('其中：财政资金', { min: '0.01' }),
    ownAmount: f.money('其中：自有资金', { min: '0', help: '发榜方等非财政来源的资金' }),
    startsOn: f.date('开始日期'),
    endsOn: f.date('完成日期'),
    contractNumber: f.text('技术合同登记编号', { optional: true, help: '合同须经技术合同认定登记' }),
    milestones: f.table(
      '里程碑',
      {
        no: f.integer('序号', { min: '1' }),
        name: f.text('内容'),
        dueOn: f.date('完成期限'),
        share: f.percent('拨付比例', { min: '0', max: '1' }),
        amount: f.money('财政拨付', { min: '0' }),
      },
      { minRows: 1, maxRows: 12, help: '一般按 30%、40%、30% 拨付；各行拨付之和应与财政资金相等' },
    ),
    budget: f.table(
      '财政资金预算',
      { subject: f.choice('科目', subjects), amount: f.money('金额', { min: '0' }) },
      { optional: true, help: '实行包干制的不填' },
    ),
    pledge: f.yesNo('承诺遵守经费使用负面清单', {
      optional: true,
      help: '包干制必须承诺：不用于个人消费，不违规发放劳务报酬，不重复列支；使用情况在单位内部公开',
    }),
  }),
);

const fen = (amount: unknown): Rational => decimal(typeof amount === 'string' ? amount : '0');
/** To the fen, so that a difference of one can be seen. */
const inYuan = (value: Rational): string => `${formatPlain(value, 2)}元`;
const total = (amounts: readonly unknown[]): Rational => Rational.sum(amounts.map(fen));

/** The agreement in data that its form has accepted. */
export function agreementOf(data: Readonly<Record<string, unknown>>): Agreement {
  return data as unknown as Agreement;
}

function milestoneProblems({ milestones, fiscalAmount, endsOn }: Agreement): string[] {
  const problems: string[] = [];
  if (milestones.some((row, i) => row.no !== i + 1)) problems.push('里程碑序号应从 1 起依次编号');
  if (milestones.some((row, i) => row.dueOn < (milestones[i - 1]?.dueOn ?? ''))) problems.push('里程碑完成期限应由早到晚');
  if (milestones.some((row) => row.dueOn > endsOn)) problems.push(`里程碑完成期限不能晚于合同完成日期 ${endsOn}`);
  const shares = total(milestones.map((row) => row.share));
  if (!shares.equals(1)) problems.push(`拨付比例合计为 ${asPercent(shares)}，应为 100%`);
  const paid = total(milestones.map((row) => row.amount));
  if (!paid.equals(fen(fiscalAmount))) problems.push(`里程碑拨付合计 ${inYuan(paid)}，与财政资金 ${inYuan(fen(fiscalAmount))}不等`);
  return problems;
}

function budgetProblems(data: Readonly<Record<string, unknown>>, isLumpSum: boolean): string[] {
  const budget = Array.isArray(data.budget) ? (data.budget as readonly { readonly amount: string }[]) : [];
  if (isLumpSum) {
    return [
      ...(budget.length > 0 ? ['本批次实行包干制，不填报预算科目'] : []),
      ...(data.pledge === true ? [] : ['实行包干制须承诺遵守经费使用负面清单']),
    ];
  }
  const sum = total(budget.map((row) => row.amount));
  return sum.equals(fen(data.fiscalAmount)) ? [] : [`预算科目合计 ${inYuan(sum)}，与财政资金 ${inYuan(fen(data.fiscalAmount))}不等`];
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const wholeFen = (value: Rational): Rational => Rational.of(value.times(100).floor(), 100n);

/** Parts of a sum by shares, to the fen: each rounded down, the last has the rest, so that they always add up. */
export function partsOf(sum: Rational, shares: readonly Rational[]): readonly Rational[] {
  const parts = shares.slice(0, -1).map((share) => wholeFen(sum.times(share)));
  return [...parts, sum.minus(Rational.sum(parts))];
}

/** An agreement to begin with: the price as bid, the most fiscal money that is allowed, milestones by the usual shares over the time needed. */
export function draftAgreement(source: AgreementSource, limits: AgreementLimits, today: Today): Readonly<Record<string, unknown>> {
  const [price, months] = [today.answers?.[source.amount], today.answers?.[source.months]];
  if (typeof price !== 'string' || typeof months !== 'number') return {};
  const contract = decimal(price);
  const fiscal = wholeFen(contract.times(decimal(parameterValue(limits.fiscalShare, today))));
  const named = (limits.shares ?? []).map((share) => decimal(parameterValue(share, today)));
  const shares = [...named, Rational.of(1).minus(Rational.sum(named))];
  const amounts = partsOf(fiscal, shares);
  const [first, last] = [today.day, addDays(addMonths(today.day, months), -1)];
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  const after = (i: number) =>
    Rational.sum(shares.slice(0, i + 1))
      .times(days)
      .floor();
  return {
    contractAmount: formatPlain(contract, 2),
    fiscalAmount: formatPlain(fiscal, 2),
    ownAmount: formatPlain(contract.minus(fiscal), 2),
    startsOn: first,
    endsOn: last,
    milestones: shares.map((share, i) => ({
      no: i + 1,
      name: `第${ordinals[i] ?? ''}阶段`,
      dueOn: i === shares.length - 1 ? last : addDays(first, Number(after(i))),
      share: formatPlain(share, 4),
      amount: formatPlain(amounts[i] ?? Rational.of(0), 2),
    })),
  };
}

/** What is wrong with an agreement, in one sentence; null when nothing is. */
export function agreementProblem(data: Readonly<Record<string, unknown>>, limits: AgreementLimits, today: Today): string | null {
  const agreement = agreementOf(data);
  const [contract, fiscal] = [fen(agreement.contractAmount), fen(agreement.fiscalAmount)];
  const most = decimal(parameterValue(limits.fiscalShare, today));
  const problems = [
    ...(fiscal.plus(fen(agreement.ownAmount)).equals(contract) ? [] : ['财政资金与自有资金之和应等于合同总额']),
    ...(fiscal.isMoreThan(contract.times(most))
      ? [`财政资金占合同总额 ${asPercent(fiscal.dividedBy(contract))}，不得超过 ${asPercent(most)}`]
      : []),
    ...(String(data.startsOn) > agreement.endsOn ? ['完成日期不能早于开始日期'] : []),
    ...milestoneProblems(agreement),
    ...budgetProblems(data, parameterValue(limits.lumpSum, today) === 'true'),
  ];
  return problems.length === 0 ? null : problems.join('；');
}
