// Aggregates expert review (专家评审汇总): scores of each project, comparable between panels, and one ranking.
import { asScore, calculation, type JsonObject, type Read, truthOf } from '../frame/index.ts';
import { checkInput, input, type Limits, parameters } from './input.ts';
import { normalisedScore, type Place, type Placed, placesOf, squaredDeviations } from './order.ts';
import { outcomeOf, validSheetsOf } from './panel.ts';

interface Reviewed {
  readonly projectId: string;
  readonly validSheets: number;
  /** Null: fewer valid sheets than a panel needs. */
  readonly placed: Placed | null;
}

function review({ projects }: Read<typeof input>, limits: Limits): Reviewed[] {
  return projects.map((project) => {
    const valid = validSheetsOf(project, limits);
    const placed = valid.length < limits.minimumPanel ? null : { panelId: project.panelId, ...outcomeOf(valid, limits) };
    return { projectId: project.projectId, validSheets: valid.length, placed };
  });
}

function invalidPanel({ projectId, validSheets }: Reviewed): JsonObject {
  return {
    projectId,
    status: 'INVALID_PANEL',
    validSheets,
    score: null,
    median: null,
    normalisedScore: null,
    outliers: [],
    recommendVotes: null,
    recommended: null,
    rank: null,
    tied: null,
  };
}

function printed(projectId: string, project: Placed, normalised: string | null, place: Place | undefined): JsonObject {
  return {
    projectId,
    status: 'OK',
    validSheets: project.validSheets,
    score: asScore(project.score),
    median: asScore(project.median),
    normalisedScore: normalised,
    outliers: project.outliers,
    recommendVotes: project.recommendVotes,
    recommended: truthOf(project.recommended),
    rank: place?.rank ?? null,
    tied: place?.tied ?? null,
  };
}

export const reviewAggregate = calculation({
  id: 'review-aggregate',
  name: '专家评审汇总',
  basis: ['国发〔2014〕64号', '本级科技计划项目评审办法'],
  method: [
    '有效评分表：已提交，且各项均有得分或有总分。有效数达到去分点时去掉一个最高分和一个最低分后取平均；不足时按参数决定是否去分。',
    '离群提醒：与中位数相差超过规定分数，或超过规定倍数的（总体）标准差。',
    '多个评审组时标准化：T＝70＋10×（得分－组平均）÷组标准差；组内标准差为零的记70。',
    '排名依次比较（标准化）得分、权重最大指标的平均分、推荐票数；仍相同的并列，不以提交先后区分。',
    '推荐：得分不低于推荐线，且推荐票不少于规定比例，均以未舍入的值比较。',
  ],
  input,
  parameters,
  check: checkInput,
  evaluate(given, limits) {
    const reviewed = review(given, limits);
    const placed = reviewed.flatMap((project) => project.placed ?? []);
    const deviations = limits.normalise ? squaredDeviations(placed) : null;
    const places = placesOf(placed, deviations);
    return {
      normalised: deviations !== null,
      projects: reviewed.map((project) => {
        if (project.placed === null) return invalidPanel(project);
        const deviation = deviations?.get(project.placed);
        const normalised = deviation === undefined ? null : asScore(normalisedScore(deviation));
        return printed(project.projectId, project.placed, normalised, places.get(project.placed));
      }),
    };
  },
});
