// Audit of form 107-2: inside itself, against 107-1, against the enterprise and against last year (A11–A25).
import {
  all,
  any,
  atLeast,
  atMost,
  type Exact,
  isTrue,
  known,
  moreThan,
  not,
  quotient,
  Rational,
  ratioAtLeast,
  ratioAtMost,
  type Status,
  sumOf,
  given as whenKnown,
} from '../frame/index.ts';
import type { ActivityItem, AuditInput, AuditParameters, ProjectRow } from './input.ts';
import { allOf, hardThenSoft, type Outcome, outcome } from './outcome.ts';

/** The items of 107-2 by name, null where the item or the whole form is unknown. */
interface Figures {
  item(name: ActivityItem): Exact | null;
  previous(name: ActivityItem): Exact | null;
  sum(...names: readonly ActivityItem[]): Rational | null;
  projects(name: 'expense' | 'governmentFund' | 'personMonths'): Rational | null;
}

export function figuresOf({ form1071, form1072, previous }: AuditInput): Figures {
  const item = (name: ActivityItem) => form1072?.[name] ?? null;
  return {
    item,
    previous: (name) => previous?.[name] ?? null,
    sum: (...names) => sumOf(names.map(item)),
    projects: (name) => sumOf(form1071?.map((row: ProjectRow) => row[name]) ?? null),
  };
}

function times(value: Exact | null, factor: Exact): Rational | null {
  return whenKnown([value], (number) => Rational.of(number).times(factor));
}

function minus(a: Exact | null, b: Exact | null): Rational | null {
  return whenKnown([a, b], (x, y) => Rational.of(x).minus(y));
}

const expenseItems = [
  'personnelCost',
  'directInput',
  'depreciation',
  'intangibleAmortisation',
  'designCost',
  'trialCost',
  'outsourcedTotal',
  'otherCost',
] as const;

function isTotal({ item, sum }: Figures): Outcome {
  const total = sum(...expenseItems);
  return outcome(
    'hard',
    known([item('rdExpenseTotal'), total], (stated, added) => added.equals(stated)),
  );
}

function partsWithinWholes({ item, sum }: Figures): Outcome {
  const within = (part: ActivityItem, whole: ActivityItem) => atMost(item(part), item(whole));
  const outsourced = sum('outsourcedInstitutes', 'outsourcedUniversities', 'outsourcedEnterprises', 'outsourcedForeign');
  return allOf('hard', [
    ['outsourced', atMost(outsourced, item('outsourcedTotal'))],
    ['instruments', within('rdInstruments', 'rdFixedAssets')],
    ['management', within('managementPersonnel', 'rdPersonnel')],
    ['female', within('femalePersonnel', 'rdPersonnel')],
    ['fullTime', within('fullTimePersonnel', 'rdPersonnel')],
    ['bachelor', within('bachelorPersonnel', 'rdPersonnel')],
    ['external', within('externalPersonnel', 'rdPersonnel')],
    ['inventions', within('inventionApplications', 'patentApplications')],
    ['implemented', within('implementedInventions', 'validInventions')],
    ['exports', within('newProductExports', 'newProductSales')],
    ['degrees', atMost(sum('bodyDoctors', 'bodyMasters'), item('bodyStaff'))],
    ['bodyStaff', within('bodyStaff', 'rdPersonnel')],
  ]);
}

/** Projects may not cost more than the enterprise spent, nor leave too much of it unexplained. */
function projectExpense({ sum, projects }: Figures, { projectGap }: AuditParameters): Outcome {
  const spent = sum('rdExpenseTotal', 'rdFixedAssets');
  const expense = projects('expense');
  return hardThenSoft(atMost(expense, spent), atMost(minus(spent, expense), times(spent, projectGap)));
}

/** People, money and projects: all or none; unmet as soon as two known ones differ. */
function allOrNone({ item }: Figures, { form1071 }: AuditInput): Status {
  const signs = [moreThan(item('rdPersonnel'), 0), moreThan(item('rdExpenseTotal'), 0), known([form1071], (rows) => rows.length > 0)];
  if (signs.includes('met') && signs.includes('unmet')) return 'unmet';
  return signs.includes('unknown') ? 'unknown' : 'met';
}

