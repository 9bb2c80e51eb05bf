// Parts told in a sentence of their own (其中，企业经费76亿元；高校经费6亿元。) or on the lines behind 其中：, within the total told before.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import { areApart, areLikelyApart } from './classes.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isAmount, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { clauseOf } from './named-rows.ts';
import { exceeds, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { withinWhole } from './remark.ts';

const OPENS = /(?<=^|[。！？\n])\s*其中[，,：:、]?[ \t]*\n?|其中[：:]\s*\n/g;
const MOST_PARTS = 40;

const isTold = (figure: Figure): boolean => isLevel(figure) && hasHappened(figure) && isAmount(figure);

/** The first figures behind each 其中 that opens a sentence or a row of lines. */
function openings(page: Page): { readonly first: number; readonly isRow: boolean }[] {
  const found: { readonly first: number; readonly isRow: boolean }[] = [];
  let next = 0;
  for (const block of page.blocks)
    for (const match of block.text.matchAll(OPENS)) {
      const at = page.toPoints(block.at[match.index + match[0].length - 1] ?? 0);
      while (next < page.figures.length && (page.figures[next]?.reading.rawStart ?? 0) <= at) next++;
      if (next < page.figures.length) found.push({ first: next, isRow: match[0].includes('\n', 2) });
    }
  return found;
}

/** The first figure of each part (；) or line, until a full stop; a later one tells more of the same part. */
function partsFrom(page: Page, first: number, isRow: boolean, whole: Figure): Figure[] {
  const found: Figure[] = [];
  let last: Figure | undefined;
  for (let i = first; i < page.figures.length && found.length < MOST_PARTS; i++) {
    const figure = page.figures[i];
    if (figure === undefined || (last !== undefined && figure.sentence - last.sentence > (isRow ? 1 : 0))) break;
    if (figure.part === last?.part) {
      last = figure;
      continue;
    }
    // A line of another shape is no further part.
    if (!isTold(figure) || !unitsFit(figure, whole)) break;
    found.push(figure);
    last = figure;
  }
  return found;
}

/** The greatest amount of the sentence before: what exceeds it exceeds them all. */
function wholeBefore(page: Page, first: Figure): Figure | undefined {
  const last = page.figures[first.index - 1];
  if (last === undefined || first.sentence - last.sentence > FAR) return undefined;
  const sentence = page.figures.slice(Math.max(0, first.index - 12), first.index).filter((figure) => figure.sentence === last.sentence);
  return sentence
    .filter((figure) => isTold(figure) && unitsFit(figure, first) && figure.reading.unit === first.reading.unit)
    .sort((a, b) => b.value.compare(a.value))[0];
}

const NAME = 4;

/** 有效发明专利9386件。按人口412万人计算，每万人22.75件。其中，高价值发明专利…: the greatest of the paragraph, where its name ends as the part's. */
function wholeOfParagraph(page: Page, first: Figure): Figure | undefined {
  const [whole] = page.figures
    .slice(Math.max(0, first.index - 16), first.index)
    .filter((one) => one.paragraph === first.paragraph && isTold(one) && one.reading.unit === first.reading.unit)
    .sort((a, b) => b.value.compare(a.value));
  return whole !== undefined && suffix([clauseOf(whole), clauseOf(first)]) >= NAME ? whole : undefined;
}

/** 其中两区共244家: 城东区146家 is one of them, and not their whole. */
const isOneOfThem = (whole: Figure, part: Figure): boolean => {
  const kind = /其中，?[两二三四五六七八九十\d]+个?(区|县|市|州|镇|乡)[^，。；]*$/.exec(part.before)?.[1];
  return kind !== undefined && clauseOf(whole).endsWith(kind);
};

/** 申报企业5家；申报奖项5项。其中，…6家: where the last part of the sentence tells another thing, 其中 may divide that. */
function isOfLastPart(page: Page, part: Figure, whole: Figure): boolean {
  const last = page.figures[part.index - 1];
  return (
    last !== undefined && last.part !== whole.part && isTold(last) && last.sort === whole.sort && last.reading.unit !== part.reading.unit
  );
}

/** Characters between the total and its parts, at most. */
const FAR = 120;

/** 项目支出占支出预算的4%。其中：…占支出预算的78%: both are parts of what their shares call. */
function areSiblings(page: Page, part: Figure, whole: Figure): boolean {
  const wholeOf = ({ index }: Figure): string | null => {
    const share = page.figures[index + 1];
    return share?.reading.kind === 'share' ? share.reading.of : null;
  };
  return (wholeOf(part) !== null && wholeOf(part) === wholeOf(whole)) || haveOneWhole(page, part, whole);
}

/** 占全省成交额比重达45%, and of the next cut 占全省总额的60%: shares of one whole place behind both. */
function haveOneWhole(page: Page, part: Figure, whole: Figure): boolean {
  const placeOf = ({ index, sentence }: Figure): string | undefined => {
    const share = page.figures.slice(index + 1, index + 4).find((one) => one.reading.kind === 'share' && one.sentence === sentence);
    return /占(?:到|据)?(全[国省市县区])[^，。；]*$/.exec(share?.lead ?? '')?.[1];
  };
  return placeOf(part) !== undefined && placeOf(part) === placeOf(whole);
}

/** 国家高新区新增机构10个，省级高新区新增机构22个: classes of one row, told one behind the other. */
function rowFrom(page: Page, first: number, whole: Figure): Figure[] {
  const found: Figure[] = [];
  for (const figure of page.figures.slice(first, first + MOST_PARTS)) {
    if (figure.sentence !== page.figures[first]?.sentence || !isTold(figure) || !unitsFit(figure, whole)) break;
    found.push(figure);
  }
  return found.length >= 2 && areApart(found) && suffix(found.map(({ name }) => name)) >= 2 ? found : [];
}

const amongWhole = (part: Figure, whole: Figure): Relation =>
  withinWhole(part, whole, `其中的${valueText(part)}大于整体${valueText(whole)}`);

/** 接待费72万元。主要用于…，其中外事接待费75万元: the total stands in the sentence before, the part bears its name. */
function amongLater(page: Page): Relation[] {
  return page.figures.flatMap((part) => {
    const whole = page.figures[part.index - 1];
    if (
      whole === undefined ||
      !/^[^。；]+，其中(?:包括|包含)?[^，。；\d]*$/.test(part.before) ||
      !isTold(part) ||
      !isTold(whole) ||
      COMPARED.test(part.lead)
    )
      return [];
    const isNext = whole.paragraph === part.paragraph && whole.sentence < part.sentence && part.sentence - whole.sentence <= FAR;
    if (!isNext || whole.reading.unit !== part.reading.unit || part.inTable !== null || !bearsName(part.name, whole.name)) return [];
    return [amongWhole(part, whole)];
  });
}

/** 增幅高于东部30家: what is compared with is no part. */
const COMPARED = /(?:高于|低于|快于|慢于|超过|比)[^，。；\d]{0,16}$/;
const HEAD = 3;
const bearsName = (part: string, whole: string): boolean => whole.length >= HEAD && part.includes(whole.slice(-HEAD));

const suffix = (names: readonly string[]): number => {
  const [first = ''] = names;
  let n = 0;
  while (n < first.length && names.every((name) => name.at(-1 - n) === first.at(-1 - n))) n++;
  return n;
};

export const amongSentences = (page: Page): Relation[] => [...amongOpenings(page), ...amongLater(page)];

function amongOpenings(page: Page): Relation[] {
  return openings(page).flatMap(({ first, isRow }) => {
    const figure = page.figures[first];
    if (figure === undefined || !isTold(figure) || COMPARED.test(figure.lead)) return [];
    const whole = wholeOfParagraph(page, figure) ?? wholeBefore(page, figure);
    if (whole === undefined || isOneOfThem(whole, figure)) return [];
    if (areSiblings(page, figure, whole) || isOfLastPart(page, figure, whole)) return [];
    const row = rowFrom(page, first, whole);
    const parts = row.length > 0 ? row : partsFrom(page, first, isRow, whole);
    const tooBig = parts.filter((part) => exceeds(part.range, whole.range));
    if (tooBig.length > 1) return [];
    const within = parts.map((part) => amongWhole(part, whole));
    const sum = totalOf(parts.map(({ range }) => range));
    const isRowOfKinds =
      parts.length >= 2 &&
      suffix(parts.map(({ name }) => name)) >= 2 &&
      // 预算收入、税收总收入: totals of their own are counted over each other.
      !parts.some(({ name }) => /总(?:收入|支出|额|量|数)|税收/.test(name)) &&
      (figure.sort === 'money' || row.length > 0 || areLikelyApart(parts));
    const isNear = Rational.sum(parts.map(({ value }) => value)).isAtMost(whole.value.times(2));
    if (tooBig.length > 0 || !isRowOfKinds || !isNear || !exceeds(sum, whole.range)) return within;
    const filled = judge(
      { type: 'sum', members: parts, stated: whole, formula: parts.map(valueText).join(' + '), compute: totalOf, bond: 'named' },
      page.figures,
    );
    return filled === undefined ? within : [filled];
  });
}
