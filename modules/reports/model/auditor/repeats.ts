// The same thing stated twice, and one number standing for two things: what the whole document says of one name.

import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { indicatorNamed } from '../reader/lexicon/indicators.ts';
import { printOf, valueText } from './claim.ts';
import { areSlips } from './digit-slips.ts';
import type { Figure, Page } from './figure.ts';
import { areOfOneSize, isAmount, isLevel, isSetBeside, namesLike, periodsAgree, townOf, unitsFit } from './find.ts';
import { isAkin } from './likeness.ts';
import { canBeEqual } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, roundedBy, wordsOf } from './remark.ts';
import { sameTerm } from './terms.ts';

const digitsOf = ({ reading }: Figure): string =>
  (/\d[\d,.]*/.exec(reading.raw.normalize('NFKC').replaceAll(/[\s,]/g, ''))?.[0] ?? '').replace('.', '').replace(/^0+/, '');

/** Two numbers that a slip of the pen makes of one another: two digits exchanged, one digit changed, or a power of ten. */
export function isSlip(a: Figure, b: Figure): boolean {
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (x.length < LEAST_DIGITS || a.value.isZero() || b.value.isZero()) return false;
  const ratio = a.value.dividedBy(b.value).absolute();
  const [large, small] = ratio.isAtLeast(1) ? [ratio, ratio] : [Rational.one.dividedBy(ratio), ratio];
  if (!small.isZero() && [10, 100, 1000, 10_000].some((factor) => large.equals(factor))) return true;
  return areSlips(x, y, LEAST_DIGITS);
}

const LEAST_DIGITS = 3;

/** Names of fewer characters are said of many things. */
const TELLING = 5;

/** The figure before or behind is repeated with its value as well: the passage was copied, and this number was not. */
const isInCopiedPassage = (page: Page, first: Figure, second: Figure): boolean =>
  [-1, 1].some((step) => {
    const [a, b] = [page.figures[first.index + step], page.figures[second.index + step]];
    return a !== undefined && b !== undefined && a.name.length >= TELLING && keyOf(a) === keyOf(b) && a.value.equals(b.value);
  });

/** 由1049家增长到2054家, 上年为320家: what was there before is no second statement of what is there now. */
const isBase = ({ lead }: Figure): boolean => /(?:上年|去年|上一年|前一年|同期|由|从(?![事业])|基数|原来的?)[^，。；]*$/.test(lead);

/** The lexicon knows what is meant, so that 研发投入强度 and R&D经费占GDP比重 are one; else the name itself. */
const meantBy = ({ name, reading }: Figure): string => {
  const id = indicatorNamed(name)?.id;
  return id !== undefined && id === reading.indicatorId ? `#${id}` : name;
};

/** 四川省高新技术产业营业收入 in a paper of that province is what is called without its name elsewhere. */
function atHome(page: Page, figure: Figure): Figure {
  const { homeName } = page;
  if (homeName === '') return figure;
  const name = figure.name.startsWith(homeName) ? figure.name.slice(homeName.length) : figure.name;
  // 本市 by its own name is no town of its own.
  const reading = townOf(figure) === homeName ? { ...figure.reading, region: null } : figure.reading;
  return { ...figure, name, reading };
}

const keyOf = (figure: Figure): string =>
  [
    meantBy(figure),
    figure.place,
    townOf(figure),
    figure.sort,
    figure.reading.kind,
    figure.reading.of ?? '',
    figure.reading.measure === 'new' ? 'new' : '',
    figure.reading.status === 'actual' ? 'actual' : 'meant',
  ].join('|');

const FOUR_FIFTHS = Rational.of(4, 5);
const FIVE_QUARTERS = Rational.of(5, 4);

/** One indicator of the lexicon in one year, and values that are no mere mistake of scope: within a quarter of each other. */
function isOneThing(first: Figure, second: Figure): boolean {
  const [x, y] = [first.reading, second.reading];
  if (!meantBy(first).startsWith('#') || x.kind !== 'level' || x.period === null || x.period !== y.period) return false;
  if (!/^(?:19|20)\d\d$/.test(x.period) || first.value.isZero() || second.value.isZero()) return false;
  const ratio = first.value.dividedBy(second.value);
  return ratio.isAtLeast(FOUR_FIFTHS) && ratio.isAtMost(FIVE_QUARTERS) && isAlone(first) && isAlone(second);
}

