// One fact told twice in nearly the same words with two numbers: the same clause before the number, the same unit behind it.
import { printOf, valueText } from './claim.ts';
import { areNearlySame, areSameDigits } from './digit-slips.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn, periodsAgree, townOf } from './find.ts';
import { isAkin } from './likeness.ts';
import { canBeEqual } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, roundedBy, wordsOf } from './remark.ts';
import { isSlip } from './repeats.ts';
import { sameTerm } from './terms.ts';

const FILLERS =
  /全[国省市县区]|[我本][省市县区]|目前|今年|全年|当年|本年度?|年度|以来|截至|共计|共有|累计|达到?|约|超过?|突破|虽然|虽|但|其中|已|为|共|有|了|的|[\s“”"（）()]/g;
const SHORTEST = 6;
const LONG = 10;
const OF_ANOTHER = /上年|去年|同期|目标|力争|计划|预计|预期|确保|到20\d\d年|十[三四五]五|较|比|由|从|其余|另/;

/** What the clause says before its number. */
const sayingOf = ({ before }: Figure): string =>
  (before.split(/[，。；：:、！？\n]/).at(-1) ?? '')
    .replace(/^[(（]?[一二三四五六七八九十\d]{1,3}[)）.．是]/, '')
    .replace(FILLERS, '')
    .replace(/(?:19|20)\d\d年?/g, '');

const tailOf = ({ tail }: Figure): string => tail.replace(/[\s，。；、)）]/g, '').slice(0, 4);

const isSaid = ({ reading, before, sort, inTable }: Figure): boolean =>
  (reading.kind === 'level' || reading.kind === 'rank' || reading.kind === 'share' || reading.kind === 'ratio') &&
  sort !== 'points' &&
  reading.bound === 'exact' &&
  inTable === null &&
  !OF_ANOTHER.test(
    before
      .split(/[。；\n]/)
      .at(-1)
      ?.slice(-30) ?? '',
  );

const keyOf = (figure: Figure, saying: string): string =>
  [saying, figure.reading.status, figure.reading.unit ?? '', figure.sort, figure.reading.kind, townOf(figure), figure.place].join('|');

const isExchanged = (a: Figure, b: Figure): boolean => {
  const [x, y] = [digitsIn(a), digitsIn(b)];
  return x.length >= 3 && x !== y && isSlip(a, b) && areSameDigits(x, y);
};

/** The figure before or behind is said again with its number: the passage is the same. */
const isCopied = (page: Page, a: Figure, b: Figure): boolean =>
  [-1, 1].some((step) => {
    const [x, y] = [page.figures[a.index + step], page.figures[b.index + step]];
    return x !== undefined && y !== undefined && x.reading.raw === y.reading.raw && sayingOf(x) === sayingOf(y) && sayingOf(x).length >= 4;
  });

function differs(page: Page, a: Figure, b: Figure, saying: string): boolean {
  if (a.reading.kind === 'rank') return saying.length >= 4;
  if (isCopied(page, a, b)) return true;
  const isLong = saying.length >= LONG;
  if (isLong && tailOf(a).length >= 3 && tailOf(a) === tailOf(b)) return true;
  return isSlip(a, b) || (isLong && areNearlySame(digitsIn(a), digitsIn(b)));
}

const said = (a: Figure, b: Figure, fails: boolean): Relation =>
  remark({
    type: a.reading.kind === 'rank' ? 'rank' : 'duplicate',
    words: [wordsOf(a), wordsOf(b)],
    formula: '同一事实的两处数值相等',
    computed: a.value,
    stated: b.value,
    print: printOf(b),
    tolerance: roundedBy(a, b),
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `几乎相同的两句话，一处为${valueText(a)}，一处为${valueText(b)}，请核对哪一处为准` : '',
  });

/** Of what is said of many (each county's 新增高新技术企业), no two are one fact. */
const MOST_SAID = 2;

function sameWords(page: Page): Relation[] {
  const groups = new Map<string, { readonly saying: string; readonly figures: Figure[] }>();
  for (const figure of page.figures) {
    if (!isSaid(figure)) continue;
    const saying = sayingOf(figure);
    if (saying.length < (figure.reading.kind === 'rank' ? 4 : SHORTEST)) continue;
    const key = keyOf(figure, saying);
    const group = groups.get(key) ?? { saying, figures: [] };
    if (group.figures.length <= MOST_SAID) group.figures.push(figure);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ saying, figures: [a, b, more] }) => {
    if (a === undefined || b === undefined || more !== undefined || a.sentence === b.sentence) return [];
    if (!periodsAgree(a, b) || !sameTerm(a, b)) return [];
    const equal = canBeEqual(a.range, b.range);
    return equal || differs(page, a, b, saying) ? [said(a, b, !equal)] : [];
  });
}

const TELLING = 4;

/** 8个高新区实现产值783.36亿元, and 9个高新区实现产值783.36亿元: the number of those whose telling amount is the same. */
function ofOneAmount(page: Page): Relation[] {
  const seen = new Map<string, Figure>();
  return page.figures.flatMap((amount) => {
    const count = page.figures[amount.index - 1];
    const noun = count === undefined || count.sentence !== amount.sentence ? '' : (/^[一-龥]{3,10}/.exec(count.tail)?.[0] ?? '');
    if (count?.sort !== 'count' || amount.sort !== 'money' || digitsIn(amount).length < TELLING || count.reading.bound !== 'exact')
      return [];
    if (noun.length < 3 || count.clause !== amount.clause || /新增|其中/.test(count.lead)) return [];
    const key = `${amount.reading.raw}|${count.reading.unit}`;
    const before = seen.get(key);
    const isOne = before !== undefined && sameBeginning(before.tail, count.tail) >= 3;
    seen.set(key, count);
    return isOne && before.sentence !== count.sentence ? [said(before, count, !before.value.equals(count.value))] : [];
  });
}

function sameBeginning(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a.charAt(n) === b.charAt(n)) n++;
  return n;
}

const LATELY = 60;

/** 争取上级资金1.86亿元 and 争取上级科技资金1.68亿元: two digits exchanged under names that are akin. */
function exchangedDigits(page: Page): Relation[] {
  const seen = new Map<string, Figure[]>();
  const found: Relation[] = [];
  for (const figure of page.figures) {
    if (!isSaid(figure) || digitsIn(figure).length < 3) continue;
    const key = `${[...digitsIn(figure)].sort().join('')}|${figure.sort}|${figure.reading.kind}|${figure.reading.unit ?? ''}|${townOf(figure)}|${figure.place}`;
    const before = seen.get(key) ?? [];
    const other = before.find(
      (one) =>
        isExchanged(one, figure) &&
        one.sentence !== figure.sentence &&
        isAkin(one.name, figure.name) &&
        periodsAgree(one, figure) &&
        sameTerm(one, figure) &&
        (one.reading.measure === 'new') === (figure.reading.measure === 'new'),
    );
    if (other !== undefined) found.push(said(other, figure, true));
    seen.set(key, [...before.slice(-LATELY), figure]);
  }
  return found;
}

export const saidTwice = (page: Page): Relation[] => [...sameWords(page), ...ofOneAmount(page), ...exchangedDigits(page)];
