// Stage `grade`: an office corrects the points that the applicant gave itself, with reasons, and puts the case into a class that its score allows.
import type { Citation } from '../declare/citation.ts';
import type { Fields } from '../declare/form.ts';
import { defineForm, f, page } from '../declare/form.ts';
import type { ObligationRule } from '../declare/obligation.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { type CallParameter, parameterValue } from '../declare/parameter.ts';
import { decimal } from '../exact/decimal.ts';
import { type CaseState, lastMove } from './case-state.ts';
import type { Move, StageBase, StageKind, Today, Within } from './stage.ts';

type Points = Readonly<Record<string, string>>;

export interface GradePart {
  /** Key of the points; the applicant's own stand in its form under the same key. */
  readonly key: string;
  readonly name: string;
  /** How much it counts, as people read it. */
  readonly weight: string;
}

export interface GradeClass {
  readonly code: string;
  readonly name: string;
  /** Least score; any where absent. */
  readonly least?: CallParameter;
  /** Share of the call's cases that may be in it at most. */
  readonly mostShare?: CallParameter;
  /** Yuan that a case in it is promised; none where absent. */
  readonly subsidy?: CallParameter;
}

export interface GradeStage extends StageBase {
  readonly kind: 'grade';
  readonly parts: readonly GradePart[];
  readonly classes: readonly GradeClass[];
  readonly cites: Citation;
  /** The score of all parts, by the calculation of the rule; null when it cannot be told. */
  total(points: Points): string | null;
}

export function grade(
  options: Omit<GradeStage, 'kind' | 'id' | 'name' | 'by' | 'within'> & {
    id?: string;
    name?: string;
    by: OfficeKind;
    within?: Within;
  },
): GradeStage {
  const { id = 'grade', name = '考核评分', by, within, ...rest } = options;
  return { kind: 'grade', id, name, by: [by], ...rest, ...(within && { within }) };
}

const points = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);

/** The applicant's points with what the office has put in their place. */
function corrected({ parts }: GradeStage, data: Readonly<Record<string, unknown>>, { answers = {} }: Pick<Today, 'answers'>): Points {
  return Object.fromEntries(
    parts.flatMap(({ key }) => {
      const value = points(data[key]) ?? points(answers[key]);
      return value === null ? [] : [[key, value]];
    }),
  );
}

function differing(
  { parts }: GradeStage,
  data: Readonly<Record<string, unknown>>,
  { answers = {} }: Pick<Today, 'answers'>,
): GradePart | undefined {
  return parts.find(({ key }) => {
    const [given, own] = [points(data[key]), points(answers[key])];
    return given !== null && (own === null || !decimal(given).minus(decimal(own)).isZero());
  });
}

const scoreForm = ({ parts }: GradeStage) =>
  defineForm(
    page('核定得分', {
      ...(Object.fromEntries(
        parts.map(({ key, name, weight }) => [
          key,
          f.decimal(name, { unit: '分', min: '0', max: '100', places: 1, optional: true, help: `权重${weight}；不填即按自评得分` }),
        ]),
      ) as Fields),
      reason: f.longText('调整理由', { optional: true, help: '与自评得分不一致的，逐项写明依据' }),
    }),
  );

const classForm = ({ classes }: GradeStage) =>
  defineForm(
    page('评定等次', {
      class: f.choice(
        '等次',
        classes.map(({ code, name }) => ({ code, name })),
      ),
      note: f.longText('说明', { optional: true }),
    }),
  );

export const scoreOf = (stage: Pick<GradeStage, 'id'>, state: CaseState): string | null => {
  const total = lastMove(state, stage.id, 'score')?.data.total;
  return typeof total === 'string' ? total : null;
};

export const classOf = ({ classes }: GradeStage, code: unknown): GradeClass | undefined => classes.find((one) => one.code === code);

/** Why a score does not allow a class. */
function scoreProblem(stage: GradeStage, state: CaseState, code: unknown, today: Today): string | null {
  const wanted = classOf(stage, code);
  const score = scoreOf(stage, state);
  if (wanted?.least === undefined || score === null) return null;
  const least = parameterValue(wanted.least, today);
  return decimal(score).isAtLeast(decimal(least)) ? null : `核定得分${score}分，低于“${wanted.name}”的最低分${least}分`;
}

export const gradeKind: StageKind<GradeStage> = {
  moves: (stage): readonly Move[] => [
    {
      verb: 'score',
      label: '核定得分',
      by: stage.by,
      records: scoreForm(stage),
      batch: true,
      consequence: '按各项得分和权重算出总分，本件仍在本环节，评定等次前可以重新核定。',
    },
    { verb: 'classify', label: '评定等次', by: stage.by, records: classForm(stage), batch: true },
  ],
  waitsFor(stage, state) {
    const score = scoreOf(stage, state);
    return `等待${stage.by.map(officeName).join('或')}${score === null ? '核定得分' : `评定等次（核定得分${score}分）`}`;
  },
  whyNot: (stage, move, state) => (move.verb === 'classify' && scoreOf(stage, state) === null ? '尚未核定得分' : null),
  refuses(stage, move, state, data, today) {
    if (move.verb === 'classify') return scoreProblem(stage, state, data.class, today);
    const missing = stage.parts.find(({ key }) => corrected(stage, data, today)[key] === undefined);
    if (missing !== undefined) return `“${missing.name}”没有自评得分，请填写核定得分`;
    const adjusted = differing(stage, data, today);
    return adjusted !== undefined && (points(data.reason) ?? '').trim() === ''
      ? `“${adjusted.name}”与自评得分不一致，请写明调整理由`
      : null;
  },
  attach(stage, move, state, data, today) {
    if (move.verb === 'score') {
      const settled = corrected(stage, data, today);
      return { ...settled, total: stage.total(settled) };
    }
    const { name = '', subsidy } = classOf(stage, data.class) ?? {};
    return { score: scoreOf(stage, state), className: name, subsidy: subsidy === undefined ? '0' : parameterValue(subsidy, today) };
  },
  parameters: ({ classes }) =>
    classes.flatMap(({ least, mostShare, subsidy }) => [least, mostShare, subsidy].filter((one) => one !== undefined)),
  outcome: (_stage, _state, event) => (event.verb === 'classify' ? { to: 'next' } : { to: 'stay' }),
};

/** The money of the class, promised when the stage after it has passed by a verb: nothing is promised before the public has had its say. */
export function gradedSubsidy(options: {
  dossier: string;
  stage: string;
  after: { stage: string; verb: string };
  purpose: string;
}): ObligationRule {
  const { dossier, stage, after, purpose } = options;
  return {
    dossier,
    ...after,
    of(_answers, _event, earlier) {
      const graded = earlier.findLast((event) => event.stage === stage && event.verb === 'classify')?.data;
      const amount = points(graded?.subsidy);
      if (amount === null || decimal(amount).isZero()) return [];
      const name = `${purpose}（${points(graded?.className) ?? ''}）`;
      return [{ kind: 'promise', purpose: name, amount, parts: [{ no: 1, name, amount }] }];
    },
  };
}
