// Stage `review`: a panel of experts is convened, judges on score sheets of its own, and its aggregate is put into the case.
import { type Citation, cite } from '../declare/citation.ts';
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import type { ScoreSheet } from '../declare/score-sheet.ts';
import { readDecimal } from '../exact/decimal.ts';
import { type CaseState, lastMove } from './case-state.ts';
import type { Move, StageBase, StageKind, Within } from './stage.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Who must sit on a panel. The bureau may ask for more when it convenes one, never for less. */
export interface PanelRule {
  /** Seats: odd, five or more. */
  readonly size: number;
  /** Seats for a major case: odd, seven or more. */
  readonly majorSize: number;
  /** Whether the answers make a case major; unknown asks for the greater panel. */
  isMajor(answers: Answers): boolean | null;
  /** Reserves drawn for each seat. */
  readonly reserve: number;
  /** Budget in yuan from which one seat is for a finance expert. */
  readonly financeFrom: string;
  /** The budget that the answers state, in yuan; null when unknown, which asks for the finance expert. */
  budgetOf(answers: Answers): string | null;
  /** Experts whom the applicant asks to stay away; one named without a reason may judge. */
  excluded(answers: Answers): readonly ExcludedExpert[];
  readonly cites: Citation;
}

export interface ExcludedExpert {
  readonly name: string;
  readonly unit: string | null;
  readonly reason: string;
}

export interface ReviewStage extends StageBase {
  readonly kind: 'review';
  readonly sheet: ScoreSheet;
  readonly panel: PanelRule;
}

/** Fewest seats of any panel, and of one for a major case. */
export const SMALLEST_PANEL = 5;
export const SMALLEST_MAJOR_PANEL = 7;

const isOdd = (count: number): boolean => count % 2 === 1;

/** Why a panel of so many seats cannot be convened; null when it can. */
export function panelSizeProblem(size: number, smallest: number = SMALLEST_PANEL): string | null {
  if (size < smallest) return `评审组不少于 ${smallest} 人，现为 ${size} 人`;
  return isOdd(size) ? null : `评审组人数应为单数，现为 ${size} 人`;
}

const localMeasures = cite('本级科技计划项目评审办法', '评审组的组成');

export function review(options: {
  id?: string;
  name?: string;
  by: OfficeKind;
  sheet: ScoreSheet;
  panel?: Partial<PanelRule>;
  within?: Within;
}): ReviewStage {
  const { id = 'review', name = '专家评审', by, sheet, panel = {}, within } = options;
  const rule: PanelRule = {
    size: SMALLEST_PANEL,
    majorSize: SMALLEST_MAJOR_PANEL,
    isMajor: () => false,
    reserve: 1,
    financeFrom: '1000000',
    budgetOf: () => '0',
    excluded: () => [],
    cites: localMeasures,
    ...panel,
  };
  const wrong = panelSizeProblem(rule.size) ?? panelSizeProblem(rule.majorSize, SMALLEST_MAJOR_PANEL);
  if (wrong !== null) throw new Error(`Stage ${id}: ${wrong}`);
  return { kind: 'review', id, name, by: [by], sheet, panel: rule, ...(within && { within }) };
}

export interface PanelNeed {
  readonly size: number;
  readonly reserve: number;
  readonly isMajor: boolean;
  readonly needsFinance: boolean;
}

/** The panel that a case asks for at least. */
export function panelFor({ panel }: Pick<ReviewStage, 'panel'>, answers: Answers): PanelNeed {
  const isMajor = panel.isMajor(answers) !== false;
  const size = isMajor ? Math.max(panel.size, panel.majorSize) : panel.size;
  const budget = panel.budgetOf(answers);
  const from = readDecimal(panel.financeFrom);
  const stated = budget === null ? undefined : readDecimal(budget);
  const needsFinance = stated === undefined || from === undefined || stated.isAtLeast(from);
  return { size, reserve: size * panel.reserve, isMajor, needsFinance };
}

