// Years counted in words: 2021年至2024年四年依次为… are as many years as both ends hold, and as many numbers behind them.
import { Rational } from '#kernel/exact/rational.ts';
import type { Page } from './figure.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOfMatch } from './remark.ts';

/** In turn or together: both ends are among the years that are counted. */
const EACH =
  /((?:19|20)\d\d)年?(?:至|到|—|-|~|－)((?:19|20)\d\d)年?[，（(]?(?:这|的|连续|共)?([两二三四五六七八九十])年(?:间|来)?[）)]?(?=[^，。；\d]{0,12}(?:依次|分别|各年|每年|累计|合计|共))/g;
const LIST = /^[^，。；\d]{0,12}(?:依次|分别)(?:为|是|达到?)((?:[\d.,]+[^、，。；和\d]{0,4}(?:、|和|及|与)){1,11}[\d.,]+)/;

export const yearSpans = (page: Page): Relation[] =>
  page.blocks.flatMap((block) =>
    [...block.text.matchAll(EACH)].map((match) => {
      const [from, to] = [Number(match[1]), Number(match[2])];
      const stated = numberOf(match[3] ?? '');
      const held = to - from + 1;
      const list = LIST.exec(block.text.slice(match.index + match[0].length, match.index + match[0].length + 160))?.[1];
      const told = list?.split(/、|和|及|与/).length;
      const fits = held === stated && (told === undefined || told === stated);
      return remark({
        type: 'period',
        words: [wordsOfMatch(page, block, match)],
        formula: `${to} − ${from} + 1 = ${stated}`,
        computed: Rational.of(held),
        stated: Rational.of(stated),
        verdict: fits ? 'consistent' : 'inconsistent',
        weight: 'date',
        note: fits ? '' : `${from}年至${to}年是${held}年，文中说${stated}年${told === undefined ? '' : `，其后列出${told}个数`}`,
      });
    }),
  );
