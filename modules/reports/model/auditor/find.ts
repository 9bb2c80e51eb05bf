// The questions that all finders ask of a page: which figures stand before, in the same sentence, of the same name, of the wider place.
import { type Figure, type Page, SIGHT } from './figure.ts';
import { type Likeness, likeness } from './names.ts';

/** The digits of a number as they are written, one after the other. */
export const digitsIn = ({ reading }: Figure): string => reading.raw.replace(/\D/g, '');

/** 每五人中有三人, 每四个村就有一个: a share in words, and no number of things. */
const OF_EACH = /每(?:[两二三四五六七八九十百]|\d{1,3})[^，。；\d]{1,12}?(?:中|里|就|便)?(?:就|便)?有(?:近|约|超过|不到)?$/;
export const isOfEach = ({ lead, before }: Figure): boolean => lead.slice(-4).includes('有') && OF_EACH.test(before.slice(-24));

export const isLevel = (figure: Figure): boolean => isMeasured(figure) && !isOfEach(figure);

const isMeasured = ({ reading, sort }: Figure): boolean =>
  (reading.kind === 'level' || reading.kind === 'target' || reading.kind === 'ratio') &&
  (sort === 'count' || sort === 'money' || sort === 'size') &&
  reading.measure !== 'set_size';

/** What is there by one number, neither bounded nor aimed at. */
export const isExactLevel = (figure: Figure): boolean =>
  isLevel(figure) && hasHappened(figure) && isAmount(figure) && figure.reading.bound === 'exact' && figure.value.isPositive();

/** What can be a part of something or its sum: an average (户均贷款, 每万人发明专利拥有量) is a level and no such amount. */
export const isAmount = ({ reading }: Figure): boolean => reading.kind === 'level' && reading.measure !== 'rate';

/** 项数, 成交额: whether things or money are spoken of; undefined where the words tell neither. */
export function sortCalled(words: string): 'count' | 'money' | undefined {
  if (/(?:[项家件户人个笔篇次总]|合同|企业|项目)数$|数量$/.test(words)) return 'count';
  return /(?:额|资金|经费|收入|投资|支出|产值|贷款|税收)$/.test(words) ? 'money' : undefined;
}

/** In per cent; in times or places it is another thing. */
export const isGrowthRate = ({ reading, sort }: Figure): boolean => sort === 'part' && reading.kind === 'yoy_growth';

/** A share, a ratio or a rate of anything but growth. */
export const isRateLike = ({ reading, sort }: Figure): boolean => sort === 'part' && reading.kind !== 'yoy_growth';

/** What has more figures than this is no sentence but a page without stops. */
const IN_SENTENCE = 200;
/** As far as figures of one report speak of each other; a longer text is several reports, or made to be slow. */
const AROUND = 400;

/** Figures on either side, in the order of the text. */
export const around = <F extends { readonly index: number }>(figures: readonly F[], { index }: { readonly index: number }): readonly F[] =>
  figures.length <= AROUND ? figures : figures.slice(Math.max(0, index - AROUND), index + AROUND + 1);

/** Figures before this one in its sentence, nearest first. */
export function beforeInSentence(page: Page, figure: Figure): Figure[] {
  const found: Figure[] = [];
  for (let i = figure.index - 1; i >= Math.max(0, figure.index - IN_SENTENCE); i--) {
    const other = page.figures[i];
    if (other === undefined || other.sentence !== figure.sentence) break;
    found.push(other);
  }
  return found;
}

/** 分别占49.5%和25.8%: the figure's place in its run and the run's length; a figure alone is a run of one. */
export function runOf(page: Page, figure: Figure): { readonly position: number; readonly length: number } {
  // 分别增长31.2%和下降8.3%: the second may go the other way.
  const joins = (later: Figure | undefined): boolean =>
    later !== undefined &&
    (/^(?:[、，]|和|与|及|以及)$/.test(later.lead.replace(/^[%‰]/, '')) ||
      (/^(?:、|和|与|及)(?:增长|下降|增加|减少|提高|上升)$/.test(later.lead) && /分别/.test(page.figures[later.index - 1]?.lead ?? '')));
  const alike = (a: Figure | undefined, b: Figure): boolean => a !== undefined && a.sentence === b.sentence && a.sort === b.sort;
  let first = figure.index;
  while (figure.index - first < IN_SENTENCE && alike(page.figures[first - 1], figure) && joins(page.figures[first])) first--;
  let last = figure.index;
  while (last - figure.index < IN_SENTENCE && alike(page.figures[last + 1], figure) && joins(page.figures[last + 1])) last++;
  // 成交额277.78亿元、221.69亿元，占总额的45.44%、36.27%: a row of levels before makes the second row a run without 分别.
  const isRun = /分别|依次/.test(page.figures[first]?.lead ?? '') || followsRow(page, first, last - first + 1);
  return isRun ? { position: figure.index - first, length: last - first + 1 } : { position: 0, length: 1 };
}

