// R&D cost of one year in three calibres: accounting, high-tech recognition and super deduction (研发费用三口径).
import {
  asMoney,
  asRatio,
  calculation,
  decimal,
  greater,
  intBetween,
  key,
  listOf,
  money,
  optional,
  quotient,
  Rational,
  type Read,
  record,
  required,
  smaller,
  sumOf,
  given as whenKnown,
} from './frame/index.ts';

const project = record({
  projectId: key('研发项目编号'),
  personnel: optional('人员人工费用', money),
  directInput: optional('直接投入费用', money),
  buildingRent: optional('其中：房屋租赁费', money),
  soldSampleMaterial: optional('对外销售样品的材料费', money),
  equipmentDepreciation: optional('仪器设备折旧', money),
  buildingDepreciation: optional('在用建筑物折旧', money),
  longTermDeferred: optional('长期待摊费用', money),
  intangibleAmortisation: optional('无形资产摊销', money),
  design: optional('设计费用', money),
  trial: optional('装备调试与试验费用', money),
  other: optional('其他费用', money),
  outsourcedDomestic: optional('委托境内研发（实际支付）', money),
  outsourcedForeign: optional('委托境外机构研发（实际支付）', money),
  outsourcedForeignIndividual: optional('委托境外个人研发（实际支付）', money),
  nonTaxableSubsidySpend: optional('不征税财政补助形成的支出', money),
});

const input = { year: required('年度', intBetween(2008, 2100)), projects: optional('研发项目', listOf(project)) };

type Project = Read<(typeof project)['fields']>;
type Item = Exclude<keyof Project, 'projectId'>;
type Projects = readonly Project[] | null;

/** 195号: an outsourced activity counts at 80 %; 财税〔2015〕119号第二条: the same for tax. */
const outsourcedShare = decimal('0.8');

const ownItems: readonly Item[] = [
  'personnel',
  'directInput',
  'equipmentDepreciation',
  'buildingDepreciation',
  'longTermDeferred',
  'intangibleAmortisation',
  'design',
  'trial',
];
const outsourcedItems: readonly Item[] = ['outsourcedDomestic', 'outsourcedForeign', 'outsourcedForeignIndividual'];

/** The sum of some items over all projects. */
function totalOf(projects: Projects, items: readonly Item[]): Rational | null {
  return sumOf(projects?.flatMap((entry) => items.map((item) => entry[item])) ?? null);
}

function plus(...parts: readonly (Rational | null)[]): Rational | null {
  return sumOf(parts);
}

function times(value: Rational | null, factor: Rational): Rational | null {
  return whenKnown([value], (known) => known.times(factor));
}

function least(a: Rational | null, b: Rational | null): Rational | null {
  return whenKnown([a, b], smaller);
}

/** 195号: other cost at most 20 % of the total, which is a quarter of the seven other categories. */
function hnteCalibre(projects: Projects) {
  const outsourcedAllowed = times(totalOf(projects, outsourcedItems), outsourcedShare);
  const sevenCategories = plus(totalOf(projects, ownItems), outsourcedAllowed);
  const otherLimit = times(sevenCategories, Rational.of(1, 4));
  const otherAllowed = least(totalOf(projects, ['other']), otherLimit);
  const rdExpense = plus(sevenCategories, otherAllowed);
  const foreign = times(totalOf(projects, ['outsourcedForeign', 'outsourcedForeignIndividual']), outsourcedShare);
  const domesticRdExpense = whenKnown([rdExpense, foreign], (all, abroad) => all.minus(abroad));
  return {
    outsourcedAllowed: asMoney(outsourcedAllowed),
    otherLimit: asMoney(otherLimit),
    otherAllowed: asMoney(otherAllowed),
    rdExpense: asMoney(rdExpense),
    domesticRdExpense: asMoney(domesticRdExpense),
    domesticRatio: asRatio(quotient(domesticRdExpense, rdExpense)),
  };
}

