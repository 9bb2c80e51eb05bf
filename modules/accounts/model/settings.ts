// Security settings of a root: their defaults and the bounds within which a bureau may move them.

export interface Settings {
  readonly idleMinutes: number;
  readonly adminIdleMinutes: number;
  readonly absoluteHours: number;
  readonly failLimit: number;
  readonly failWindowMinutes: number;
  readonly lockMinutes: number;
  readonly passwordDays: number;
  readonly delegationDays: number;
}

export interface SettingRule {
  readonly name: string;
  readonly unit: string;
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly says: string;
}

export const settingRules: Readonly<Record<keyof Settings, SettingRule>> = {
  idleMinutes: { name: '无操作退出', unit: '分钟', default: 15, least: 5, most: 60, says: '业务账户多久不操作即退出' },
  adminIdleMinutes: { name: '管理员无操作退出', unit: '分钟', default: 10, least: 5, most: 30, says: '三类管理员多久不操作即退出' },
  absoluteHours: { name: '最长在线', unit: '小时', default: 8, least: 1, most: 12, says: '登录后最长多久须重新登录' },
  failLimit: { name: '密码错误上限', unit: '次', default: 5, least: 3, most: 10, says: '错误达到几次即锁定' },
  failWindowMinutes: { name: '错误计数时段', unit: '分钟', default: 15, least: 5, most: 60, says: '在多长时间内累计错误次数' },
  lockMinutes: { name: '锁定时长', unit: '分钟', default: 30, least: 10, most: 1440, says: '锁定后多久自动解锁' },
  passwordDays: { name: '密码有效期', unit: '天', default: 90, least: 30, most: 365, says: '到期后登录时须更换密码' },
  delegationDays: { name: '委托最长期限', unit: '天', default: 60, least: 1, most: 180, says: '角色委托一次最长多少天' },
};

export const settingNames = Object.keys(settingRules) as readonly (keyof Settings)[];

export const defaultSettings = Object.fromEntries(settingNames.map((name) => [name, settingRules[name].default])) as unknown as Settings;

export function settingProblems(settings: Settings): { where: string; message: string }[] {
  return settingNames.flatMap((name) => {
    const { name: label, unit, least, most } = settingRules[name];
    const value = settings[name];
    if (Number.isInteger(value) && value >= least && value <= most) return [];
    return [{ where: name, message: `${label}应为 ${least} 至 ${most} ${unit}的整数，现在是 ${value}。` }];
  });
}
