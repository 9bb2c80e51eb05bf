// Shares: the part is what the sentence counted last, the whole is named before 其中, or by the share itself, or counted for the wider place.

import { type Claim, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, byDistance, hasHappened, isLevel, namesLike, periodsAgree, subjectOf } from './find.ts';
import { implied, judge } from './judge.ts';
import { coreOf } from './names.ts';
import { isWider, placeIn } from './places.ts';
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

/** 共有A家，其中B家…，占…: the figure before the nearest 其中 between the two. */
function wholeBeforeAmong(page: Page, part: Figure): Whole | undefined {
  const earlier = beforeInSentence(page, part);
  const opens = [part, ...earlier].findIndex(({ lead }) => /其中|(?:当|之)中/.test(lead));
  if (opens < 0) return undefined;
  const figure = earlier.slice(opens).find((other) => canContain(part, other));
  return figure === undefined ? undefined : { figure, bond: 'sure' };
}

/** 全市规上企业828家，有机构的269家，占规上企业的32%: a figure of the sentence that bears the name of the whole. */
function wholeByName(page: Page, part: Figure, words: string): Whole | undefined {
  const core = coreOf(words.replace(/总数|总量|总额|全部/g, ''));
  if (core.length < 2 || /^(?:的|比|达)*$/.test(core)) return undefined;
  const figure = beforeInSentence(page, part).find(
    (other) => canContain(part, other) && (other.name.includes(core) || core.includes(other.name)),
  );
  return figure === undefined ? undefined : { figure, bond: 'sure' };
}

/** 占全省的28%: the same thing counted for the province, wherever it stands. */
function wholeOfWiderPlace(page: Page, part: Figure, words: string): Whole | undefined {
  const place = placeIn(words);
  if (place === undefined || !isWider(place, part.place)) return undefined;
  const candidates = page.figures.filter(
    (other) => canContain(part, other) && other.place === place && hasHappened(other) && periodsAgree(part, other),
  );
  const same = candidates.filter((other) => namesLike(part, other) === 'same').sort(byDistance(part));
  const like = candidates.filter((other) => namesLike(part, other) === 'like').sort(byDistance(part));
  const figure = same[0] ?? like[0];
  return figure === undefined ? undefined : { figure, bond: 'likely' };
}

function wholeOf(page: Page, share: Figure, part: Figure): Whole | undefined {
  const words = wholeWords(share) ?? share.reading.of ?? '';
  const place = placeIn(words);
  if (place !== undefined && isWider(place, part.place)) return wholeOfWiderPlace(page, part, words);
  return wholeByName(page, part, words) ?? (isOfAnother(words) ? undefined : wholeBeforeAmong(page, part));
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
