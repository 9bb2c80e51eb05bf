// The credit risk pool (科技信贷风险补偿): each part of the result is there if the part of that name was given.
import { calculation } from '../frame/index.ts';
import { watchBank, watchPool } from './breaker.ts';
import { checkInput, input, parameters } from './input.ts';
import { admit, compensate, rules, shareRecovery } from './loans.ts';

export const riskPool = calculation({
  id: 'risk-pool',
  name: '科技信贷风险补偿资金池',
  basis: ['本级科技信贷风险补偿资金池管理办法'],
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
