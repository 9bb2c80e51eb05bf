// Extra deduction of R&D cost and the tax that it saves (研发费用加计扣除), at the rate of each quarter.
import {
  asMoney,
  asRatio,
  calculation,
  decimal,
  flag,
  intBetween,
  listOf,
  money,
  optional,
  orNull,
  Rational,
  type Read,
  ratio,
  required,
  sumOf,
  given as whenKnown,
  withDefault,
  words,
} from './frame/index.ts';

/** 财税〔2015〕119号第四条: industries without the deduction. */
const excludedIndustries = {
  TOBACCO: '烟草制造业',
  HOTEL_CATERING: '住宿和餐饮业',
  WHOLESALE_RETAIL: '批发和零售业',
  REAL_ESTATE: '房地产业',
  LEASING_BUSINESS: '租赁和商务服务业',
  ENTERTAINMENT: '娱乐业',
};
const industries = { ...excludedIndustries, MANUFACTURING: '制造业', OTHER: '其他' };
const specialIndustries = { IC: '集成电路', MOTHER_MACHINE: '工业母机', NONE: '均不是' };

const quarters = [1, 2, 3, 4] as const;
const perQuarter = listOf(orNull(money), { from: 4, to: 4 });

const input = {
  year: required('年度', intBetween(2008, 2100)),
  industry: optional('行业', words(industries)),
  techSme: optional('当年有效的科技型中小企业', flag),
  specialIndustry: optional('集成电路或工业母机企业', words(specialIndustries)),
  expensed: optional('各季度费用化可加计金额', perQuarter),
  amortisation: optional('各季度资本化支出摊销', perQuarter),
};

type Input = Read<typeof input>;
type Industry = keyof typeof industries;
type Quarter = (typeof quarters)[number];

interface Enterprise {
  readonly industry: Industry;
  readonly techSme: boolean;
  readonly specialIndustry: keyof typeof specialIndustries;
}

function isExcluded(industry: Industry): boolean {
  return Object.hasOwn(excludedIndustries, industry);
}

/** The rate in force, newest rule first. */
function rateOf(year: number, quarter: Quarter, { industry, techSme, specialIndustry }: Enterprise): string {
  if (isExcluded(industry)) return '0';
  // 公告2023年第44号: integrated circuits and industrial mother machines, 2023 to 2027.
  if (year >= 2023 && year <= 2027 && specialIndustry !== 'NONE') return '1.2';
  // 公告2023年第7号.
  if (year >= 2023) return '1';
  // 公告2021年第13号: manufacturing from 2021.
  if (year >= 2021 && industry === 'MANUFACTURING') return '1';
  // 公告2022年第16号: technology SMEs from 2022; 公告2022年第28号: all others in its last quarter, taken by actual quarters.
  if (year === 2022 && (techSme || quarter === 4)) return '1';
  // 财税〔2018〕99号.
  if (year >= 2018) return '0.75';
  // 财税〔2017〕34号: technology SMEs from 2017; 财税〔2015〕119号第一条 for all.
  return year === 2017 && techSme ? '0.75' : '0.5';
}

/** What an unknown industry may be; whether it has a rate at all is said by `eligible`. */
const eligibleIndustries = (Object.keys(industries) as Industry[]).filter((industry) => !isExcluded(industry));
const possibleSpecials = Object.keys(specialIndustries) as Enterprise['specialIndustry'][];

/** What the enterprise may be, as far as it is unknown. */
function possibilities({ industry, techSme, specialIndustry }: Input): Enterprise[] {
  return (industry === null ? eligibleIndustries : [industry]).flatMap((oneIndustry) =>
    (techSme === null ? [true, false] : [techSme]).flatMap((oneSme) =>
      (specialIndustry === null ? possibleSpecials : [specialIndustry]).map((oneSpecial) => ({
        industry: oneIndustry,
        techSme: oneSme,
        specialIndustry: oneSpecial,
      })),
    ),
  );
}

/** Null only if what is unknown would change the rate. */
function quarterRate(input: Input, quarter: Quarter): Rational | null {
  const [rate, ...others] = new Set(possibilities(input).map((enterprise) => rateOf(input.year, quarter, enterprise)));
  return rate === undefined || others.length > 0 ? null : decimal(rate);
}

function extraDeduction(input: Input, rates: readonly (Rational | null)[]): Rational | null {
  if (input.industry === null) return null;
  if (isExcluded(input.industry)) return Rational.zero;
  return sumOf(
    rates.map((rate, index) =>
      whenKnown([rate, input.expensed?.[index] ?? null, input.amortisation?.[index] ?? null], (share, expensed, amortised) =>
        expensed.plus(amortised).times(share),
      ),
    ),
  );
}

export const rdSuperDeduction = calculation({
  id: 'rd-super-deduction',
  name: '研发费用加计扣除与减税额',
  basis: [
    '财税〔2015〕119号',
    '财税〔2017〕34号',
    '财税〔2018〕99号',
    '财政部 税务总局公告2021年第13号',
    '财政部 税务总局 科技部公告2022年第16号',
    '财政部 税务总局 科技部公告2022年第28号',
    '财政部 税务总局公告2023年第7号',
    '财政部 税务总局 国家发展改革委 工业和信息化部公告2023年第44号',
  ],
  method: [
    '加计扣除额＝Σ各季度（费用化金额＋资本化摊销）×当季比例；减税额＝加计扣除额×所得税税率，均以未舍入的值计算。',
    '比例：2016年及以前50%；2017年50%（科技型中小企业75%）；2018至2020年75%；2021年75%（制造业100%）；2022年前三季度75%（制造业、科技型中小企业100%），第四季度100%；2023年起100%（2023至2027年集成电路和工业母机企业120%）。',
    '烟草、住宿餐饮、批发零售、房地产、租赁商务服务、娱乐业不适用。',
  ],
  input,
  parameters: { incomeTaxRate: withDefault('企业所得税税率', ratio, '0.25') },
  evaluate(given, { incomeTaxRate }) {
    const rates = quarters.map((quarter) => quarterRate(given, quarter));
    const deduction = extraDeduction(given, rates);
    return {
      eligible: whenKnown([given.industry], (industry) => !isExcluded(industry)),
      quarterRates: rates.map((rate) => asRatio(rate)),
      extraDeduction: asMoney(deduction),
      taxSaved: asMoney(whenKnown([deduction], (amount) => amount.times(incomeTaxRate))),
    };
  },
});
