// What the sheets of a panel come to: the calculation `review-aggregate` decides, this says it in seats and sentences.
import { reviewAggregate } from '#kernel/calculations/review-aggregate/calculation.ts';
import type { AggregateRule, Criterion } from '#kernel/declare/score-sheet.ts';
import { decimal, formatDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';

export interface FilledSheet {
  readonly seat: number;
  readonly status: 'open' | 'submitted' | 'withdrawn';
  readonly points: Readonly<Record<string, string>>;
  readonly recommend: boolean | null;
  readonly justification: string | null;
}

export interface SeatScore {
  readonly seat: number;
  readonly total: string;
}

/** One case's aggregate; everything is null while the panel is too small. */
export interface CaseOutcome {
  readonly isValid: boolean;
  readonly score: string | null;
  readonly median: string | null;
  readonly normalised: string | null;
  readonly votes: number | null;
  readonly recommended: boolean | null;
  readonly rank: number | null;
  readonly tied: boolean | null;
  readonly validSheets: number;
  readonly openSheets: number;
  readonly sheets: readonly (SeatScore & { readonly recommend: boolean | null })[];
  readonly dropped: readonly SeatScore[];
  readonly outliers: readonly (SeatScore & { readonly justification: string | null })[];
}

export interface ReviewedCase {
  readonly caseId: string;
  readonly panel: string;
  readonly sheets: readonly FilledSheet[];
}

interface CalculatedProject {
  readonly projectId: string;
  readonly status: 'OK' | 'INVALID_PANEL';
  readonly validSheets: number;
  readonly score: string | null;
  readonly median: string | null;
  readonly normalisedScore: string | null;
  readonly outliers: readonly string[];
  readonly recommendVotes: number | null;
  readonly recommended: boolean | null;
  readonly rank: number | null;
  readonly tied: boolean | null;
}

export interface Judgement {
  readonly criteria: readonly Criterion[];
  readonly aggregate: AggregateRule;
}

const statusOf = { open: 'DRAFT', submitted: 'SUBMITTED', withdrawn: 'RECUSED' } as const;

const totalOf = (points: Readonly<Record<string, string>>): string => formatDecimal(Rational.sum(Object.values(points).map(decimal)), 1);

/** Highest and lowest sheet that the calculation leaves out of the mean; of equals the one with the lower seat. */
function droppedOf(submitted: readonly SeatScore[], { aggregate }: Judgement): readonly SeatScore[] {
  const { trimFrom = 7, trimSmallPanel = true } = aggregate;
  if (!(submitted.length >= trimFrom || (trimSmallPanel && submitted.length >= 3))) return [];
  const ascending = [...submitted].sort((a, b) => decimal(a.total).compare(decimal(b.total)) || a.seat - b.seat);
  return [ascending.at(-1), ascending[0]].filter((one) => one !== undefined);
}

function outcomeOf(project: CalculatedProject, { sheets }: ReviewedCase, judgement: Judgement): CaseOutcome {
  const submitted = sheets
    .filter(({ status }) => status === 'submitted')
    .map(({ seat, points, recommend, justification }) => ({ seat, total: totalOf(points), recommend, justification }));
  const isValid = project.status === 'OK';
  return {
    isValid,
    score: project.score,
    median: project.median,
    normalised: project.normalisedScore,
    votes: project.recommendVotes,
    recommended: project.recommended,
    rank: project.rank,
    tied: project.tied,
    validSheets: project.validSheets,
    openSheets: sheets.filter(({ status }) => status === 'open').length,
    sheets: submitted.map(({ seat, total, recommend }) => ({ seat, total, recommend })),
    dropped: isValid
      ? droppedOf(
          submitted.map(({ seat, total }) => ({ seat, total })),
          judgement,
        )
      : [],
    outliers: submitted
      .filter(({ seat }) => project.outliers.includes(String(seat)))
      .map(({ seat, total, justification }) => ({ seat, total, justification })),
  };
}

/** All cases in one ranking; several panels are made comparable when the rule says so. */
export function aggregate(cases: readonly ReviewedCase[], judgement: Judgement, normalise: boolean): ReadonlyMap<string, CaseOutcome> {
  const result = reviewAggregate.evaluate({
    projects: cases.map(({ caseId, panel, sheets }) => ({
      projectId: caseId,
      panelId: panel,
      sheets: sheets.map(({ seat, status, points, recommend }, i) => ({
        expertId: status === 'withdrawn' ? `${seat}-left-${i}` : String(seat),
        status: statusOf[status],
        ...(status === 'submitted' && { points }),
        recommend: status === 'submitted' ? recommend : null,
      })),
    })),
    parameters: {
      ...judgement.aggregate,
      normalise,
      criteria: judgement.criteria.map(({ id, weight }) => ({ criterionId: id, weight })),
    },
  }) as unknown as { readonly projects: readonly CalculatedProject[] };
  const byId = new Map(cases.map((one) => [one.caseId, one]));
  return new Map(
    result.projects.flatMap((project) => {
      const reviewed = byId.get(project.projectId);
      return reviewed === undefined ? [] : [[project.projectId, outcomeOf(project, reviewed, judgement)] as const];
    }),
  );
}

/** What the case keeps: seats and numbers, no names. */
export const concludedRecord = (number: string, outcome: CaseOutcome, note: string | undefined): Record<string, unknown> => ({
  panel: number,
  score: outcome.score,
  ...(outcome.normalised !== null && { normalised: outcome.normalised }),
  votes: outcome.votes,
  validSheets: outcome.validSheets,
  openSheets: outcome.openSheets,
  recommended: outcome.recommended,
  ...(outcome.rank !== null && { rank: outcome.rank }),
  ...(outcome.tied !== null && { tied: outcome.tied }),
  sheets: outcome.sheets,
  dropped: outcome.dropped,
  outliers: outcome.outliers.map(({ justification, ...rest }) => ({ ...rest, ...(justification !== null && { justification }) })),
  ...(note !== undefined && note.trim() !== '' && { note: note.trim() }),
});

/** The aggregate told step by step, as the page of the panel shows it. */
export function explained(outcome: CaseOutcome, { aggregate: rule }: Judgement): readonly string[] {
  const { minimumPanel = 5, recommendLine = '70', voteShare = '2/3', outlierPoints = '15', outlierDeviations = '2' } = rule;
  if (!outcome.isValid) {
    return [
      `有效评分表 ${outcome.validSheets} 份，不足 ${minimumPanel} 份，评审组无效，不产生得分。`,
      ...(outcome.openSheets > 0 ? [`还有 ${outcome.openSheets} 份没有提交。`] : ['请从备选专家中补足，或追加抽取后继续评分。']),
    ];
  }
  const seats = (list: readonly SeatScore[]) => list.map(({ seat, total }) => `${seat}号席 ${total} 分`).join('、');
  return [
    `有效评分表 ${outcome.validSheets} 份：${seats(outcome.sheets)}。`,
    outcome.dropped.length > 0
      ? `去掉最高分和最低分（${seats(outcome.dropped)}），其余 ${outcome.validSheets - 2} 份平均 ${outcome.score} 分。`
      : `全部平均 ${outcome.score} 分。`,
    ...(outcome.normalised === null ? [] : [`多个评审组标准化后 ${outcome.normalised} 分（T＝70＋10×（得分－组平均）÷组标准差）。`]),
    `推荐 ${outcome.votes} 票；推荐线为得分不低于 ${recommendLine} 分且推荐票不少于 ${voteShare}：${outcome.recommended === null ? '尚不能确定' : outcome.recommended ? '达到' : '未达到'}。`,
    outcome.outliers.length === 0
      ? `没有与中位数 ${outcome.median} 分相差超过 ${outlierPoints} 分或 ${outlierDeviations} 倍标准差的评分。`
      : `${seats(outcome.outliers)}与中位数 ${outcome.median} 分相差超过 ${outlierPoints} 分或 ${outlierDeviations} 倍标准差，须由专家说明。`,
    ...(outcome.tied === true ? ['得分、权重最大指标平均分和推荐票都相同，名次并列；不按提交先后区分，由抽签或党组会确定。'] : []),
  ];
}
