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

export const alreadyAnswering = (headline: string): Refusal =>
  new Refusal('ALREADY_APPLYING', `本单位对“${headline}”已有一件在办的申请，请在“我的办件”中继续办理。`, { status: 409 });

export const boardClosed = (headline: string, closesOn: string): Refusal =>
  new Refusal(
    'BOARD_CLOSED',
    `“${headline}”已于 ${closesOn} 24:00 截止揭榜（以服务器时间为准），不能再提交。您填写的草稿已保留，请关注其他榜单。`,
  );

export const barred = (headline: string, reasons: readonly string[]): Refusal =>
  new Refusal(
    'AFFILIATE_BARRED',
    `发榜方的关联单位不能揭榜“${headline}”：${reasons.join('；')}。如登记信息有误，请联系所在县区科技局更正。`,
    {
      status: 409,
      details: reasons.map((message) => ({ where: '关联关系', message })),
    },
  );

export const enoughWinners = (headline: string, most: number): Refusal =>
  new Refusal('ENOUGH_WINNERS', `“${headline}”最多确定 ${most} 家揭榜方，已经满额，不能再通过其他揭榜申请。`, { status: 409 });

export const notHolder = (title: string, day: string, article: string): Refusal =>
  new Refusal(
    'NOT_HOLDER',
    `登记中没有本单位在 ${day} 有效的“${title}”，不能申报（依据${article}）。如登记有误，请联系所在县区科技局更正后再申报。`,
    { status: 409 },
  );

export const tooManyInClass = (name: string, most: number, cases: number): Refusal =>
  new Refusal('CLASS_FULL', `本批次参加考核 ${cases} 家，“${name}”最多 ${most} 家，已经满额。请按得分从高到低评定，其余评为其他等次。`, {
    status: 409,
  });

export const overCallBudget = (name: string, budget: string, committed: string): Refusal =>
  new Refusal(
    'OVER_CALL_BUDGET',
    `“${name}”的补助预算为 ${budget} 元，连同本次评定将达到 ${committed} 元，超出预算。请调整等次，或先调整批次预算或补助标准。`,
    { status: 409 },
  );

export const sealedYet = (): Refusal =>
  new Refusal('SEALED', '揭榜申请密封保存，揭榜截止后统一拆封，此前任何人不能查看材料。', { status: 409 });

export const notApplicant = (): Refusal => new Refusal('NOT_APPLICANT', '只有申请单位本身的账号可以填写和提交申请。', { status: 403 });

/** Some cases of a batch have moved on since they were ticked: each is named, so that the others can go on. */
export const staleCases = (
  wanted: number,
  stale: readonly { readonly number: string | null; readonly party_name: string; readonly waits_for: string }[],
): Refusal =>
  new Refusal(
    'STALE',
    `所选 ${wanted} 件中有 ${stale.length} 件刚被他人办理，本次没有办理任何一件。请去掉这些办件，或刷新列表后重新选择。`,
    {
      status: 409,
      details: stale.map((row) => ({ where: row.number ?? row.party_name, message: `${row.party_name}：现为“${row.waits_for}”` })),
    },
  );
