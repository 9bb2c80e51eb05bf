// May this expert review this application (专家回避与轮换): nine grounds of recusal and two of rotation.
import {
  addYears,
  all,
  any,
  atMost,
  calculation,
  calendarYear,
  type Day,
  date,
  type Finding,
  findingsBy,
  flag,
  int,
  intBetween,
  isFalse,
  known,
  listOf,
  not,
  optional,
  type Read,
  type Rules,
  record,
  required,
  type Status,
  statusesOf,
  statusOf,
  text,
  textOrEmpty,
  given as whenKnown,
  withDefault,
  words,
  yearOf,
} from './frame/index.ts';

const relationKind = words({
  SHAREHOLDER: '持股',
  CONSULTANT: '任顾问',
  SPOUSE: '配偶',
  DIRECT_RELATIVE: '直系血亲',
  COLLATERAL_RELATIVE: '旁系血亲',
  CLOSE_IN_LAW: '近姻亲',
  TEACHER_STUDENT: '师生',
  CO_AUTHOR: '合作论文',
  CO_PROJECT: '合作项目',
  CO_PATENT: '合作专利',
});

type RelationKind = keyof typeof relationKind.labels;

const input = {
  reviewDate: required('评审日期', date),
  expert: required(
    '专家',
    record({
      expertId: required('专家编号', text),
      currentUnits: optional('现任职单位', listOf(text)),
      formerUnits: optional('曾任职单位', listOf(record({ uscc: required('单位', text), leftOn: optional('离职日期', date) }))),
      sameBatchApplicant: optional('参与同批同类申报', flag),
      economicInterest: optional('有其他经济利益关系', flag),
      dishonestyListed: optional('列入科研失信名单', flag),
      panelsThisYear: optional('本年度已参加评审组数', int),
      categoryYears: optional('参加同类评审的年度', listOf(calendarYear)),
    }),
  ),
  application: required(
    '申请',
    record({
      units: optional('申报及合作单位', listOf(text)),
      excludedExperts: optional(
        '申请回避的专家（至多3名）',
        listOf(record({ expertId: required('专家编号', text), reason: optional('理由', textOrEmpty) }), { to: 3 }),
      ),
    }),
  ),
  relations: optional(
    '专家与项目负责人、团队或单位的关系',
    listOf(
      record({ kind: required('关系', relationKind), date: optional('日期', date), generations: optional('旁系代数', intBetween(1)) }),
    ),
  ),
};

const parameters = {
  formerUnitYears: withDefault('离职回避年限', int, 2),
  cooperationYears: withDefault('合作回避年限', int, 3),
  collateralGenerations: withDefault('旁系血亲回避代数', int, 3),
  panelsPerYear: withDefault('每年评审组数上限', int, 4),
  consecutiveYears: withDefault('同类评审连续年数上限', int, 2),
};

type Input = Read<typeof input>;
type Parameters = Read<typeof parameters>;
type Relation = NonNullable<Input['relations']>[number];

const measures = '本级科技计划项目评审办法（专家回避与轮换）';
const integrity = '国科发监〔2022〕221号';

const rules = {
  'RC-1': { required: (p: Parameters) => `现在及近${p.formerUnitYears}年内不在申报单位任职`, basis: measures },
  'RC-2': { required: '未在申报单位持股或任顾问', basis: measures },
  'RC-3': { required: (p: Parameters) => `无夫妻、直系血亲、${p.collateralGenerations}代以内旁系血亲或近姻亲关系`, basis: measures },
  'RC-4': { required: '无师生关系', basis: measures },
  'RC-5': { required: (p: Parameters) => `近${p.cooperationYears}年内无合作论文、项目或专利`, basis: measures },
  'RC-6': { required: '未参与同批同类项目申报', basis: measures },
  'RC-7': { required: '申请人未说明理由要求其回避', basis: measures },
  'RC-8': { required: '无其他经济利益关系', basis: measures },
  'RC-9': { required: '未列入科研失信名单', basis: `${measures}；${integrity}` },
  'RO-1': { required: (p: Parameters) => `一年内参加评审组不超过${p.panelsPerYear}次`, basis: measures },
  'RO-2': { required: (p: Parameters) => `同类评审连续不超过${p.consecutiveYears}年`, basis: measures },
} satisfies Rules<Parameters>;

