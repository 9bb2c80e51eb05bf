// How public money of the bureau is carried out: indicators over what budget lines post, so that a rate opens into journal entries.
import { fundMeasures } from '#kernel/declare/fund-measures.ts';
import { indicator, ratio, sum } from '#kernel/declare/indicator.ts';

const { budget, committed, paid, returned, recovered } = fundMeasures;

export default {
  name: '专项资金',
  domain: 'policy' as const,
  measures: Object.values(fundMeasures),
  indicators: [
    indicator('funds.budget', '科技专项资金预算额', '元', sum(budget), '期内下达和调整的预算指标'),
    indicator('funds.committed', '科技专项资金承诺额', '元', sum(committed), '期内占用预算指标的资金承诺，扣除放弃的'),
    indicator('funds.paid', '科技专项资金支付额', '元', sum(paid), '期内银行已支付的资金，扣除退票和追回的'),
    { ...indicator('funds.returned', '科技专项资金退票额', '元', sum(returned), '期内支付后被银行退回的资金'), direction: 'down' as const },
    { ...indicator('funds.recovered', '科技专项资金追回额', '元', sum(recovered), '期内追回并恢复指标的资金'), direction: 'down' as const },
    indicator('funds.commitment-rate', '资金承诺率', '%', ratio(sum(committed), sum(budget)), '期内承诺额 ÷ 期内预算额'),
    indicator('funds.execution-rate', '资金执行率', '%', ratio(sum(paid), sum(budget)), '期内支付额 ÷ 期内预算额'),
  ],
};
