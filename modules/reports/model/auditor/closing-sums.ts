// Sums told behind their parts: 甲3个、乙4个，合计7个; 上半年42项，下半年38项，全年共80项; 三年累计新增300家.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import { areApart, areInTurn } from './classes.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isComparedWith, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { numberOf } from './lists.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const CLOSING = /(?:合计|共计|总计|总共|一共|三者共|两项共)[^，。；]{0,8}$/;
/** Words that may close a row as well as begin something new. */
const MAY_CLOSE =
  /(?:^|[，；、和])(?:[^，。；、]{0,4}(?:[二两三四五六七八九十](?:[年季批期轮次项个]|[类种][^，。；、]{0,6}?))?(?:全年|全市|全县|各级)?(?:总共|共|累计新增|累计立项|累计认定)|前[二两三四]季度(?:累计|共|合计)|[二两三四五六七八九十]年(?:来|间)?(?:累计|共|合计)(?:投入|安排|完成|实现|达到?|为)*|总投资|总投入|总金额|总资金|各级[^，。；、]{0,10}总数)[^，。；]{0,10}$/;

/** 甲219家、乙184家、其余五县合计210家: the sum of those that are not told. */
const OF_OTHERS = /(?:其余|其他|其它|剩余|另外|另有|余下)[^，。；、]*$/;

const SHORT = 18;
const MOST_PARTS = 200;

const isPart = (whole: Figure, part: Figure | undefined): part is Figure =>
  part !== undefined &&
  part.sentence === whole.sentence &&
  (isLevel(part) || isAdded(part)) &&
  !isComparedWith(part) &&
  unitsFit(part, whole);

/** 二季度新增180家 is read as a change, and counted as a part. */
const isAdded = ({ reading, sort, lead }: Figure): boolean =>
  reading.kind === 'change' && (sort === 'count' || sort === 'money') && /(?:新增|净增)$/.test(lead);

const sumClaim = (page: Page, whole: Figure, parts: readonly Figure[]): Relation | undefined =>
  judge(
    { type: 'sum', members: parts, stated: whole, formula: parts.map(valueText).join(' + '), compute: totalOf, bond: 'sure' },
    page.figures,
  );

/** 甲26家、乙34家，共60家。 with nothing behind that tells of other things. */
const isPlainClose = ({ lead, tail }: Figure): boolean => /^，共(?:有|计)?$/.test(lead) && /^(?:$|[，。；、)）])/.test(tail);

/** 甲区12家、乙县9家、丙县8家，两县合计17家: of some of the row, told by their kind. */
const SOME = /([两二三四五六七八九十])个?(?:区|县|市|州|镇|乡|街道|园区)[^，。；、]{0,4}(?:合计|共计|总计)/;

/** A 3个、B 4个，合计7个. */
function groupBefore(page: Page, whole: Figure): readonly Figure[] {
  if ((!CLOSING.test(whole.lead) && !isPlainClose(whole)) || OF_OTHERS.test(whole.lead)) return [];
  if (whole.lead.length > 16) return [];
  const parts: Figure[] = [];
  // 甲(142亿元)、乙(48亿元)2市，合计190亿元: how many they are stands between.
  const before = page.figures[whole.index - 1];
  const counts =
    before !== undefined &&
    before.sort === 'count' &&
    // 两项合计21亿元: how many they are stands in the closing words.
    ((whole.sort !== 'count' && /^[)）]$/.test(before.lead)) ||
      (before.clause === whole.clause &&
        /^[，；]$/.test(before.lead) &&
        before.value.isAtMost(MOST_CLASSES) &&
        before.reading.unit !== whole.reading.unit));
  for (let i = whole.index - (counts ? 2 : 1); ; i--) {
    const part = page.figures[i];
    if (parts.length >= MOST_PARTS || !isPart(whole, part) || part.reading.unit !== whole.reading.unit) break;
    parts.unshift(part);
    if (/合计|共计|总计|其中|共/.test(part.lead) || part.lead.length > 2 * SHORT) break;
  }
  const [first] = parts;
  const some = SOME.exec(whole.lead)?.[1];
  if (some !== undefined && numberOf(some) !== parts.length) return [];
  return parts.length >= 2 && first !== undefined && (!/合计|共计|总计|其中|共/.test(first.lead) || areApart(parts) || isVerb(first.lead))
    ? parts
    : [];
}

/** 共承办建议12件、提案15件，合计27件: how much was done in all, of things that are counted one by one. */
const isVerb = (lead: string): boolean =>
  /共(?:承办|办理|收到|举办|组织|开展|完成|实施)[^，。；]*$/.test(lead) && !/其中|合计|总计/.test(lead);

const MOST_CLASSES = 12;

/** The classes of one row right before (省级、市级、自筹), of what the closing words name again or not at all. */
function rowBefore(page: Page, whole: Figure): readonly Figure[] {
  if (!MAY_CLOSE.test(whole.lead) || OF_OTHERS.test(whole.lead) || !hasHappened(whole)) return [];
  const parts: Figure[] = [];
  for (const part of beforeInSentence(page, whole)) {
    // 三批共入库1000家: a count of what was added stands in the closing words themselves.
    if (parts.length === 0 && part.value.isAtMost(MOST_CLASSES) && part.clause === whole.clause && whole.lead.length < SHORT) continue;
    if (!isPart(whole, part) || parts.length >= MOST_CLASSES || (parts.length === 0 && whole.clause - part.clause > 1)) break;
    parts.unshift(part);
  }
  return parts;
}

/** The longest row of classes that ends right before the whole. */
function classesBefore(page: Page, whole: Figure): Relation | undefined {
  const row = rowBefore(page, whole);
  for (let from = 0; row.length - from >= 2; from++) {
    const parts = row.slice(from);
    const isCounted = areCounted(page, whole, parts);
    if (!areApart(parts) && !areInTurn(parts) && !isCounted) continue;
    const relation = sumClaim(page, whole, parts);
    const sum = Rational.sum(parts.map(({ value }) => value));
    const isNear = sum.times(2).isAtLeast(whole.value) && whole.value.times(2).isAtLeast(sum);
    return relation?.verdict === 'consistent' || isNear || isCounted ? relation : undefined;
  }
  return undefined;
}

/** 分别投入1.2亿元、1.5亿元、1.8亿元，三年共投入4.5亿元: as many as the closing words say. */
function areCounted(page: Page, whole: Figure, parts: readonly Figure[]): boolean {
  const before = page.figures[whole.index - 1];
  // 三类平台共26家: the number of kinds is a figure of its own.
  const words = `${before?.clause === whole.clause ? before.reading.raw : ''}${whole.lead}`;
  const word = /([两二三四五六七八九十])[年季批期轮次项个类种]/.exec(words.replace(/^.*前(?=[二两三四]季度)/, ''))?.[1];
  const isRow =
    /分别|依次/.test(parts[0]?.lead ?? '') || (/[类种]/.test(words) && parts.slice(1).every(({ lead }) => /^[、和]/.test(lead)));
  return word !== undefined && numberOf(word) === parts.length && isRow;
}

export const closingSums = (page: Page): Relation[] =>
  page.figures.flatMap((whole) => {
    if (!isLevel(whole)) return [];
    const parts = groupBefore(page, whole);
    const relation = parts.length > 0 ? sumClaim(page, whole, parts) : classesBefore(page, whole);
    return relation ?? [];
  });
