// Words for accounts on screen.
import type { Tone } from '#ui/page/status.tsx';
import { type RoleId, roles } from '../model/roles.ts';
import type { AccountView, RoleChangeView } from '../wire.ts';

export const roleNames = (of: readonly RoleId[]): string => of.map((role) => roles[role].name).join('、');

export interface Standing {
  readonly tone: Tone;
  readonly words: string;
}

export function standingOf(account: AccountView): Standing {
  if (account.disabledAt !== null) return { tone: 'off', words: '已停用' };
  if (account.lockedUntil !== null) return { tone: 'bad', words: '已锁定' };
  if (account.roles.length === 0) return { tone: 'warn', words: '未授权' };
  if (account.mustChange) return { tone: 'wait', words: '待改密码' };
  return { tone: 'good', words: '在用' };
}

const outcomes: Readonly<Record<string, Standing>> = {
  confirmed: { tone: 'good', words: '已生效' },
  declined: { tone: 'bad', words: '已退回' },
  withdrawn: { tone: 'off', words: '已撤回' },
};

export const standingOfChange = (change: RoleChangeView): Standing => outcomes[change.outcome ?? ''] ?? { tone: 'wait', words: '待复核' };

export function changeWords(change: Pick<RoleChangeView, 'add' | 'remove'>): string {
  const parts = [
    change.add.length === 0 ? '' : `授予${roleNames(change.add)}`,
    change.remove.length === 0 ? '' : `收回${roleNames(change.remove)}`,
  ];
  return parts.filter((part) => part !== '').join('，');
}

/** Where an account sits: its office, an enterprise, or alone as an expert. */
export const seatOf = (account: Pick<AccountView, 'officeName' | 'party'>): string =>
  account.officeName ?? (account.party === null ? '不隶属机构' : '企业或单位');
