// Yearly figures that the registry keeps of a party, by source: what each is, its unit, and whether sources must agree on it.
import { type FinanceSourceCode, financeSources } from '#vocabularies/enterprises/finance-sources.ts';

export type { FinanceSourceCode };
export const sourceCodes = financeSources.items.map((source) => source.code);

export interface FinanceItem {
  readonly key: string;
  /** Column of registry.finance. */
  readonly column: string;
  readonly name: string;
  readonly unit: '元' | '人';
  /** Whether a negative value can be true. */
  readonly maySink?: true;
  /**
   * `equal`: audit, tax and application must agree to 0.01 万元 (高企认定三方一致). `calibre`: sources count it differently and a gap beyond
   * a tenth wants an explanation. `exact`: head counts that must be the same. Nothing is compared where absent.
   */
  readonly agree?: 'equal' | 'calibre' | 'exact';
  /** Names in headers of spreadsheets beside `name`. */
  readonly aliases?: readonly string[];
}

const items = [
  { key: 'sales', column: 'sales', name: '销售收入', unit: '元', agree: 'equal', aliases: ['营业收入', '主营业务收入', '销售收入总额'] },
  { key: 'grossIncome', column: 'gross_income', name: '收入总额', unit: '元', agree: 'equal', aliases: ['总收入'] },
  { key: 'nonTaxableIncome', column: 'non_taxable_income', name: '不征税收入', unit: '元' },
  {
    key: 'highTechIncome',
    column: 'high_tech_income',
    name: '高新技术产品（服务）收入',
    unit: '元',
    aliases: ['高新技术产品收入', '高新收入', '高品收入'],
  },
  { key: 'totalAssets', column: 'total_assets', name: '资产总额', unit: '元', agree: 'equal', aliases: ['总资产', '资产总计'] },
  { key: 'totalLiabilities', column: 'total_liabilities', name: '负债总额', unit: '元', agree: 'equal', aliases: ['总负债', '负债合计'] },
  {
    key: 'netAssets',
    column: 'net_assets',
    name: '净资产',
    unit: '元',
    maySink: true,
    agree: 'equal',
    aliases: ['所有者权益', '所有者权益合计'],
  },
  {
    key: 'rdExpense',
    column: 'rd_expense',
    name: '研发费用',
    unit: '元',
    agree: 'calibre',
    aliases: ['研究开发费用', '研发费用总额', '研发投入', '研发经费', '加计扣除研发费用'],
  },
  { key: 'incomeStatementRd', column: 'income_statement_rd', name: '利润表研发费用', unit: '元' },
  { key: 'profit', column: 'profit', name: '利润总额', unit: '元', maySink: true },
  { key: 'netProfit', column: 'net_profit', name: '净利润', unit: '元', maySink: true },
  { key: 'tax', column: 'tax', name: '上缴税费', unit: '元', maySink: true, aliases: ['实缴税费', '纳税总额', '上缴税费总额'] },
  { key: 'staff', column: 'staff', name: '职工总数', unit: '人', agree: 'exact', aliases: ['从业人员', '职工人数', '从业人员期末人数'] },
  { key: 'scienceStaff', column: 'science_staff', name: '科技人员数', unit: '人', agree: 'exact', aliases: ['科技人员', '研发人员'] },
  { key: 'insuredStaff', column: 'insured_staff', name: '参保人数', unit: '人', aliases: ['社保人数', '缴纳社保人数'] },
] as const satisfies readonly FinanceItem[];

export type FinanceKey = (typeof items)[number]['key'];
export const financeItems: readonly (FinanceItem & { readonly key: FinanceKey })[] = items;

/** Values by item: yuan or heads as exact decimal text, null when the source says nothing. */
export type FinanceValues = Readonly<Record<FinanceKey, string | null>>;

/** Years that a figure can belong to. */
export const financeYears = { first: 1990, last: 2100 } as const;
