// The indicators of the field: one entry for each, with the short name used in readings and the ways reports write it.
import { remembered } from '../remembered.ts';

export type IndicatorEntry = {
  /** Stable id, for tying readings to the measures of the product. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The other ways to write it, where they are too many to list: a pattern for the whole phrase. */
  readonly shape?: RegExp;
  readonly nature: 'stock' | 'flow' | 'rate' | 'index';
};

const entry = (id: string, nature: IndicatorEntry['nature'], name: string, aliases: string): IndicatorEntry => ({
  id,
  nature,
  name,
  aliases: [name, ...aliases.split(' ').filter((alias) => alias !== '')],
});

const shaped = (id: string, nature: IndicatorEntry['nature'], name: string, pattern: string): IndicatorEntry => ({
  id,
  nature,
  name,
  aliases: [name],
  shape: new RegExp(`^(?:${pattern})$`),
});

const RD = '(?:R&D)?(?:研发|R&D|研究与[试实]验发展)(?:R&D)?';
const SPENT = '(?:经费)?(?:内部)?(?:投入|支出)?(?:总量|总额|规模)?';
const OUTPUT = '(?:GDP|地区生产总值|国内生产总值|生产总值)';

export const INDICATORS: readonly IndicatorEntry[] = [
  // One indicator, four names: a reading keeps the wording of its text (投入 or 支出, 研发 or R&D) so that a person recognises it.
  shaped('rd-expenditure', 'flow', '全社会研究与试验发展(R&D)经费支出', `(?:全社会)?(?:R&D)?研究与[试实]验发展(?:R&D)?${SPENT}`),
  shaped('rd-expenditure', 'flow', '全社会R&D经费内部支出', '(?:全社会)?(?:研发)?R&D经费内部支出(?:总量|总额)?'),
  shaped('rd-expenditure', 'flow', 'R&D经费支出', `R&D${SPENT}`),
  shaped('rd-expenditure', 'flow', '全社会研发(R&D)经费支出', `(?:全社会)?(?:研发)?R&D${SPENT}`),
  // Said of a county or a firm without 全社会, it keeps as few words.
  shaped('rd-expenditure', 'flow', '研发经费支出', '研发(?:支出|经费)(?:总量|总额)?'),
  shaped('rd-expenditure', 'flow', '研发投入', '研发投入'),
  shaped('rd-expenditure', 'flow', '全社会研发经费支出', '全社会研发经费|(?:全社会)?研发(?:经费|投入)?支出(?:总量|总额)?'),
  shaped('rd-expenditure', 'flow', '全社会研发经费投入', '(?:全社会)?研发(?:经费|总)?(?:投入|经费)(?:总量|总额|规模)?'),
  shaped(
    'rd-intensity',
    'rate',
    '研发投入强度',
    `(?:全社会)?${RD}(?:(?:经费)?(?:投入|支出)?(?:总量)?(?:强度|占比(?:研发投入强度)?)|${SPENT}(?:相当于|占|与)(?:全市|全省|全县|全区)?${OUTPUT}(?:的?(?:比重|比例)|之比|的?百分比))`,
  ),
  entry(
    'high-tech-enterprises',
    'stock',
    '高新技术企业总数',
    '高新技术企业 高企 高新技术企业数 高新技术企业数量 高企数量 高企总数 高企数 国家高新技术企业 国家高新技术企业总数 有效期内高新技术企业 国家级高新技术企业 高新技术企业保有量 高新技术企业存量 有效高新技术企业',
  ),
  entry(
    'tech-smes',
    'stock',
    '科技型中小企业总数',
    '科技型中小企业 科技型中小企业数 科技型中小企业数量 国家科技型中小企业 入库科技型中小企业 科技型中小企业入库',
  ),
  entry(
    'contract-count',
    'flow',
    '技术合同登记数',
    '技术合同 技术合同数 技术合同登记 技术合同认定登记 技术合同认定登记数 技术合同项数 登记技术合同 合同登记 合同登记数 认定登记技术合同 签订技术合同 签订技术合同数 登记技术合同数',
  ),
  entry(
    'contract-value',
    'flow',
    '技术合同成交额',
    '登记成交额 认定登记额 技术合同登记额 技术合同成交金额 技术合同交易额 技术合同登记成交额 技术合同认定登记额 合同成交金额 合同成交额 技术合同额 技术合同总成交额',
  ),
  entry('result-registrations', 'flow', '登记科技成果', '科技成果登记 科技成果登记数'),
  entry('invention-patents-per-10000', 'stock', '每万人口发明专利拥有量', '万人发明专利拥有量 每万人发明专利拥有量 万人有效发明专利拥有量'),
  entry('high-value-patents-per-10000', 'stock', '每万人口高价值发明专利拥有量', '万人高价值发明专利拥有量 每万人高价值发明专利拥有量'),
  entry('patents-granted', 'flow', '专利授权量', '授权专利 专利授权 专利授权数 共授权专利'),
  entry('patents-granted', 'flow', '授予专利权数', '授予专利权 授予专利'),
  entry(
    'invention-patents-granted',
    'flow',
    '发明专利授权量',
    '授权发明专利 发明专利授权 发明专利授权数 授权发明 发明授权 发明授权量 发明专利授权总量',
  ),
  entry('invention-patents-valid', 'stock', '有效发明专利拥有量', '有效发明专利 发明专利拥有量 有效发明专利量 发明专利有效量'),
  entry('patent-applications', 'flow', '专利申请量', '申请专利 专利申请 专利申请数 专利申请受理量'),
  entry('gdp', 'flow', '地区生产总值', 'GDP 生产总值 全市GDP 地区生产总值GDP'),
  entry('gdp', 'flow', '国内生产总值', '国内生产总值GDP'),
  entry('industrial-value-added', 'flow', '规模以上工业增加值', '规上工业增加值'),
  entry('high-tech-value-added', 'flow', '高新技术产业增加值', '规上高新技术产业增加值'),
  entry('high-tech-output', 'flow', '高新技术产业产值', '高新技术产业总产值 高新产业产值'),
  entry('fiscal-technology-spending', 'flow', '财政科技支出', '财政科技投入 地方财政科技支出 一般公共预算科技支出 财政科技拨款'),
  entry('fiscal-technology-spending', 'flow', '科学技术支出', '财政科学技术支出'),
  entry('rd-super-deduction', 'flow', '研发费用加计扣除额', '研发费用加计扣除 研发费加计扣除 加计扣除额'),
  entry('technology-loans', 'flow', '科技贷款金额', '科技贷款 科技信贷'),
  entry('commissioners', 'stock', '科技特派员', '科技特派员总数 科技特派员数'),
  entry('incubators', 'stock', '科技企业孵化器', '孵化器'),
  entry('maker-spaces', 'stock', '众创空间', ''),
  entry('new-rd-institutions', 'stock', '新型研发机构', '新型研发机构数'),
  entry('key-laboratories', 'stock', '重点实验室', ''),
  entry('engineering-centres', 'stock', '工程技术研究中心', '工程研究中心'),
  entry('gazelles', 'stock', '瞪羚企业', ''),
  entry('unicorns', 'stock', '独角兽企业', ''),
];

