// 个百分点 and %: the difference of two percentages is counted in points, the growth of a number in per cent.
import { OF_BASE } from './changes.ts';
import { spanOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isAmount, isLevel, isRateLike } from './find.ts';
import type { Relation } from './relation.ts';
import { remark } from './remark.ts';

/** 增长23.8%，高于工业投资12.8%: beyond another rate by a percentage, unless the other rate itself is told (高于全省2.1%的平均水平). */
const isPercentBeyond = ({ sort, reading, lead, tail }: Figure): boolean =>
  sort === 'part' &&
  reading.kind !== 'share' &&
  (/(?:高于|低于|高出|低出|快于|慢于|超出)[^，。；]{0,18}$/.test(lead) ||
    /[超高低快慢](?:过|于|出)?(?:全国|全省|全市)(?:均值|平均(?:水平|值|数)?)$/.test(lead)) &&
  !/(?:为|是|的|达到?|[(（])$/.test(lead) &&
  !/^的/.test(tail);

/** 授权量达到1563件，同比增长160.5个百分点: a number grows by per cent; points are the difference of two rates. */
function growsByPoints(page: Page, figure: Figure): Figure | undefined {
  const level = page.figures[figure.index - 1];
  const isGrowth =
    figure.sort === 'points' && /^，?(?:同比|比上年|较上年|比去年|较去年)(?:同期)?(?:增长|增加|下降|减少)了?$/.test(figure.lead);
  if (!isGrowth || level === undefined || level.sentence !== figure.sentence || figure.clause - level.clause > 1) return undefined;
  return isLevel(level) && isAmount(level) && level.inTable === null && hasHappened(level) ? level : undefined;
}

const THIRD = 3;

/** 收入4348万元，占预算10065万元的43%，同比下降6%, and 项目12个，占全省100%，同比下降97%: what falls so far is the count before, not its share. */
const isOwnGrowth = (page: Page, figure: Figure, share: Figure): boolean =>
  /同比/.test(figure.lead) &&
  (/占[^，。；]{0,6}[预預]算[^，。；]{0,12}$/.test(share.lead) ||
    figure.value.absolute().times(THIRD).isMoreThan(share.value.absolute()) ||
    beforeInSentence(page, share).some((other) => isLevel(other) && share.clause - other.clause <= 1 && share.reading.kind === 'share'));

/** 121.5亿元（占17.2%），下降2.5%: what falls behind the bracket is the level before it. */
const isInBracketOfLevel = (page: Page, figure: Figure, share: Figure): boolean => {
  const level = page.figures[share.index - 1];
  return /^[)）]/.test(figure.lead) && /[(（]/.test(share.lead) && level?.sentence === share.sentence && isLevel(level);
};

/** The percentage before, or the one that other differences were told of already (超全市23.6个百分点，超全省26.5%). */
function rateBefore(page: Page, figure: Figure): Figure | undefined {
  let at = figure.index - 1;
  while (page.figures[at]?.sort === 'points' && page.figures[at]?.sentence === figure.sentence) at--;
  return page.figures[at];
}

const LAW = '两个百分数之差用“个百分点”';

/** Without a note all is well. */
const unit = (figures: readonly Figure[], formula: string, note: string): Relation =>
  remark({
    type: 'unit_pp',
    words: figures.map((figure) => ({ span: spanOf(figure), quote: figure.reading.quote })),
    formula,
    print: 'points',
    verdict: note === '' ? 'consistent' : 'inconsistent',
    weight: 'wording',
    note,
  });

/** 占比达32%，比上年提高2%: the difference of two percentages is counted in 个百分点, a growth of one would be said so. */
function percentForPoints(page: Page, figure: Figure): Relation | undefined {
  const before = rateBefore(page, figure);
  const isChange =
    figure.sort === 'part' && figure.reading.kind === 'yoy_growth' && /(?:提高|提升|上升|下降|降低|高于|低于)了?$/.test(figure.lead);
  const isDifference = isPercentBeyond(figure);
  if (
    (!isChange && !isDifference) ||
    before === undefined ||
    (!isRateLike(before) && !(isDifference && before.sort === 'part')) ||
    (isChange && isOwnGrowth(page, figure, before)) ||
    before.sentence !== figure.sentence ||
    (isChange && isInBracketOfLevel(page, figure, before)) ||
    // 1.7%，低于全省平均2.2%: no share lies further below than it is high, so it is the other rate itself.
    (/低/.test(figure.lead) && isRateLike(before) && figure.value.absolute().isMoreThan(before.value)) ||
    (figure.clause - before.clause !== figure.index - before.index && !(figure.clause === before.clause && OF_BASE.test(before.lead)))
  )
    return undefined;
  const note = `${valueText(before)}与${valueText(figure)}同为百分数，二者之差应写作“${valueText(figure).replace(/[%％]$/, '')}个百分点”；如指相对增幅，应写明“增长”`;
  return unit([before, figure], LAW, note);
}

function pointsForPercent(page: Page, figure: Figure): Relation | undefined {
  const level = growsByPoints(page, figure);
  if (level === undefined) return undefined;
  const note = `${valueText(level)}是数量，其增长应写作“${valueText(figure).replace(/个?百分点$/, '')}%”；百分点只用于两个百分数之差`;
  return unit([level, figure], '数量的增长用百分数，不用“个百分点”', note);
}

export function pointUnits(page: Page): Relation[] {
  const points = page.figures.filter(({ sort }) => sort === 'points');
  return [
    ...(points.length > 0 ? [unit(points, LAW, '')] : []),
    ...page.figures.flatMap((figure) => [pointsForPercent(page, figure), percentForPoints(page, figure)].flatMap((one) => one ?? [])),
  ];
}
