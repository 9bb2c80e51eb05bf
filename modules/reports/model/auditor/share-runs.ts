// Shares told in turn of the parts before them (三者所占比重依次为4.8%、11.6%和83.6%): each is its part over the whole, or over all of them.
import { Rational } from '#kernel/exact/rational.ts';
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, hasHappened, isComparedWith, isLevel, runOf, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { canBeEqual, pointRange, quotientOf, totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const OPENS =
  /(?:[二两三四五六七八九]者|[二两三四五六七八九](?:类|项|个|种|大)[^，。；、\d]{0,8}|上述[^，。；\d]{0,8}|各)(?:所占|占)?[^，。；、\d]{0,12}(?:比重|占比|比例|占[^，。；\d]{0,10})(?:依次|分别)(?:为|是|达)?$/;
const REACH = 16;

/** As many levels of one unit as there are shares, each the first of its own part or clause, right before. */
function partsBefore(page: Page, first: Figure, length: number): readonly Figure[] {
  const found: Figure[] = [];
  for (const figure of beforeInText(page, first, REACH)) {
    if (found.length === length || figure.paragraph !== first.paragraph) break;
    if (figure.sort === 'part' || figure.sort === 'points' || figure.reading.kind === 'change' || figure.reading.measure === 'set_size')
      continue;
    // 基础研究2.2亿元，比上年的1.7亿元增长20%: last year's are none of the three.
    if (isComparedWith(figure)) continue;
    if (!isLevel(figure) || !hasHappened(figure) || (found[0] !== undefined && !unitsFit(figure, found[0]))) break;
    found.unshift(figure);
  }
  return found.length === length ? found : [];
}

/** Told before them: of which most of the shares hold. */
function wholeBefore(page: Page, parts: readonly Figure[], shares: readonly Figure[]): Figure | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const kept = (whole: Figure): number =>
    parts.filter((part, i) => {
      const quotient = quotientOf(part.range, whole.range);
      return quotient !== undefined && shares[i] !== undefined && canBeEqual(quotient, shares[i].range);
    }).length;
  return beforeInText(page, first, REACH).find(
    (other) =>
      isLevel(other) &&
      unitsFit(other, first) &&
      parts.every(({ value }) => value.isLessThan(other.value)) &&
      kept(other) * 2 > parts.length,
  );
}

function sharesInTurn(page: Page, first: Figure): Relation[] {
  if (first.sort !== 'part' || first.inTable !== null || !OPENS.test(first.before.slice(-40))) return [];
  const { position, length } = runOf(page, first);
  if (position !== 0 || length < 2) return [];
  const shares = page.figures.slice(first.index, first.index + length);
  const parts = partsBefore(page, first, length);
  if (parts.length === 0) return [];
  const whole = wholeBefore(page, parts, shares);
  const isAll = canBeEqual(totalOf(shares.map(({ range }) => range)), pointRange(Rational.one));
  if (whole === undefined && !isAll) return [];
  const below = whole === undefined ? `(${parts.map(valueText).join(' + ')})` : valueText(whole);
  return parts.flatMap((part, i) => {
    const stated = shares[i];
    if (stated === undefined) return [];
    return (
      judge(
        {
          type: 'share',
          members: whole === undefined ? [part, ...parts.filter((one) => one !== part)] : [part, whole],
          stated,
          formula: `${valueText(part)} ÷ ${below}`,
          compute: whole === undefined ? ([own, ...others]) => own && over([own, totalOf([own, ...others])]) : over,
          bond: 'named',
        },
        page.figures,
      ) ?? []
    );
  });
}

export const shareRuns = (page: Page): Relation[] => page.figures.flatMap((figure) => sharesInTurn(page, figure));
