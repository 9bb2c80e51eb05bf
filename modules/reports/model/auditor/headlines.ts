// The number in the headline and the same number in the text below it: rounded it may be, another it may not.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { areOfOneSize, around, digitsIn, isLevel } from './find.ts';
import { isWithinName } from './likeness.ts';
import { canBeEqual, halfWidth, widened } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, roundedBy, wordsOf } from './remark.ts';
import { isSlip } from './repeats.ts';

const LONGEST = 45;
const MOST = 3;

/** The figures of the first line, where it is a headline: short, without a stop at its end. */
function figuresOfHeadline(page: Page): readonly Figure[] {
  const [block] = page.blocks;
  const line = block?.text.split('\n').find((one) => one.trim() !== '') ?? '';
  const isHeadline = line.length <= LONGEST && line.length < (block?.text.trim().length ?? 0) && !/[。；]/.test(line);
  return isHeadline
    ? page.figures
        .slice(0, MOST)
        .filter(({ reading }) => line.includes(reading.raw.replaceAll(/\s/g, '')))
        .filter(({ paragraph }) => paragraph === page.figures[0]?.paragraph)
    : [];
}

const bare = (name: string): string =>
  name.replaceAll(
    /[“”"（）()\s]|(?:19|20)\d\d年?度?|科技[部厅局]|[一二三四五六七八九十两]年内|[全我本][国省市县]|将|已|达|超|突破|破|完成|实现|建成?|拟|[:：]/g,
    '',
  );

/** 将建20个示范区: the thing may stand behind its number. */
const nounBehind = ({ tail, reading }: Figure): string =>
  reading.unit === null || /元$/.test(reading.unit) ? '' : bare(/^[一-龥]*/.exec(tail)?.[0] ?? '');

const SHORTEST = 4;

/** 农高示范区 is the 农业高新技术示范区 of the text: its characters stand there in their order. */
function isMeant(own: Figure, other: Figure): boolean {
  // What stands behind the number in a headline has no verb of its own, and is often read into its name.
  const [short, long] = [bare(own.lead.split(/[，:：\s]/).at(-1) ?? '') + nounBehind(own), bare(other.name)];
  return short.length >= SHORTEST && long.length >= short.length && isWithinName(short, long);
}

const isOfOneSort = (a: Figure, b: Figure): boolean =>
  a.sort === b.sort && isLevel(a) === isLevel(b) && (a.reading.unit === b.reading.unit || a.reading.unit === null);

/** 3686.26万元 under a headline of 3686万: rounded to its last written place, or cut off there. */
const agrees = (own: Figure, other: Figure): boolean =>
  own.reading.bound !== 'exact' ||
  other.reading.bound !== 'exact' ||
  canBeEqual(widened(own.range, halfWidth(own.range) ?? own.value), other.range);

function held(page: Page, own: Figure): Relation | undefined {
  const named = around(page.figures, own).filter(
    (other) => other.sentence !== own.sentence && isOfOneSort(own, other) && isMeant(own, other) && other.inTable === null,
  );
  const [first] = named;
  if (first === undefined) return undefined;
  const equal = named.find((other) => agrees(own, other));
  // Of one thing by one number, however often it is told below.
  const isOne = named.every(({ value }) => value.equals(first.value));
  const [a, b] = [digitsIn(own), digitsIn(first)];
  const isNear = isSlip(own, first) || (a.length === b.length && a.length <= 2) || areOfOneSize(own, first);
  if (equal === undefined && (!isOne || !isNear)) return undefined;
  const other = equal ?? first;
  return remark({
    type: 'duplicate',
    words: [other, own].map(wordsOf),
    formula: '标题与正文的同一数相等',
    computed: other.value,
    stated: own.value,
    tolerance: roundedBy(other, own),
    verdict: equal === undefined ? 'inconsistent' : 'consistent',
    note: equal === undefined ? `标题为${valueText(own)}，正文为${valueText(first)}，请核对哪一处为准` : '',
  });
}

export const headlines = (page: Page): Relation[] => figuresOfHeadline(page).flatMap((figure) => held(page, figure) ?? []);
