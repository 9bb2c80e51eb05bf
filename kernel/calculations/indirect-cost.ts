// Cap on the indirect cost of a science project: a falling share of its direct cost without equipment.
import {
  asMoney,
  atMost,
  calculation,
  decimal,
  findingsBy,
  given,
  money,
  moreThan,
  optional,
  Rational,
  required,
  truthOf,
  verdictOf,
  withDefault,
  words,
} from './frame/index.ts';
import { checkTiers, sliceShares, type Tier, tierList } from './tiers.ts';

const cite = '国办发〔2021〕32号';

function tiersOf(rates: readonly [string, string, string]): readonly Tier[] {
  const limits = [decimal('5000000'), decimal('10000000'), null];
  return limits.map((upTo, index) => ({ upTo, rate: decimal(rates[index] ?? '0') }));
}

/** 国办发〔2021〕32号第(七)条: at most 30/25/20 %, for purely theoretical basic research 60/50/40 %. */
const statutoryTiers = { GENERAL: tiersOf(['0.3', '0.25', '0.2']), PURE_THEORY: tiersOf(['0.6', '0.5', '0.4']) };

const rules = {
  'I-1': { required: '申请的间接费用不超过按分段比例核定的上限', basis: `${cite}第(七)条` },
};

export const indirectCost = calculation({
  id: 'indirect-cost',
  name: '项目间接费用上限',
  basis: [cite],
  method: [
    '基数＝直接费用－设备购置费；间接费用上限＝Σ各段基数×该段比例（一般项目30%、25%、20%，纯理论基础研究60%、50%、40%，分段点500万元、1000万元）。',
  ],
  input: {
    projectKind: required('项目类型', words({ GENERAL: '一般项目', PURE_THEORY: '数学等纯理论基础研究项目' })),
    directCost: optional('直接费用', money),
    equipmentCost: optional('其中：设备购置费', money),
    requestedIndirectCost: optional('申请的间接费用', money),
  },
  parameters: {
    tiers: optional('分段比例（不填按文件规定）', tierList),
    equipmentDetailAbove: withDefault('设备费超过此数须列明细', money, '500000'),
  },
  rules,
  check({ directCost, equipmentCost }, { tiers }, reading) {
    if (tiers !== null) checkTiers(tiers, reading);
    if (directCost !== null && equipmentCost?.isMoreThan(directCost)) reading.conflict('equipmentCost', '设备购置费大于直接费用');
  },
  evaluate(input, parameters) {
    const find = findingsBy(rules, parameters);
    const base = given([input.directCost, input.equipmentCost], (direct, equipment) => direct.minus(equipment));
    const slices = given([base], (amount) => sliceShares(amount, parameters.tiers ?? statutoryTiers[input.projectKind]));
    const limit = given([slices], (shares) => Rational.sum(shares));
    const withinLimit = atMost(input.requestedIndirectCost, limit);
    return {
      verdict: verdictOf(withinLimit),
      base: asMoney(base),
      slices: given([slices], (shares) => shares.map((share) => asMoney(share))),
      limit: asMoney(limit),
      // 第(一)条: only equipment above 500 000 yuan needs a detailed budget.
      equipmentDetailRequired: truthOf(moreThan(input.equipmentCost, parameters.equipmentDetailAbove)),
      findings: [find('I-1', withinLimit, asMoney(input.requestedIndirectCost))],
    };
  },
});
