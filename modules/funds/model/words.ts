// The words of funds: sources of money, kinds of journal entry, states of commitments, payments and accounts.
import { budgetMoves } from '#kernel/calculations/budget-line.ts';

export const sources = { CENTRAL: '中央', PROVINCE: '省级', CITY: '市级', COUNTY: '县区' } as const;
export type Source = keyof typeof sources;

export const entryKinds = { ALLOT: '下达预算', ...budgetMoves } as const;
export type EntryKind = keyof typeof entryKinds;

export const pockets = { outside: '预算来源', free: '可用', reserved: '预留', committed: '承诺', paid: '已付' } as const;
export type Pocket = keyof typeof pockets;

export const commitmentStatuses = { waiting: '待落实指标', active: '履行中', settled: '已结清', 'given-up': '已放弃' } as const;
export type CommitmentStatus = keyof typeof commitmentStatuses;

export const paymentStatuses = {
  proposed: '待审定',
  approved: '待支付',
  sent: '银行支付中',
  paid: '已支付',
  returned: '已退票',
  refused: '未同意',
} as const;
export type PaymentStatus = keyof typeof paymentStatuses;

export const accountStatuses = { entered: '待复核', confirmed: '已复核', refused: '未通过', replaced: '已更换' } as const;
export type AccountStatus = keyof typeof accountStatuses;
