// What targets, assessments and indices refuse, each with its stable code: what happened, to which thing, what to do next.
import { Refusal } from '#platform/refusal.ts';
import type { Notice } from './model/target-shapes.ts';

export const planExists = (name: string, year: number): Refusal =>
  new Refusal('PLAN_EXISTS', `${year}年“${name}”已有目标方案，请打开原方案修改，不要重复设定。`, { status: 409 });

export const unitClash = (unit: string, name: string, units: readonly string[]): Refusal =>
  new Refusal('UNIT_CLASH', `单位“${unit}”与指标“${name}”不符，应为${units.join('、')}。请改正单位后重新填写数值。`, {
    status: 400,
    details: [{ where: 'draft.unit', message: `应为${units.join('、')}` }],
  });

export const reasonNeeded = (name: string, year: number, rows: readonly { readonly place: string; readonly region: string }[]): Refusal =>
  new Refusal(
    'REASON_NEEDED',
    `${rows.map(({ place }) => place).join('、')}${year}年的“${name}”已经登记过不同的数值。请填写修订原因，原值会保留备查。`,
    {
      details: rows.map(({ region }) => ({ where: region, message: '与已登记的数值不同，请填写修订原因' })),
    },
  );

export const regionMerged = (name: string, into: string): Refusal =>
  new Refusal('REGION_MERGED', `“${name}”已并入“${into}”，不能单独下达目标，请把目标下达给“${into}”。`, {
    details: [{ where: 'byHand', message: `${name}已并入${into}` }],
  });

/** `what` was not done: 下达 a target, 公布 an assessment, 发布 an index. */
export const notReady = (what: '下达' | '公布' | '发布', problems: readonly Notice[]): Refusal =>
  new Refusal('NOT_READY', `还有 ${problems.length} 处没有准备好，没有${what}，已保存的方案不变。`, {
    details: problems.map(({ region, text }) => ({ where: region ?? '', message: text })),
  });

export const alreadyIssued = (): Refusal =>
  new Refusal('ALREADY_ISSUED', '目标已经下达，不能再改方案。需要变动时，请凭调整文件办理目标调整。', { status: 409 });

export const notIssued = (): Refusal => new Refusal('NOT_ISSUED', '目标还没有下达，请直接修改方案，不需要办理调整。', { status: 409 });

export const noSuchTarget = (name: string): Refusal =>
  new Refusal('NO_SUCH_TARGET', `“${name}”在这个方案中没有目标，不能调整。请核对县区。`, {
    details: [{ where: 'changes', message: name }],
  });

export const indicatorGone = (id: string): Refusal =>
  new Refusal('INDICATOR_GONE', `指标目录中没有“${id}”，没有可核算的数据来源。请从目录中选择指标。`, {
    details: [{ where: 'indicator', message: '请从指标目录中选择' }],
  });

export const noMeasure = (name: string, measures: readonly string[]): Refusal =>
  new Refusal('NO_MEASURE', `“${name}”要用的 ${measures.length} 项台账计量已不在目录中，目标无从核算，没有保存。请改选有数据来源的指标。`, {
    details: [{ where: 'indicator', message: '这个指标没有可用的数据来源' }],
  });

export const notOwnPaper = (name: string): Refusal =>
  new Refusal('NOT_OWN_PAPER', `责任书和进展反馈只能下载本地区的，不能下载${name}的。需要时请与市科技局联系。`, { status: 403 });

export const assessmentIssued = (year: number): Refusal =>
  new Refusal('ASSESSMENT_ISSUED', `${year}年考核结果已经公布，不能再修改。`, { status: 409 });

export const indexPublished = (name: string, version: number): Refusal =>
  new Refusal('INDEX_PUBLISHED', `“${name}”第${version}版已经发布，不能再修改。请另建新版本，往年按新版本重算。`, { status: 409 });
