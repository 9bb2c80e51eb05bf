// A share told before its part and its whole: 研发费用占收入的4.2%，其中收入50亿元，研发费用2.1亿元.
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel } from './find.ts';
import { judge } from './judge.ts';
import { coreOf } from './names.ts';
import { isKin, rateName } from './rates.ts';
import type { Relation } from './relation.ts';

const CALLS =
  /(?:^|[，。；：:])(?<part>[一-龥A-Za-z&]{2,12})占(?<whole>[一-龥A-Za-z&()（）]{2,14}?)(?:的)?(?:比重|比例|比)?(?:的)?(?:为|达到?|约)?$/;
const NEXT = 4;

const bears = ({ name, lead }: Figure, called: string): boolean => {
  const core = coreOf(called);
  const clause = (lead.split(/[，；：:]/).at(-1) ?? '').replace(/^其中/, '');
  return (
    core.length >= 2 &&
    (name.endsWith(core) || core.endsWith(name) || clause.startsWith(called) || called.endsWith(clause)) &&
    clause !== ''
  );
};

function ahead(page: Page, share: Figure): Relation | undefined {
  const { part, whole } = CALLS.exec(share.before)?.groups ?? {};
  if (share.sort !== 'part' || part === undefined || whole === undefined || !hasHappened(share) || share.inTable !== null) return undefined;
  const next = page.figures
    .slice(share.index + 1, share.index + 1 + NEXT)
    .filter((one) => one.sentence === share.sentence && isLevel(one) && hasHappened(one));
  const top = next.find((one) => bears(one, part) && !bears(one, whole));
  const bottom = next.find((one) => bears(one, whole) && !bears(one, part));
  if (top === undefined || bottom === undefined || top.sort !== bottom.sort) return undefined;
  const formula = `${valueText(top)} ÷ ${valueText(bottom)}`;
  return judge({ type: 'share', members: [top, bottom], stated: share, formula, compute: over, bond: 'sure' }, page.figures);
}

/** 通过率82.5%，申报400家，通过330家: the two counts of a rate follow it. */
function rateAhead(page: Page, rate: Figure): Relation | undefined {
  if (rate.sort !== 'part' || rate.inTable !== null || !hasHappened(rate) || rateName(rate).length < 2) return undefined;
  const [a, b] = page.figures.slice(rate.index + 1, rate.index + 3);
  const fits = [a, b].every((one) => one?.sentence === rate.sentence && isLevel(one) && hasHappened(one) && one.sort === 'count');
  if (!fits || a === undefined || b === undefined || a.reading.unit !== b.reading.unit || a.clause - rate.clause !== 1) return undefined;
  if (page.figures[rate.index - 1]?.sentence === rate.sentence || b.clause - a.clause !== 1 || /；/.test(a.lead + b.lead)) return undefined;
  const [top, bottom] = a.value.isLessThan(b.value) ? [a, b] : [b, a];
  if (!isKin(rate, top)) return undefined;
  const formula = `${valueText(top)} ÷ ${valueText(bottom)}`;
  return judge({ type: 'rate', members: [top, bottom], stated: rate, formula, compute: over, bond: 'named' }, page.figures);
}

export const sharesAhead = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => [ahead(page, figure), rateAhead(page, figure)].flatMap((one) => one ?? []));