const LONG_NAME = 8;

/** 复审验收跟踪项目66项 and 60项: a name so long is said of one thing, where neither number is one of a part or of what is new. */
const isOneByName = (first: Figure, second: Figure): boolean =>
  [...first.name].length >= LONG_NAME &&
  first.name === second.name &&
  first.sort === 'count' &&
  isAmount(first) &&
  first.reading.unit === second.reading.unit &&
  first.reading.measure === second.reading.measure &&
  first.reading.bound === 'exact' &&
  second.reading.bound === 'exact' &&
  areOfOneSize(first, second) &&
  isAlone(first) &&
  isAlone(second);

/** Neither a part (其中, 高新区) nor one of a row of places. */
const isAlone = ({ before, lead }: Figure): boolean =>
  !/其中|分别|[一-龥]{1,3}(?:县|区|镇|乡|街道)(?!域)[^，。；]*$|申报|入库|新增|净增/.test(lead) &&
  !/[县区](?:[^，。；]*，){0,2}$/.test(before.slice(-12));

/** 突破50亿元 is kept by 60亿元. */
const keeps = ({ reading, value }: Figure, other: Figure): boolean =>
  ((reading.bound === 'more_than' || reading.bound === 'at_least') && other.value.isAtLeast(value)) ||
  ((reading.bound === 'less_than' || reading.bound === 'at_most') && other.value.isAtMost(value));

const isCell = ({ inTable }: Figure): boolean => inTable !== null;

/** Of a cell only a time that both tell: two columns, or a column and a sentence, may be of different years or months. */
const isToldSame = (first: Figure, second: Figure): boolean =>
  !(isCell(first) || isCell(second)) || (first.reading.period !== null && first.reading.period === second.reading.period);

function verdictOf(page: Page, first: Figure, second: Figure): Relation['verdict'] {
  if (canBeEqual(first.range, second.range)) return 'consistent';
  if ((isCell(first) && isCell(second)) || !isToldSame(first, second)) return 'cannot tell';
  if (keeps(first, second) || keeps(second, first)) return 'consistent';
  if (isInCopiedPassage(page, first, second)) return 'inconsistent';
  if (first.reading.kind === 'rank') return 'inconsistent';
  return isSlip(first, second) || isOneThing(first, second) || isOneByName(first, second) ? 'inconsistent' : 'cannot tell';
}

function repeated(page: Page, first: Figure, second: Figure, verdict = verdictOf(page, first, second)): Relation {
  const notes: Readonly<Record<Relation['verdict'], string>> = {
    consistent: '',
    inconsistent: `同一指标前后不一：${valueText(first)}与${valueText(second)}`,
    'cannot tell': `名称相近而数值不同：${valueText(first)}与${valueText(second)}，口径或时点可能不同`,
  };
  return remark({
    type: first.reading.kind === 'rank' ? 'rank' : 'duplicate',
    words: [wordsOf(first), wordsOf(second)],
    formula: '同一指标的两处数值相等',
    computed: first.value,
    stated: second.value,
    print: printOf(first),
    tolerance: roundedBy(first, second),
    verdict,
    note: notes[verdict],
  });
}

/** 总量列全省第12位，增幅居全省第1位: what is ranked, by the words of the clause. */
const rankedBy = ({ lead, before }: Figure): string =>
  /(?:^|[，；：、])(?:其中|且|但|而)?([^，；：、\d]{1,12}?)(?:排名|排在|位居|位列|居|列|排|位)[^，；：、]*$/.exec(
    lead === '' ? before : lead,
  )?.[1] ?? '';

const MANNERS = /总量|规模|增[幅速长量]|占比|比重|份额|强度|水平|质量|[数质]量|指数|得分/g;

