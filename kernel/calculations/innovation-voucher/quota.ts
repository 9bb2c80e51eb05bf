// Holders, quotas and ratios of innovation vouchers (创新券), shared by issuing and redeeming.
import { money, type Read, ratio, withDefault, words } from '../frame/index.ts';

export const measures = '本级科技创新券管理办法';

export const holderKind = words({ FIRM: '企业', TEAM: '创业团队' });
export type HolderKind = keyof typeof holderKind.labels;

export const parameters = {
  firmQuota: withDefault('企业年度额度（元）', money, '300000'),
  teamQuota: withDefault('团队年度额度（元）', money, '100000'),
  firmRatio: withDefault('企业兑付比例', ratio, '0.5'),
  teamRatio: withDefault('团队兑付比例', ratio, '1'),
};

export type Limits = Read<typeof parameters>;
