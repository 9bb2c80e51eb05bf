// Recognition of a high-tech enterprise (高新技术企业认定): eight conditions, innovation capability, reasons for rejection.
import { all, calculation, type Finding, findingsBy, type Status, statusesOf } from '../frame/index.ts';
import { conditionFindings, conditionRules, factsOf, measures } from './conditions.ts';
import { checkInput, type HighTechInput, type HighTechParameters, input, parameters } from './input.ts';
import { type CapabilityScore, capabilityScore, lacksScoreInput, printScore } from './score.ts';

export { coreRightsIn } from './conditions.ts';

const guide = '国科发火〔2016〕195号';

const scoreRule = {
  'B1-7': { required: (p: HighTechParameters) => `企业创新能力评价高于${p.passScore}分`, basis: `${measures}第十一条(七)；${guide}` },
};

const rejectionCodes: Readonly<Record<string, string>> = {
  'B1-1': 'R10',
  'B1-2': 'R06',
  'B1-3': 'R07',
  'B1-4': 'R05',
  'B1-5a': 'R01',
  'B1-5b': 'R13',
  'B1-6': 'R04',
  'B1-7': 'R08',
  'B1-8': 'R11',
};

type ScoreVerdict = 'PASS' | 'FAIL' | 'UNKNOWN' | 'BORDERLINE';

/** Borderline: everything is known, and it is the experts' choice inside the bands that decides. */
function verdictOfScore({ total }: CapabilityScore, given: HighTechInput, passScore: number): ScoreVerdict {
  if (total.min > passScore) return 'PASS';
  if (total.max <= passScore) return 'FAIL';
  return lacksScoreInput(given) ? 'UNKNOWN' : 'BORDERLINE';
}

const statusOfVerdict: Readonly<Record<ScoreVerdict, Status>> = { PASS: 'met', FAIL: 'unmet', UNKNOWN: 'unknown', BORDERLINE: 'unknown' };

function findings(given: HighTechInput, limits: HighTechParameters, scoreVerdict: ScoreVerdict): Finding[] {
  const found = conditionFindings(factsOf(given));
  const score = findingsBy(scoreRule, limits)('B1-7', statusOfVerdict[scoreVerdict]);
  return [...found.slice(0, -1), score, ...found.slice(-1)];
}

function verdictOfAll(found: readonly Finding[], scoreVerdict: ScoreVerdict): ScoreVerdict {
  const conditions = all(...statusesOf(found.filter(({ ruleId }) => ruleId !== 'B1-7')));
  if (conditions === 'unmet' || scoreVerdict === 'FAIL') return 'FAIL';
  return conditions === 'unknown' ? 'UNKNOWN' : scoreVerdict;
}

/** The score stands seventh among the conditions. */
function inOrder<T>(byRule: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(byRule).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const highTechEnterprise = calculation({
  id: 'high-tech-enterprise',
  name: '高新技术企业认定条件与创新能力评价',
  basis: [`${measures}第十一条`, guide],
  method: [
    '近三年研发费用占同期销售收入：Σ研发费用÷Σ销售收入，按最近一年销售收入分档；境内研发费用占比、高新收入占比（总收入＝收入总额－不征税收入）按未舍入的值比较。',
    '职工总数取各月（月初数＋月末数）÷2的平均。',
    '创新能力评价以区间表示专家可打的分：知识产权30分（技术先进程度、核心支持作用、数量、获得方式、参与标准），成果转化30分（年均转化数5、4、3、2、1项以上分档），组织管理20分，成长性20分。',
    '成长性＝½×（第二年÷第一年＋第三年÷第二年）－1，分别按净资产与销售收入计算；第一年为零用第三年÷第二年－1，第二年为零记0分，第一或第二年为负记0分并提示人工复核，经营不满三年按实际年限。',
    '得分区间下限高于合格分为通过，上限不高于合格分为不通过；资料齐全而区间跨越合格分为临界（BORDERLINE）。',
  ],
  input,
  parameters,
  rules: inOrder({ ...conditionRules, ...scoreRule }),
  check: checkInput,
  evaluate(given, limits) {
    const score = capabilityScore(given);
    const scoreVerdict = verdictOfScore(score, given, limits.passScore);
    const found = findings(given, limits, scoreVerdict);
    const unmet = found.filter(({ status }) => status === 'unmet');
    return {
      verdict: verdictOfAll(found, scoreVerdict),
      scoreVerdict,
      rejectionCodes: unmet.map(({ ruleId }) => rejectionCodes[ruleId]).sort(),
      score: printScore(score),
      findings: found,
    };
  },
});
