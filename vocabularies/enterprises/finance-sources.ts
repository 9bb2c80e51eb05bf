// Where a yearly figure of an enterprise comes from: the same figure from two sources must agree, or the difference be explained.
import type { Term, Vocabulary } from '../vocabulary.ts';

export interface FinanceSource extends Term {
  /** What the source counts R&D by, for the explanations of differences. */
  readonly calibre: string;
}

const items = [
  { code: 'AUDIT', name: '审计报告', calibre: '会计口径与专项审计', aliases: ['专项审计', '审计'] },
  { code: 'TAX', name: '税务申报', calibre: '加计扣除口径', aliases: ['金税', '税务'] },
  { code: 'APPLICATION', name: '认定申请书', calibre: '高新技术企业认定口径', aliases: ['申请书', '申报书'] },
  { code: 'STATISTICS', name: '统计报表', calibre: '研发统计口径（107-2表）', aliases: ['107-2表', '统计'] },
] as const satisfies readonly FinanceSource[];

export type FinanceSourceCode = (typeof items)[number]['code'];

export const financeSources: Vocabulary<FinanceSource & { readonly code: FinanceSourceCode }> = {
  id: 'finance-sources',
  name: '企业财务数据来源',
  source: '本系统编码，按高新技术企业认定三方一致性校验归纳',
  date: '2016-06-22',
  items,
};
