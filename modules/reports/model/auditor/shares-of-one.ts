// Shares of a whole that one sentence calls by no name (占总量的…): proven by two of them, or more than all; and fields named in two rows.
import { Rational } from '#kernel/exact/rational.ts';
import type { Sharing } from './called-wholes.ts';
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, digitsIn, hasHappened, isLevel, subjectOf, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { countNames } from './lists.ts';
import { canBeEqual, quotientOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const BARE = /占(?:到|据|全部)?(?:总[量数额]|总体|全部|总数量)?(?:的)?(?:比重|比例|比)?(?:分别)?(?:约|为|达到?|是)*$/;
const JOINED = /^[、和与及]$/;

const isShare = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.sort === 'part' && figure.reading.kind === 'share' && figure.inTable === null && hasHappened(figure);

/** The shares of one sentence that call the whole by no name, with their parts. */
function bareShares(page: Page, first: Figure): Sharing[] {
  const found: Sharing[] = [];
  let isOpen = false;
  for (let i = first.index; ; i++) {
    const share = page.figures[i];
    if (share === undefined || share.sentence !== first.sentence || found.length >= MOST) return found;
    if (!isShare(share)) continue;
    isOpen = BARE.test(share.lead) || (isOpen && JOINED.test(share.lead));
    const part = isOpen ? subjectOf(page, share) : undefined;
    if (part !== undefined && isLevel(part) && part.reading.bound === 'exact' && share.clause - part.clause <= 1)
      found.push({ share, part });
  }
}

const MOST = 20;
const REACH = 24;
const TELLING = 3;
const DIGITS = 4;

/** The amount told before of which two shares hold, both of several digits; none where another does as well. */
function provenWhole(page: Page, calls: readonly Sharing[]): Figure | undefined {
  const [first] = calls;
  if (first === undefined) return undefined;
  const parts = new Set(calls.map(({ part }) => part.index));
  const kept = (whole: Figure): number =>
    new Set(
      calls
        .filter(({ share, part }) => {
          const quotient = quotientOf(part.range, whole.range);
          return quotient !== undefined && digitsIn(share).length >= TELLING && canBeEqual(quotient, share.range);
        })
        .map(({ share }) => digitsIn(share)),
    ).size;
  const wholes = beforeInText(page, first.part, REACH).filter(
    (other) =>
      isLevel(other) &&
      other.reading.bound === 'exact' &&
      !parts.has(other.index) &&
      unitsFit(other, first.part) &&
      other.reading.unit === first.part.reading.unit &&
      digitsIn(other).length >= DIGITS &&
      calls.every(({ part }) => part.value.isAtMost(other.value)),
  );
  const proven = wholes.filter((whole) => kept(whole) >= 2);
  return proven.every(({ value }) => value.equals(proven[0]?.value ?? value)) ? proven[0] : undefined;
}

function ofProvenWhole(page: Page, calls: readonly Sharing[]): Relation[] {
  const whole = calls.length < 3 ? undefined : provenWhole(page, calls);
  if (whole === undefined) return [];
  return calls.flatMap(({ share, part }) => {
    const formula = `${valueText(part)} ÷ ${valueText(whole)}`;
    return judge({ type: 'share', members: [part, whole], stated: share, formula, compute: over, bond: 'likely' }, page.figures) ?? [];
  });
}

const REST = /(?:合计|其余|其他|其它|剩余)[^，。；]*占(?:到|据)?总[量数额][^，。；]*$/;

/** 甲、乙、丙占总量的比重分别为33%、24%、17%；丁、戊合计占总量的27%: things apart from each other are no more than all. */
function overAll(page: Page, rest: Figure): Relation | undefined {
  if (!isShare(rest) || !REST.test(rest.lead)) return undefined;
  const run: Figure[] = [];
  for (let i = rest.index - 1; run.length < MOST; i--) {
    const share = page.figures[i];
    if (!isShare(share) || share.sentence !== rest.sentence) break;
    run.unshift(share);
    if (!JOINED.test(share.lead)) break;
  }
  const [first] = run;
  if (first === undefined || run.length < 2 || !/占总[量数额][^，。；]*分别[^，。；]*$/.test(first.lead)) return undefined;
  const parts = [...run, rest];
  const sum = Rational.sum(parts.map(({ value }) => value));
  const slack = Rational.of(parts.length, WHOLE);
  const fails = sum.isMoreThan(Rational.one.plus(slack));
  return remark({
    type: 'sum',
    words: parts.map(wordsOf),
    formula: `${parts.map(valueText).join(' + ')} ≤ 100%`,
    computed: sum,
    stated: Rational.one,
    print: 'percent',
    tolerance: slack,
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? '同一整体的各部分占比之和超过100%' : '',
  });
}

/** Half a tenth of a per cent for each share. */
const WHOLE = 2000n;

const FIELDS = /^(?:[一-龥]{0,12}?)(领域|行业|产业|板块|门类)/;

/** 七大领域均有覆盖，甲、乙、丙居前三位…；丁、戊…领域合计…: the fields named in both rows are as many as the number. */
function namedInTwoRows(page: Page, set: Figure): Relation | undefined {
  const noun = FIELDS.exec(set.tail)?.[1];
  if (set.sort !== 'count' || !/大$/.test(set.reading.raw) || noun === undefined || !/^[^。；]*(?:均有|都有|全部|覆盖)/.test(set.tail))
    return undefined;
  const [top, ...others] = page.figures.slice(set.index + 1, set.index + MOST).filter((one) => one.sentence === set.sentence);
  const first = /(?:^|，)(?:其中，)?([^，。；]*、[^，。；]*?)(?:分别|依次)?(?:位?居|排名?|列|位列)$/.exec(top?.lead ?? '')?.[1];
  const ranked = top?.reading.kind === 'rank' && /^前/.test(top.reading.raw) ? Number(top.value.numerator) : undefined;
  const next = others.find(({ part }) => part !== set.part);
  const second = new RegExp(`^；(?:其余|其他)?([^，。；]*、[^，。；]*?)(?:等)?${noun}[^，。；]*合计[^，。；]*$`).exec(
    next?.lead ?? '',
  )?.[1];
  if (first === undefined || second === undefined || ranked === undefined || /等/.test(second)) return undefined;
  const [a, b] = [countNames(first), second.split('、').length];
  if (ranked < a.least || ranked > a.most) return undefined;
  // Joints within a name (生物与新医药) count as one name: items are told apart by 、 alone.
  const count = ranked + b;
  const stated = Number(set.value.numerator);
  if (Math.abs(count - stated) > 2) return undefined;
  return remark({
    type: 'list_count',
    words: [wordsOf(set)],
    formula: `列出名称数 = ${stated}`,
    computed: Rational.of(count),
    stated: set.value,
    verdict: count === stated ? 'consistent' : 'inconsistent',
    note: count === stated ? '' : `先后列出${ranked}个和${b}个${noun}，共${count}个，与所说的${stated}不符`,
  });
}

export const sharesOfOne = (page: Page): Relation[] => {
  const done = new Set<number>();
  return page.figures.flatMap((figure) => {
    const isNew = isShare(figure) && !done.has(figure.sentence);
    if (isNew) done.add(figure.sentence);
    return [
      ...(isNew ? ofProvenWhole(page, bareShares(page, figure)) : []),
      ...[overAll(page, figure), namedInTwoRows(page, figure)].flatMap((one) => one ?? []),
    ];
  });
};