/** 在全国省会城市中居第8位, 居全国第一: among whom it is ranked. */
const SCOPES = /省会|副省级|计划单列|同类|西部|东部|中部|东北|长三角|珠三角|京津冀|地级|县级市|高新区|开发区|实验区|示范区|百强/;
const scopeOf = ({ lead, before }: Figure): string => (lead === '' ? before : lead).split(/[，；：]/).at(-1) ?? '';

/** The amount and its growth are two things, though one name may stand for both. */
function areRankedApart(a: Figure, b: Figure): boolean {
  if (SCOPES.exec(scopeOf(a))?.[0] !== SCOPES.exec(scopeOf(b))?.[0]) return true;
  // 研发投入强度增速: the last word is what is ranked.
  const [x, y] = [rankedBy(a).match(MANNERS)?.at(-1), rankedBy(b).match(MANNERS)?.at(-1)];
  return x !== y && (x !== undefined || y !== undefined);
}

const isSaid = (figure: Figure): boolean =>
  figure.reading.kind !== 'threshold' &&
  figure.reading.measure !== 'rule' &&
  figure.reading.kind !== 'change' &&
  !isBase(figure) &&
  !(isLevel(figure) && isSetBeside(figure));

export function duplicates(page: Page): Relation[] {
  const last = new Map<string, Figure>();
  const said = new Map<string, Figure>();
  const found: Relation[] = [];
  for (const named of page.figures) {
    const figure = atHome(page, named);
    if (!isSaid(figure)) continue;
    const key = keyOf(figure);
    const value = `${figure.place}|${figure.sort}|${figure.reading.kind}|${figure.reading.exact}`;
    const [before, equal] = [last.get(key), said.get(value)];
    last.set(key, figure);
    said.set(value, figure);
    if (before !== undefined && (figure.name.length >= TELLING || key.startsWith('#'))) found.push(...againstLast(page, before, figure));
    else if (equal !== undefined) found.push(...equalUnderOtherName(page, equal, figure));
  }
  return found;
}

function againstLast(page: Page, before: Figure, figure: Figure): Relation[] {
  if (before.sentence === figure.sentence || !periodsAgree(before, figure) || !sameTerm(before, figure)) return [];
  if (figure.reading.kind === 'rank' && areRankedApart(before, figure)) return [];
  const relation = repeated(page, before, figure);
  // Two targets, or two lists, that differ are no second statement of one.
  const isSecond =
    (figure.reading.status === 'actual' || (isSlip(before, figure) && before.reading.period === figure.reading.period)) &&
    figure.reading.measure !== 'set_size';
  return relation.verdict === 'consistent' || isSecond ? [relation] : [];
}

/** 申报高新技术企业1689家, and elsewhere 高新技术企业申报1689家: three digits that agree under names that say the same. */
function equalUnderOtherName(page: Page, before: Figure, figure: Figure): Relation[] {
  const isOne = namesLike(before, figure) !== 'other' || isAkin(before.name, figure.name);
  const fits = isOne && significant(figure) >= 3 && before.sentence !== figure.sentence && unitsFit(before, figure);
  return fits && periodsAgree(before, figure) ? [repeated(page, before, figure, 'consistent')] : [];
}

/** Four digits that count are not equal by chance as often as two are. */
const significant = ({ reading }: Figure): number =>
  (readDecimal(reading.exact) === undefined ? '' : reading.exact.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')).length;

export function copies(page: Page): Relation[] {
  const seen = new Map<string, Figure>();
  const found: Relation[] = [];
  for (const figure of page.figures) {
    if (significant(figure) < 4) continue;
    const key = `${figure.sort}|${figure.reading.exact.replace('-', '')}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, figure);
    else if (before.name !== figure.name && namesLike(before, figure) === 'other' && !isAkin(before.name, figure.name))
      found.push(
        remark({
          type: 'suspicious_copy',
          words: [wordsOf(before), wordsOf(figure)],
          formula: '两个不同指标的数值完全相同',
          computed: before.value,
          stated: figure.value,
          print: printOf(figure),
          verdict: 'cannot tell',
          note: `“${before.name}”与“${figure.name}”数值相同，请核对是否误抄`,
        }),
      );
  }
  return found;
}
