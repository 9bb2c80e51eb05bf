// What the prose claims of the rows of a table of the same document: their numbers, marks that they passed, growth above the average.
import type { CellGrid } from './cell-grid.ts';
import type { Page } from './figure.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';
import { rowMarks } from './row-marks.ts';
import { rowProse } from './row-prose.ts';
import { bareTitle, rowsByTitle, titleNamer } from './titled-rows.ts';

const ABOVE = /(?:增幅|增速|增长率|增长)[^，。；]{0,4}(高于|低于|快于|慢于)全[国省市县区]平均/g;

/** 甲市、乙市、丙市…增幅高于全省平均水平, and the rows of the table beside its total: one row that says otherwise. */
function claimsOfRows(page: Page, grids: readonly CellGrid[]): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(ABOVE)].flatMap((match) => {
      const sentence =
        block.text
          .slice(Math.max(0, match.index - FAR), match.index)
          .split(/[。；\n]/)
          .at(-1) ?? '';
      const isAbove = /高于|快于/.test(match[1] ?? '');
      for (const { rows } of grids) {
        const total = rows.find(({ title }) => /^(?:合计|总计|全[国省市县区])$/.test(title));
        const named = rows.filter(({ title }) => bareTitle(title).length >= 2 && sentence.includes(bareTitle(title)));
        if (total === undefined || named.length < 3 || named.includes(total)) continue;
        for (let i = 0; i < total.cells.length; i++) {
          const average = total.cells[i];
          const cells = named.flatMap((row) => row.cells[i] ?? []);
          if (!average || cells.length !== named.length) continue;
          const wrong = cells.filter(({ value }) => (isAbove ? value.isLessThan(average.value) : value.isMoreThan(average.value)));
          const [only] = wrong;
          if (wrong.length > 1) continue;
          const start = match.index + match[0].length - 1;
          return [
            remark({
              type: 'threshold',
              words: [wordsAt(page, block, Math.max(match.index, start - CLAIM), start + 1), average.words, only?.words ?? average.words],
              formula: `所列各行${isAbove ? '>' : '<'} ${average.text}`,
              computed: average.value,
              stated: only?.value ?? average.value,
              verdict: only === undefined ? 'consistent' : 'inconsistent',
              note: only === undefined ? '' : `正文说${match[1]}平均水平（${average.text}），表中该行为${only.text}`,
            }),
          ];
        }
      }
      return [];
    }),
  );
}

const CLAIM = 12;
const FAR = 120;

export function gridProse(page: Page, grids: readonly CellGrid[]): Relation[] {
  const rows = rowsByTitle(grids);
  if (rows.size === 0) return [];
  const named = titleNamer(rows);
  return [...rowProse(page, grids, rows, named), ...rowMarks(page, named), ...claimsOfRows(page, grids)];
}
