// Measures of public money that every budget line posts to the ledger of figures: what was budgeted, committed, paid, returned and recovered.
import { type Measure, measuring } from './indicator.ts';

const measure = measuring('funds', '元');

export const fundMeasures = {
  budget: measure('budget', '科技专项资金预算', 'flow', '预算指标的下达和调整，按凭证日期'),
  committed: measure('committed', '科技专项资金承诺', 'flow', '占用预算指标的资金承诺，放弃的冲减'),
  paid: measure('paid', '科技专项资金支付', 'flow', '银行已支付的资金，退票和追回的冲减'),
  returned: measure('returned', '科技专项资金退票', 'flow', '支付后被银行退回的资金'),
  recovered: measure('recovered', '科技专项资金追回', 'flow', '按决定追回、恢复指标的资金'),
} as const satisfies Readonly<Record<string, Measure>>;
