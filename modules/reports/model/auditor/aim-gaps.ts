// How far a result lies from its aim (目标650家，实际703家，超目标53家; 目标10亿元，实际9.36亿元，差0.64亿元): a difference of the two, and neither of them.
import { type Claim, minus, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isComparedWith, isLevel, outsideBrackets, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import type { Relation } from './relation.ts';

/** 超过目标1000家 may tell the aim itself, 超目标53家 never does. */
const BEYOND = /超(?:出)?(?:全年|年度|年初|既定|预定)?(?:目标|任务|计划)(?:任务|数|值)?(?:约)?$/;
const SHORT_OF = /(?:^|[，；、：:(（)）])(?:尚|还|仍|只|仅)?(?:相差|差|缺|欠)(?:全年|年度|年初)?(?:目标|任务|计划)?(?:任务|数|值)?(?:约)?$/;

/** What lies between the aim and the result, in the unit of both. */
export const isAimGap = ({ lead, sort }: Figure): boolean =>
  (sort === 'count' || sort === 'money' || sort === 'size') && (BEYOND.test(lead) || SHORT_OF.test(lead));

const AIM = /(?:目标|任务|计划(?!项目|类)|要求|指标)[^，。；]{0,6}$/;
const RESULT = /(?:实际|完成|实现|达到?|已|现有|目前|共有)[^，。；]{0,8}$/;
const REACH = 4;

function claimOf(page: Page, gap: Figure): Claim | undefined {
  const earlier = outsideBrackets(gap, beforeInSentence(page, gap)).filter(
    (other) =>
      other.part === gap.part && gap.clause - other.clause <= REACH && isLevel(other) && unitsFit(other, gap) && !isComparedWith(other),
  );
  const [result, aim] = earlier;
  // Two numbers and no third: with more of them it isn't told which two are meant.
  if (result === undefined || aim === undefined || isAimGap(result) || isAimGap(aim) || /其中/.test(result.lead)) return undefined;
  if (!AIM.test(aim.lead) || AIM.test(result.lead) || !RESULT.test(result.lead) || !hasHappened(result)) return undefined;
  const members = BEYOND.test(gap.lead) ? [result, aim] : [aim, result];
  return { type: 'change', members, stated: gap, formula: members.map(valueText).join(' − '), compute: minus, bond: 'sure' };
}

export const aimGaps = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => {
    const claim = isAimGap(figure) ? claimOf(page, figure) : undefined;
    return claim === undefined ? [] : (judge(claim, page.figures) ?? []);
  });