const conveneRecord = defineForm(
  page('组建评审组', {
    panel: f.text('评审组编号'),
    size: f.integer('评审专家', { unit: '人', min: '1' }),
    reserve: f.integer('备选专家', { unit: '人', min: '0' }),
    seed: f.text('抽取种子', { help: '用同一种子和同一专家库可以重现抽取结果' }),
    dueOn: f.date('评分截止', { optional: true }),
  }),
);

const replaceRecord = defineForm(
  page('替换专家', {
    panel: f.text('评审组编号'),
    seat: f.integer('席位', { min: '1' }),
    reason: f.longText('退出原因'),
  }),
);

/** Seats instead of names: what a case keeps of a panel can be shown to its applicant. */
const seatRow = { seat: f.integer('席位', { min: '1' }), total: f.decimal('总分', { min: '0', max: '100', places: 1 }) };

const concludeRecord = defineForm(
  page('评审结论', {
    panel: f.text('评审组编号'),
    score: f.decimal('评审得分', { unit: '分', min: '0', max: '100', places: 2 }),
    normalised: f.decimal('标准化得分', { unit: '分', places: 2, optional: true }),
    votes: f.integer('推荐票', { unit: '票', min: '0' }),
    validSheets: f.integer('有效评分表', { unit: '份', min: '0' }),
    openSheets: f.integer('未提交评分表', { unit: '份', min: '0' }),
    recommended: f.yesNo('推荐'),
    rank: f.integer('同批名次', { min: '1', optional: true }),
    tied: f.yesNo('得分相同须另行确定先后', { optional: true }),
    sheets: f.table('评分表', { ...seatRow, recommend: f.yesNo('推荐') }),
    dropped: f.table('去掉的最高分和最低分', seatRow, { optional: true }),
    outliers: f.table('偏离较大的评分', { ...seatRow, justification: f.longText('专家说明', { optional: true }) }, { optional: true }),
    note: f.longText('说明', { optional: true }),
  }),
);

/** Where the records of the stage are gathered: nobody types in an aggregate. */
export const GATHERED_IN_REVIEW = '评审';
const gathered = GATHERED_IN_REVIEW;

/** The event that convened the panel since the stage was entered. */
export const convened = (stage: Pick<ReviewStage, 'id'>, state: CaseState) => lastMove(state, stage.id, 'convene');

export const reviewKind: StageKind<ReviewStage> = {
  moves: (stage): readonly Move[] => [
    {
      verb: 'convene',
      label: '组建评审组',
      by: stage.by,
      records: conveneRecord,
      gathered,
      consequence: '评审组组建后专家开始评分，本件仍在本环节。',
    },
    {
      verb: 'replace',
      label: '替换专家',
      by: stage.by,
      records: replaceRecord,
      gathered,
      consequence: '由备选专家补上退出的席位，本件仍在本环节。',
    },
    { verb: 'conclude', label: '评审汇总', by: stage.by, records: concludeRecord, gathered },
  ],
  waitsFor: (stage, state) =>
    convened(stage, state) === undefined ? `等待${stage.by.map(officeName).join('或')}组建评审组` : '等待专家评分和评审汇总',
  whyNot(stage, move, state) {
    const isConvened = convened(stage, state) !== undefined;
    if (move.verb === 'convene') return isConvened ? '评审组已组建' : null;
    return isConvened ? null : '尚未组建评审组';
  },
  refuses(stage, move, _state, data) {
    if (move.verb === 'convene') return panelSizeProblem(Number(data.size));
    if (move.verb !== 'conclude') return null;
    if (Number(data.openSheets) > 0) return `还有 ${data.openSheets} 份评分表没有提交`;
    const least = Math.max(stage.sheet.aggregate.minimumPanel ?? SMALLEST_PANEL, SMALLEST_PANEL);
    return Number(data.validSheets) < least ? `有效评分表只有 ${data.validSheets} 份，不足 ${least} 份，评审组无效` : null;
  },
  outcome: (_stage, _state, event) => (event.verb === 'conclude' ? { to: 'next' } : { to: 'stay' }),
};
