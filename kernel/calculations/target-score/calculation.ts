// Scores of target responsibility (目标责任制考核计分): seven modes, ranks and lights against the time passed.
import { asScore, calculation, type Rational } from '../frame/index.ts';
import { ranksOfFigures } from '../ranking.ts';
import { achievementOf, flagOf, ratioOf } from './achievement.ts';
import { checkInput, input, type Limits, parameters } from './input.ts';
import { modes } from './modes.ts';

/** Achievement against the share of the year that has passed. */
function lightOf(ratio: Rational | null, timeProgress: Rational | null, { yellowPoints }: Limits): 'GREEN' | 'YELLOW' | 'RED' | null {
  if (ratio === null || timeProgress === null) return null;
  const ahead = ratio.minus(timeProgress);
  if (!ahead.isNegative()) return 'GREEN';
  return ahead.isAtLeast(yellowPoints.negated()) ? 'YELLOW' : 'RED';
}

export const targetScore = calculation({
  id: 'target-score',
  name: '目标责任制考核计分',
  basis: ['本级目标管理考核办法'],
  input,
  parameters,
  check: checkInput,
  evaluate(given, limits) {
    const { units, direction, timeProgress, mode } = given;
    const scores = modes[mode](given, limits);
    const ranks = ranksOfFigures(
      units.map(({ actual }) => actual),
      direction,
    );
    return {
      units: units.map((unit, index) => ({
        unitId: unit.unitId,
        score: asScore(scores[index] ?? null),
        rank: ranks[index] ?? null,
        flag: flagOf(unit, direction),
        light: lightOf(ratioOf(achievementOf(unit, direction)), timeProgress, limits),
      })),
    };
  },
});
