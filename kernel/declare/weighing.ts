// Scores of several stages weighed into one, such as sixty parts of the experts' and forty of the issuer's.
import { decimal, formatDecimal } from '../exact/decimal.ts';
import { Rational } from '../exact/rational.ts';
import { type CaseState, lastMove } from '../stages/case-state.ts';
import { type CallParameter, parameterValue } from './parameter.ts';

export interface WeighedScore {
  /** Stage and verb whose event carries it as `score`. */
  readonly stage: string;
  readonly verb: string;
  readonly name: string;
}

/** Two scores of 0–100: `weight` is the share of the second, the first has the rest. */
export interface Weighing {
  readonly first: WeighedScore;
  readonly second: WeighedScore;
  readonly weight: CallParameter;
}

export interface Weighed {
  readonly first: string | null;
  readonly second: string | null;
  /** Two places, half up; the first alone where the second was waived, null while the first is unknown or the second still to come. */
  readonly total: string | null;
}

const scoreIn = ({ stage, verb }: WeighedScore, state: CaseState): string | null => {
  const score = lastMove(state, stage, verb)?.data.score;
  return typeof score === 'string' ? score : null;
};

export function weigh(
  weighing: Weighing,
  state: CaseState,
  given: { day: string; parameters?: Readonly<Record<string, string>> },
): Weighed {
  const [first, second] = [scoreIn(weighing.first, state), scoreIn(weighing.second, state)];
  if (first === null) return { first, second, total: null };
  if (second === null) {
    const isWaived = lastMove(state, weighing.second.stage, 'waive') !== undefined;
    return { first, second, total: isWaived ? formatDecimal(decimal(first), 2) : null };
  }
  const share = decimal(parameterValue(weighing.weight, given));
  const total = decimal(second)
    .times(share)
    .plus(decimal(first).times(Rational.of(1).minus(share)));
  return { first, second, total: formatDecimal(total, 2) };
}
