// Whether the classes given in a call keep to their shares and to its budget.
import { parameterValue } from '#kernel/declare/parameter.ts';
import { decimal, formatDecimal } from '#kernel/exact/decimal.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import type { GradeStage } from '#kernel/stages/grade.ts';
import { overCallBudget, tooManyInClass } from '../errors.ts';
import type { CallTally } from '../store/grades.ts';

interface Grading {
  readonly day: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** `given` are the new events that put cases of the call into classes; throws the Refusal that says which limit stands in the way. */
export function checkClasses({ classes }: GradeStage, tally: CallTally, given: readonly CaseEvent[], grading: Grading): void {
  for (const { code, name, mostShare } of classes) {
    const added = given.filter(({ data }) => data.class === code).length;
    if (mostShare === undefined || added === 0) continue;
    const most = Number(decimal(parameterValue(mostShare, grading)).times(tally.cases).floor());
    const before = tally.classes.find((one) => one.class === code)?.count ?? 0;
    if (before + added > most) throw tooManyInClass(name, most, tally.cases);
  }
  if (tally.budget === null) return;
  const sums = [...tally.classes.map(({ subsidy }) => subsidy), ...given.map(({ data }) => String(data.subsidy ?? '0'))];
  const committed = sums.reduce((sum, amount) => sum.plus(decimal(amount)), decimal('0'));
  if (committed.isMoreThan(decimal(tally.budget))) throw overCallBudget(tally.name, tally.budget, formatDecimal(committed, 2));
}
