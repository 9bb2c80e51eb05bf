// The credit risk pool (科技信贷风险补偿): each part of the result is there if the part of that name was given.
import { calculation } from '../frame/index.ts';
import { watchBank, watchPool } from './breaker.ts';
import { checkInput, input, parameters } from './input.ts';
import { admit, compensate, rules, shareRecovery } from './loans.ts';

export const riskPool = calculation({
  id: 'risk-pool',
  name: '科技信贷风险补偿资金池',
  basis: ['本级科技信贷风险补偿资金池管理办法'],
  method: [
    '准入：单户在各行贷款合计不超过上限；银行在贷余额不超过资金池份额×放大倍数；利率不高于LPR加点。',
    '补偿＝min（基数×补偿比例，银行年度上限余额，资金池余额）；年度上限＝年均在贷余额×比例。',
    '追偿净额按补偿金额占基数的比例返还资金池，四舍五入到分，其余归银行。',
    '熔断：不良率＝逾期90天以上余额÷在贷余额，达到预警线预警，达到暂停线或资金池损失达到规定比例暂停；降到预警线以下并经批准恢复。',
  ],
  input,
  parameters,
  rules,
  check: checkInput,
  evaluate({ admission, claim, recovery, bank, pool }, limits) {
    return {
      ...(admission === null ? {} : { admission: admit(admission, bank, limits) }),
      ...(claim === null ? {} : { claim: compensate(claim, { bank, pool }, limits) }),
      ...(recovery === null ? {} : { recovery: shareRecovery(recovery) }),
      ...(bank === null ? {} : { bank: watchBank(bank, limits) }),
      ...(pool === null ? {} : { pool: watchPool(pool, limits) }),
    };
  },
});
