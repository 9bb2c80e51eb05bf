// What was added in the year is not more than all that there is at its end: 累计建成38家 and 全年新建40家 of one name.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, hasHappened, isAmount, isLevel, namesLike, periodsAgree } from './find.ts';
import { exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { partOfWhole, remark, wordsOf } from './remark.ts';

const ADDED = /(?:新增|新建|新认定|新获批|新培育|新备案|净增|新设立|新组建)[^，。；、\d]*$/;
const STOCK = /(?:累计|共有|拥有|现有|已有|总数|保有|共建有|建有)[^，。；、\d]*$/;
const SHORTEST = 4;
const FAR = 4;

/** 新建星创天地 may be read as 建星创天地. */
const areOneThing = (a: Figure, b: Figure): boolean =>
  namesLike(a, b) === 'same' || (b.name.endsWith(a.name) && b.name.length - a.name.length <= 1);

const isCount = (figure: Figure): boolean =>
  isLevel(figure) &&
  figure.sort === 'count' &&
  isAmount(figure) &&
  figure.reading.bound === 'exact' &&
  hasHappened(figure) &&
  figure.inTable === null;

/** 由8家增至11家，新增3家: of the new ones some may have gone since, so that they are no fewer than what was gained. */
function newBesidePair(page: Page, added: Figure): Relation[] {
  const [from, to] = [page.figures[added.index - 2], page.figures[added.index - 1]];
  const isPair =
    from !== undefined &&
    to !== undefined &&
    [from, to].every(
      (one) =>
        one.sentence === added.sentence &&
        isCount({ ...one, reading: { ...one.reading, kind: 'level' } }) &&
        one.reading.unit === added.reading.unit,
    );
  if (
    !isPair ||
    !/^，(?:其中)?新增了?$/.test(added.lead) ||
    !/(?:从(?![事业])|由)[^，。；]*$/.test(from.lead) ||
    !/(?:到|至)[^，。；]*$/.test(to.lead)
  )
    return [];
  const gain = to.value.minus(from.value);
  if (!gain.isPositive()) return [];
  const fails = added.range.high?.isLessThan(gain) ?? false;
  return [
    remark({
      type: 'change',
      words: [to, from, added].map(wordsOf),
      formula: `${valueText(to)} − ${valueText(from)} ≤ ${valueText(added)}`,
      computed: gain,
      stated: added.value,
      verdict: fails ? 'inconsistent' : 'consistent',
      note: fails ? `新增${valueText(added)}少于前后两数之差，请核对三个数` : '',
    }),
  ];
}

const withinStock = (page: Page, added: Figure): Relation[] => {
  if (!isCount(added) || !ADDED.test(added.lead) || added.name.length < SHORTEST || /申报|申请|受理|签订/.test(added.lead)) return [];
  const stock = around(page.figures, added).find(
    (other) =>
      isCount(other) &&
      STOCK.test(other.lead) &&
      !ADDED.test(other.lead) &&
      other.reading.unit === added.reading.unit &&
      other.place === added.place &&
      Math.abs(other.index - added.index) <= FAR &&
      other.sentence !== added.sentence &&
      areOneThing(other, added) &&
      periodsAgree(other, added),
  );
  if (stock === undefined) return [];
  const isMore = exceeds(added.range, stock.range);
  return [
    partOfWhole(added, stock, isMore ? 'inconsistent' : 'consistent', isMore ? `新增的${valueText(added)}多于总数${valueText(stock)}` : ''),
  ];
};

export const newWithinStock = (page: Page): Relation[] =>
  page.figures.flatMap((added) => [...withinStock(page, added), ...newBesidePair(page, added)]);