function followsRow(page: Page, first: number, length: number): boolean {
  const figure = page.figures[first];
  if (length < 2 || figure === undefined) return false;
  const row = beforeInSentence(page, figure).filter(isLevel).slice(0, length);
  if (row.length < length) return false;
  const opening = row.at(-1);
  const areBare = row.slice(0, -1).every(({ lead }) => /^[、和与及]$/.test(lead));
  // 先进制造163家、电子信息118家，占比为35.8%、25.9%: each with its name, and none before the first.
  return areBare || (row.slice(0, -1).every(({ lead }) => NAMED_NEXT.test(lead)) && !/^[、和与及]/.test(opening?.lead ?? ''));
}

const NAMED_NEXT = /^[、和与及][^，。；、：:()（）\d]{0,16}$/;

const ASIDE = /(?<=\d[^，。；、()（）]{0,8})[(（][^()（）]*[)）]/g;

/** 29项（甲11项、乙18项），占5.7%: the bracket right behind a number tells of its parts, and what follows is said of the number. */
export function outsideBrackets(figure: Figure, earlier: readonly Figure[]): readonly Figure[] {
  if (figure.before.length >= SIGHT) return earlier;
  const asides = [...figure.before.matchAll(ASIDE)].map(({ index, 0: text }) => ({ from: index, to: index + text.length }));
  return earlier.filter(({ before }) => !asides.some(({ from, to }) => before.length > from && before.length < to));
}

