// 翻番 told in words that no number is read from (翻了近两番): twofold for each, held against the two ends before it.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel } from './find.ts';
import { quotientOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsOf } from './remark.ts';

const DOUBLED = /^[^。；\d]{0,14}?翻了?(?<how>将近|接近|近|约|超过|超|逾)?(?<times>[一两二三四])番/;
const TIMES = '零一两三四';
const FROM = /(?:从(?![事业])|由|上年|去年)[^，。；]*$/;
const TO = /(?:到|至|达|为)[^，。；]*$/;

/** 近两番 is short of fourfold by a quarter at most, and 两番 is not yet 三番. */
const LEAST = Rational.of(3, 4);
const MOST = Rational.of(7, 4);

/** The words themselves, behind the number. */
function told({ reading, tail }: Figure, words: string): Words {
  const start = reading.rawStart + [...reading.raw].length + Math.max(0, tail.indexOf('翻'));
  const own = words.slice(words.indexOf('翻'));
  return { span: { start, end: start + own.length, figure: null }, quote: own };
}

function doubled(page: Page, now: Figure): Relation[] {
  const match = DOUBLED.exec(now.tail);
  const { how, times } = match?.groups ?? {};
  const before = page.figures[now.index - 1];
  const next = page.figures[now.index + 1];
  // Where the reader has the number, it is a multiple like any other.
  if (times === undefined || before === undefined || (next?.sentence === now.sentence && /番/.test(next.reading.raw))) return [];
  const isPair =
    before.sentence === now.sentence &&
    before.sort === now.sort &&
    isLevel(before) &&
    isLevel(now) &&
    FROM.test(before.lead) &&
    TO.test(now.lead);
  const ratio = isPair && hasHappened(now) ? quotientOf(now.range, before.range) : undefined;
  if (ratio?.low == null || ratio.high === null) return [];
  const factor = Rational.of(2n ** BigInt(TIMES.indexOf(times === '二' ? '两' : times)));
  const least = /超|逾/.test(how ?? '') ? factor : factor.times(LEAST);
  const most = /近/.test(how ?? '') ? factor.times(Rational.of(21, 20)) : factor.times(MOST);
  const fails = ratio.high.isLessThan(least) || ratio.low.isMoreThan(most);
  return [
    remark({
      type: 'multiple',
      words: [...[before, now].map(wordsOf), told(now, match?.[0] ?? '')],
      formula: `${valueText(now)} ÷ ${valueText(before)}`,
      computed: now.value.dividedBy(before.value),
      stated: factor,
      print: 'times',
      tolerance: factor.minus(least),
      verdict: fails ? 'inconsistent' : 'consistent',
      note: fails ? `翻${times}番为${2 ** TIMES.indexOf(times)}倍，两数之比不是；请核对“番”数或两数` : '',
    }),
  ];
}

export const doublings = (page: Page): Relation[] => page.figures.flatMap((figure) => doubled(page, figure));
