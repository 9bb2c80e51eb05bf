// Shares: the part is what the sentence counted last, the whole is named before 其中, or by the share itself, or counted for the wider place.

import { type Claim, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInParagraph, beforeInSentence, bestNamed, hasHappened, isLevel, periodsAgree, subjectOf } from './find.ts';
import { implied, judge } from './judge.ts';
import { coreOf } from './names.ts';
import { isWider, type Place, placeIn } from './places.ts';
import { holdsWhole, quotientOf } from './range.ts';
import type { Relation } from './relation.ts';

const OUTPUT = /GDP|生产总值/;
/** 占比 of a branch, and the words between 占 and its measure. */
const WHOLE = /占([^，。；、]{0,24}?)(?:的?(?:比重|比例|份额|百分比)|的|总数|总量|总额|比)?(?:达到|达|为|约|近|超过|分别为|分别)*$/;

const wholeWords = ({ lead }: Figure): string | undefined => WHOLE.exec(lead)?.[1];

interface Whole {
  readonly figure: Figure;
  readonly bond: Claim['bond'];
}

const canContain = (part: Figure, whole: Figure): boolean => isLevel(whole) && whole.sort === part.sort && whole.index !== part.index;

const AMONG = /其中|(?:当|之)中/;

/** 共有A家，其中B家…，占…: the figure before the nearest 其中 between the two, or before the sentence that 其中 opens. */
function wholeBeforeAmong(page: Page, part: Figure, place: Place | undefined): Whole | undefined {
  const earlier = beforeInSentence(page, part);
  const opens = [part, ...earlier].findIndex(({ lead }) => AMONG.test(lead));
  if (opens < 0) return undefined;
  const opening = [part, ...earlier][opens];
  const startsSentence = opening !== undefined && /^其中/.test(opening.before.trim());
  const figure = startsSentence
    ? firstOfSentenceBefore(page, opening, part)
    : earlier.slice(opens).find((other) => canContain(part, other));
  if (figure === undefined) return undefined;
  // 占全市 binds to the whole only where the whole is said to be the city's.
  const isOfPlace = place === undefined || placeIn(figure.lead) === place;
  return { figure, bond: isOfPlace ? 'sure' : 'likely' };
}

/** What the sentence before told first: the total that 其中 divides. */
function firstOfSentenceBefore(page: Page, opening: Figure, part: Figure): Figure | undefined {
  const last = page.figures[opening.index - 1];
  if (last === undefined || last.paragraph !== part.paragraph) return undefined;
  return page.figures.find((other) => other.sentence === last.sentence && canContain(part, other) && other.value.isAtLeast(part.value));
}

/** 全市规上企业828家，有机构的269家，占规上企业的32%: a figure before that bears the name of the whole. */
function wholeByName(page: Page, part: Figure, words: string): Whole | undefined {
  const core = coreOf(words.replace(/总数|总量|总额|全部|所/g, ''));
  if (core.length < 2) return undefined;
  const bears = (other: Figure): boolean =>
    canContain(part, other) && other.place === part.place && (other.name.endsWith(core) || core.endsWith(other.name));
  const inSentence = beforeInSentence(page, part).find(bears);
  if (inSentence !== undefined) return { figure: inSentence, bond: 'sure' };
  const figure = beforeInParagraph(page, part).find(bears);
  return figure === undefined ? undefined : { figure, bond: 'likely' };
}

/** 占全省的28%: the same thing counted for the province, wherever it stands. */
function wholeOfWiderPlace(page: Page, part: Figure, words: string): Whole | undefined {
  const place = placeIn(words);
  if (place === undefined || !isWider(place, part.place)) return undefined;
  const candidates = page.figures.filter(
    (other) =>
      canContain(part, other) &&
      other.place === place &&
      other.value.isAtLeast(part.value) &&
      hasHappened(other) &&
      periodsAgree(part, other),
  );
  const figure = bestNamed(candidates, part, part, ['same', 'like', 'kin']);
  return figure === undefined ? undefined : { figure, bond: 'likely' };
}

function wholeOf(page: Page, share: Figure, part: Figure): Whole | undefined {
  const words = wholeWords(share) ?? share.reading.of ?? '';
  const place = placeIn(words);
  if (place !== undefined && isWider(place, part.place)) return wholeOfWiderPlace(page, part, words);
  return wholeByName(page, part, words) ?? (isOfAnother(words) ? undefined : wholeBeforeAmong(page, part, place));
}

/** 占营业收入的: a whole with a name of its own that no figure before bears. */
const isOfAnother = (words: string): boolean =>
  coreOf(words.replace(/总数|总量|总额|全部|其/g, '')).length >= 2 && placeIn(words) === undefined;

/** A count over a printed share must be a whole number of something. */
function isImpossible(part: Figure, share: Figure): boolean {
  if (part.sort !== 'count' || part.reading.bound !== 'exact' || share.reading.bound !== 'exact') return false;
  const whole = quotientOf(part.range, share.range);
  return whole !== undefined && part.value.isWhole() && part.value.isPositive() && !holdsWhole(whole);
}

function shareAlone(part: Figure, share: Figure): Relation | undefined {
  const formula = `${valueText(part)} ÷ ${valueText(share)}`;
  const found = implied(
    'implied_total',
    [part, share],
    formula,
    ([a, b]) => a && b && quotientOf(a, b),
    '总量',
    part.sort === 'money' ? 'money' : 'number',
  );
  if (found === undefined || !isImpossible(part, share)) return found;
  return { ...found, verdict: 'inconsistent', weight: 'error', note: `没有任何整数的总量能使${valueText(part)}占${valueText(share)}` };
}

const isShare = ({ reading, sort, lead }: Figure): boolean =>
  sort === 'part' &&
  (reading.kind === 'share' || (reading.kind === 'ratio' && /占[^，。；]*$/.test(lead))) &&
  !OUTPUT.test(lead) &&
  reading.measure !== 'rule';

/** Every share that stands behind a count or an amount. */
export function shares(page: Page): Relation[] {
  const found: (Relation | undefined)[] = [];
  for (const share of page.figures) {
    if (!isShare(share) || !hasHappened(share)) continue;
    const part = subjectOf(page, share);
    if (part === undefined || !isLevel(part) || share.clause - part.clause > 3 || isNewTopic(share)) continue;
    const whole = wholeOf(page, share, part);
    if (whole === undefined) found.push(isOfAnother(wholeWords(share) ?? '') ? undefined : shareAlone(part, share));
    else
      found.push(
        judge(
          {
            type: 'share',
            members: [part, whole.figure],
            stated: share,
            formula: `${valueText(part)} ÷ ${valueText(whole.figure)}`,
            compute: ([a, b]) => a && b && quotientOf(a, b),
            bond: whole.bond,
          },
          page.figures,
        ),
      );
  }
  return found.filter((relation) => relation !== undefined);
}

/** 规上企业中有研发活动的占比58%: the clause names its own part, so the count before it is another matter. */
const isNewTopic = ({ lead }: Figure): boolean => {
  const clause = lead.split(/[，；：]/).at(-1) ?? '';
  return /^[^占]*[一-龥]{4,}[^占]*占/.test(clause.replace(/^(?:其中|分别|约|数量|总量|金额|总额|均)+/, ''));
};
