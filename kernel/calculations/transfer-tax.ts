// Taxes of technology contracts (技术合同税收优惠): income tax of transfers, exemption from VAT, stamp tax.
import {
  all,
  any,
  asMoney,
  atLeast,
  calculation,
  dec,
  decimal,
  flag,
  greater,
  isFalse,
  isTrue,
  key,
  listOf,
  money,
  optional,
  Rational,
  type Read,
  ratio,
  record,
  required,
  type Status,
  smaller,
  statusOf,
  truthOf,
  given as whenKnown,
  withDefault,
} from './frame/index.ts';
import { contractType } from './technology-contract/input.ts';

const item = record({
  itemId: key('编号'),
  type: required('合同类型', contractType),
  revenue: optional('转让收入', money),
  cost: optional('转让成本', money),
  relatedTaxes: optional('相关税费', money),
  dealAmount: optional('合同金额', money),
  registered: optional('已认定登记', flag),
  wholeRelatedParty: optional('与受让方为100%关联关系', flag),
  exclusive: optional('独占许可', flag),
  globalLicence: optional('全球许可', flag),
  sameInvoice: optional('与转让、开发价款开在同一张发票上', flag),
  licenceYears: optional('许可年限', dec),
});

const input = {
  residentEnterprise: optional('居民企业', flag),
  items: required('同一纳税年度的合同', listOf(item)),
};

const parameters = {
  exemptLimit: withDefault('免征限额（元）', money, '5000000'),
  incomeTaxRate: withDefault('企业所得税税率', ratio, '0.25'),
  licenceMinimumYears: withDefault('许可年限下限', dec, '5'),
  stampRate: withDefault('印花税税率', ratio, '0.0003'),
};

type Item = Read<(typeof item)['fields']>;
type Limits = Read<typeof parameters>;

/** 财税〔2010〕111号第二条, 财税〔2015〕116号: transfers, and licences of five years or more, exclusive ones only if global. */
function isEligible(given: Item, resident: boolean | null, { licenceMinimumYears }: Limits): Status {
  const licence = all(
    statusOf(given.type === 'XK'),
    atLeast(given.licenceYears, licenceMinimumYears),
    any(isFalse(given.exclusive), isTrue(given.globalLicence)),
  );
  return all(isTrue(resident), isTrue(given.registered), isFalse(given.wholeRelatedParty), any(statusOf(given.type === 'ZR'), licence));
}

/** 财税〔2016〕36号附件3第一条(二十六): transfer and development, and consulting or service on the same invoice. */
function isVatExempt({ type, registered, sameInvoice }: Item): Status {
  return all(isTrue(registered), any(statusOf(type === 'ZR' || type === 'XK' || type === 'KF'), isTrue(sameInvoice)));
}

function transferIncome({ revenue, cost, relatedTaxes }: Item): Rational | null {
  return whenKnown([revenue, cost, relatedTaxes], (income, spent, taxes) => income.minus(spent).minus(taxes));
}

/** Ineligible items count nothing; an item that may be eligible, or whose income is unknown, makes the sum unknown. */
function eligibleIncome(items: readonly { readonly eligible: Status; readonly income: Rational | null }[]): Rational | null {
  let total = Rational.zero;
  for (const { eligible, income } of items) {
    if (eligible === 'unmet') continue;
    if (eligible === 'unknown' || income === null) return null;
    total = total.plus(income);
  }
  return total;
}

export const transferTax = calculation({
  id: 'transfer-tax',
  name: '技术转让税收优惠测算',
  basis: [
    '《中华人民共和国企业所得税法实施条例》第九十条',
    '财税〔2010〕111号',
    '财税〔2015〕116号',
    '财税〔2016〕36号附件3',
    '《中华人民共和国印花税法》',
  ],
  method: [
    '技术转让所得＝收入－成本－相关税费，按年度合并：不超过免征限额的部分免征，超过部分减半征收。',
    '许可须满规定年限；独占许可须为全球范围；与受让方100%关联的不适用。',
    '转让、许可、开发合同经登记免征增值税；咨询、服务须与之开在同一张发票上。印花税＝合同金额×税率。',
  ],
  input,
  parameters,
  evaluate({ residentEnterprise, items }, limits) {
    const judged = items.map((given) => ({
      given,
      eligible: isEligible(given, residentEnterprise, limits),
      income: transferIncome(given),
    }));
    const total = eligibleIncome(judged);
    const taxable = whenKnown([total], (income) => greater(income.minus(limits.exemptLimit), 0).times(decimal('0.5')));
    return {
      items: judged.map(({ given, eligible, income }) => ({
        itemId: given.itemId,
        incomeTaxEligible: truthOf(eligible),
        vatExempt: truthOf(isVatExempt(given)),
        transferIncome: asMoney(income),
        stampTax: asMoney(whenKnown([given.dealAmount], (amount) => amount.times(limits.stampRate))),
      })),
      eligibleIncome: asMoney(total),
      exemptIncome: asMoney(whenKnown([total], (income) => greater(smaller(income, limits.exemptLimit), 0))),
      taxableIncome: asMoney(taxable),
      incomeTax: asMoney(whenKnown([taxable], (income) => income.times(limits.incomeTaxRate))),
    };
  },
});
