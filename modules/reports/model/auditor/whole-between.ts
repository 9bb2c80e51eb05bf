// Shares with their whole between 占 and the share: 占一般公共预算支出120亿元的3%, 占全市500家的七成.
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isComparedWith, isLevel, outsideBrackets, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import type { Relation } from './relation.ts';

/** 287家，比上年末的243家净增44家: the change of a level, which the share goes on to speak of. */
const isOfLevel = (page: Page, change: Figure): boolean =>
  beforeInSentence(page, change).some((level) => isLevel(level) && unitsFit(level, change) && change.clause - level.clause <= 1);

/** 占一般公共预算支出120亿元的3%, 占全市500家的七成: the whole stands with its number between 占 and the share. */
export function ofWholeBetween(page: Page, share: Figure): Relation | undefined {
  const whole = page.figures[share.index - 1];
  const isBetween =
    whole !== undefined &&
    whole.sentence === share.sentence &&
    (/^[)）]?的$/.test(share.lead) || (/[(（]$/.test(whole.lead) && /^[)）]的?(?:比重|比例)(?:为|达到?|约)?$/.test(share.lead))) &&
    /占[^，。；]*$/.test(whole.lead) &&
    isLevel(whole);
  if (!isBetween || share.sort !== 'part' || !hasHappened(share) || /目标|任务|计划|(?<!公共)预算/.test(whole.lead)) return undefined;
  // 博士36人、硕士124人，博士占引进人才160人的22.5%: the clause begins with the part's own word.
  const subject = /([^，。；、]{2,10})占[^，。；]*$/.exec(whole.lead)?.[1];
  const called =
    subject === undefined
      ? undefined
      : beforeInSentence(page, whole).find(
          (other) => isLevel(other) && unitsFit(other, whole) && (other.name.endsWith(subject) || other.lead.endsWith(subject)),
        );
  const told = beforeInSentence(page, whole);
  const earlier = outsideBrackets(whole, told);
  const part =
    called ??
    earlier.find(
      (other) =>
        unitsFit(other, whole) &&
        (isLevel(other) || (other.reading.kind === 'change' && !isOfLevel(page, other))) &&
        !isComparedWith(other),
    );
  // Each figure in a bracket may stand in a clause of its own.
  const reach = 2 + told.length - earlier.length;
  if (part === undefined || whole.clause - part.clause > reach) return undefined;
  const formula = `${valueText(part)} ÷ ${valueText(whole)}`;
  return judge({ type: 'share', members: [part, whole], stated: share, formula, compute: over, bond: 'named' }, page.figures);
}
