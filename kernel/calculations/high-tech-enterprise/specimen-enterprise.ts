// An enterprise for the tests: its years, its intellectual property.
import { caseOf } from '../case.ts';

export const hnte = await caseOf('high-tech-enterprise');

export interface Year {
  sales?: string | null;
  rd?: string | null;
  domestic?: string | null;
  assets?: string | null;
  liabilities?: string | null;
}

/** The last fiscal years before 2025, oldest first. */
export function years(...list: readonly Year[]) {
  return {
    years: list.map(({ sales = '30000000', rd = '2000000', domestic = '0', assets = '1000', liabilities = '0' }, index) => ({
      year: 2025 - list.length + index,
      sales,
      rdExpense: rd,
      domesticRdExpense: domestic,
      totalAssets: assets,
      totalLiabilities: liabilities,
    })),
  };
}

export const right = (more: object = {}) => ({
  ipNo: 'z',
  kind: 'UTILITY_MODEL',
  acquisition: 'SELF_DEVELOPED',
  coreToMainProduct: true,
  granted: true,
  validTo: '2025-06-30',
  usedBefore: false,
  ...more,
});
export const rights = (number: number, more: object = {}) => ({
  ipRights: Array.from({ length: number }, (_, index) => right({ ipNo: `z${index}`, ...more })),
});
