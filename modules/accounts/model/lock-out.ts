// When wrong passwords lock a login name, and what the person is told (GB/T 22239-2019, 8.1.4.1: 登录失败处理).

export interface LockRules {
  readonly failLimit: number;
  readonly failWindowMinutes: number;
  readonly lockMinutes: number;
}

/** Failures of one login name, whether an account of that name exists or not: so that nobody learns which names exist. */
export interface Failures {
  readonly count: number;
  readonly firstAt: Date;
  readonly lockedUntil: Date | null;
}

const minutes = (count: number): number => count * 60_000;

export const isLocked = (failures: Failures | null, now: Date): boolean =>
  failures?.lockedUntil !== null && failures?.lockedUntil !== undefined && failures.lockedUntil > now;

/** Failures within the window still count; a lock that has run out begins anew. */
export function afterFailure(failures: Failures | null, now: Date, rules: LockRules): Failures {
  const counts =
    failures !== null && failures.lockedUntil === null && now.getTime() - failures.firstAt.getTime() < minutes(rules.failWindowMinutes);
  const count = counts ? failures.count + 1 : 1;
  const firstAt = counts ? failures.firstAt : now;
  const lockedUntil = count >= rules.failLimit ? new Date(now.getTime() + minutes(rules.lockMinutes)) : null;
  return { count, firstAt, lockedUntil };
}

const clockTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

export function lockedMessage(failures: Failures, rules: LockRules): string {
  const until = failures.lockedUntil === null ? '' : `请在 ${clockTime.format(failures.lockedUntil)} 以后再试，或`;
  return `该登录名连续 ${rules.failLimit} 次密码错误，已锁定 ${rules.lockMinutes} 分钟。${until}请系统管理员解锁。`;
}

export function wrongMessage(failures: Failures, rules: LockRules): string {
  const left = rules.failLimit - failures.count;
  return `登录名或密码不正确。再错 ${left} 次，该登录名将锁定 ${rules.lockMinutes} 分钟。`;
}
