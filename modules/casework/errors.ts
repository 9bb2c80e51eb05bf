// Coded refusals of casework, each saying what happened, to which thing, and what to do next.
import { Refusal } from '#platform/refusal.ts';

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });

export const callClosed = (name: string, closesAt: Date): Refusal =>
  new Refusal(
    'CALL_CLOSED',
    `“${name}”已于 ${clock.format(closesAt)} 截止（以服务器时间为准），不能再提交。您填写的草稿已保留，可用于下一批次。`,
  );

export const callNotOpen = (name: string, opensAt: Date): Refusal =>
  new Refusal('CALL_NOT_OPEN', `“${name}”将于 ${clock.format(opensAt)} 开始受理，请届时提交。草稿可以先填写并保存。`);

export const callDraft = (name: string): Refusal => new Refusal('CALL_NOT_PUBLISHED', `“${name}”尚未发布或已关闭，不能申请。`);

export const alreadyApplying = (name: string): Refusal =>
  new Refusal('ALREADY_APPLYING', `本单位在“${name}”已有一件在办的申请，请在“我的办件”中继续办理。`, { status: 409 });

export const notApplicant = (): Refusal => new Refusal('NOT_APPLICANT', '只有申请单位本身的账号可以填写和提交申请。', { status: 403 });