function costPerHead({ item }: Figures, { perHeadMin, perHeadMax }: AuditParameters): Status {
  const heads = item('rdPersonnel');
  if (heads === 0) return 'met';
  const cost = quotient(item('personnelCost'), heads);
  return all(ratioAtLeast(cost, perHeadMin), ratioAtMost(cost, perHeadMax));
}

function staffShare({ item }: Figures, { averageEmployees, serviceIndustry }: AuditInput, { staffRatio }: AuditParameters): Outcome {
  const researchers = item('rdPersonnel');
  const share = atMost(researchers, times(averageEmployees, staffRatio));
  // Services may be staffed by researchers alone; while the industry is unknown, so is the rule.
  const soft = serviceIndustry === null ? 'unknown' : serviceIndustry ? 'met' : share;
  return hardThenSoft(atMost(researchers, averageEmployees), soft);
}

function yearOnYear({ item, previous }: Figures, { expenseRise, expenseFall, personnelChange }: AuditParameters): Outcome {
  const [spent, spentBefore] = [item('rdExpenseTotal'), previous('rdExpenseTotal')];
  const [staff, staffBefore] = [item('rdPersonnel'), previous('rdPersonnel')];
  const change = whenKnown([minus(staff, staffBefore)], (difference) => difference.absolute());
  return allOf('soft', [
    [
      'rdExpenseTotal',
      all(atLeast(spent, times(spentBefore, Rational.one.minus(expenseFall))), atMost(spent, times(spentBefore, expenseRise.plus(1)))),
    ],
    ['rdPersonnel', atMost(change, times(staffBefore, personnelChange))],
  ]);
}

/** A body that exists has people, cost and instruments. */
function bodyIsReal({ item }: Figures): Outcome {
  const needed = ['bodyStaff', 'bodyExpense', 'bodyInstruments'] as const;
  const complete = allOf(
    'hard',
    needed.map((name) => [name, moreThan(item(name), 0)]),
  );
  return { ...complete, status: any(not(moreThan(item('rdBodies'), 0)), complete.status) };
}

/** A24: round figures throughout, or last year's copied, are a sign of invention. */
function looksCopied({ item, previous }: Figures, { form1072 }: AuditInput): Status {
  if (form1072 === null) return 'unknown';
  const names = (['rdExpenseTotal', ...expenseItems, 'rdFixedAssets'] as const).filter((name) => moreThan(item(name), 0) === 'met');
  if (names.length < 5) return 'unmet';
  if (names.every((name) => Rational.of(item(name) ?? 0, 1000).isWhole())) return 'met';
  return all(...names.map((name) => known([item(name), previous(name)], (now, before) => Rational.of(now).equals(before))));
}

export function formOutcomes(input: AuditInput, limits: AuditParameters) {
  const figures = figuresOf(input);
  const { item, projects } = figures;
  const { revenue } = input;
  const spent = item('rdExpenseTotal');
  const isExpected = any(isTrue(input.superDeductionClaimed), isTrue(input.poolMember));
  const fullTimeEquivalent = times(projects('personMonths'), Rational.of(1, 12));
  return {
    A11: isTotal(figures),
    A12: partsWithinWholes(figures),
    A13: projectExpense(figures, limits),
    A14: outcome('soft', atMost(projects('governmentFund'), item('governmentSource'))),
    A15: outcome('hard', allOrNone(figures, input)),
    A16: outcome('hard', atMost(fullTimeEquivalent, item('rdPersonnel'))),
    A17: outcome('soft', costPerHead(figures, limits)),
    A18: hardThenSoft(atMost(spent, revenue), atMost(spent, times(revenue, limits.expenseRevenueRatio))),
    A19: staffShare(figures, input, limits),
    A20: yearOnYear(figures, limits),
    A21: outcome('hard', atMost(item('newProductSales'), revenue)),
    A22: outcome('soft', atMost(item('superDeductionSpend'), times(spent, limits.superDeductionFactor))),
    A23: bodyIsReal(figures),
    A24: outcome('soft', not(looksCopied(figures, input))),
    A25: outcome('soft', not(all(isExpected, atMost(spent, 0)))),
  };
}
