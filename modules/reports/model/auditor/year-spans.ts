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

/** 2022年，全市支出24亿元，比2022年增加: a year is not compared with itself. */
const ITSELF =
  /(?<![—\-~至到比较与同\d])((?:19|20)\d\d)年(?=[，全我本])([^。；\n]{0,60}?)(?:比|较)\1年(?=增|减|提|下|上升|多|少|的|回落|净)/g;
/** Of parts of the year, or of what was planned for it. */
const PART_OF_YEAR = /(?:19|20)\d\d年|月|季|半年|年[初中末底]|目标|计划|预算|预期|预计|任务|核查|修订/;

const withItself = (page: Page): Relation[] =>
  page.blocks.flatMap((block) =>
    [...block.text.matchAll(ITSELF)]
      .filter((match) => !PART_OF_YEAR.test(match[2] ?? ''))
      .map((match) =>
        remark({
          type: 'period',
          words: [wordsOfMatch(page, block, match)],
          formula: '比较的两个年份不同',
          verdict: 'inconsistent',
          weight: 'date',
          note: `${match[1]}年与其自身相比，两处年份必有一处写错`,
        }),
      ),
  );

const countedYears = (page: Page): Relation[] =>
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

export const yearSpans = (page: Page): Relation[] => [...countedYears(page), ...withItself(page)];
