// Places told of a row of names (甲县、乙县、丙县分列第三至第五位): as many places as names.
import { Rational } from '#kernel/exact/rational.ts';
import type { Page } from './figure.ts';
import { countNames } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';
import { chineseNumber } from './structure.ts';

const NUMBER = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
const PLACES = new RegExp(
  `(?:^|[。；：:，\\n])(?<names>[^。；：:，\\n]{5,160}?)，?(?:分列|分居|分别列|分别居|分别位列|分别位居|分别排名?|依次列|依次居|依次位列|依次排名?)(?:在)?(?:全[国省市县区])?(?<places>第(?<from>${NUMBER})位?(?:(?:至|到|—|-|~)第?(?<to>${NUMBER})|(?:(?:、|和)第?${NUMBER}位?){1,9})(?:位|名)?)`,
  'g',
);
const LEAST = 2;
const FURTHEST = 2;
const LONGEST_NAME = 30;
/** What comes before the names in their own clause, and no name itself. */
const OPENS = /^(?:其中|此外|另外|其余|同时|从[^、]{1,10}看)/;

function placesIn(places: string, from: string, to: string | undefined): number {
  if (to !== undefined) return ordinal(to) - ordinal(from) + 1;
  return places.match(new RegExp(NUMBER, 'g'))?.length ?? 0;
}

/** 十二 and 12. */
const ordinal = (word: string): number => (/\d/.test(word) ? Number(word) : chineseNumber(word));

export const placedNames = (page: Page): Relation[] =>
  page.blocks.flatMap((block) =>
    [...block.text.matchAll(PLACES)].flatMap((match) => {
      const { names = '', places = '', from = '', to } = match.groups ?? {};
      const items = names.split('、');
      const { least, most } = countNames(names);
      const count = placesIn(places, from, to);
      if (items.length < LEAST || OPENS.test(names) || /等$|等\d/.test(names) || items.some((item) => item.length > LONGEST_NAME))
        return [];
      if (count < LEAST || Math.abs(count - items.length) > FURTHEST) return [];
      const fits = least <= count && count <= most;
      const named = count < least ? least : most;
      const at = match.index + match[0].length - places.length;
      return [
        remark({
          type: 'list_count',
          words: [wordsAt(page, block, at, at + places.length)],
          formula: `列出名称数 = ${count}`,
          computed: Rational.of(named),
          stated: Rational.of(count),
          verdict: fits ? 'consistent' : 'inconsistent',
          note: fits ? '' : `“${places}”为${count}个位次，其前列出${named}个名称，请核对`,
        }),
      ];
    }),
  );
