// May this expert judge this case? The facts of both are put to the calculation `expert-recusal`; what it finds is told with reason and day.
import { expertRecusal } from '#kernel/calculations/expert-recusal.ts';
import type { Rules } from './bureau-rules.ts';
import { type Candidate, type Tie, type TieKind, tieKinds } from './expert.ts';

/** The units and people of a case, as its application names them. */
export interface CaseParties {
  readonly caseId: string;
  /** Name and credit code of the applicant first, then of those who take part. */
  readonly units: readonly { readonly uscc: string; readonly name: string }[];
  readonly people: readonly string[];
  /** Experts whom the applicant asks to stay away, by name, with the reason. */
  readonly excluded: readonly { readonly name: string; readonly unit: string | null; readonly reason: string }[];
  /** People and units of every application of the same call: who competes cannot judge. */
  readonly batchPeople: ReadonlySet<string>;
  readonly batchUnits: ReadonlySet<string>;
}

export type Verdict = 'RECUSE' | 'ROTATE' | 'DECLARE' | 'ELIGIBLE';

export interface Ground {
  /** Rule of the calculation: `RC-1`. */
  readonly rule: string;
  readonly status: 'unmet' | 'unknown';
  /** What was found, in a sentence with its day. */
  readonly says: string;
  readonly basis: string;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly grounds: readonly Ground[];
}

const kindsOf: Readonly<Record<string, readonly TieKind[]>> = {
  'RC-2': ['SHAREHOLDER', 'CONSULTANT'],
  'RC-3': ['SPOUSE', 'DIRECT_RELATIVE', 'COLLATERAL_RELATIVE', 'CLOSE_IN_LAW'],
  'RC-4': ['TEACHER_STUDENT'],
  'RC-5': ['CO_AUTHOR', 'CO_PROJECT', 'CO_PATENT'],
};

/** A tie concerns a case by the unit's code, else by its name, or by the person's name. */
function concerns(tie: Tie, parties: CaseParties): boolean {
  const byUnit = parties.units.some(({ uscc, name }) => (tie.uscc !== null ? tie.uscc === uscc : tie.unit !== null && tie.unit === name));
  return byUnit || (tie.person !== null && parties.people.includes(tie.person));
}

const codeOf = (tie: Tie, parties: CaseParties): string =>
  tie.uscc ?? parties.units.find(({ name }) => name === tie.unit)?.uscc ?? tie.unit ?? '—';

/** The same name in another unit may be somebody else: then nobody knows, and the expert must declare it. */
function competes(expert: Candidate, parties: CaseParties): boolean | null {
  if (!parties.batchPeople.has(expert.name)) return false;
  return parties.batchUnits.has(expert.uscc) ? true : null;
}

function documentOf(expert: Candidate, parties: CaseParties, day: string, rules: Rules) {
  const relations = expert.ties
    .filter((tie) => tie.kind !== 'FORMER_UNIT' && concerns(tie, parties))
    .map(({ kind, day: date, generations }) => ({ kind, date, generations }));
  const namings = parties.excluded.filter((one) => one.name === expert.name && (one.unit === null || one.unit === expert.unit));
  return {
    reviewDate: day,
    expert: {
      expertId: expert.id,
      currentUnits: [expert.uscc],
      formerUnits: expert.ties.filter((tie) => tie.kind === 'FORMER_UNIT').map((tie) => ({ uscc: codeOf(tie, parties), leftOn: tie.day })),
      sameBatchApplicant: competes(expert, parties),
      // Only the expert knows; the declaration before the sheet opens asks for it.
      economicInterest: null,
      dishonestyListed: expert.isDishonest,
      panelsThisYear: expert.panelsThisYear,
      categoryYears: expert.categoryYears,
    },
    application: {
      units: parties.units.map(({ uscc }) => uscc),
      excludedExperts: namings.slice(0, 3).map(({ reason }) => ({ expertId: expert.id, reason })),
    },
    relations,
    parameters: {
      formerUnitYears: rules.formerUnitYears,
      cooperationYears: rules.cooperationYears,
      collateralGenerations: rules.collateralGenerations,
      panelsPerYear: rules.panelsPerYear,
      consecutiveYears: rules.consecutiveYears,
    },
  };
}

