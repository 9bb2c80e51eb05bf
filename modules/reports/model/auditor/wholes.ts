// The wholes that a share may be of: named before 其中, named by the share itself, counted for the wider place, or of the part's own kind.

import { indicatorNamed } from '../reader/lexicon/indicators.ts';
import { calledBy } from './called-wholes.ts';
import type { Claim } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import {
  around,
  beforeInSentence,
  beforeInText,
  bestNamed,
  hasHappened,
  isLevel,
  namesLike,
  periodsAgree,
  runOf,
  unitsFit,
} from './find.ts';
import { namedRows } from './named-rows.ts';
import { coreOf } from './names.ts';
import { isAverage } from './other-base.ts';
import { isWider, type Place, placeIn } from './places.ts';

export interface Whole {
  readonly figure: Figure;
  readonly bond: Claim['bond'];
}

/** A whole is not less than its part, unless one of them is misprinted. */
const mayHold = (whole: Figure, part: Figure): boolean => whole.value.times(2).isAtLeast(part.value);

/** The words between 占 and its measure; under 分别占甲和乙的 those of the same turn. */
export function wholeWords(page: Page, share: Figure): string {
  const { position, length } = runOf(page, share);
  const first = page.figures[share.index - position] ?? share;
  const words =
    /占([^，。；]{0,24}?)(?:的?(?:比重|比例|份额|百分比)|的|比)?(?:达到|达|为|约|近|超过|分别为|分别)*$/.exec(first.lead)?.[1] ??
    share.reading.of ??
    '';
  const turns = words.split(/和|、|与|及/);
  return length > 1 && turns.length === length ? (turns[position] ?? words) : words;
}

const OF_LAST_YEAR = /(?:上年|去年|上一年|前一年|同期)[^，。；]*$/;
/** Last year's column or clause holds no part of this year's. */
export const areOfOneYear = (part: Figure, whole: Figure): boolean =>
  OF_LAST_YEAR.test(part.lead + part.name) === OF_LAST_YEAR.test(whole.lead + whole.name);

const canContain = (part: Figure, whole: Figure): boolean =>
  isLevel(whole) &&
  // 完成90亿元的任务: what was aimed at holds no part of what was done.
  (whole.reading.kind !== 'target' || part.reading.kind === 'target') &&
  unitsFit(part, whole) &&
  // 项目平均投资4亿元: what each has holds no part of what all have.
  (!isAverage(whole) || isAverage(part)) &&
  whole.index !== part.index &&
  areOfOneYear(part, whole);

const AMONG = /其中|(?:当|之)中/;

/** 共有A家，其中B家…，占…: the figure before the nearest 其中 between the two, or before the sentence that 其中 opens. */
function wholeBeforeAmong(page: Page, part: Figure, place: Place | undefined): Whole | undefined {
  const earlier = beforeInSentence(page, part);
  const row = [part, ...earlier];
  const opens = row.findIndex(({ lead }) => AMONG.test(lead));
  const opening = row[opens];
  if (opening === undefined) return undefined;
  const startsSentence = /^其中/.test(opening.before.trim());
  const figure = startsSentence
    ? firstOfSentenceBefore(page, opening, part)
    : earlier.slice(opens).find((other) => canContain(part, other));
  if (figure === undefined) return undefined;
  // 占全市 binds to the whole only where the whole is said to be the city's.
  const isOfPlace = place === undefined || placeIn(figure.lead) === place;
  return { figure, bond: isOfPlace ? 'sure' : 'likely' };
}

const ROW = 3;
/** 甲区146家、乙区98家、丙县71家: one of many is the whole of none. */
const isInRow = (page: Page, figure: Figure): boolean =>
  namedRows(page).some((row) => row.length >= ROW && row.some((item) => item.figures[0] === figure));

/** What the sentence before told first: the total that 其中 divides; what it told as the end of the year goes before. */
function firstOfSentenceBefore(page: Page, opening: Figure, part: Figure): Figure | undefined {
  const last = page.figures[opening.index - 1];
  if (last === undefined || last.paragraph !== part.paragraph) return undefined;
  const able = around(page.figures, part).filter(
    (other) => other.sentence === last.sentence && canContain(part, other) && other.value.isAtLeast(part.value),
  );
  const whole = able.find(({ lead }) => /(?:年末|期末|年底|保有)[^，。；]*$/.test(lead)) ?? able[0];
  return whole !== undefined && isInRow(page, whole) ? undefined : whole;
}

