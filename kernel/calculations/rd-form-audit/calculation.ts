// Audit of an enterprise's R&D statistics before it files them (107-1、107-2 表审核).
import { asRatio, calculation, type Finding, findingsBy, percentText, Rational, type Rules } from '../frame/index.ts';
import { figuresOf, formOutcomes } from './form-rules.ts';
import { type AuditInput, type AuditParameters, input, parameters } from './input.ts';
import type { AuditLevel, Outcome } from './outcome.ts';
import { projectOutcomes } from './project-rules.ts';

const forms = '国统字〔2019〕101号';
const form1071 = `${forms} 107-1表`;
const form1072 = `${forms} 107-2表`;

const rules = {
  A01: { required: '项目名称至少5个汉字，不含空格、标点和符号，企业内不重复', basis: form1071 },
  A02: { required: '起始日期不晚于统计年度12月；完成日期不早于统计年度1月，且不早于起始日期', basis: form1071 },
  A03: { required: '跨年项目填报进展阶段，非跨年项目不填', basis: form1071 },
  A04: { required: '项目周期不超过60个月', basis: form1071 },
  A05: { required: '项目人员、工作时间和经费均大于0', basis: form1071 },
  A06: { required: '项目工作时间不超过人数×12个月', basis: form1071 },
  A07: { required: '同一人员全年工作时间合计不超过12个月', basis: form1071 },
  A08: { required: '政府资金不大于项目经费支出', basis: form1071 },
  A09: { required: '成果形式为新产品的，技术经济目标不为“其他”', basis: form1071 },
  A11: { required: '研究开发费用合计等于各分项之和', basis: form1072 },
  A12: { required: '各“其中”项不大于所属合计', basis: form1072 },
  A13: {
    required: (p: AuditParameters) => `项目经费合计不大于研发费用与形成固定资产之和，缺口不超过${percentText(p.projectGap)}`,
    basis: `${form1071}、107-2表`,
  },
  A14: { required: '项目政府资金合计不大于来自政府部门的研发经费', basis: `${form1071}、107-2表` },
  A15: { required: '研发人员、研发费用和研发项目同时有或同时无', basis: `${form1071}、107-2表` },
  A16: { required: '项目人员折合全时当量不大于研发人员数', basis: `${form1071}、107-2表` },
  A17: { required: '人均人工费用在合理范围内', basis: form1072 },
  A18: {
    required: (p: AuditParameters) => `研发费用不大于营业收入，且占比不超过${percentText(p.expenseRevenueRatio)}`,
    basis: form1072,
  },
  A19: {
    required: (p: AuditParameters) => `研发人员不多于平均用工人数，非服务业占比不超过${percentText(p.staffRatio)}`,
    basis: form1072,
  },
  A20: { required: '研发费用和研发人员与上年相比变动在合理范围内', basis: form1072 },
  A21: { required: '新产品销售收入不大于营业收入', basis: form1072 },
  A22: { required: '申报加计扣除的研发支出不明显大于研发费用合计', basis: form1072 },
  A23: { required: '有研发机构的，机构人员、费用和仪器设备原价均大于0', basis: form1072 },
  A24: { required: '费用数据不全为千的整倍数，也不与上年完全相同', basis: form1072 },
  A25: { required: '申报加计扣除或入库的企业，研发费用不为0', basis: form1072 },
  A26: { required: '项目名称不与其他企业相同', basis: form1071 },
} satisfies Rules<AuditParameters>;

type RuleId = keyof typeof rules;

/** Without these nothing can be accepted; the others only add doubt where something is known. */
const decisive = new Set<string>('A01 A02 A03 A05 A06 A08 A11 A12 A13 A15 A16 A18 A19 A21 A23'.split(' '));

interface AuditFinding extends Finding {
  readonly level: AuditLevel | null;
  readonly subjects: readonly string[];
  /** Only with an unmet soft rule. */
  readonly explained?: boolean;
}

/** 107 表: an explanation of at least ten characters. */
function isExplained({ explanations }: AuditInput, ruleId: RuleId): boolean {
  return [...(explanations?.get(ruleId) ?? '').trim()].length >= 10;
}

function auditFinding(finding: Finding, { status, level, subjects }: Outcome, explained: boolean): AuditFinding {
  if (status !== 'unmet') return { ...finding, level: null, subjects: [] };
  return { ...finding, level, subjects, ...(level === 'soft' ? { explained } : {}) };
}

function verdictOfFindings(findings: readonly AuditFinding[]): 'REJECT' | 'UNKNOWN' | 'EXPLAIN' | 'ACCEPT' {
  if (findings.some(({ level }) => level === 'hard')) return 'REJECT';
  if (findings.some(({ ruleId, status }) => status === 'unknown' && decisive.has(ruleId))) return 'UNKNOWN';
  return findings.some(({ explained }) => explained === false) ? 'EXPLAIN' : 'ACCEPT';
}

export const rdFormAudit = calculation({
  id: 'rd-form-audit',
  name: '研发统计107表审核',
  basis: [forms, '《中华人民共和国统计法》'],
  method: [
    '逐行审核107-1表，再审核107-2表内部、两表之间、与企业基本情况之间以及与上年之间的关系。',
    '硬性错误（hard）必须改正；软性疑点（soft）须说明，说明不少于10个字。',
    '人员折合全时当量＝Σ工作时间（人月）÷12。',
  ],
  input,
  parameters,
  rules,
  evaluate(given, limits) {
    const find = findingsBy(rules, limits);
    const outcomes: Record<RuleId, Outcome> = { ...projectOutcomes(given), ...formOutcomes(given, limits) };
    const findings = (Object.keys(rules) as RuleId[]).map((ruleId) =>
      auditFinding(find(ruleId, outcomes[ruleId].status), outcomes[ruleId], isExplained(given, ruleId)),
    );
    const months = figuresOf(given).projects('personMonths');
    return {
      verdict: verdictOfFindings(findings),
      // 折合全时当量, in person-years.
      fullTimeEquivalent: asRatio(months === null ? null : months.times(Rational.of(1, 12))),
      findings,
    };
  },
});
