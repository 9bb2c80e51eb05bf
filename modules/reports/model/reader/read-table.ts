// Reads the figures of a table: each number cell, named by its row, dated and sorted by its column.
import type { ReportContext } from './context.ts';
import { unitAt } from './lexicon/units.ts';
import { arabicAt, multiplierAt, shift, written } from './numerals.ts';
import type { Draft } from './read-sentence.ts';
import type { Kind, Measure, Status } from './reading.ts';
import { subjectOf } from './subjects.ts';
import { type Cell, isNumberCell, isYearCell, type Table } from './table-rows.ts';

type Column = {
  readonly title: string;
  readonly kind: Kind;
  readonly measure: Measure;
  readonly status: Status;
  readonly year: number | null;
  readonly unit: string;
  readonly counts: boolean;
};

const SERIAL = /^(?:序号|编号|代码|排序|年份|单位|计量单位|指标|项目|名称|类别|备注|地区)$/;
const PLAIN = /^(?:绝对数|数值|数量|总量|指标值|实际|实绩|完成|完成数|完成值|完成情况|本年|本期|合计|产量|金额|值|数|全年|累计|期末数)?$/;
const inBrackets = (text: string) => /[(（]([^()（）]{1,8})[)）]/.exec(text)?.[1] ?? '';
const withoutNotes = (text: string) => text.replace(/[(（][^()（）]*[)）]|[#*]|^其中[:：]?|(?:19|20)\d\d年?/g, '').trim();

function sortOf(title: string): { kind: Kind; measure: Measure; status: Status } {
  if (/目标|计划|任务数/.test(title) && !/完成/.test(title)) return { kind: 'target', measure: 'flow', status: 'target' };
  if (/增长|增速|增幅|同比|比上年|±|升降/.test(title)) return { kind: 'yoy_growth', measure: 'rate', status: 'actual' };
  if (/占比|比重|占全/.test(title)) return { kind: 'share', measure: 'share', status: 'actual' };
  if (/率$|率[(（]/.test(title)) return { kind: 'ratio', measure: 'rate', status: 'actual' };
  if (/排名|位次|名次|排位/.test(title)) return { kind: 'rank', measure: 'rank', status: 'actual' };
  return { kind: 'level', measure: 'flow', status: 'actual' };
}

function columnsOf(table: Table, context: ReportContext): Column[] {
  return table.header.map((cell) => {
    const year = /((?:19|20)\d\d)/.exec(cell.text)?.[1];
    const known = context.clock.year;
    const before = /上年|去年|上期/.test(cell.text) && !/比上年|较上年/.test(cell.text) && known !== null ? known - 1 : null;
    return {
      title: withoutNotes(cell.text),
      ...sortOf(cell.text),
      year: year ? Number(year) : (before ?? known),
      unit: inBrackets(cell.text),
      counts: !SERIAL.test(cell.text),
    };
  });
}

/** 亿元, 万件, %: a unit standing alone, with its multiplier. */
function unitNamed(text: string): { powers: number; base: string; percent: boolean } | null {
  const multiplier = multiplierAt(text, 0);
  const unit = unitAt(text, multiplier.end) ?? unitAt(text, 0);
  if (!unit) return null;
  const powers = unitAt(text, multiplier.end) ? multiplier.powers : 0;
  return { powers: powers + unit.powers, base: unit.base, percent: unit.class === 'percent' };
}

type Row = { readonly label: string; readonly unit: string; readonly year: number | null; readonly labelStart: number };

function rowOf(cells: readonly Cell[], columns: readonly Column[]): Row {
  const unitColumn = columns.findIndex((column) => /^(?:计量)?单位$/.test(column.title));
  const label = cells.find((cell, at) => at !== unitColumn && !isNumberCell(cell.text) && !/^[-—–…]+$/.test(cell.text));
  const first = cells[0];
  const year = first && isYearCell(first.text) ? Number(first.text.slice(0, 4)) : null;
  return {
    label: label ? withoutNotes(label.text) : '',
    unit: (cells[unitColumn]?.text ?? '') || inBrackets(label?.text ?? ''),
    year,
    labelStart: label?.start ?? first?.start ?? 0,
  };
}

const GROWTH_UNIT = '%';

function draftOf(cell: Cell, row: Row, column: Column, context: ReportContext): Draft | null {
  const sign = cell.text.startsWith('-') ? '-' : '';
  const from = cell.start + (/^[-+]/.test(cell.text) ? 1 : 0);
  const digits = cell.text.replace(/^[-+]/, '');
  const numeral = arabicAt(digits, 0, () => false);
  if (!numeral) return null;
  const rated = column.kind === 'yoy_growth' || column.kind === 'share' || column.kind === 'ratio';
  const unit = unitNamed(
    digits.endsWith('%') ? '%' : rated ? column.unit || GROWTH_UNIT : column.kind === 'rank' ? '位' : column.unit || row.unit,
  );
  const value = written(shift(numeral.value, unit?.powers ?? 0));
  const exact = sign !== '' && value !== '0' ? `-${value}` : value;
  const thing =
    row.label === ''
      ? column.title
      : PLAIN.test(column.title) || rated || column.kind === 'rank' || column.kind === 'target'
        ? row.label
        : row.label + column.title;
  const suffix = column.kind === 'yoy_growth' ? '增速' : column.kind === 'share' ? '占比' : column.kind === 'rank' ? '排名' : '';
  const indicator = thing.endsWith(suffix) ? thing : thing + suffix;
  const year = row.year ?? column.year;
  return {
    start: Math.min(from, cell.start),
    end: cell.end,
    rawStart: from,
    rawEnd: cell.end,
    value: Number(exact),
    exact,
    unit: unit?.base ?? null,
    kind: column.kind === 'level' && unit?.percent ? 'ratio' : column.kind,
    measure: column.measure,
    bound: 'exact',
    precision: Number(`5e${numeral.place + (unit?.powers ?? 0) - 1}`),
    indicator,
    indicatorId: subjectOf(indicator, row.label).id,
    period: year === null ? null : String(year),
    region: context.region,
    of: null,
    comparison: column.kind === 'yoy_growth' ? { base: '上年' } : null,
    status: column.status,
    confidence: unit ? 0.8 : 0.6,
  };
}

/** The figures of a table, cell by cell. */
export function readTable(table: Table, context: ReportContext): Draft[] {
  const columns = columnsOf(table, context);
  const drafts: Draft[] = [];
  for (const cells of table.rows) {
    // A row that lacks a cell is aligned at its end, where the numbers are.
    const shiftBy = columns.length - cells.length;
    const row = rowOf(cells, columns);
    cells.forEach((cell, at) => {
      if (!isNumberCell(cell.text) || (at === 0 && isYearCell(cell.text))) return;
      const column = columns[shiftBy > 0 && at > 0 ? at + shiftBy : at] ?? {
        title: '',
        ...sortOf(''),
        year: context.clock.year,
        unit: '',
        counts: columns.length === 0,
      };
      const draft = column.counts && (row.label !== '' || row.year !== null) ? draftOf(cell, row, column, context) : null;
      if (draft) drafts.push(draft);
    });
  }
  return drafts;
}