/** 全国筹集经费189亿元。其中，政府拨款150亿元，占…: of the place of the sentence before. */
const opensAfter = (page: Page, part: Figure, whole: Figure): boolean =>
  /^其中[，：:]?[^，。；\d]*$/.test(part.before.trim()) && part.paragraph === whole.paragraph && part.place === page.home;

const MEASURE = /^(?:研发)?(?:经费|投入|支出|产值|总产值|增加值|营业收入|收入|成交额|合同额|金额|投资|资金)$/;
const LEAST_NAME = 4;

/** 规模以上工业企业98亿元 in a passage of research spending is what 规模以上工业企业研发经费 calls. */
const isBareName = (other: Figure, core: string): boolean =>
  other.sort === 'money' &&
  other.name.length >= LEAST_NAME &&
  core.startsWith(other.name) &&
  MEASURE.test(core.slice(other.name.length)) &&
  other.lead.endsWith(other.name);

/** 全市规上企业828家，有机构的269家，占规上企业的32%: a figure before that bears the name of the whole. */
function wholeByName(page: Page, part: Figure, words: string, row: ReadonlySet<number>): Whole[] {
  const core = calledBy(words);
  if (core.length < 2) return [];
  const isAble = (other: Figure): boolean => canContain(part, other) && !isOfLastYearsRow(page, other);
  const bears = (other: Figure): boolean =>
    isAble(other) &&
    (other.place === part.place || opensAfter(page, part, other)) &&
    (other.name.endsWith(core) ||
      other.name === words ||
      other.reading.indicator.endsWith(core) ||
      (other.name.length >= 2 && core.endsWith(other.name)) ||
      isBareName(other, core));
  const id = indicatorNamed(core)?.id;
  const isKin = (other: Figure): boolean =>
    id !== undefined && other.reading.indicatorId === id && isAble(other) && other.place === part.place;
  const inSentence = beforeInSentence(page, part).find(
    (other) => bears(other) && !row.has(other.index) && !(/累计/.test(part.lead) && !/累计|总/.test(other.lead)),
  );
  if (inSentence !== undefined) {
    // 国家高新区收入7831亿元，省级高新区收入6146亿元，…占高新区收入: the whole is neither of them.
    const rival = beforeInSentence(page, part).find((other) => other !== inSentence && bears(other) && !row.has(other.index));
    const isKindOf = ({ name }: Figure): boolean => name !== core && name.endsWith(core);
    const isEither = rival !== undefined && isKindOf(inSentence) && isKindOf(rival) && rival.name !== inSentence.name;
    return isEither ? [] : [{ figure: inSentence, bond: 'sure' }];
  }
  const further = beforeInText(page, part)
    .filter((other) => (bears(other) || isKin(other)) && mayHold(other, part) && periodsAgree(part, other))
    .map((figure): Whole => ({ figure, bond: bears(figure) ? 'named' : 'likely' }));
  // A period is often inferred: a whole of another one may still speak for the share.
  const others = beforeInText(page, part)
    .filter((other) => bears(other) && mayHold(other, part) && !periodsAgree(part, other))
    .map((figure): Whole => ({ figure, bond: 'likely' }));
  return further.length > 0 ? [...further, ...others] : companions(page, part, core);
}

/** 吸纳合同8024项，成交额428亿元 … 分别占吸纳合同的22%和51%: the amount told with the count that bears the name. */
function companions(page: Page, part: Figure, core: string): Whole[] {
  const named = beforeInText(page, part).find((other) => isLevel(other) && other.sort !== part.sort && other.name.endsWith(core));
  const beside = named === undefined ? undefined : page.figures[named.index + 1];
  const fits =
    beside !== undefined && beside.sentence === named?.sentence && canContain(part, beside) && beside.value.isAtLeast(part.value);
  return fits ? [{ figure: beside, bond: 'likely' }] : [];
}

