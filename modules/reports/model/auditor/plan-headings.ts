// Plans under a heading with its year (四、2024年工作打算): the paragraph that opens with a year and speaks of what is to come is of the heading's.
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import type { Page } from './figure.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';

const HEADING =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、])?(?<year>(?:19|20)\d\d)年[^，。；：:\d]{0,10}(?:目标|打算|安排|思路|计划|重点|展望|举措)[^，。；：:\d]{0,6}$/;
const OPENS = /^\s*(?<year>(?:19|20)\d\d)年(?:全[市县区省])?，[^。；\d]{0,12}?(?:预期|力争|计划|预计|确保|拟|将|要)/;

function underHeadings(page: Page, block: Block): Relation[] {
  const found: Relation[] = [];
  let heading: { readonly year: string; readonly start: number; readonly end: number } | undefined;
  let start = 0;
  for (const line of block.text.split('\n')) {
    const own = line.length <= LONGEST ? HEADING.exec(line)?.groups?.year : undefined;
    const told = own === undefined ? OPENS.exec(line.slice(0, LONGEST))?.groups?.year : undefined;
    if (told !== undefined && heading !== undefined) found.push(held(page, block, heading, told, start + line.indexOf(told)));
    // Only what follows at once stands under it.
    heading = own === undefined ? undefined : { year: own, start, end: start + line.length };
    start += line.length + 1;
  }
  return found;
}

const LONGEST = 60;
const YEAR = 5;

function held(
  page: Page,
  block: Block,
  heading: { readonly year: string; readonly start: number; readonly end: number },
  told: string,
  at: number,
): Relation {
  const fits = heading.year === told;
  return remark({
    type: 'date',
    words: [wordsAt(page, block, heading.start, heading.end), wordsAt(page, block, at, at + YEAR)],
    formula: '标题与其下打算的年份一致',
    computed: Rational.of(Number(heading.year)),
    stated: Rational.of(Number(told)),
    verdict: fits ? 'consistent' : 'inconsistent',
    weight: 'date',
    note: fits ? '' : `标题为${heading.year}年，其下打算却写${told}年`,
  });
}

export const planHeadings = (page: Page): Relation[] => page.blocks.flatMap((block) => underHeadings(page, block));
