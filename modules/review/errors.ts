// Refusals of review, each saying what stands against it and what to do next.
import { Refusal } from '#platform/refusal.ts';

export const cannotJudge = (party: string, why: string): Refusal =>
  new Refusal('CASE_NOT_IN_REVIEW', `${party}的办件不能组建评审组：${why}。`, { status: 409 });

export const differentStages = (): Refusal =>
  new Refusal('DIFFERENT_STAGES', '所选办件不在同一事项的同一评审环节，请分开组建评审组。', { status: 409 });

export const drawTooEarly = (days: number): Refusal =>
  new Refusal('DRAW_TOO_EARLY', `评审专家最早在评审前 ${days} 日抽取。请调整评审日期，或到时再抽取。`);

export const panelShort = (shortfalls: readonly string[]): Refusal =>
  new Refusal('PANEL_SHORT', `没有抽取：${shortfalls.join('；')}。请放宽学科或职称条件，或先补充专家库。`, { status: 409 });

export const assignmentChanged = (): Refusal =>
  new Refusal('ASSIGNMENT_CHANGED', '查看之后，申请、专家或回避关系有了变化，分配结果与您看到的不同。请重新查看后再确认。', {
    status: 409,
  });

export const sameHands = (done: string, doing: string): Refusal =>
  new Refusal('SAME_HANDS', `您已办理本评审组的${done}，${doing}应由其他人员办理（评审规则要求抽取、通知、汇总由不同人员办理）。`, {
    status: 403,
  });

export const wrongPanelStatus = (number: string, why: string): Refusal =>
  new Refusal('PANEL_STATUS', `评审组${number}${why}。`, { status: 409 });

export const noReserve = (): Refusal =>
  new Refusal('NO_RESERVE', '没有可以替补的备选专家（已用完，或补上后同一单位、同一县区超过规定比例）。请使用“追加抽取”。', {
    status: 409,
  });

export const constraintMessages: Readonly<Record<string, string>> = {
  expert_once: '专家库中已有同一单位的同名专家，请直接修改其档案。',
  expert_account_once: '该账户已对应另一位专家。',
  panel_case_once: '所选办件中有的已在其他评审组，请刷新后重试。',
};
