// Sums: parts in brackets behind their whole, parts behind 其中, and parts before 合计; and that no part exceeds its whole.

import { Rational } from '#kernel/exact/rational.ts';
import { printOf, valueText } from './claim.ts';
import { areApart, areInTurn, areLikelyApart } from './classes.ts';
import type { Figure, Page } from './figure.ts';
import { isComparedWith, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { closes } from './loose-parts.ts';
import { isNearlyFilled } from './nearly-filled.ts';
import { isAverage } from './other-base.ts';
import { exceeds, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const isPart = (whole: Figure, part: Figure | undefined): part is Figure =>
  part !== undefined &&
  part.sentence === whole.sentence &&
  isLevel(part) &&
  !isComparedWith(part) &&
  unitsFit(part, whole) &&
  // 合同产值144亿元，其中某项目达产后预计年产值200亿元: what is expected is no part of what is.
  (part.reading.status === whole.reading.status || part.reading.status !== 'estimate');

const sumClaim = (page: Page, whole: Figure, parts: readonly Figure[]): Relation | undefined =>
  judge(
    { type: 'sum', members: parts, stated: whole, formula: parts.map(valueText).join(' + '), compute: totalOf, bond: 'sure' },
    page.figures,
  );

/** Parts that do not fill their whole, or say nothing of filling it. */
function within(page: Page, whole: Figure, parts: readonly Figure[], apart: boolean): Relation[] {
  const sum = totalOf(parts.map(({ range }) => range));
  const tooBig = parts.find((part) => exceeds(part.range, whole.range));
  // 基础研究14亿元，应用研究和试验发展分别为27亿元、199亿元: the names before 分别 stand beside the one told first.
  if (
    tooBig !== undefined &&
    /^，[^，。；]*[、和与及][^，。；]*分别[为是达]/.test(parts[0]?.lead ?? '') &&
    !/其中|当中|包[括含]/.test(parts[0]?.lead ?? '')
  )
    return [];
  if (tooBig !== undefined) {
    const note = `部分${valueText(tooBig)}大于整体${valueText(whole)}`;
    return [subset(whole, [tooBig], 'inconsistent', note)];
  }
  if (parts.length < 2) return [subset(whole, parts, 'consistent', '')];
  const filled = sumClaim(page, whole, parts);
  if (filled?.verdict === 'consistent' || (filled !== undefined && isNearlyFilled(whole, parts))) return [filled];
  if (!exceeds(sum, whole.range)) return [subset(whole, parts, 'consistent', '')];
  if ((apart || areInTurn(parts) || areLikelyApart(parts)) && filled !== undefined) return [filled];
  return [subset(whole, parts, 'cannot tell', '各部分之和大于整体，各部分可能有交叉')];
}

function subset(whole: Figure, parts: readonly Figure[], verdict: Relation['verdict'], note: string): Relation {
  return remark({
    type: 'subset',
    words: [...parts.map(wordsOf), wordsOf(whole)],
    formula: `${parts.map(valueText).join(' + ')} ≤ ${valueText(whole)}`,
    computed: Rational.sum(parts.map(({ value }) => value)),
    stated: whole.value,
    print: printOf(whole),
    verdict,
    note,
  });
}

interface Group {
  readonly parts: readonly Figure[];
  readonly isBracket: boolean;
  readonly isPartial: boolean;
}

/** A part of a row is short: a longer clause tells of something new. */
const SHORT = 18;
const MOST_PARTS = 200;
/** 新增3个（总数79个）: behind the new ones stands all of them. */
const TOTAL_IN_BRACKET = /[(（](?:总数|总量|总计|累计|共计?|目前|现有|达)[^()（）]*$/;
/** 172个（新增12个），其中: what 其中 divides stands before the bracket. */
const CLOSES_FIRST = /^[^(（]*[)）].*其中/;

/** The figures behind a whole that are its parts. */
function groupBehind(page: Page, whole: Figure): Group | undefined {
  const next = page.figures[whole.index + 1];
  if (!isPart(whole, next)) return undefined;
  const bracket = /^[^，。；(（)）]{0,12}[(（]([^)）]*)[)）]/.exec(whole.after);
  // The bracket opens right behind the whole, and not behind the next of a row.
  const inside =
    bracket !== null &&
    /[(（]/.test(next.lead) &&
    !TOTAL_IN_BRACKET.test(next.lead) &&
    whole.after.indexOf(next.reading.raw.replaceAll(/\s/g, '')) < (bracket[0]?.length ?? 0);
  const isAmong = /(?:其中|当中|包括|包含|分别(?:为|是))[^。]*$/.test(next.lead) && !CLOSES_FIRST.test(next.lead);
  if (!inside && !isAmong) return undefined;
  const budget = inside ? (bracket[0]?.length ?? 0) : Number.POSITIVE_INFINITY;
  const parts: Figure[] = [];
  let used = 0;
  for (let i = whole.index + 1; ; i++) {
    const part = page.figures[i];
    if (part === undefined || parts.length >= MOST_PARTS) break;
    used += part.lead.length + part.reading.raw.length;
    if (!isPart(whole, part) || used > budget) break;
    // 省级23名、县级35名，覆盖12个乡镇: what goes on in another unit is no further part.
    if (parts.length > 0 && part.reading.unit !== whole.reading.unit && parts.every(({ reading }) => reading.unit === whole.reading.unit))
      break;
    if (parts.length > 0 && (endsRow(part.lead, inside) || startsAnew(whole, parts, part))) break;
    // 其中新开工31个、续建53个，年内竣工26个: parts joined one to the other that fill their whole leave nothing for what follows.
    if (part.lead.startsWith('，') && isJoinedRow(parts) && closes(parts, whole)) break;
    parts.push(part);
  }
  const bracketText = bracket?.[1] ?? '';
  const isPartial = !inside || /其中|等(?!奖|级|次|额)|包括|^(?:获|已|通过|入选)/.test(bracketText) || mixesOthers(page, parts);
  return parts.length === 0 ? undefined : { parts, isBracket: inside, isPartial };
}

const isJoinedRow = (parts: readonly Figure[]): boolean =>
  parts.length >= 2 && parts.slice(1).every(({ lead }) => /^[、和及与]/.test(lead));

/** The words before a figure show that it is no further part: the bracket of parts has closed, or something else is told. */
function endsRow(lead: string, inside: boolean): boolean {
  const words = lead.replaceAll(/[(（][^()（）]*[)）]/g, '');
  if (inside ? /[)）]/.test(words) : /[(（)）]/.test(words)) return true;
  const last = words.split(/[，、；]/).at(-1) ?? '';
  return /其中|共|合计|总计|小计|累计|占|增长|带动|同时|此外|；/.test(words) || last.length > SHORT;
}

/** 其中国家级9家，在孵企业1130家: behind a comma, more than the whole and of no class of its row. */
const startsAnew = (whole: Figure, parts: readonly Figure[], part: Figure): boolean =>
  // 人才320人，其中国家级人才38人，省级人才280人: the thing is named again.
  !(
    part.reading.unit === whole.reading.unit &&
    whole.name.length >= 2 &&
    part.name.endsWith(whole.name.slice(-2)) &&
    part.value.isLessThan(whole.value.times(2))
  ) &&
  /^[^、]*，/.test(part.lead) &&
  part.value.isMoreThan(whole.value) &&
  !areApart([...parts, part]);

/** Figures of another sort stand among the parts. */
const mixesOthers = (page: Page, parts: readonly Figure[]): boolean => {
  const [first, last] = [parts[0], parts.at(-1)];
  return first !== undefined && last !== undefined && page.figures.slice(first.index, last.index + 1).length !== parts.length;
};

/** The parts of a row are named for other wholes than the last one (省级以上甲、省级以上乙，其中国家级甲、国家级乙). */
const isMixed = (page: Page, whole: Figure, parts: readonly Figure[]): boolean =>
  parts.length >= 2 && isLevelNamed(page.figures[whole.index - 1]) && isLevelNamed(whole) && parts.every(isLevelNamed);

const isLevelNamed = (figure: Figure | undefined): boolean => /^(?:国家级|省级|市级|县级)/.test(figure?.name ?? '');

export function sums(page: Page): Relation[] {
  const found: Relation[] = [];
  for (const whole of page.figures) {
    // 每万人5.2件（拥有量1300件）: what each has is made of no parts.
    if (!isLevel(whole) || whole.reading.measure === 'rate' || isAverage(whole)) continue;
    const behind = groupBehind(page, whole);
    if (behind !== undefined) {
      const apart = areApart(behind.parts);
      const fills = behind.isBracket && !behind.isPartial && behind.parts.length >= 2;
      const sum = fills ? sumClaim(page, whole, behind.parts) : undefined;
      if (sum !== undefined) found.push(sum);
      else if (!isMixed(page, whole, behind.parts)) found.push(...within(page, whole, behind.parts, apart));
    }
  }
  return found;
}