const EXACT = new Map<string, IndicatorEntry>();
for (const indicator of INDICATORS)
  for (const alias of indicator.aliases) {
    EXACT.set(alias.replace(/[()]/g, ''), indicator);
    EXACT.set(alias.replace(/[()]/g, '').replace('高新技术企业', '高企'), indicator);
  }

const LONGEST = [...EXACT.keys()].sort((a, b) => b.length - a.length);

const SHAPED = INDICATORS.filter((indicator) => indicator.shape !== undefined);

/** The entry that a phrase names exactly. */
export const indicatorNamed = remembered((phrase: string): IndicatorEntry | null => {
  if (phrase.length > 40) return null;
  const plain = phrase.replace(/[()（）]/g, '');
  return EXACT.get(plain) ?? (/研|R&D/.test(plain) ? (SHAPED.find((indicator) => indicator.shape?.test(plain)) ?? null) : null);
});

/** R&D spending inside a longer phrase, in the words of the text. */
const RD_WORDS = /(?:研发(?=经费|投入)|R&D|研究与试验发展)(?:[(（]R&D[)）])?(?:经费)?(?:内部)?(?:投入|支出)?/;

/** The entry with the longest alias that the phrase holds. */
export const indicatorWithin = remembered((phrase: string): IndicatorEntry | null => {
  for (const alias of LONGEST) if ((alias.length >= 3 || alias === '高企') && phrase.includes(alias)) return EXACT.get(alias) ?? null;
  const spent = RD_WORDS.exec(phrase)?.[0];
  if (spent === undefined) return null;
  return indicatorNamed(spent) ?? SHAPED.find((indicator) => indicator.id === 'rd-expenditure') ?? null;
});