/** Is there such an item? An absent list may hold one. */
function some<T>(items: readonly T[] | null, test: (item: T) => Status): Status {
  return items === null ? 'unknown' : any(...items.map(test));
}

/** On or after the day so many years before the review. */
function isRecent(day: Day | null, years: number, reviewDate: Day): Status {
  return known([day], (given) => given >= addYears(reviewDate, -years));
}

function sharesUnit({ reviewDate, expert, application }: Input, { formerUnitYears }: Parameters): Status {
  const isApplicant = (unit: string) => some(application.units, (applicant) => statusOf(applicant === unit));
  return any(
    some(expert.currentUnits, isApplicant),
    some(expert.formerUnits, ({ uscc, leftOn }) => all(isApplicant(uscc), isRecent(leftOn, formerUnitYears, reviewDate))),
  );
}

function isRelated({ relations }: Input, kinds: readonly RelationKind[], also: (relation: Relation) => Status = () => 'met'): Status {
  return some(relations, (relation) => (kinds.includes(relation.kind) ? also(relation) : 'unmet'));
}

/** Collateral relatives only up to some generation; the other kinships without limit. */
function isKin({ kind, generations }: Relation, { collateralGenerations }: Parameters): Status {
  return kind === 'COLLATERAL_RELATIVE' ? atMost(generations, collateralGenerations) : 'met';
}

/** A naming without a reason has no effect. */
function isNamed({ expert, application }: Input): Status {
  return some(application.excludedExperts, ({ expertId, reason }) =>
    statusOf(expertId === expert.expertId && reason !== null && reason.trim() !== ''),
  );
}

/** Years without a gap just before that of the review. */
function yearsInARow(years: readonly number[], reviewDate: Day): number {
  const taken = new Set(years);
  let count = 0;
  while (taken.has(yearOf(reviewDate) - 1 - count)) count += 1;
  return count;
}

function findings(given: Input, limits: Parameters): Finding[] {
  const find = findingsBy(rules, limits);
  const { expert, reviewDate } = given;
  const panels = whenKnown([expert.panelsThisYear], (count) => count + 1);
  const inARow = whenKnown([expert.categoryYears], (years) => yearsInARow(years, reviewDate) + 1);
  return [
    find('RC-1', not(sharesUnit(given, limits))),
    find('RC-2', not(isRelated(given, ['SHAREHOLDER', 'CONSULTANT']))),
    find(
      'RC-3',
      not(isRelated(given, ['SPOUSE', 'DIRECT_RELATIVE', 'CLOSE_IN_LAW', 'COLLATERAL_RELATIVE'], (relation) => isKin(relation, limits))),
    ),
    find('RC-4', not(isRelated(given, ['TEACHER_STUDENT']))),
    find(
      'RC-5',
      not(
        isRelated(given, ['CO_AUTHOR', 'CO_PROJECT', 'CO_PATENT'], (relation) =>
          isRecent(relation.date, limits.cooperationYears, reviewDate),
        ),
      ),
    ),
    find('RC-6', isFalse(expert.sameBatchApplicant)),
    find('RC-7', not(isNamed(given))),
    find('RC-8', isFalse(expert.economicInterest)),
    find('RC-9', isFalse(expert.dishonestyListed)),
    find('RO-1', atMost(panels, limits.panelsPerYear), panels),
    find('RO-2', atMost(inARow, limits.consecutiveYears), inARow),
  ];
}

function verdictOf(found: readonly Finding[]): 'RECUSE' | 'ROTATE' | 'DECLARE' | 'ELIGIBLE' {
  const unmet = found.filter(({ status }) => status === 'unmet');
  if (unmet.some(({ ruleId }) => ruleId.startsWith('RC-'))) return 'RECUSE';
  if (unmet.length > 0) return 'ROTATE';
  return all(...statusesOf(found)) === 'unknown' ? 'DECLARE' : 'ELIGIBLE';
}

export const expertRecusal = calculation({
  id: 'expert-recusal',
  name: '评审专家回避与轮换',
  basis: [measures, integrity],
  method: [
    '应回避的关系或情形有一项即须回避（RECUSE）；无须回避而超过轮换次数的应轮换（ROTATE）；有情况未知的须本人申明（DECLARE）。',
    '“近n年”以评审日期向前n年的对应日为界，含当日。',
  ],
  input,
  parameters,
  rules,
  evaluate(given, limits) {
    const found = findings(given, limits);
    return { verdict: verdictOf(found), findings: found };
  },
});
