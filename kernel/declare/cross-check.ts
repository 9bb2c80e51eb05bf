// Cross-checks written as rules: what is answered held against what the register knows, each with its article and how grave a disagreement is.
import { Rational } from '../exact/rational.ts';
import type { Citation } from './citation.ts';
import type { CrossCheck, CrossFinding, Known, KnownFinance } from './dossier.ts';
import { asPercent, exact, type Print, type Verdict } from './rule.ts';

type Answers = Readonly<Record<string, unknown>>;

export interface CrossRule {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  /** How grave it is when it is not met. */
  readonly level: 'block' | 'warn' | 'info';
  judge(answers: Answers, known: Known, day: string): Verdict;
}

export function crossCheckOf(rules: readonly CrossRule[]): CrossCheck {
  return (answers, known, day) =>
    rules.map(({ id, says, cites, level, judge }): CrossFinding => {
      const { status, actual, required = says, why } = judge(answers, known, day);
      const base = { rule: id, says, cites, status, actual, required, missing: [], years: [] };
      return { ...base, level: status === 'unmet' ? level : null, ...(why === undefined ? {} : { why }) };
    });
}

/** A figure of one year in the source that is believed first; null when none of them says it. */
export function figureOf(known: Known, year: number, figure: string, sources: readonly KnownFinance['source'][]): string | null {
  for (const source of sources) {
    const value = known.finance.find((line) => line.year === year && line.source === source)?.values[figure];
    if (value !== undefined) return value;
  }
  return null;
}

/** Both figures known and no further apart than a share of the greater one; unknown while one of them is. */
export function within(stated: unknown, known: unknown, share: string, print: Print): Verdict {
  const [one, other] = [stated, known].map((value) => (typeof value === 'number' || typeof value === 'string' ? exact(value) : null));
  const required = `与在档数据相差不超过${asPercent(exact(share))}`;
  if (one == null || other == null) return { status: 'unknown', actual: null, required, why: '缺少可以比对的数据' };
  const gap = one.isMoreThan(other) ? one.minus(other) : other.minus(one);
  const greater = one.isMoreThan(other) ? one : other;
  const agrees = greater.isAtMost(Rational.zero) || gap.isAtMost(greater.times(exact(share)));
  return { status: agrees ? 'met' : 'unmet', actual: `填报${print(one)}，在档${print(other)}`, required };
}
