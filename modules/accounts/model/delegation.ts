// When a role may be lent: to a colleague of the same office, for a limited time, and never an administrator's.
import { isAdministrator, type RoleId, roles } from './roles.ts';

export interface Party {
  readonly id: string;
  readonly office: string | null;
  readonly active: boolean;
  readonly roles: readonly RoleId[];
}

export interface Lending {
  readonly role: RoleId;
  readonly from: string;
  readonly until: string;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Days counted with both ends: from Monday to Monday is one day. */
const daysOf = (lending: Lending): number => dayNumber(lending.until) - dayNumber(lending.from) + 1;

/** Why the lender may not lend the role to the borrower; undefined when it may. `roles` of both are their own, not borrowed ones. */
export function lendingProblem(
  lender: Party,
  borrower: Party,
  lending: Lending,
  rules: { today: string; mostDays: number },
): string | undefined {
  const name = roles[lending.role].name;
  if (isAdministrator(lending.role)) return `「${name}」不得委托他人。`;
  if (!lender.roles.includes(lending.role)) return `委托人没有「${name}」角色；受托得来的角色不得再委托。`;
  if (lender.id === borrower.id) return '不能委托给本人。';
  if (!borrower.active) return '受托账户已停用，请另选同事。';
  if (lender.office === null || lender.office !== borrower.office) return '只能委托给同一机构的同事。';
  if (borrower.roles.some(isAdministrator)) return '管理员账户不得承担业务角色，请另选同事。';
  if (borrower.roles.includes(lending.role)) return `对方本来就有「${name}」角色，无需委托。`;
  if (lending.from < rules.today) return `委托须自今天（${rules.today}）或以后开始。`;
  if (lending.until < lending.from) return '结束日期早于开始日期。';
  const days = daysOf(lending);
  if (days > rules.mostDays) return `一次委托最长 ${rules.mostDays} 天，现在是 ${days} 天。`;
  return undefined;
}

export const isInForce = (lending: Lending, today: string): boolean => lending.from <= today && today <= lending.until;
