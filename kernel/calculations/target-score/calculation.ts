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
  method: [
    '完成率：权重×min（实际÷目标，封顶）；逆向指标为目标÷实际。目标为零而实际不为负的记满分并标注。',
    '平均数基准：高于（低于）平均数每满一档加（减）分。增速：权重×（保底＋（1－保底）×（增速－最低）÷（最高－最低））。名次：第一名满分，最后一名得保底。',
    '达标：达到得满分，未达到按差距扣分。超额累进：每超10个百分点的加分依次为权重的1/20、1/40、1/60……。综合：完成率、增速、名次按占比加权。',
    '亮灯：完成率－时间进度不小于零为绿灯，落后不超过规定幅度为黄灯，否则红灯。',
  ],
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