/** 比上年的17亿元增长10%, 比上年末的243家净增44家. */
const OVER = /(?:比|较)(?:上年|去年|上一年|前一年|年初|同期|(?:19|20)\d\d年)[^，。；、\d增减升降多少]*的$/;
/** (上年65.3亿元), 上年同期仅43.9亿元: by itself, with no word of what it is. */
const THEN =
  /(?:^|[，、；：(（])而?(?:上年|去年|上一年|前一年)(?:同期|年?[末底]|全年|[上下]半年|\d{1,2}月[末底]?)?数?(?:的|仅?为|是|仅|只有?|有|达到?|约)*$/;
/** 为上年12.36亿元的1.39倍: what the multiple is of. */
const TIMES = /(?:^|[，、；：(（])(?:已|约|仅)?(?:为|是|相当于)(?:上年|去年|上一年|前一年|上年同期|去年同期)的?$/;
/** 由78个增加到96个: the end that was left. */
const FROM = /(?:由|从(?![事业]))[^，。；、]{0,12}$/;
const REACHES = /^[一-龥]{0,4}[到至为]/;

/** What a number is compared with, and not what the sentence speaks of: no part, no whole, no subject of what follows. */
export const isComparedWith = ({ lead, tail }: Figure): boolean =>
  OVER.test(lead) || THEN.test(lead) || (TIMES.test(lead) && tail.startsWith('的')) || (FROM.test(lead) && REACHES.test(tail));

/** 上年23.4亿元、占4.1%: a share joined to last year's level is last year's. */
const isOfThen = (base: Figure, figure: Figure): boolean =>
  figure.reading.kind === 'share' && figure.index - base.index === 1 && THEN.test(base.lead) && figure.lead.startsWith('、');

/** 占地方财政收入120亿元的40%, 占预算2180万元的44%: what the level is a share of, and none itself. */
export const isSetBeside = ({ lead }: Figure): boolean => /占[^，。；]*$/.test(lead);

/** 当年新认定14个，比上年末的70个: a stock is no base of what came or went in the year. */
export const isStockBesideMove = (base: Figure, now: Figure): boolean =>
  /(?:年末|年底|年初)[^，。；]*$/.test(base.lead) &&
  /(?:新认定|新增|新获批|新建|新备案|新入|新纳入|迁[入出]|撤销|注销|退出)[^，。；]*$/.test(now.lead);

/** The level that a share, a rate of growth or a rank speaks of: the nearest before it, or under 分别 the one of the same turn. */
export function subjectOf(page: Page, figure: Figure): Figure | undefined {
  const run = runOf(page, figure);
  const levels = outsideBrackets(figure, beforeInSentence(page, figure)).filter(
    (other) =>
      (isLevel(other) && (!isComparedWith(other) || isOfThen(other, figure))) ||
      (other.reading.kind === 'change' && other.sort !== 'points' && other.sort !== 'rank'),
  );
  if (run.length === 1) return levels[0];
  // 下降的有2个市，降幅分别为3.5%、12.0%: so many are told of, each by its own.
  if (levels[0]?.sort === 'count' && levels[0].value.equals(run.length)) return undefined;
  const turn = levels.slice(0, run.length).reverse();
  return turn.length === run.length ? turn[run.position] : undefined;
}

export const yearOf = ({ reading }: Figure): number | null => {
  const found = /^((?:19|20)\d\d)$/.exec(reading.period ?? '');
  return found === null ? null : Number(found[1]);
};

/** Unless both years are known and differ. */
export const periodsAgree = (a: Figure, b: Figure): boolean => {
  const [x, y] = [a.reading.period, b.reading.period];
  const isKnown = (period: string | null) => period !== null && /^(?:19|20)\d\d/.test(period);
  return !isKnown(x) || !isKnown(y) || x === y;
};

export const hasHappened = ({ reading }: Figure): boolean => reading.status === 'actual' || reading.status === 'estimate';

/** The county or city by name that a figure is of: what is said of one is not said of another. */
export const townOf = ({ reading: { region } }: Figure): string =>
  region !== null && /[市县区旗]$/.test(region) && !/^[全我本各][市县区旗]$/.test(region) ? region : '';

/** Of one county and another, or of a county and its city; a city by its name may be what is elsewhere called 全市. */
const areApart = (a: string, b: string): boolean => a !== b && (a === '' || b === '' ? !/市$/.test(a || b) : true);

/** kin: the lexicon ties both to one indicator, though their words differ. */
export function namesLike(a: Figure, b: Figure): Likeness | 'kin' {
  if (areApart(townOf(a), townOf(b))) return 'other';
  const byName = likeness(a.name, b.name);
  if (byName !== 'other') return byName;
  return a.reading.indicatorId !== null && a.reading.indicatorId === b.reading.indicatorId ? 'kin' : 'other';
}

/** The nearest of the most alike: by the same name, then by a longer one, then by the lexicon. */
export function bestNamed(
  candidates: readonly Figure[],
  of: Figure,
  near: Figure,
  grades: readonly (Likeness | 'kin')[],
): Figure | undefined {
  const alike = candidates.flatMap((figure) => {
    const grade = grades.indexOf(namesLike(figure, of));
    return grade < 0 ? [] : [{ figure, grade }];
  });
  const closer = byDistance(near);
  return alike.sort((a, b) => a.grade - b.grade || closer(a.figure, b.figure))[0]?.figure;
}

/** Figures before this one, nearest first, as far as a reader remembers. */
export const beforeInText = (page: Page, figure: Figure, most = 48): Figure[] =>
  page.figures.slice(Math.max(0, figure.index - most), figure.index).reverse();

const PERSONS = /^(?:人|名|位|人次)$/;

/** 家 is no part of 项, 人 none of 家, 亩 none of 公顷; 个 may stand for any. */
export function unitsFit(a: Figure, b: Figure): boolean {
  const [x, y] = [a.reading.unit, b.reading.unit];
  if (a.sort !== b.sort) return false;
  if (x === null || y === null || x === y || x === '个' || y === '个') return true;
  return PERSONS.test(x) && PERSONS.test(y);
}

/** Within a quarter of each other: likely one thing told twice. */
export const areOfOneSize = (a: Figure, b: Figure): boolean =>
  a.value.times(4n).isAtMost(b.value.times(5n)) && b.value.times(4n).isAtMost(a.value.times(5n));

/** Nearest in the text first. */
export const byDistance =
  (from: Figure) =>
  (a: Figure, b: Figure): number =>
    Math.abs(a.index - from.index) - Math.abs(b.index - from.index);