/** 财税〔2015〕119号第一条 items (一)1–5 of one project: no buildings, no sold samples, nothing paid from non-taxable subsidies. */
function deductibleItems(entry: Project): Rational | null {
  const { directInput, buildingRent, soldSampleMaterial, nonTaxableSubsidySpend } = entry;
  const input = whenKnown([directInput, buildingRent, soldSampleMaterial], (all, rent, sold) => greater(all.minus(rent).minus(sold), 0));
  const items = plus(entry.personnel, input, entry.equipmentDepreciation, entry.intangibleAmortisation, entry.design, entry.trial);
  return whenKnown([items, nonTaxableSubsidySpend], (sum, subsidised) => greater(sum.minus(subsidised), 0));
}

/** Other cost at most 10 % of the deductible total: pooled over projects since 2021 (税务总局公告2021年第28号第三条), before that by project. */
function otherDeductible(year: number, projects: Projects, own: readonly (Rational | null)[] | null): Rational | null {
  const ninth = Rational.of(1, 9);
  if (year >= 2021) return least(totalOf(projects, ['other']), times(sumOf(own), ninth));
  return sumOf(projects?.map((entry, index) => least(entry.other, times(own?.[index] ?? null, ninth))) ?? null);
}

/** 财税〔2018〕64号: from 2018 foreign outsourcing too, at 80 % and up to two thirds of what is eligible at home; never individuals. */
function taxCalibre(year: number, projects: Projects) {
  const own = projects?.map(deductibleItems) ?? null;
  const items1to5 = sumOf(own);
  const otherAllowed = otherDeductible(year, projects, own);
  const outsourcedDomesticAllowed = times(totalOf(projects, ['outsourcedDomestic']), outsourcedShare);
  const domesticEligible = plus(items1to5, otherAllowed, outsourcedDomesticAllowed);
  const outsourcedForeignLimit = year < 2018 ? Rational.zero : times(domesticEligible, Rational.of(2, 3));
  const outsourcedForeignAllowed = least(times(totalOf(projects, ['outsourcedForeign']), outsourcedShare), outsourcedForeignLimit);
  return {
    items1to5: asMoney(items1to5),
    otherLimit: asMoney(times(items1to5, Rational.of(1, 9))),
    otherAllowed: asMoney(otherAllowed),
    outsourcedDomesticAllowed: asMoney(outsourcedDomesticAllowed),
    domesticEligible: asMoney(domesticEligible),
    outsourcedForeignLimit: asMoney(outsourcedForeignLimit),
    outsourcedForeignAllowed: asMoney(outsourcedForeignAllowed),
    deductibleBase: asMoney(plus(domesticEligible, outsourcedForeignAllowed)),
  };
}

export const rdCost = calculation({
  id: 'rd-cost',
  name: '研发费用三口径归集',
  basis: ['财企〔2007〕194号', '国科发火〔2016〕195号', '财税〔2015〕119号', '财税〔2018〕64号', '国家税务总局公告2021年第28号'],
  method: [
    '会计口径：各项费用全额相加，委托研发全额。',
    '高企口径：委托研发按80%；其他费用不超过其余七类之和的四分之一（即总额的20%）。',
    '加计扣除口径：第1至5项＝人员＋直接投入（扣除房租和已售样品材料）＋仪器折旧＋无形资产摊销＋设计＋试验－不征税财政补助支出，不小于零；其他费用不超过第1至5项的九分之一（2021年起按全部项目合并，此前分项目）；委托境内按80%；委托境外机构按80%且不超过境内可加计费用的三分之二（2018年起）；委托境外个人不得加计。',
  ],
  input,
  parameters: {},
  check({ projects }, _parameters, reading) {
    for (const [index, { directInput, buildingRent }] of (projects ?? []).entries()) {
      if (directInput !== null && buildingRent?.isMoreThan(directInput)) {
        reading.conflict(`projects[${index}].buildingRent`, '房屋租赁费大于直接投入费用');
      }
    }
  },
  evaluate({ year, projects }) {
    return {
      // 财企〔2007〕194号: everything spent, outsourced cost in full.
      accounting: { rdExpense: asMoney(totalOf(projects, [...ownItems, 'other', ...outsourcedItems])) },
      hnte: hnteCalibre(projects),
      tax: taxCalibre(year, projects),
    };
  },
});
