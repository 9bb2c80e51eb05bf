// Score sheets of review panels, the score sheet's criteria, and the checks between points, weights and totals.
import {
  dec,
  decBetween,
  decimal,
  flag,
  fracBetween,
  intBetween,
  key,
  listOf,
  mapOf,
  optional,
  pointsBetween,
  Rational,
  type Read,
  type Reading,
  record,
  required,
  text,
  withDefault,
  words,
} from '../frame/index.ts';

const sheet = record({
  expertId: key('专家编号'),
  status: required('状态', words({ SUBMITTED: '已提交', DRAFT: '草稿', RECUSED: '已回避' })),
  points: optional('分项得分', mapOf(pointsBetween('0'))),
  total: optional('总分', pointsBetween('0', '100')),
  recommend: optional('推荐立项', flag),
});

const project = record({
  projectId: key('项目编号'),
  panelId: optional('评审组编号', text),
  sheets: required('评分表', listOf(sheet)),
});

export const input = { projects: required('项目', listOf(project)) };

const criterion = record({ criterionId: key('指标编号'), weight: required('权重', decBetween('0', '100')) });

/** Default score sheet of city plan projects: innovation, feasibility, team and conditions, benefit, budget. */
const defaultCriteria = [
  { criterionId: 'innovation', weight: '30' },
  { criterionId: 'feasibility', weight: '25' },
  { criterionId: 'team', weight: '20' },
  { criterionId: 'benefit', weight: '15' },
  { criterionId: 'budget', weight: '10' },
];

export const parameters = {
  criteria: withDefault('评分指标及权重（合计100）', listOf(criterion), defaultCriteria),
  minimumPanel: withDefault('有效评分表下限', intBetween(1), 5),
  trimFrom: withDefault('达到此数去掉最高最低分', intBetween(3), 7),
  trimSmallPanel: withDefault('不足此数时也去掉最高最低分', flag, true),
  outlierPoints: withDefault('偏离中位数提醒（分）', dec, '15'),
  outlierDeviations: withDefault('偏离中位数提醒（标准差倍数）', dec, '2'),
  normalise: withDefault('跨组标准化', flag, true),
  recommendLine: withDefault('推荐分数线', decBetween('0', '100'), '70'),
  voteShare: withDefault('推荐票比例下限', fracBetween('0', '1'), '2/3'),
};

export type Project = Read<typeof input>['projects'][number];
export type Sheet = Project['sheets'][number];
export type Limits = Read<typeof parameters>;
export type Criterion = Limits['criteria'][number];

/** Points can only be compared with a total through what the criteria without points may still add. */
function checkTotal({ points, total }: Sheet, criteria: readonly Criterion[], path: string, reading: Reading): void {
  if (points === null || total === null) return;
  const given = Rational.sum(points.values());
  const open = Rational.sum(criteria.filter(({ criterionId }) => !points.has(criterionId)).map(({ weight }) => weight));
  if (total.isLessThan(given) || total.isMoreThan(given.plus(open))) reading.conflict(`${path}.total`, '总分与分项得分之和不符');
}

function checkSheet(given: Sheet, criteria: readonly Criterion[], path: string, reading: Reading): void {
  for (const [name, points] of given.points ?? []) {
    const weight = criteria.find(({ criterionId }) => criterionId === name)?.weight;
    if (weight === undefined) reading.fail('VALUE', `${path}.points.${name}`, `没有名为“${name}”的评分指标`);
    else if (points.isMoreThan(weight)) reading.fail('RANGE', `${path}.points.${name}`, '分项得分超过该项权重');
  }
  checkTotal(given, criteria, path, reading);
}

export function checkInput({ projects }: Read<typeof input>, { criteria }: Limits, reading: Reading): void {
  const weights = Rational.sum(criteria.map(({ weight }) => weight));
  if (!weights.equals(decimal('100'))) reading.conflict('parameters.criteria', '评分指标的权重合计应为100');
  for (const [index, { sheets }] of projects.entries()) {
    for (const [position, given] of sheets.entries()) checkSheet(given, criteria, `projects[${index}].sheets[${position}]`, reading);
  }
}
