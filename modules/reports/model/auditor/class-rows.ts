// Classes of one announced count in a row (承担9项，超额完成6项、完成1项、未完成2项，完成率77.8%): all of them make the count, and those done are the rate's.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isExactLevel } from './find.ts';
import { judge } from './judge.ts';
import { quotientOf, totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const CLASS =
  /(?:^|[，、；：:(（])(?:其中，?)?(?<manner>超额|提前|按期|如期|全面|基本|部分|逾期|已|正在|未|尚未|没有|未能|不)?(?<deed>完成|达标|通过|合格|办结|整改|验收)(?:的)?(?:有|为)?$/;
const DENIED = /未|没有|不|正在|部分/;
const LEAST = 3;
const MOST = 6;
/** Where the count stands that the row divides. */
const BACK = 2;

interface Member {
  readonly figure: Figure;
  readonly deed: string;
  readonly isDone: boolean;
}

function memberOf(figure: Figure | undefined): Member | undefined {
  if (figure === undefined || !isExactLevel(figure) || figure.sort !== 'count' || figure.inTable !== null) return undefined;
  const { manner = '', deed } = CLASS.exec(figure.lead)?.groups ?? {};
  return deed === undefined ? undefined : { figure, deed, isDone: !DENIED.test(manner) };
}

/** The classes before the last one and itself, joined one to the other and of one deed; empty where they are fewer than three. */
function rowUntil(page: Page, last: Figure): readonly Member[] {
  const row: Member[] = [];
  for (let at = last.index; row.length < MOST; at--) {
    const member = memberOf(page.figures[at]);
    const [next] = row;
    const isJoined = next === undefined || (/^[、和及]/.test(next.figure.lead) && member?.figure.sentence === next.figure.sentence);
    if (member === undefined || !isJoined || (next !== undefined && !areOfOne(member, next))) break;
    row.unshift(member);
  }
  return row.length >= LEAST && row.some(({ isDone }) => !isDone) && row.some(({ isDone }) => isDone) ? row : [];
}

const areOfOne = (a: Member, b: Member): boolean => a.deed === b.deed && a.figure.reading.unit === b.figure.reading.unit;

/** A class beside others of its row is no whole of theirs. */
export const isInClassRow = (page: Page, last: Figure, one: Figure): boolean => rowUntil(page, last).some(({ figure }) => figure === one);

/** 承担的9项任务: the count told right before the row, in its sentence or the one before. */
function announced(page: Page, { figure: first }: Member): Figure | undefined {
  for (let at = first.index - 1; at >= first.index - BACK; at--) {
    const one = page.figures[at];
    if (one === undefined || one.paragraph !== first.paragraph) return undefined;
    if (isExactLevel(one) && one.reading.unit === first.reading.unit && one.sort === 'count') return one;
  }
  return undefined;
}

function sumOf(page: Page, row: readonly Member[]): Relation | undefined {
  const [first] = row;
  const whole = first && announced(page, first);
  const members = row.map(({ figure }) => figure);
  const formula = members.map(valueText).join(' + ');
  return whole && judge({ type: 'sum', members, stated: whole, formula, compute: totalOf, bond: 'named' }, page.figures);
}

/** 完成率: those done in whatever manner, over all of the row. */
function rateOf(page: Page, row: readonly Member[], rate: Figure | undefined): Relation | undefined {
  const [last] = row.slice(-1);
  if (rate === undefined || last === undefined || rate.sentence !== last.figure.sentence || rate.sort !== 'part' || !hasHappened(rate))
    return undefined;
  if (!new RegExp(`${last.deed}率(?:达到?|为)?$`).test(rate.lead)) return undefined;
  const done = row.filter(({ isDone }) => isDone).map(({ figure }) => figure);
  const rest = row.filter(({ isDone }) => !isDone).map(({ figure }) => figure);
  return judge(
    {
      type: 'rate',
      members: [...done, ...rest],
      stated: rate,
      formula: `(${done.map(valueText).join(' + ')}) ÷ (${row.map(({ figure }) => valueText(figure)).join(' + ')})`,
      compute: (ranges) => quotientOf(totalOf(ranges.slice(0, done.length)), totalOf(ranges)),
      bond: 'sure',
    },
    page.figures,
  );
}

/** The rate is told of a row of classes, and not of two of them. */
export const isRateOfRow = (page: Page, rate: Figure): boolean => {
  const [last] = beforeInSentence(page, rate);
  return last !== undefined && rate.index - last.index === 1 && rowUntil(page, last).length > 0;
};

export const classRows = (page: Page): Relation[] =>
  page.figures.flatMap((last) => {
    const next = page.figures[last.index + 1];
    // The longest row only.
    if (memberOf(next) !== undefined && next?.sentence === last.sentence && /^[、和及]/.test(next.lead)) return [];
    const row = rowUntil(page, last);
    return row.length === 0 ? [] : [sumOf(page, row), rateOf(page, row, next)].flatMap((one) => one ?? []);
  });
