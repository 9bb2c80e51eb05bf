// What must balance: what was there and what came, less what went, is what is left; income and spending of one account are equal.

import { Rational } from '#kernel/exact/rational.ts';
import { type Compute, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { differenceOf, magnitudeOf, pointRange, type Range, sumOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const OPENING = /(?:年初|期初|上年|去年)[^，。；]{0,12}$/;
const CLOSING = /(?:年末|年底|期末|年终)[^，。；]{0,8}$/;
const CAME = /新增|新认定|新立项|新建|新入库|增加|引进|收入|新招|入驻|净增/;
const WENT = /结题|验收|未通过|取消|退出|减少|支出|注销|到期|核销|毕业|撤销|流失|使用|退休/;
const MOST = 8;

/** 新认定118家，迁出21家，净增97家: what came less what went is no further move. */
const grossOf = (moves: readonly Figure[]): readonly Figure[] =>
  moves.some(({ lead }) => WENT.test(lead)) ? moves.filter(({ lead }) => !/净增[^，。；]*$/.test(lead)) : moves;

/** 年初结转46项，新立项120项，结题80项，年末在研86项. */
function balance(page: Page, last: Figure): Relation | undefined {
  if (!isLevel(last) || !CLOSING.test(last.lead)) return undefined;
  const row: Figure[] = [];
  for (let i = last.index - 1; i >= Math.max(0, last.index - MOST); i--) {
    const figure = page.figures[i];
    if (figure === undefined || figure.sentence !== last.sentence || !unitsFit(figure, last)) return undefined;
    row.unshift(figure);
    if (OPENING.test(figure.lead)) break;
  }
  const [first, ...told] = row;
  const moves = grossOf(told);
  if (first === undefined || !OPENING.test(first.lead) || moves.length === 0) return undefined;
  const signs = moves.map(({ lead }) => (WENT.test(lead) ? -1 : CAME.test(lead) ? 1 : 0));
  if (signs.includes(0) || !(signs.includes(-1) || moves.length === 1)) return undefined;
  const compute: Compute = ([start, ...others]) =>
    others.reduce<Range>(
      (sum, move, i) => (signs[i] === 1 ? sumOf(sum, move) : differenceOf(sum, magnitudeOf(move))),
      start ?? pointRange(Rational.zero),
    );
  const formula = [valueText(first), ...moves.map((move, i) => `${signs[i] === 1 ? '+' : '−'} ${valueText(move)}`)].join(' ');
  return judge({ type: 'sum', members: [first, ...moves], stated: last, formula, compute, bond: 'named' }, page.figures);
}

const INCOME = /收入(?:总计|预算|总额|合计)[^，。；]{0,6}$/;
const SPENDING = /支出(?:总计|预算|总额|合计)[^，。；]{0,6}$/;
const EQUAL = /收支(?:相抵|平衡|相等|总计相等)/;
const NEAR = 12;

/** 收入总计2360万元 … 支出总计2360万元: the two sides of one account. */
function sides(page: Page, spending: Figure): Relation | undefined {
  if (spending.sort !== 'money' || !SPENDING.test(spending.lead)) return undefined;
  const income = page.figures
    .slice(Math.max(0, spending.index - NEAR), spending.index)
    .findLast((other) => other.sort === 'money' && INCOME.test(other.lead) && other.paragraph === spending.paragraph);
  if (income === undefined) return undefined;
  const isTotal = /总计/.test(income.lead) && /总计/.test(spending.lead);
  const isSaid = EQUAL.test(`${spending.before}${spending.after}`);
  const fails = !income.value.equals(spending.value);
  if (!isTotal && !isSaid && (fails || !/预算/.test(income.lead))) return undefined;
  return remark({
    type: 'duplicate',
    words: [wordsOf(income), wordsOf(spending)],
    formula: '收入总计 = 支出总计',
    computed: income.value,
    stated: spending.value,
    print: 'money',
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `收支应当相等：收入${valueText(income)}，支出${valueText(spending)}` : '',
  });
}

export const balances = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => [balance(page, figure), sides(page, figure)].flatMap((one) => one ?? []));
