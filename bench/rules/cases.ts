// Applicants around every limit of the eight conditions: as the calculation reads them, and as the plain facts that a rule engine takes.

import { Reading, record } from '#kernel/calculations/frame/index.ts';
import { type ConditionFacts, factsOf } from '#kernel/calculations/high-tech-enterprise/conditions.ts';
import { input } from '#kernel/calculations/high-tech-enterprise/input.ts';

/** Whole yuan and whole people, so that no engine has to round; sums over years and months are done for all beforehand. */
export interface Facts {
  readonly days: number;
  readonly coreRight: boolean;
  readonly field: number;
  readonly scienceStaff: number;
  readonly averageStaff: number;
  readonly rd: number;
  readonly sales: number;
  readonly lastSales: number;
  readonly domesticRd: number;
  readonly highTechIncome: number;
  readonly totalIncome: number;
  readonly violation: boolean;
}

export interface Applicant {
  readonly document: Readonly<Record<string, unknown>>;
  readonly ours: ConditionFacts;
  readonly facts: Facts;
}

/** A small generator of its own, so that every run meets the same applicants. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const type = record(input);
const day = (offset: number) => new Date(Date.UTC(2025, 5, 30) - offset * 86_400_000).toISOString().slice(0, 10);

function applicant(random: () => number): Applicant {
  const around = (value: number) => Math.max(0, Math.round(value * (0.97 + random() * 0.5)));
  const oneIn = (n: number) => random() * n < 1;
  const [days, field] = [oneIn(12) ? 364 : 365 + Math.floor(random() * 3000), oneIn(12) ? 9 : 1 + Math.floor(random() * 8)];
  const staff = 20 + Math.floor(random() * 400);
  const scienceStaff = around(staff * 0.1);
  const sales = [0, 1, 2].map(() => around(20_000_000 + random() * 250_000_000));
  const needed = (sales[2] ?? 0) <= 50_000_000 ? 0.05 : (sales[2] ?? 0) <= 200_000_000 ? 0.04 : 0.03;
  const rd = sales.map((value) => around(value * needed));
  const domestic = rd.map((value) => Math.min(value, around(value * 0.6)));
  const gross = around(100_000_000);
  const nonTaxable = around(1_000_000);
  const highTechIncome = around((gross - nonTaxable) * 0.6);
  const [coreRight, violation] = [!oneIn(12), oneIn(12)];
  const document = {
    applicationDate: day(0),
    registeredDate: day(days),
    technicalField: `${field}.1.2`,
    staffMonths: Array.from({ length: 12 }, () => ({ opening: staff, closing: staff })),
    scienceStaff,
    years: sales.map((value, index) => ({
      year: 2022 + index,
      sales: String(value),
      rdExpense: String(rd[index]),
      domesticRdExpense: String(domestic[index]),
      totalAssets: '15000000',
      totalLiabilities: '5000000',
    })),
    highTechProductIncome: String(highTechIncome),
    grossIncome: String(gross),
    nonTaxableIncome: String(nonTaxable),
    violations: violation ? [{ kind: 'MAJOR_SAFETY_ACCIDENT', date: day(100) }] : [],
    ipRights: [
      {
        ipNo: 'ZL-1',
        kind: 'INVENTION_PATENT',
        acquisition: 'SELF_DEVELOPED',
        coreToMainProduct: coreRight,
        granted: true,
        validTo: '2035-01-01',
      },
    ],
  };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    document,
    ours: factsOf(type.read(document, '', new Reading())),
    facts: {
      days,
      coreRight,
      field,
      scienceStaff,
      averageStaff: staff,
      rd: sum(rd),
      sales: sum(sales),
      lastSales: sales[2] ?? 0,
      domesticRd: sum(domestic),
      highTechIncome,
      totalIncome: gross - nonTaxable,
      violation,
    },
  };
}

export function applicants(count: number): readonly Applicant[] {
  const random = generator(20250630);
  return Array.from({ length: count }, () => applicant(random));
}