/** 占全省的28%: the same thing counted for the province, wherever it stands. */
function wholeOfWiderPlace(page: Page, part: Figure, place: Place): Whole[] {
  const candidates = around(page.figures, part).filter(
    (other) => canContain(part, other) && other.place === place && mayHold(other, part) && hasHappened(other) && periodsAgree(part, other),
  );
  const figure = bestNamed(candidates, part, part, ['same', 'like', 'kin']);
  if (figure === undefined) return [];
  // 吸纳合同额428亿元 and 合同额750亿元 of one province: another may speak for the share.
  const others = candidates
    .filter((other) => other !== figure && (namesLike(other, part) !== 'other' || part.paragraph === other.paragraph))
    .map((other): Whole => ({ figure: other, bond: 'likely' }));
  return [{ figure, bond: namesLike(figure, part) === 'same' ? 'named' : 'likely' }, ...others];
}

/** 上年三类经费分别为5亿元、14亿元和96亿元: the whole run is last year's. */
const isOfLastYearsRow = (page: Page, figure: Figure): boolean => {
  const { position } = runOf(page, figure);
  return OF_LAST_YEAR.test(page.figures[figure.index - position]?.before ?? '') && (position > 0 || OF_LAST_YEAR.test(figure.before));
};

/** 登记技术合同7941项 … 企业登记的技术合同6968项，占比87.7%: the total of the part's own kind, told before. */
function wholeOfKind(page: Page, part: Figure): Whole[] {
  return beforeInText(page, part)
    .filter(
      (other) =>
        canContain(part, other) &&
        other.place === part.place &&
        other.value.isMoreThan(part.value) &&
        hasHappened(other) &&
        !isOfLastYearsRow(page, other),
    )
    .filter(({ name }) => name.length >= 3 && part.name.endsWith(name) && name !== '')
    .map((figure): Whole => ({ figure, bond: 'likely' }));
}

export interface Wholes {
  readonly wholes: readonly Whole[];
  /** The share names its whole, so that no other can be meant. */
  readonly isNamed: boolean;
}

const SHORTEST = 3;

/** 占全市规上工业: a place alone names no other thing, a place with a name does. */
const isOfAnother = (words: string): boolean => {
  const core = coreOf(words.replace(/总数|总量|总额|全部|其|所/g, ''));
  return core.length >= (placeIn(words) === undefined ? 2 : SHORTEST);
};

/** The other parts of a row (甲、乙、丙 … 分别占) are none of its wholes. */
function rowOf(page: Page, share: Figure): ReadonlySet<number> {
  const { length } = runOf(page, share);
  if (length < 2) return new Set();
  return new Set(
    beforeInSentence(page, share)
      .filter(isLevel)
      .slice(0, length)
      .map(({ index }) => index),
  );
}

const REST = 3;

/** 税收收入15348万元，占收入的90%；非税收入1708万元，占收入的10%: what has a share of that same whole itself is another part of it. */
export function hasSameWhole(page: Page, share: Figure, { index, sentence }: Figure): boolean {
  const words = runOf(page, share).length > 1 ? '' : wholeWords(page, share);
  if (words === '') return false;
  for (const other of page.figures.slice(index + 1, index + 1 + REST)) {
    if (other.sentence !== sentence || isLevel(other)) return false;
    if (other.sort === 'part' && /占[^，。；]*$/.test(other.lead)) return wholeWords(page, other) === words;
  }
  return false;
}

export function wholesOf(page: Page, share: Figure, part: Figure): Wholes {
  const row = rowOf(page, share);
  const found = anyWholes(page, share, part, row);
  const isOther = (figure: Figure): boolean =>
    row.has(figure.index) || (figure.sentence === part.sentence && hasSameWhole(page, share, figure));
  return { ...found, wholes: found.wholes.filter(({ figure }) => !isOther(figure)) };
}

function anyWholes(page: Page, share: Figure, part: Figure, row: ReadonlySet<number>): Wholes {
  const words = wholeWords(page, share);
  const place = placeIn(words);
  if (place !== undefined && isWider(place, part.place)) return { wholes: wholeOfWiderPlace(page, part, place), isNamed: false };
  const byName = wholeByName(page, part, words, row);
  if (byName.length > 0) return { wholes: byName, isNamed: true };
  if (isOfAnother(words)) return { wholes: [], isNamed: true };
  const among = wholeBeforeAmong(page, part, place);
  return { wholes: among === undefined ? wholeOfKind(page, part) : [among], isNamed: false };
}
