// What a city may set about public money: days, the freeze before the books close, and when a line is warned of.
import { byBureau, type Citation, cite } from '#kernel/declare/citation.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';

/** The defaults follow the handbook and are the product's own where no document sets them. */
export interface FundsParameters {
  /** Days from the due day within which a part is to be paid (国办发〔2021〕32号：任务书签订后30日内拨付). */
  readonly payWithinDays: number;
  /** Days within which money taken back is to be returned. */
  readonly returnWithinDays: number;
  /** Month and day from which lines opened afterwards are frozen. */
  readonly freezeMonth: number;
  readonly freezeDay: number;
  /** Percentage points by which payment may lag behind time before a line is warned of. */
  readonly progressGapPoints: number;
}

export const usualParameters: FundsParameters = {
  payWithinDays: 30,
  returnWithinDays: 30,
  freezeMonth: 12,
  freezeDay: 15,
  progressGapPoints: 20,
};

export const parametersBasis: readonly Citation[] = [cite('国办发〔2021〕32号'), byBureau('财政专项资金管理')];

export const parametersForm = defineForm(
  page('期限', {
    payWithinDays: f.integer('到期后多少日内拨付', {
      unit: '日',
      min: '1',
      max: '30',
      help: '国办发〔2021〕32号：任务书签订后 30 日内拨付；本级可以定得更短',
    }),
    returnWithinDays: f.integer('决定追回后多少日内退回', { unit: '日', min: '1', max: '180', help: '由本级确定' }),
  }),
  page('预算执行', {
    freezeMonth: f.integer('年终冻结月份', { unit: '月', min: '1', max: '12', help: '由本级确定' }),
    freezeDay: f.integer('年终冻结日', {
      unit: '日',
      min: '1',
      max: '28',
      help: '由本级确定；自此日起不再安排新的支出，已有的指标仍按各自的冻结日',
    }),
    progressGapPoints: f.integer('执行进度落后时间进度多少个百分点时提示', {
      unit: '个百分点',
      min: '1',
      max: '100',
      help: '由本级确定',
    }),
  }),
);

export type ParameterKey = keyof FundsParameters;

/** What the bureau set, and the default where it set nothing. */
export const parametersFrom = (set: Readonly<Record<string, unknown>>): FundsParameters => ({
  ...usualParameters,
  ...(set as Partial<FundsParameters>),
});

/** `2026-12-15`. */
export const freezesOn = ({ freezeMonth, freezeDay }: FundsParameters, year: number): string =>
  `${year}-${String(freezeMonth).padStart(2, '0')}-${String(freezeDay).padStart(2, '0')}`;

/** What differs between two settings, in the order of the form. */
export const changedParameters = (before: FundsParameters, after: FundsParameters): ParameterKey[] =>
  (Object.keys(parametersForm.fields) as ParameterKey[]).filter((key) => before[key] !== after[key]);
