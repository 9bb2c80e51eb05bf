// The score of a technology SME out of one hundred: personnel, R&D and results, each as far as it is known.
import {
  all,
  asRatio,
  atLeast,
  type Bands,
  bands,
  countRange,
  isTrue,
  notComputable,
  pointsIn,
  type Quotient,
  quotient,
  type Range,
  type Status,
  span,
  sumOfRanges,
} from '../frame/index.ts';
import { ipClassOf } from '../ip-kinds.ts';
import type { TechSmeInput, TechSmeParameters } from './input.ts';

/** 国科发政〔2017〕115号第七条: brackets are closed below. */
const personnelBands = bands([
  ['0.3', 20],
  ['0.25', 16],
  ['0.2', 12],
  ['0.15', 8],
  ['0.1', 4],
]);
const salesBands = bands([
  ['0.06', 50],
  ['0.05', 40],
  ['0.04', 30],
  ['0.03', 20],
  ['0.02', 10],
]);
const costBands = bands([
  ['0.3', 50],
  ['0.25', 40],
  ['0.2', 30],
  ['0.15', 20],
  ['0.1', 10],
]);

function points(ratio: Quotient, table: Bands<number>, most: number): Range {
  if (ratio === null) return span(0, most);
  return span(ratio === notComputable ? 0 : pointsIn(table, ratio, 0));
}

type RdOption = 'SALES' | 'COST';

/** The option with more points among the computable ones used, sales before cost; unknown while one used is unknown. */
function chosenOption(used: readonly { name: RdOption; ratio: Quotient; points: Range }[]): RdOption | null {
  if (used.some(({ ratio }) => ratio === null)) return null;
  const computable = used.filter(({ ratio }) => ratio !== notComputable);
  const best = Math.max(...computable.map((option) => option.points.max));
  return computable.find((option) => option.points.max === best)?.name ?? null;
}

function rdScore({ rdExpense, sales, totalCostExpense }: TechSmeInput, { rdOption }: TechSmeParameters) {
  const salesRatio = quotient(rdExpense, sales);
  const costRatio = quotient(rdExpense, totalCostExpense);
  const options = [
    { name: 'SALES' as const, ratio: salesRatio, points: points(salesRatio, salesBands, 50) },
    { name: 'COST' as const, ratio: costRatio, points: points(costRatio, costBands, 50) },
  ];
  const used = options.filter(({ name }) => rdOption === 'BEST' || rdOption === name);
  return {
    min: Math.max(...used.map((option) => option.points.min)),
    max: Math.max(...used.map((option) => option.points.max)),
    option: chosenOption(used),
    salesRatio: asRatio(salesRatio),
    costRatio: asRatio(costRatio),
  };
}

function resultPoints(classOne: number, classTwo: number): number {
  return classOne > 0 ? 30 : Math.min(classTwo, 4) * 6;
}

function resultsScore({ ipRights, asOf }: TechSmeInput): Range {
  if (ipRights === null) return span(0, 30);
  const counted = (ipClass: 'I' | 'II') =>
    countRange(
      ipRights
        .filter((right) => ipClassOf(right.kind) === ipClass)
        .map((right) => all(isTrue(right.linkedToMainProduct), atLeast(right.validTo, asOf))),
    );
  const [one, two] = [counted('I'), counted('II')];
  return span(resultPoints(one.min, two.min), resultPoints(one.max, two.max));
}

export function scoreOf(given: TechSmeInput, limits: TechSmeParameters) {
  const staffRatio = quotient(given.scienceStaff, given.totalStaff);
  const personnel = { ...points(staffRatio, personnelBands, 20), ratio: asRatio(staffRatio) };
  const rd = rdScore(given, limits);
  const results = resultsScore(given);
  return { personnel, rd, results, total: sumOfRanges(personnel, rd, results) };
}

/** 第六条第(五)项: enough points in all, and some for personnel. */
export function statusOfScore({ total, personnel }: { total: Range; personnel: Range }, passScore: number): Status {
  if (total.max < passScore || personnel.max === 0) return 'unmet';
  return total.min >= passScore && personnel.min > 0 ? 'met' : 'unknown';
}
