// Technology SME self-evaluation (科技型中小企业自主评价): hard conditions, score and direct confirmation.
import {
  all,
  any,
  asMoney,
  atLeast,
  atMost,
  calculation,
  type Day,
  decimal,
  findingsBy,
  isFalse,
  isTrue,
  isWithinYears,
  known,
  quotient,
  type Rational,
  ratioAtLeast,
  type Status,
  statusesOf,
  truthOf,
  verdictOf,
} from '../frame/index.ts';
import { input, parameters, type TechSmeInput, type TechSmeParameters } from './input.ts';
import { scoreOf, statusOfScore } from './score.ts';

const cite = '国科发政〔2017〕115号';
const yuan = (limit: Rational) => `${asMoney(limit)}元`;

const rules = {
  'A1-1': { required: '在中国境内（不含港澳台）注册的居民企业', basis: `${cite}第六条第(一)项` },
  'A1-2a': { required: (p: TechSmeParameters) => `职工总数不超过${p.staffLimit}人`, basis: `${cite}第六条第(二)项` },
  'A1-2b': { required: (p: TechSmeParameters) => `年销售收入不超过${yuan(p.salesLimit)}`, basis: `${cite}第六条第(二)项` },
  'A1-2c': { required: (p: TechSmeParameters) => `资产总额不超过${yuan(p.assetLimit)}`, basis: `${cite}第六条第(二)项` },
  'A1-3': { required: '产品和服务不属于国家规定的禁止、限制和淘汰类', basis: `${cite}第六条第(三)项` },
  'A1-4': {
    required: '上一年及当年未发生重大安全、质量事故和严重环境违法、科研严重失信，且未列入经营异常名录和严重违法失信名单',
    basis: `${cite}第六条第(四)项`,
  },
  'A1-5': { required: (p: TechSmeParameters) => `综合评价不低于${p.passScore}分，且科技人员指标不为0分`, basis: `${cite}第六条第(五)项` },
  'DC-1': { required: '拥有有效期内的高新技术企业资格证书', basis: `${cite}第八条第(一)项` },
  'DC-2': {
    required: (p: TechSmeParameters) => `近${p.lookbackYears}年内获国家级科技奖励且单位排名前${p.awardTopRank}`,
    basis: `${cite}第八条第(二)项`,
  },
  'DC-3': { required: '拥有经认定的省部级以上研发机构', basis: `${cite}第八条第(三)项` },
  'DC-4': {
    required: (p: TechSmeParameters) => `近${p.lookbackYears}年内主导制定国际、国家或行业标准（起草单位前${p.standardTopRank}）`,
    basis: `${cite}第八条第(四)项；国科火字〔2022〕67号`,
  },
};

type Find = ReturnType<typeof findingsBy<TechSmeParameters, typeof rules>>;

function conditions(given: TechSmeInput, limits: TechSmeParameters, find: Find) {
  return [
    find('A1-1', isTrue(given.residentEnterprise), given.residentEnterprise),
    find('A1-2a', atMost(given.totalStaff, limits.staffLimit), given.totalStaff),
    find('A1-2b', atMost(given.sales, limits.salesLimit), asMoney(given.sales)),
    find('A1-2c', atMost(given.totalAssets, limits.assetLimit), asMoney(given.totalAssets)),
    find('A1-3', isFalse(given.prohibitedCategory), given.prohibitedCategory),
    find(
      'A1-4',
      all(
        isFalse(given.majorSafetyAccident),
        isFalse(given.majorQualityAccident),
        isFalse(given.seriousEnvironmentalViolation),
        isFalse(given.seriousResearchDishonesty),
        isFalse(given.abnormalOperationList),
        isFalse(given.seriousDishonestyList),
      ),
    ),
  ];
}

/** 第八条: any one of four stands in for the score, but for nothing else. */
function directConfirmations(given: TechSmeInput, limits: TechSmeParameters, find: Find) {
  const { hnteCertificate, nationalAward, rdInstitution, standardLed } = given.directConfirmation ?? {};
  const held = (part: { readonly held: boolean | null } | null | undefined) => isTrue(part?.held ?? null);
  const isRecent = (day: Day | null | undefined): Status =>
    known([day ?? null], (recent) => isWithinYears(recent, limits.lookbackYears, given.asOf));
  return [
    find('DC-1', all(held(hnteCertificate), atLeast(hnteCertificate?.validTo ?? null, given.asOf))),
    find('DC-2', all(held(nationalAward), isRecent(nationalAward?.awardDate), atMost(nationalAward?.rank ?? null, limits.awardTopRank))),
    find('DC-3', held(rdInstitution)),
    find(
      'DC-4',
      all(held(standardLed), isRecent(standardLed?.publishedDate), atMost(standardLed?.draftingRank ?? null, limits.standardTopRank)),
    ),
  ];
}

/** Guide of 国科火字〔2022〕67号 and the yearly notice: who is visited before publicity. */
function onSiteInspection({ totalStaff, scienceStaff, dishonestyOrRevokedPast3Years, firstTimeApplicant }: TechSmeInput): Status {
  const mostlyScientists = ratioAtLeast(quotient(scienceStaff, totalStaff), decimal('0.9'));
  return any(
    atMost(totalStaff, 5),
    all(atLeast(totalStaff, 50), mostlyScientists),
    isTrue(dishonestyOrRevokedPast3Years),
    isTrue(firstTimeApplicant),
  );
}

export const techSme = calculation({
  id: 'tech-sme',
  name: '科技型中小企业自主评价',
  basis: [cite, '国科火字〔2022〕67号'],
  method: [
    '科技人员指标20分：科技人员÷职工总数，≥30% 20分，≥25% 16分，≥20% 12分，≥15% 8分，≥10% 4分，以下0分。',
    '研发投入指标50分，两项取高或按参数选一项：研发费用÷销售收入（≥6%、5%、4%、3%、2%为50、40、30、20、10分）；研发费用÷成本费用总额（≥30%、25%、20%、15%、10%为50、40、30、20、10分）。分母为零的一项记0分。',
    '科技成果指标30分：与主要产品（服务）相关的有效知识产权，Ⅰ类1项以上30分；Ⅱ类4项以上24分，3、2、1项为18、12、6分。',
    '未知的部分按其全部可能取值给出区间；总分区间跨越合格分时不作结论。',
    '满足直接确认条件之一的，不看得分，但其他条件仍须满足。',
  ],
  input,
  parameters,
  rules,
  check({ totalStaff, scienceStaff }, _parameters, reading) {
    if (totalStaff !== null && scienceStaff !== null && scienceStaff > totalStaff)
      reading.conflict('scienceStaff', '科技人员数大于职工总数');
  },
  evaluate(given, limits) {
    const find = findingsBy(rules, limits);
    const score = scoreOf(given, limits);
    const hard = conditions(given, limits, find);
    const enough = find('A1-5', statusOfScore(score, limits.passScore), score.total.min === score.total.max ? score.total.min : null);
    const direct = directConfirmations(given, limits, find);
    const confirmed = any(...statusesOf(direct));
    return {
      verdict: verdictOf(all(...statusesOf(hard), any(enough.status, confirmed))),
      directConfirmation: confirmed,
      score,
      onSiteInspection: truthOf(onSiteInspection(given)),
      findings: [...hard, enough, ...direct],
    };
  },
});
