// Numbers of several years in turn: which way they go (逐年增加), and how much they gained from the first to the last (两年净增200家).
import { minus, signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel, runOf } from './find.ts';
import { judge } from './judge.ts';
import { numberOf } from './lists.ts';
import { exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const TREND =
  /^[^。；\d]{0,16}?(?:逐年|连年|连续[两三四五]年|年年|持续|稳步|逐季|逐月)(?<word>增加|增长|上升|提高|递增|攀升|下降|减少|降低|递减|回落)/;
const RISES = /增|升|提高/;
const YEARS = /(?:19|20)\d\d年|[两三四五六]年|季度|\d月/;

/** All figures of the run that the figure ends: values told in turn of years or quarters. */
function rowEnding(page: Page, last: Figure): readonly Figure[] {
  const { position, length } = runOf(page, last);
  if (length < 3 || position !== length - 1) return [];
  const row = page.figures.slice(last.index - position, last.index + 1);
  const [first] = row;
  // 甲、乙、丙分别为… are things, not times.
  return first !== undefined && YEARS.test(first.before.slice(-60)) && row.every(hasHappened) ? row : [];
}

function trendOf(row: readonly Figure[], last: Figure): Relation | undefined {
  const word = TREND.exec(last.tail)?.groups?.word;
  if (word === undefined) return undefined;
  const rises = RISES.test(word);
  const wrong = row.find((one, i) => {
    const before = row[i - 1];
    return before !== undefined && (rises ? exceeds(before.range, one.range) : exceeds(one.range, before.range));
  });
  return remark({
    type: 'change',
    words: (wrong === undefined ? row : [row[row.indexOf(wrong) - 1] ?? wrong, wrong]).map(wordsOf),
    formula: row.map(valueText).join(rises ? ' ≤ ' : ' ≥ '),
    verdict: wrong === undefined ? 'consistent' : 'inconsistent',
    note: wrong === undefined ? '' : `文中说${word}，${valueText(wrong)}却不是；请核对数值或“${word}”`,
  });
}

const GAINED = /^，?(?<years>[两三四五六七八九十])年(?:间|来|里|累计|共)*(?:净?(?<word>增加|增|增长|减少))(?:了)?$/;

/** 320家、410家和520家，两年净增200家. */
function gainOf(page: Page, row: readonly Figure[], last: Figure): Relation | undefined {
  const change = page.figures[last.index + 1];
  const { years, word } = GAINED.exec(change?.lead ?? '')?.groups ?? {};
  const [first] = row;
  if (change === undefined || years === undefined || first === undefined || change.sentence !== last.sentence) return undefined;
  if (change.sort !== last.sort || change.reading.unit !== last.reading.unit || numberOf(years) !== row.length - 1 || !isLevel(last))
    return undefined;
  const stated = signedChange(change, word === '减少');
  const formula = `${valueText(last)} − ${valueText(first)}`;
  return judge({ type: 'change', members: [last, first], stated, formula, compute: minus, bond: 'sure' }, page.figures);
}

export const trends = (page: Page): Relation[] =>
  page.figures.flatMap((last) => {
    const row = last.inTable === null ? rowEnding(page, last) : [];
    return row.length === 0 ? [] : [trendOf(row, last), gainOf(page, row, last)].flatMap((one) => one ?? []);
  });
