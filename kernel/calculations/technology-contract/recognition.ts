// Is it a technology contract, of which type, and how much of its price is for technology?
import {
  all,
  any,
  asMoney,
  atLeast,
  atMost,
  type Day,
  dayOf,
  type Finding,
  findingsBy,
  isFalse,
  isTrue,
  known,
  type Rational,
  type Status,
  sumOf,
  given as whenKnown,
} from '../frame/index.ts';
import type { Contract, ContractFlag, ContractType, Limits } from './input.ts';

const recognition = '国科发政字〔2001〕253号';
const registration = '国科发政字〔2000〕063号';

/** What each type has to show: the flag asked for and the answer that is right. */
const conditions: Readonly<Record<ContractType, readonly (readonly [flag: ContractFlag, right: boolean, required: string])[]>> = {
  KF: [
    ['quantifiedTarget', true, '有明确、量化的研究开发目标'],
    ['subjectMastered', false, '合同标的为当事人签订时尚未掌握的技术'],
    ['realInnovation', true, '研究开发工作及其预期成果有相应的技术创新内容'],
    ['acceptanceStandard', true, '约定验收标准'],
  ],
  ZR: [
    ['subjectMastered', true, '合同标的为当事人签订时已经掌握的技术成果'],
    ['completeAndPractical', true, '技术成果完整、实用'],
    ['ownershipAgreed', true, '权属约定明确'],
  ],
  XK: [
    ['subjectMastered', true, '合同标的为当事人签订时已经掌握的技术成果'],
    ['completeAndPractical', true, '技术成果完整、实用'],
    ['ownershipAgreed', true, '权利与使用范围约定明确'],
  ],
  ZX: [
    ['specificProject', true, '针对特定技术项目提供咨询'],
    ['managementConsulting', false, '不属于一般管理咨询'],
  ],
  FW: [
    ['specificProblem', true, '解决特定技术问题'],
    ['technicalDifficulty', true, '有一定技术难度'],
    ['quantifiedTarget', true, '有明确的技术指标和验收要求'],
    ['routineActivity', false, '不属于加工、修理、广告、印刷和常规检测等'],
  ],
};

const typeRules = Object.fromEntries(
  Object.entries(conditions).flatMap(([type, list]) =>
    list.map(([, , required], index) => [`${type}-${index + 1}`, { required, basis: recognition }]),
  ),
);

export const rules = {
  ...typeRules,
  'TC-1': { required: '有书面合同文本', basis: registration },
  'TC-2': { required: '合同依法成立并在有效期内', basis: `${registration}；${recognition}` },
  'TC-3': { required: '应扣除费用不超过合同成交额', basis: recognition },
  'TC-4': { required: '申报的技术交易额等于成交额扣除非技术性费用', basis: recognition },
  'TC-5': { required: '登记编号为16位（旧14位）数字', basis: registration },
};

/** 技术交易额: the price without equipment, instruments, parts, material and other cost; samples within reason stay in. */
export function deductionTotalOf({ deductions }: Contract): Rational | null {
  return sumOf(deductions?.filter(({ kind }) => kind !== 'SAMPLE').map(({ amount }) => amount) ?? null);
}

export interface Recognised {
  /** Conditions of the type, written form and force: what recognition depends on. */
  readonly recognised: Status;
  readonly recordType: ContractType | null;
  readonly legacyType: ContractType | null;
  readonly deductionTotal: Rational | null;
  readonly techTradeAmount: Rational | null;
  readonly recheckRequired: Status;
  readonly findings: readonly Finding[];
}

/** Civil Code Art. 862 split licences from transfers; what was signed before 2021 is kept under transfers. */
const licencesSince = dayOf(2021, 1, 1) ?? (0 as Day);

function recordTypeOf({ type, signDate }: Contract): ContractType | null {
  if (type !== 'XK') return type;
  return whenKnown([signDate], (signed) => (signed < licencesSince ? 'ZR' : 'XK'));
}

function findingsOfType(contract: Contract, find: ReturnType<typeof findingsBy<Limits, typeof rules>>): Finding[] {
  const { type } = contract;
  if (type === null) return [];
  return conditions[type].map(([flag, right], index) => {
    const answer = contract[flag];
    return find(`${type}-${index + 1}` as keyof typeof rules & string, right ? isTrue(answer) : isFalse(answer), answer);
  });
}

export function recognise(contract: Contract, limits: Limits): Recognised {
  const find = findingsBy(rules, limits);
  const { type, dealAmount, declaredTechTradeAmount } = contract;
  const deductionTotal = deductionTotalOf(contract);
  const within = atMost(deductionTotal, dealAmount);
  const techTradeAmount = within === 'met' ? whenKnown([dealAmount, deductionTotal], (deal, deducted) => deal.minus(deducted)) : null;
  const declaredRight = known(
    [dealAmount, deductionTotal, declaredTechTradeAmount],
    (deal, deducted, declared) => within === 'met' && declared.equals(deal.minus(deducted)),
  );
  const ofType = findingsOfType(contract, find);
  const [written, inForce] = [isTrue(contract.writtenContract), isTrue(contract.inForce)];
  return {
    recognised: all(type === null ? 'unknown' : 'met', ...ofType.map(({ status }) => status), written, inForce),
    recordType: recordTypeOf(contract),
    legacyType: type === 'XK' ? 'ZR' : type,
    deductionTotal,
    techTradeAmount,
    // Two persons recheck large contracts and those that ask for benefits.
    recheckRequired: any(atLeast(dealAmount, limits.recheckAmount), isTrue(contract.benefitsRequested)),
    findings: [
      ...ofType,
      find('TC-1', written, contract.writtenContract),
      find('TC-2', inForce, contract.inForce),
      find('TC-3', within, asMoney(deductionTotal)),
      find('TC-4', declaredRight, asMoney(declaredTechTradeAmount)),
      find(
        'TC-5',
        known([contract.registrationNo], (number) => /^(\d{16}|\d{14})$/.test(number)),
        contract.registrationNo,
      ),
    ],
  };
}
