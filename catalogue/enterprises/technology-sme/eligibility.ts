// Who is a technology SME: the conditions and the score of 国科发政〔2017〕115号, by the calculation of the law; and the sources held against it.
import { techSme } from '#kernel/calculations/tech-sme/calculation.ts';
import { cite } from '#kernel/declare/citation.ts';
import { crossCheckOf, figureOf, within } from '#kernel/declare/cross-check.ts';
import { byCalculation } from '#kernel/declare/eligibility.ts';
import { isAnswered } from '#kernel/declare/need.ts';
import { asNumber, asWan, exact } from '#kernel/declare/rule.ts';
import { form } from './form.ts';

type Answers = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/** A table of which a row still lacks what tells it from others cannot be judged. */
function wholeRows(value: unknown): readonly Row[] | null {
  if (!Array.isArray(value)) return null;
  const listed = value as readonly Row[];
  return listed.every((row) => isAnswered(row.ipNo) && isAnswered(row.kind)) ? listed : null;
}

const toInput = (answers: Answers, { day }: { day: string }) => ({
  asOf: day,
  residentEnterprise: answers.residentEnterprise,
  totalStaff: answers.staff,
  scienceStaff: answers.scienceStaff,
  sales: answers.sales,
  totalAssets: answers.totalAssets,
  rdExpense: answers.rdExpense,
  totalCostExpense: answers.totalCost,
  prohibitedCategory: answers.prohibited,
  majorSafetyAccident: answers.safetyAccident,
  majorQualityAccident: answers.qualityAccident,
  seriousEnvironmentalViolation: answers.environment,
  seriousResearchDishonesty: answers.dishonesty,
  abnormalOperationList: answers.abnormalList,
  seriousDishonestyList: answers.blackList,
  ipRights: wholeRows(answers.ipRights)?.map(({ ipNo, kind, linked, validTo }) => ({ ipNo, kind, linkedToMainProduct: linked, validTo })),
  directConfirmation: {
    hnteCertificate: { held: answers.hasCertificate, validTo: answers.certificateUntil },
    nationalAward: { held: answers.hasAward, awardDate: answers.awardOn, rank: answers.awardRank },
    rdInstitution: { held: answers.hasInstitution },
    standardLed: { held: answers.hasStandard, publishedDate: answers.standardOn, draftingRank: answers.standardRank },
  },
  dishonestyOrRevokedPast3Years: answers.revokedBefore,
  firstTimeApplicant: answers.firstTime,
});

interface Points {
  readonly min: number;
  readonly max: number;
}
const printed = ({ min, max }: Points): string => (min === max ? `${min}` : `${min}–${max}`);

/** The total with its three parts: what there is to gain shows at once. */
function scoreText(result: Row): string | null {
  const { total, personnel, rd, results } = (result.score ?? {}) as Readonly<Record<string, Points>>;
  if (total === undefined || personnel === undefined || rd === undefined || results === undefined) return null;
  return `${printed(total)}分（人员${printed(personnel)}＋研发${printed(rd)}＋成果${printed(results)}）`;
}

const people = (heads: unknown): string => `${heads}人`;
const wan = (yuan: unknown): string => asWan(exact(String(yuan)));
const answeredYes = (key: string) => (answers: Answers) => answers[key] === true;

export const eligibility = byCalculation(
  form,
  techSme,
  [
    { id: 'A1-1', needs: ['residentEnterprise'], print: (value) => (value === true ? '是' : '否'), demands: '是' },
    { id: 'A1-2a', needs: ['staff'], moves: { staff: 'down' }, print: people, demands: '≤500人' },
    { id: 'A1-2b', needs: ['sales'], print: wan, demands: '≤20000万元' },
    { id: 'A1-2c', needs: ['totalAssets'], print: wan, demands: '≤20000万元' },
    { id: 'A1-3', needs: ['prohibited'], print: (value) => (value === true ? '属于' : '不属于'), demands: '不属于' },
    {
      id: 'A1-4',
      needs: ['safetyAccident', 'qualityAccident', 'environment', 'dishonesty', 'abnormalList', 'blackList'],
      demands: '均没有',
    },
    {
      id: 'A1-5',
      needs: [
        'staff',
        'scienceStaff',
        'sales',
        'rdExpense',
        'totalCost',
        'ipRights',
        'ipRights.ipNo',
        'ipRights.kind',
        'ipRights.linked',
        'ipRights.validTo',
        'hasCertificate',
        'hasAward',
        'hasInstitution',
        'hasStandard',
        { path: 'certificateUntil', when: answeredYes('hasCertificate') },
        { path: 'awardOn', when: answeredYes('hasAward') },
        { path: 'awardRank', when: answeredYes('hasAward') },
        { path: 'standardOn', when: answeredYes('hasStandard') },
        { path: 'standardRank', when: answeredYes('hasStandard') },
      ],
      moves: { scienceStaff: 'up', rdExpense: 'up', staff: 'down' },
      actual: scoreText,
      demands: '≥60分且科技人员指标不为0分，或符合直接确认条件之一',
      standIns: {
        'DC-1': '直接确认：高新技术企业',
        'DC-2': '直接确认：国家级科技奖励',
        'DC-3': '直接确认：省部级以上研发机构',
        'DC-4': '直接确认：主导制定标准',
      },
    },
  ],
  toInput,
);

const guide = cite('国科火字〔2022〕67号');
const lastYear = (day: string): number => Number(day.slice(0, 4)) - 1;

/** Shares are the bureau's own tolerance; a disagreement asks for a look, it refuses nobody. */
export const crossCheck = crossCheckOf([
  {
    id: 'SC-1',
    says: '销售收入与纳税申报、审计报告一致',
    cites: guide,
    level: 'warn',
    judge: ({ sales }, known, day) => within(sales, figureOf(known, lastYear(day), 'sales', ['TAX', 'AUDIT']), '0.01', asWan),
  },
  {
    id: 'SC-2',
    says: '研发费用与加计扣除申报、审计报告一致',
    cites: guide,
    level: 'warn',
    judge: ({ rdExpense }, known, day) =>
      within(rdExpense, figureOf(known, lastYear(day), 'rdExpense', ['TAX', 'AUDIT', 'STATISTICS']), '0.1', asWan),
  },
  {
    id: 'SC-3',
    says: '职工总数与参保人数基本一致',
    cites: guide,
    level: 'warn',
    judge: ({ staff }, { facts }) => within(staff, facts['enterprise.insuredStaff'], '0.2', (value) => `${asNumber(value)}人`),
  },
  {
    id: 'SC-4',
    says: '不属于公示前应当实地核查的情形（职工不超过5人；50人以上且科技人员占90%以上；近三年严重失信或被撤销编号；首次参加评价）',
    cites: guide,
    level: 'info',
    judge(answers, _known, day) {
      const { onSiteInspection } = techSme.evaluate(toInput(answers, { day })) as { onSiteInspection: boolean | 'unknown' };
      if (typeof onSiteInspection !== 'boolean') return { status: 'unknown', actual: null, required: '不需要实地核查' };
      return { status: onSiteInspection ? 'unmet' : 'met', actual: onSiteInspection ? '需要' : '不需要', required: '不需要实地核查' };
    },
  },
]);
