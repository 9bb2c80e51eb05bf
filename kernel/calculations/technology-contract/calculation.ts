// Recognition of technology contracts (技术合同认定登记): conditions by type, technical amount, totals of a city.
import { asMoney, calculation, truthOf, verdictOf } from '../frame/index.ts';
import { input, parameters } from './input.ts';
import { recognise, rules } from './recognition.ts';
import { regionalTotals } from './totals.ts';

export const technologyContract = calculation({
  id: 'technology-contract',
  name: '技术合同认定登记',
  basis: ['国科发政字〔2000〕063号', '国科发政字〔2001〕253号', '《中华人民共和国民法典》第八百四十三条至第八百八十七条'],
  method: [
    '技术交易额＝合同成交额－设备、仪器、零部件、原材料和其他非技术性费用；合理数量的样品不扣除。',
    '输出按卖方地区、吸纳按买方地区统计；双方均在本市的两边各计一次，合计因此重复计入。',
    '地区代码前四位与本市相同为在本市。2021年以前签订的技术许可合同归入技术转让。',
  ],
  input,
  parameters,
  rules,
  evaluate({ cityCode, contracts }, limits) {
    const judged = contracts.map((contract) => ({ contract, outcome: recognise(contract, limits) }));
    const registered = judged
      .filter(({ contract }) => contract.status === 'REGISTERED')
      .map(({ contract, outcome }) => ({
        contract,
        amount: limits.totalBasis === 'DEAL' ? contract.dealAmount : outcome.techTradeAmount,
      }));
    return {
      contracts: judged.map(({ contract, outcome }) => ({
        contractId: contract.contractId,
        verdict: verdictOf(outcome.recognised),
        recordType: outcome.recordType,
        legacyType: outcome.legacyType,
        deductionTotal: asMoney(outcome.deductionTotal),
        techTradeAmount: asMoney(outcome.techTradeAmount),
        recheckRequired: truthOf(outcome.recheckRequired),
        findings: outcome.findings,
      })),
      totals: regionalTotals(registered, cityCode),
    };
  },
});
