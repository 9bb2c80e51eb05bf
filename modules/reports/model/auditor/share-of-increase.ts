// Shares of what was added: 产值增加62亿元，其中甲业增加26亿元，占增量的42% is one change over the other.
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import type { Relation } from './relation.ts';

const OF_INCREASE =
  /占(?:全[国省市县区]|全部|总)?(?:增量|增加额|增加量|增长额|净增(?:量|额|数)?|新增(?:量|额|总量|总额|数)?)(?:的)?(?:比重|比例)?(?:为|达到?|约)?$/;
const ADDED = /(?:增加|净增|新增|增长|多)了?(?:约)?$/;

const isAdded = (figure: Figure): boolean =>
  ADDED.test(figure.lead) && (figure.reading.kind === 'change' || isLevel(figure)) && (figure.sort === 'money' || figure.sort === 'count');

export const sharesOfIncrease = (page: Page): Relation[] =>
  page.figures.flatMap((share) => {
    if (share.sort !== 'part' || !OF_INCREASE.test(share.lead)) return [];
    const [part, whole] = beforeInSentence(page, share).filter(isAdded);
    const fits =
      part !== undefined &&
      whole !== undefined &&
      unitsFit(part, whole) &&
      share.clause - part.clause <= 1 &&
      whole.value.isMoreThan(part.value);
    if (!fits) return [];
    const formula = `${valueText(part)} ÷ ${valueText(whole)}`;
    return judge({ type: 'share', members: [part, whole], stated: share, formula, compute: over, bond: 'sure' }, page.figures) ?? [];
  });
