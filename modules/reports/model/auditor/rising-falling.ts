// 五类合同三升两降, 五项指标四增一减: as many items that rise and that fall as what follows tells.
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isGrowthRate } from './find.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsAt } from './remark.ts';

const CLAIM = /([一两二三四五六七八九])(?:项|个|类)?[升增涨]、?([一两二三四五六七八九])(?:项|个|类)?[降减跌]/g;
/** Sums, averages and quarters are no items of the row. */
const NO_ITEM = /平均|[户家项人件笔]均|合计|共计|总计|环比|贡献|目标|差距/;
const MOST = 10;
const AROUND = 120;
/** 新材料：产值638.4亿元. */
const ITEM_LINE = /^[^，。：:\d]{2,12}[：:]/;
const LONGEST = 1500;

const movesIn = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(
    (figure) =>
      hasHappened(figure) &&
      figure.sort !== 'points' &&
      figure.sort !== 'rank' &&
      (isGrowthRate(figure) || figure.reading.kind === 'change') &&
      !figure.value.isZero(),
  );

/** The figures behind the claim: to the end of its paragraph, or, where it is a heading, of the next. */
function behind(page: Page, block: Block, end: number, from: Words): readonly Figure[] {
  const line = block.text.indexOf('\n', end);
  const rest = block.text.slice(end, line < 0 ? undefined : line);
  const isHeading = !/[。；：:]/.test(rest) && line >= 0;
  const isOpening = /^[^。；]{0,6}[：:。]/.test(rest);
  if (!isHeading && !isOpening) return [];
  const at = page.figures.findIndex(({ reading }) => reading.rawStart >= from.span.end);
  const next = at < 0 ? [] : page.figures.slice(at, at + AROUND);
  const [first] = next;
  // 四升二降。 and each of the six in a line of its own.
  const lines = line < 0 ? [] : block.text.slice(line + 1, line + LONGEST).split('\n');
  const other = lines.findIndex((one) => !ITEM_LINE.test(one));
  const count = Math.max(1, other < 0 ? lines.length : other);
  return next.filter(({ paragraph }) => first !== undefined && paragraph - first.paragraph < count);
}

type Turn = 'up' | 'down';

/** What each part of the paragraph tells; undefined where one of them tells of two things. */
function turnsOf(figures: readonly Figure[]): readonly Turn[] | undefined {
  const parts = new Map<number, Figure[]>();
  for (const figure of figures) parts.set(figure.part, [...(parts.get(figure.part) ?? []), figure]);
  const turns: Turn[] = [];
  for (const own of parts.values()) {
    const moves = movesIn(own);
    if (moves.length === 0 || own.some(({ lead, sort }) => sort !== 'points' && NO_ITEM.test(lead))) continue;
    const falls = moves.filter(({ value }) => value.isNegative()).length;
    if ((falls > 0 && falls < moves.length) || moves.filter(isGrowthRate).length > 1) return undefined;
    turns.push(falls > 0 ? 'down' : 'up');
  }
  return turns;
}

function claimed(page: Page, block: Block, match: RegExpExecArray): Relation[] {
  const end = match.index + match[0].length;
  const words = wordsAt(page, block, match.index, end);
  const turns = turnsOf(behind(page, block, end, words));
  const [up, down] = [numberOf(match[1] ?? ''), numberOf(match[2] ?? '')];
  // Only a row that is told in full speaks against the claim.
  if (turns === undefined || up < 1 || down < 1 || turns.length !== up + down) return [];
  const told = turns.filter((turn) => turn === 'down').length;
  const fits = told === down;
  return [
    remark({
      type: 'list_count',
      words: [words],
      formula: `下降项数 = ${down}`,
      computed: Rational.of(told),
      stated: Rational.of(down),
      verdict: fits ? 'consistent' : 'inconsistent',
      note: fits ? '' : `说${match[0]}，其后所列${turns.length - told}项上升、${told}项下降`,
    }),
  ];
}

export const risingFalling = (page: Page): Relation[] =>
  page.blocks.flatMap((block) => [...block.text.matchAll(CLAIM)].slice(0, MOST).flatMap((match) => claimed(page, block, match)));
