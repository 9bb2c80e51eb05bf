// Lists of whole clauses behind a number (有11家单位合作，分别是：甲与…；乙与…；…): as many clauses as the number says.
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import type { Page } from './figure.ts';
import { SIGHT } from './figure.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';

/** Where a comma stands between the number and the list, the list has to be said to be of it. */
const ANNOUNCED =
  /(?<![\d.第前])(?<count>\d{1,2}|[两二三四五六七八九十])(?:家|个|项|件|名|位|所|条|种|类|场|处|大)(?<noun>[^。；：:\n\d]{0,40}?)(?:，?(?<turn>分别是|分别为|依次是|依次为|具体是|具体为|具体如下|如下|它们是))?[：:](?<list>[^。\n]{20,3000})(?=[。\n]|$)/g;
const FURTHEST = 2;
const LEAST = 3;
const SHORTEST = 4;

function listed(page: Page, block: Block, match: RegExpExecArray): Relation[] {
  const { count = '', noun = '', turn, list = '' } = match.groups ?? {};
  const isNear = !noun.includes('，');
  // What is seen of a sentence at once is counted elsewhere.
  if ((!isNear && turn === undefined) || (isNear && turn === undefined && list.length < SIGHT)) return [];
  const items = list
    .split('；')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const stated = numberOf(count);
  if (
    items.length < LEAST ||
    Math.abs(items.length - stated) > FURTHEST ||
    items.some((item) => item.length < SHORTEST || /等$/.test(item))
  )
    return [];
  const fits = items.length === stated;
  // A further list within one of the items has stops of its own.
  if (!fits && items.some((item) => /[：:]/.test(item))) return [];
  return [
    remark({
      type: 'list_count',
      words: [wordsAt(page, block, match.index, match.index + count.length + 1)],
      formula: `列出项数 = ${stated}`,
      computed: Rational.of(items.length),
      stated: Rational.of(stated),
      verdict: fits ? 'consistent' : 'inconsistent',
      note: fits ? '' : `说${stated}项，其后分号隔开的有${items.length}项；请增删或改数`,
    }),
  ];
}

export const listedClauses = (page: Page): Relation[] =>
  page.blocks.flatMap((block) => [...block.text.matchAll(ANNOUNCED)].flatMap((match) => listed(page, block, match)));