const tieWords = (tie: Tie): string =>
  `${tieKinds[tie.kind]}：${[tie.unit, tie.person].filter((part) => part !== null && part !== '').join('，') || tie.uscc || '未写明'}${tie.day === null ? '（日期未知）' : `（${tie.day}）`}`;

/** What stands behind a finding, in words. */
function reasonOf(rule: string, required: string, expert: Candidate, parties: CaseParties): string {
  switch (rule) {
    case 'RC-1': {
      if (parties.units.some(({ uscc }) => uscc === expert.uscc)) return `现任职于申报单位${expert.unit}`;
      return (
        expert.ties
          .filter((tie) => tie.kind === 'FORMER_UNIT' && concerns(tie, parties))
          .map(tieWords)
          .join('；') || required
      );
    }
    case 'RC-6':
      return parties.batchUnits.has(expert.uscc) ? '本人参与同批申报' : '同批申报中有同名人员，须本人申明';
    case 'RC-7':
      return `申请人要求其回避：${parties.excluded.find(({ name }) => name === expert.name)?.reason ?? ''}`;
    case 'RC-8':
      return '其他经济利益关系须本人申明';
    case 'RC-9':
      return '列入科研失信名单';
    case 'RO-1':
      return `本年度已参加 ${expert.panelsThisYear} 个评审组`;
    case 'RO-2':
      return `已连续参加同类评审：${[...expert.categoryYears].sort((a, b) => a - b).join('、')} 年`;
    default: {
      const kinds = kindsOf[rule] ?? [];
      const ties = expert.ties.filter((tie) => kinds.includes(tie.kind) && concerns(tie, parties));
      return ties.map(tieWords).join('；') || required;
    }
  }
}

interface CalculatedFinding {
  readonly ruleId: string;
  readonly status: 'met' | 'unmet' | 'unknown';
  readonly required: string;
  readonly basis: string;
}

export function judge(expert: Candidate, parties: CaseParties, day: string, rules: Rules): Judged {
  const result = expertRecusal.evaluate(documentOf(expert, parties, day, rules)) as unknown as {
    readonly verdict: Verdict;
    readonly findings: readonly CalculatedFinding[];
  };
  const grounds = result.findings.flatMap(({ ruleId, status, required, basis }): Ground[] =>
    status === 'met' ? [] : [{ rule: ruleId, status, says: reasonOf(ruleId, required, expert, parties), basis }],
  );
  return { verdict: result.verdict, grounds };
}

const order: Readonly<Record<Verdict, number>> = { RECUSE: 0, ROTATE: 1, DECLARE: 2, ELIGIBLE: 3 };

export interface JudgedForAll extends Judged {
  /** Cases that are concerned, when not all are. */
  readonly caseIds: readonly string[];
}

/** A member judges every case of the panel, so the strictest verdict counts. */
export function judgeForAll(expert: Candidate, cases: readonly CaseParties[], day: string, rules: Rules): JudgedForAll {
  const each = cases.map((parties) => ({ caseId: parties.caseId, ...judge(expert, parties, day, rules) }));
  const [worst] = [...each].sort((a, b) => order[a.verdict] - order[b.verdict]);
  if (worst === undefined) return { verdict: 'ELIGIBLE', grounds: [], caseIds: [] };
  const same = each.filter(({ verdict }) => verdict === worst.verdict);
  const unmet = same.flatMap(({ grounds }) => grounds.filter(({ status }) => worst.verdict === 'DECLARE' || status === 'unmet'));
  const once = unmet.filter((ground, i) => unmet.findIndex(({ says }) => says === ground.says) === i);
  return { verdict: worst.verdict, grounds: once, caseIds: same.map(({ caseId }) => caseId) };
}
