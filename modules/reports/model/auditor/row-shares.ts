// Shares of one of a row that fills what was told before (从类型看，甲280件，乙70件，丙50件，甲申请占总量的70%): the part is called by its name in the row.
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, beforeInText, isComparedWith, isExactLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { closes } from './loose-parts.ts';
import type { Relation } from './relation.ts';

/** No other whole is named than all of them. */
const SHARE =
  /^[，；](?<subject>[一-龥]{3,10}?)(?:所)?占(?:全[市省县区]|全部|其)?(?:的?(?:总量|总数|总额|申请总量|全部))?的?(?:比重|比例)?(?:达到?|为|约)?$/;
const REACH = 30;
const LEAST = 2;
const LONGEST_REST = 4;

const clauseOf = ({ lead }: Figure): string => lead.split(/[，；、：:]/).at(-1) ?? '';

/** The figures of one unit at the end of the sentence so far, each with a name of its own and nothing between. */
function rowBefore(page: Page, share: Figure): readonly Figure[] {
  const row: Figure[] = [];
  for (const one of beforeInSentence(page, share)) {
    const [next] = row;
    const fits = isExactLevel(one) && one.inTable === null && !isComparedWith(one) && clauseOf(one).length >= LEAST;
    if (!fits || (next !== undefined && one.reading.unit !== next.reading.unit)) break;
    row.unshift(one);
  }
  return row;
}

function ofRow(page: Page, share: Figure): Relation | undefined {
  const subject = share.sort === 'part' && share.reading.kind === 'share' ? SHARE.exec(share.lead)?.groups?.subject : undefined;
  if (subject === undefined) return undefined;
  const row = rowBefore(page, share);
  const called = row.filter((one) => subject.startsWith(clauseOf(one)) && subject.length - clauseOf(one).length <= LONGEST_REST);
  const [part] = called;
  if (row.length < LEAST || called.length !== 1 || part === undefined) return undefined;
  const whole = beforeInText(page, row[0] ?? part, REACH).find(
    (one) => isExactLevel(one) && !isComparedWith(one) && unitsFit(one, part) && one.place === part.place && closes(row, one),
  );
  const formula = whole && `${valueText(part)} ÷ ${valueText(whole)}`;
  return whole && formula
    ? judge({ type: 'share', members: [part, whole], stated: share, formula, compute: over, bond: 'sure' }, page.figures)
    : undefined;
}

export const rowShares = (page: Page): Relation[] => page.figures.flatMap((figure) => ofRow(page, figure) ?? []);
