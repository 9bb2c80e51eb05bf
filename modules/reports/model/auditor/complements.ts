// Two classes that are all: 合格 and 不合格, 完成 and 未完成 make what was counted; 增长 and 下降 are together no more than it.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import { isInClassRow } from './class-rows.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isLevel } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

interface Pair {
  readonly one: RegExp;
  readonly other: RegExp;
  /** Nothing is neither. */
  readonly fills: boolean;
}

const at = (words: string): RegExp => new RegExp(`(?:^|[，；、：:(（])(?:其中，?)?(?:${words})(?:的)?(?:有|为|达)?$`);
const PAIRS: readonly Pair[] = [
  { one: at('(?:评定|检查|抽检)?合格'), other: at('(?:评定|检查|抽检)?不合格'), fills: true },
  { one: at('(?:已)?完成'), other: at('(?:未|尚未)完成'), fills: true },
  { one: at('(?:已)?通过'), other: at('(?:未|未能)通过'), fills: true },
  { one: at('(?:按期|已)?验收'), other: at('(?:未|尚未)验收'), fills: true },
  { one: at('(?:已)?(?:竣工|建成|完工)'), other: at('在建|未竣工|续建|正在建设'), fills: true },
  { one: at('(?:已|现已)?(?:解决|办结|整改)'), other: at('正在(?:协调|办理|解决|整改)|未(?:解决|办结|整改)'), fills: true },
  { one: at('增长|上升|正增长'), other: at('下降|负增长|减少'), fills: false },
  { one: at('盈利'), other: at('亏损'), fills: false },
];

/** 6个完成目标，2个未完成: what they did stands behind the numbers. */
const DONE = /^(?:县区|地区|单位|部门|项目|企业)?(?:已)?(?:完成|达标|通过|验收)/;
const NOT_DONE = /^(?:县区|地区|单位|部门|项目|企业)?(?:未|尚未|没有)(?:完成|达标|通过|验收)/;
const TOLD_BEHIND: Pair = { one: DONE, other: NOT_DONE, fills: true };

const isCount = (figure: Figure): boolean =>
  isLevel(figure) && figure.sort === 'count' && hasHappened(figure) && figure.reading.bound === 'exact' && figure.inTable === null;

const REACH = 4;

function held(page: Page, second: Figure): Relation[] {
  const first = page.figures[second.index - 1];
  if (first === undefined || first.sentence !== second.sentence || !isCount(first) || !isCount(second)) return [];
  if (first.reading.unit !== second.reading.unit || second.clause - first.clause > 1) return [];
  const byTail = DONE.test(first.tail) && NOT_DONE.test(second.tail) ? TOLD_BEHIND : undefined;
  const pair =
    byTail ??
    PAIRS.find(({ one, other }) => (one.test(first.lead) && other.test(second.lead)) || (other.test(first.lead) && one.test(second.lead)));
  const whole = beforeInSentence(page, first)
    .slice(0, REACH)
    .find((one) => isCount(one) || one.reading.measure === 'set_size');
  if (pair === undefined || whole === undefined || whole.reading.unit !== first.reading.unit || first.clause - whole.clause > 2) return [];
  if (isInClassRow(page, second, whole)) return [];
  // 优秀7家、良好19家、合格25家、不合格4家: four classes of one row.
  if (whole.lead.startsWith('、') && first.lead.startsWith('、')) return [];
  const third = page.figures[second.index + 1];
  const hasMore = third !== undefined && third.sentence === second.sentence && third.reading.unit === second.reading.unit && isCount(third);
  const sum = first.value.plus(second.value);
  const fits = pair.fills && !hasMore ? sum.equals(whole.value) : sum.isAtMost(whole.value);
  return [
    remark({
      type: pair.fills ? 'sum' : 'subset',
      words: [first, second, whole].map(wordsOf),
      formula: `${valueText(first)} + ${valueText(second)} ${pair.fills && !hasMore ? '=' : '≤'} ${valueText(whole)}`,
      computed: sum,
      stated: whole.value,
      tolerance: Rational.zero,
      verdict: fits ? 'consistent' : 'inconsistent',
      note: fits ? '' : `两类之和与${valueText(whole)}不符，请核对三个数`,
    }),
  ];
}

export const complements = (page: Page): Relation[] => page.figures.flatMap((figure) => held(page, figure));
