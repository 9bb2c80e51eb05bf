// A multiple of last year's whole (是去年全年的2.7倍) beside the growth of the months so far: the whole year is not less than its own first months.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel } from './find.ts';
import { pointRange, quotientOf, sumOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { termOf } from './terms.ts';

const OF_WHOLE = /(?:是|为|达|相当于)(?:上年|去年)(?:全年|全年度)([一-龥]{0,16}?)(?:数|总量|总数|总额|量|额)?的$/;
const NEAR = 12;

/** 发明授权 and 发明专利授权: every character of one stands in the other, in order. */
function areOne(noun: string, name: string): boolean {
  let at = 0;
  for (const character of name) if (character === noun.charAt(at)) at++;
  return noun.length >= 2 && at === noun.length;
}

/** The level that the multiple is of, with its growth right behind it. */
function levelBefore(page: Page, times: Figure, noun: string): { readonly level: Figure; readonly growth: Figure } | undefined {
  for (let i = times.index - 1; i >= Math.max(0, times.index - NEAR); i--) {
    const [level, growth] = [page.figures[i], page.figures[i + 1]];
    const isPair = growth?.reading.kind === 'yoy_growth' && growth.sort === 'part' && growth.sentence === level?.sentence;
    if (level === undefined || growth === undefined || !isPair || !isLevel(level) || !hasHappened(level)) continue;
    if (noun === '' ? level.sentence === times.sentence : areOne(noun, level.name)) return { level, growth };
  }
  return undefined;
}

export const lastYearsWhole = (page: Page): Relation[] =>
  page.figures.flatMap((times) => {
    const noun = OF_WHOLE.exec(times.lead)?.[1];
    const found = noun === undefined || times.sort !== 'times' ? undefined : levelBefore(page, times, noun);
    if (found === undefined || termOf(found.level) === null || times.paragraph - found.level.paragraph > FAR) return [];
    const { level, growth } = found;
    const whole = quotientOf(level.range, times.range);
    const months = quotientOf(level.range, sumOf(pointRange(Rational.one), growth.range));
    if (whole?.high == null || months?.low == null) return [];
    const fails = whole.high.isLessThan(months.low);
    return [
      remark({
        type: 'multiple',
        words: [level, growth, times].map(wordsOf),
        formula: `${valueText(level)} ÷ ${valueText(times)} ≥ ${valueText(level)} ÷ (1 + ${valueText(growth)})`,
        computed: months.low,
        stated: whole.high,
        verdict: fails ? 'inconsistent' : 'consistent',
        note: fails ? '由倍数推算的上年全年数小于由同比增速推算的上年同期数，请核对倍数或增速' : '',
      }),
    ];
  });

/** Characters between the level and the multiple, at most. */
const FAR = 400;
