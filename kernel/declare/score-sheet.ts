// A score sheet: the criteria by which experts judge a case, with weights that sum to 100, and the rules by which their sheets become one score.
import { decimal, readDecimal } from '../exact/decimal.ts';
import { Rational } from '../exact/rational.ts';
import type { Citation } from './citation.ts';

export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** Most points it can have, a decimal string with at most one place. */
  readonly weight: string;
  /** What an expert looks at; printed beside the input. */
  readonly help?: string;
}

export const criterion = (id: string, name: string, weight: string, help?: string): Criterion => ({
  id,
  name,
  weight,
  ...(help !== undefined && { help }),
});

/** How sheets become one score; each is a parameter of the calculation `review-aggregate` and has its default there when absent. */
export interface AggregateRule {
  readonly minimumPanel?: number;
  readonly trimFrom?: number;
  readonly trimSmallPanel?: boolean;
  readonly outlierPoints?: string;
  readonly outlierDeviations?: string;
  readonly normalise?: boolean;
  readonly recommendLine?: string;
  /** Share of votes, a decimal or `a/b`. */
  readonly voteShare?: string;
}

export interface ScoreSheet {
  readonly title: string;
  readonly cites: Citation;
  readonly criteria: readonly Criterion[];
  /** Fewest characters of an expert's comment. */
  readonly commentAtLeast: number;
  readonly aggregate: AggregateRule;
}

/** Ordinary length of a comment that says something. */
export const COMMENT_AT_LEAST = 50;

/** Checks that the weights sum to 100; `scoreSheet({ title, cites, criteria: [criterion('innovation', '创新性', '30'), …] })`. */
export function scoreSheet(options: {
  title: string;
  cites: Citation;
  criteria: readonly Criterion[];
  commentAtLeast?: number;
  aggregate?: AggregateRule;
}): ScoreSheet {
  const { title, cites, criteria, commentAtLeast = COMMENT_AT_LEAST, aggregate = {} } = options;
  const twice = criteria.find((one, i) => criteria.findIndex(({ id }) => id === one.id) !== i);
  if (twice !== undefined) throw new Error(`Score sheet ${title} has two criteria ${twice.id}`);
  for (const { id, weight } of criteria) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(id)) throw new Error(`Criterion ${id} of score sheet ${title} must be camelCase`);
    if (!/^\d{1,3}(\.\d)?$/.test(weight) || Number(weight) <= 0) throw new Error(`Criterion ${id} of score sheet ${title} needs a weight`);
  }
  const sum = Rational.sum(criteria.map(({ weight }) => decimal(weight)));
  if (!sum.equals(decimal('100'))) throw new Error(`The weights of score sheet ${title} must sum to 100`);
  return { title, cites, criteria, commentAtLeast, aggregate };
}

/** Characters of a comment as people count them: blanks are none. */
export const commentLength = (comment: string): number => [...comment.replace(/\s/gu, '')].length;

/** Why these points cannot stand for a criterion, in Chinese; null when they can. */
export function pointsProblem({ name, weight }: Criterion, points: string): string | null {
  const value = readDecimal(points);
  if (value === undefined) return `${name}：请填写数字，例如 ${weight}`;
  if (!/^\d+(\.\d)?$/.test(points)) return `${name}：最多一位小数`;
  return value.isMoreThan(decimal(weight)) ? `${name}：不能超过 ${weight} 分` : null;
}

/** Sum of the points given so far, exact, as a decimal string with one place. */
export function totalOf(sheet: Pick<ScoreSheet, 'criteria'>, points: Readonly<Record<string, string>>): string {
  const given = sheet.criteria.flatMap(({ id }) => readDecimal(points[id] ?? '') ?? []);
  const tenths = Rational.sum(given).times(10).rounded();
  return `${tenths / 10n}.${tenths % 10n}`;
}

export interface SheetProblem {
  /** `points.<criterion>`, `comment` or `recommend`. */
  readonly path: string;
  readonly message: string;
}

/** What still stands against handing the sheet in; empty when nothing does. */
export function sheetProblems(
  sheet: Pick<ScoreSheet, 'criteria' | 'commentAtLeast'>,
  filled: { readonly points: Readonly<Record<string, string>>; readonly comment: string; readonly recommend: boolean | null },
): readonly SheetProblem[] {
  const points = sheet.criteria.flatMap((one) => {
    const given = filled.points[one.id];
    const message = given === undefined || given === '' ? `${one.name}：尚未打分` : pointsProblem(one, given);
    return message === null ? [] : [{ path: `points.${one.id}`, message }];
  });
  const unknown = Object.keys(filled.points)
    .filter((id) => !sheet.criteria.some((one) => one.id === id))
    .map((id) => ({ path: `points.${id}`, message: '评分表没有这项指标' }));
  const length = commentLength(filled.comment);
  const comment =
    length >= sheet.commentAtLeast
      ? []
      : [{ path: 'comment', message: `评审意见不少于 ${sheet.commentAtLeast} 字，还差 ${sheet.commentAtLeast - length} 字` }];
  const vote = filled.recommend === null ? [{ path: 'recommend', message: '请选择是否推荐' }] : [];
  return [...points, ...unknown, ...comment, ...vote];
}

/** The declaration's rules as parameters of the calculation `review-aggregate`. */
export const aggregateParameters = (sheet: ScoreSheet): Readonly<Record<string, unknown>> => ({
  ...sheet.aggregate,
  criteria: sheet.criteria.map(({ id, weight }) => ({ criterionId: id, weight })),
});
