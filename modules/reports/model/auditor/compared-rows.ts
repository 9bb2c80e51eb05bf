// Rows of a table that the prose says are above or below the average (增速高于全市平均的有甲县、乙县，其他均低于), and the column of growth.
import type { Block } from '../reader/source-text.ts';
import { growthOver, inPercent, valueText } from './claim.ts';
import { blocksOf } from './column-laws.ts';
import type { Figure, Page } from './figure.ts';
import { canBeEqual, pointRange } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf, wordsOfMatch } from './remark.ts';

const CLAIM =
  /(?:增速|增幅|增长率)(?<word>高于|超过|快于|低于|慢于)(?:全[国省市县区])?(?:的)?平均(?:水平|增速|值)?的(?:有|为|是|分别是|分别为)(?<names>[^，。；\n]{2,120})(?:，其[他余它][^，。；\n]{0,14}(?<rest>低于|高于|慢于|快于|不及)[^，。；\n]{0,8})?/g;
const TOTAL = /^(?:合计|总计|全[市省县区国]|平均|全[市省县区]合计)$/;

type Row = readonly Figure[];
const titleOf = (row: Row): string => (row[0]?.lead ?? '').replaceAll(/[\s\d|｜.、]/g, '');
const bare = (name: string): string => name.replace(/(?<=[一-龥]{2})[市县区]$/, '');

/** The column that is, in most rows, this year's over last year's less one. */
function growthColumn(rows: readonly Row[]): number | undefined {
  const width = rows[0]?.length ?? 0;
  for (let i = width - 1; i >= 2; i--)
    for (let a = 0; a < i; a++)
      for (let b = 0; b < i; b++) {
        const kept = rows.filter((row) => {
          const [now, base, told] = [row[a], row[b], row[i]];
          if (now === undefined || base === undefined || told === undefined || a === b) return false;
          const range = (told.sort === 'part' ? growthOver : inPercent(growthOver))([now.range, base.range]);
          return range !== undefined && canBeEqual(range, told.range);
        });
        if (kept.length >= 3 && kept.length * 4 >= rows.length * 3) return i;
      }
  return undefined;
}

interface Claimed {
  readonly row: Row;
  readonly isAbove: boolean;
}

/** What is said of each row but the total's; undefined where a name is of no row. */
function claimedOf(rows: readonly Row[], match: RegExpExecArray): readonly Claimed[] | undefined {
  const { word = '', names = '', rest } = match.groups ?? {};
  const isAbove = /高|超|快/.test(word);
  const named = new Set<Row>();
  for (const name of names.split(/、|和|与|及/).map((one) => bare(one.trim()))) {
    const row = rows.find((one) => bare(titleOf(one)) === name);
    if (row === undefined) return undefined;
    named.add(row);
  }
  const others = rest === undefined ? [] : rows.filter((row) => !named.has(row) && !TOTAL.test(titleOf(row)));
  return [...[...named].map((row) => ({ row, isAbove })), ...others.map((row) => ({ row, isAbove: !isAbove }))];
}

const MOST_WRONG = 2;

function held(page: Page, block: Block, match: RegExpExecArray): Relation[] {
  for (const rows of blocksOf(page)) {
    const total = rows.find((row) => TOTAL.test(titleOf(row)));
    const column = total === undefined ? undefined : growthColumn(rows);
    const average = column === undefined ? undefined : total?.[column];
    const claimed = average === undefined ? undefined : claimedOf(rows, match);
    if (average === undefined || claimed === undefined || column === undefined) continue;
    const wrong = claimed.flatMap(({ row, isAbove }) => {
      const own = row[column];
      const differs = own !== undefined && !canBeEqual(own.range, pointRange(average.value));
      return own !== undefined && differs && own.value.isMoreThan(average.value) !== isAbove ? [own] : [];
    });
    if (wrong.length > MOST_WRONG) continue;
    const fails = wrong.length > 0;
    return [
      remark({
        type: 'threshold',
        words: [wordsOf(average), ...wrong.map(wordsOf), wordsOfMatch(page, block, match)],
        formula: `所列各行与平均${valueText(average)}相比`,
        verdict: fails ? 'inconsistent' : 'consistent',
        note: fails
          ? `表中平均为${valueText(average)}，${wrong.map((one) => `${titleOf([one])}${valueText(one)}`).join('、')}与正文所说的高低不符`
          : '',
      }),
    ];
  }
  return [];
}

export const comparedRows = (page: Page): Relation[] =>
  page.blocks.flatMap((block) => [...block.text.matchAll(CLAIM)].flatMap((match) => held(page, block, match)));
