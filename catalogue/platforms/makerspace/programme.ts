// Makerspaces: recognition by level, the assessment of each year with its classes and subsidy, and what is counted.
import { incubatorAssessment } from '#kernel/calculations/incubator-assessment/calculation.ts';
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { noConditions } from '#kernel/declare/eligibility.ts';
import { holderOf } from '#kernel/declare/holding.ts';
import { indicator, measuring, type Posting, ratio, stock, sum } from '#kernel/declare/indicator.ts';
import { programme } from '#kernel/declare/programme.ts';
import { title } from '#kernel/declare/title.ts';
import { check } from '#kernel/stages/check.ts';
import { decide } from '#kernel/stages/decide.ts';
import { grade, gradedSubsidy } from '#kernel/stages/grade.ts';
import { issue } from '#kernel/stages/issue.ts';
import { publicNotice } from '#kernel/stages/public-notice.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';
import { uphold } from '#kernel/stages/uphold.ts';
import { eligibility } from './eligibility.ts';
import { assessmentForm, recognitionForm } from './form.ts';
import {
  excellentScore,
  excellentShare,
  excellentSubsidy,
  measures as local,
  notice,
  passScore,
  passSubsidy,
  rectifyMonths,
} from './limits.ts';

/** Holds until it is given up or ended by an assessment. */
export const makerspaceTitle = title('makerspace', '众创空间', { level: 'MUNICIPAL', validity: null });

const recognition = dossier('recognition', '众创空间认定', {
  by: ['enterprise', 'institution'],
  form: recognitionForm,
  eligibility,
  stages: [
    submit(),
    check({ by: 'county-office', within: workdays(5) }),
    decide({ name: '认定审定', by: 'city-office', within: workdays(15) }),
    publicNotice({ by: 'city-office', within: workdays(5) }),
    issue(makerspaceTitle, { level: 'level', numbered: '众创' }),
  ],
});

/** Parts of the assessment under the keys of the form; the calculation knows the second one by another name. */
const parts = [
  { key: 'service', name: '孵化服务', weight: '25%' },
  { key: 'tenantScore', name: '在孵与毕业企业', weight: '25%' },
  { key: 'funding', name: '投融资', weight: '15%' },
  { key: 'qualifiedBred', name: '培育高企与科技型中小企业', weight: '15%' },
  { key: 'revenue', name: '收入与可持续', weight: '10%' },
  { key: 'statisticsSafety', name: '统计与安全', weight: '10%' },
] as const;

/** The score is of its points alone: the day that the calculation asks for does not change it. */
function total({ tenantScore, ...points }: Readonly<Record<string, string>>): string | null {
  const scores = { ...points, ...(tenantScore !== undefined && { tenants: tenantScore }) };
  const { assessmentScore } = incubatorAssessment.evaluate({ kind: 'MAKER_SPACE', asOf: '2020-01-01', scores });
  return typeof assessmentScore === 'string' ? assessmentScore : null;
}

const assessment = dossier('assessment', '众创空间年度考核', {
  by: ['enterprise', 'institution'],
  form: assessmentForm,
  eligibility: noConditions,
  holder: holderOf(makerspaceTitle, local),
  stages: [
    submit(),
    check({ by: 'county-office', within: workdays(5) }),
    grade({
      by: 'city-office',
      within: workdays(20),
      cites: local,
      parts,
      total,
      classes: [
        { code: 'EXCELLENT', name: '优秀', least: excellentScore, mostShare: excellentShare, subsidy: excellentSubsidy },
        { code: 'PASSED', name: '合格', least: passScore, subsidy: passSubsidy },
        { code: 'RECTIFY', name: '整改' },
        { code: 'REVOKED', name: '撤销' },
      ],
    }),
    decide({ name: '考核结果审定', by: 'leadership', within: workdays(10) }),
    publicNotice({ by: 'city-office', within: workdays(5) }),
    uphold({ title: makerspaceTitle, grade: 'grade', ends: ['REVOKED'], rectifies: { classes: ['RECTIFY'], months: rectifyMonths } }),
  ],
});

const measure = measuring('makerspace', '家');
const applied = measure('applied', '众创空间认定申请数', 'flow', '按提交日统计的认定申请');
const recognised = measure('recognised', '新认定众创空间', 'flow', '登记发证的众创空间');
const inForce = measure('in-force', '有效众创空间', 'stock', '资格有效的各级众创空间');
const assessed = measure('assessed', '参加年度考核的众创空间', 'flow', '按提交日统计的年度考核材料');
const passed = measure('passed', '年度考核合格以上众创空间', 'flow', '等次为优秀或合格、公示无异议的众创空间');
const excellent = measure('excellent', '年度考核优秀众创空间', 'flow', '评定为优秀的众创空间');
const ended = measure('ended', '年度考核撤销众创空间', 'flow', '因考核撤销资格的众创空间');
const subsidy = { ...measure('subsidy', '众创空间考核拟补助资金', 'flow', '评定等次时按标准核定的运营补助'), unit: '元' };
const all = [applied, recognised, inForce, assessed, passed, excellent, ended, subsidy];

const ofAssessment = (posting: Omit<Posting, 'dossier'>): Posting => ({ dossier: 'assessment', ...posting });

export default programme({
  id: 'makerspace',
  name: '众创空间认定与考核',
  domain: 'platforms',
  basis: [cite(notice.document), cite(local.document)],
  dossiers: [recognition, assessment],
  titles: [makerspaceTitle],
  measures: all,
  postings: [
    { measure: applied, dossier: 'recognition', verb: 'submit' },
    { measure: recognised, dossier: 'recognition', verb: 'issue' },
    ofAssessment({ measure: assessed, verb: 'submit' }),
    ofAssessment({ measure: excellent, verb: 'classify', when: ({ data }) => data.class === 'EXCELLENT' }),
    ofAssessment({
      measure: subsidy,
      verb: 'classify',
      value: (_answers, { data }) => (typeof data.subsidy === 'string' && data.subsidy !== '0' ? data.subsidy : null),
    }),
    ofAssessment({ measure: passed, verb: 'uphold', when: ({ data }) => data.outcome === 'keep' }),
    ofAssessment({ measure: ended, verb: 'uphold', when: ({ data }) => data.outcome === 'end' }),
  ],
  stocks: [{ measure: inForce, title: makerspaceTitle }],
  obligations: [
    gradedSubsidy({ dossier: 'assessment', stage: 'grade', after: { stage: 'uphold', verb: 'uphold' }, purpose: '众创空间运营补助' }),
  ],
  indicators: [
    indicator('makerspace.stock', '众创空间数', '家', stock(inForce), '期末资格有效的各级众创空间'),
    indicator('makerspace.recognised', '新认定众创空间数', '家', sum(recognised), '期内登记发证'),
    indicator('makerspace.assessed', '参加考核众创空间数', '家', sum(assessed), '期内提交年度考核材料'),
    indicator('makerspace.passed', '考核合格众创空间数', '家', sum(passed), '期内考核合格以上并保留资格'),
    indicator('makerspace.pass-rate', '众创空间考核合格率', '%', ratio(sum(passed), sum(assessed)), '合格以上 ÷ 参加考核'),
    indicator('makerspace.subsidy', '众创空间考核拟补助资金', '元', sum(subsidy), '期内评定等次核定的补助合计'),
  ],
});
