// Sums of some of a row told after it: 居前三位的合计829亿元, 甲、乙两个行业合计414亿元, 其余七市共254亿元.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, isComparedWith, isExactLevel, periodsAgree, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { numberOf } from './lists.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const REACH = 60;
const MOST = 40;

const isTold = (figure: Figure): boolean =>
  isExactLevel(figure) && figure.inTable === null && !isComparedWith(figure) && !/(?:上年|去年|同期)[^，。；]*$/.test(figure.lead);

const clauseOf = ({ lead }: Figure): string => (lead.split(/[，；。、：:\n]/).at(-1) ?? '').trim();

const sumClaim = (page: Page, parts: readonly Figure[], stated: Figure): Relation | undefined =>
  judge({ type: 'sum', members: parts, stated, formula: parts.map(valueText).join(' + '), compute: totalOf, bond: 'named' }, page.figures);

/** Figures that follow each other in one sentence, each with a name of its own, of one unit. */
function rowsBefore(page: Page, figure: Figure): readonly (readonly Figure[])[] {
  const rows: Figure[][] = [];
  for (const one of [...beforeInText(page, figure, REACH)].reverse()) {
    if (one.sort === 'part' || one.sort === 'points' || one.reading.kind === 'rank') continue;
    const open = rows.at(-1);
    const fits =
      isTold(one) &&
      unitsFit(one, figure) &&
      one.reading.unit === figure.reading.unit &&
      clauseOf(one).length >= 2 &&
      !/合计|共/.test(one.lead);
    if (!fits) rows.push([]);
    else if (open !== undefined && open.length > 0 && open[0]?.sentence === one.sentence) open.push(one);
    else rows.push([one]);
  }
  return rows.filter((row) => row.length > 0 && row.length <= MOST);
}

const TOP =
  /(?:居|排|位居|位列)?前(?<count>[二两三四五六七八九十]|\d{1,2})(?:位|名)?的?[^，。；、\d]{0,8}(?:合计|共计|共|总计|之和)(?:为|达到?|占|完成|实现)*[^，。；\d]{0,8}$/;

/** 居前三位的领域合计803亿元: the three greatest of the row told before. */
function ofFirst(page: Page, stated: Figure): Relation | undefined {
  // 前3位的县（市、区）合计: what a bracket explains parts no words.
  const words = TOP.exec(stated.before.slice(-60).replaceAll(/[(（][^()（）]{0,12}[)）]/g, ''))?.groups?.count;
  if (words === undefined || !isTold(stated)) return undefined;
  const count = numberOf(words);
  const row = rowsBefore(page, stated).findLast((one) => one.length > count);
  if (row === undefined || row.at(-1) === undefined || stated.paragraph !== row.at(-1)?.paragraph) return undefined;
  const named = row.filter((one) => !/其他|其余|其它/.test(clauseOf(one)));
  const first = [...named].sort((a, b) => b.value.compare(a.value)).slice(0, count);
  const isNear = Rational.sum(first.map(({ value }) => value))
    .times(2)
    .isAtLeast(stated.value);
  return first.length === count && isNear ? sumClaim(page, first, stated) : undefined;
}

const NAMED =
  /(?:^|[，。；：:\n])(?:其中，?)?(?<names>[^，。；：:\d\n]{2,60}?)(?:[二两三四五六七八九十]|\d{1,2})?(?:个|大|家|项|类|种)?(?<kind>行业|领域|地区|县区|县市|产业|区县|部门|市|县|区|地|镇|乡|单位)?(?:合计|共计|总计)(?:完成|实现|达到?|为)?[^，。；、\d]{0,6}$/;
const SHORTEST = 2;
const LONGEST = 14;
/** 产值居前三位的甲、乙、丙合计, 增速较快的甲和乙合计: what is said of the names before they are called. */
const INTRODUCED = /^[^、]*(?:前[两二三四五六七八九十\d]+[位名]?|最[大多高快]|较[大多高快]|领先|靠前|为主|突出)的/;

/** The value told of a name in its paragraph or the one before: the clause begins with the name. */
function figureOf(page: Page, name: string, stated: Figure): Figure | undefined {
  return beforeInText(page, stated, REACH).find((one) => {
    if (!isTold(one) || !unitsFit(one, stated) || one.reading.unit !== stated.reading.unit || !periodsAgree(one, stated)) return false;
    const clause = clauseOf(one).replace(/^(?:其中|依次是|分别是|的依次是)/, '');
    return (
      clause === name ||
      // 开发 among 技术开发, 技术转让 and 技术服务.
      (clause.length - name.length === SHORTEST && clause.endsWith(name)) ||
      (clause.startsWith(name) &&
        /^(?:[市县区镇乡]|产业|行业|领域|产值|成交额?|经费|收入)*(?:达到?|为|完成|实现)?$/.test(clause.slice(name.length)))
    );
  });
}

/** The figures of all names, of one paragraph; undefined where one of them isn't told. */
function partsNamed(page: Page, words: string, stated: Figure): readonly Figure[] | undefined {
  const names = words
    .replace(INTRODUCED, '')
    .split(/、|和|与|及/)
    .map((name) => name.trim());
  if (names.length < 2 || names.some((name) => name.length < SHORTEST || name.length > LONGEST)) return undefined;
  const parts = names.flatMap((name) => figureOf(page, name, stated) ?? []);
  const areOfOne =
    new Set(parts.map(({ index }) => index)).size === names.length && parts.every(({ paragraph }) => paragraph === parts[0]?.paragraph);
  return areOfOne ? parts : undefined;
}

/** 甲、乙两个行业合计414亿元: the values of both, told before; the 区 of 甲区、乙区 may belong to the last name. */
function ofNamed(page: Page, stated: Figure): Relation | undefined {
  const { names, kind = '' } = (isTold(stated) && NAMED.exec(stated.before)?.groups) || {};
  if (names === undefined || /等$/.test(names)) return undefined;
  const parts = partsNamed(page, names + kind, stated) ?? partsNamed(page, names, stated);
  return parts && sumClaim(page, parts, stated);
}

const BY_KIND =
  /(?:^|[，。；：:\n])(?:其中，?)?(?<count>[两二三四五六七八九十]|\d{1,2})个?(?<kind>区|县|市|州|镇|乡|街道|园区)(?:合计|共计|共有?|总计|之和)(?:完成|实现|达到?|为)?[^，。；、\d]{0,6}$/;

/** 两区合计244家: those of the row whose names end so, where they are as many. */
function ofKind(page: Page, stated: Figure): Relation | undefined {
  const { count, kind } = (isTold(stated) && BY_KIND.exec(stated.before.slice(-40))?.groups) || {};
  if (count === undefined || kind === undefined) return undefined;
  const row = rowsBefore(page, stated).findLast((one) => one.some((part) => clauseOf(part).endsWith(kind)));
  if (row === undefined || row[0]?.paragraph !== stated.paragraph) return undefined;
  const parts = row.filter((part) => clauseOf(part).endsWith(kind));
  return parts.length === numberOf(count) && parts.length < row.length ? sumClaim(page, parts, stated) : undefined;
}

export const namedSubtotals = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => [ofFirst(page, figure) ?? ofNamed(page, figure) ?? ofKind(page, figure)].flatMap((one) => one ?? []));
