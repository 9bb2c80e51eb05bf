// Reads the figures of a table: each number cell, named by its row, dated and sorted by its column.
import { isStanding } from './attributes.ts';
import type { ReportContext } from './context.ts';
import type { Draft } from './drafts.ts';
import { arabicAt, shift, written } from './numerals.ts';
import { isPlace } from './places.ts';
import type { Kind, Measure } from './reading.ts';
import { canonical, PER_HEAD, subjectOf } from './subjects.ts';
import { type Cell, isBlank, isNumberCell, isYearCell } from './table-cells.ts';
import { type Column, columnsOf, isThing, NO_COLUMN, unitFor, unitNamed, unitsOfCaption } from './table-columns.ts';
import type { Table } from './table-rows.ts';
import { inBrackets, withoutNotes } from './table-titles.ts';

type Row = {
  readonly label: string;
  /** The row is of this place, and its column says what is counted there. */
  readonly region: string | null;
  readonly unit: string;
  readonly year: number | null;
};

const WHOLE = /^(?:合计|总计|全[省市县区州]|市本级|市直|平均)$/;
const isUnitTitle = ({ title }: Column) => /^(?:计量)?单位$/.test(title);

/** The cell that says what a row is of. */
const labelOf = (cells: readonly Cell[], columns: readonly Column[]): Cell | undefined => {
  const unitColumn = columns.findIndex(isUnitTitle);
  return cells.find(({ text }, at) => at !== unitColumn && !isNumberCell(text) && !isBlank(text));
};

/** 合同类别, 专利类型: each row is a kind of them. */
const KINDS_OF = /^(合同|专利|企业|机构|平台|项目|园区|贷款)(?:类别|类型|种类)$/;

function rowOf(cells: readonly Cell[], columns: readonly Column[], ofPlaces: boolean, context: ReportContext): Row {
  const unitColumn = columns.findIndex(isUnitTitle);
  const label = labelOf(cells, columns);
  const first = cells[0];
  const sort = label ? KINDS_OF.exec(columns[cells.indexOf(label)]?.title ?? '')?.[1] : undefined;
  const words = label ? withoutNotes(label.text) : '';
  const name = sort === undefined || words.endsWith(sort) || WHOLE.test(words) ? words : words + sort;
  return {
    label: name,
    region: ofPlaces && name !== '' ? (WHOLE.test(name) ? (context.region ?? '全市') : name) : null,
    unit: (unitNamed(cells[unitColumn]?.text ?? '') ? cells[unitColumn]?.text : '') || inBrackets(label?.text ?? ''),
    year: first && isYearCell(first.text) ? Number(first.text.slice(0, 4)) : null,
  };
}

/** 招生人数 above 绝对数 and 增长: what is counted of each row; a place, a time or a sum above them says nothing of it. */
const countedUnder = (row: Row, { plain, group }: Column): string =>
  plain && group !== '' && group.length >= 3 && isThing(group) && !row.label.endsWith(group) ? group : '';

/** The name of a cell: by its row where the rows are things, by its column where they are places or years. */
function namedBy(row: Row, column: Column, differs: boolean): string {
  const reached = column.kind === 'ratio' && column.plain;
  const byColumn = row.region !== null || row.label === '';
  const rated = column.kind === 'ratio' && !column.plain;
  const name = byColumn
    ? column.owner || row.label
    : rated
      ? row.label + (row.label.endsWith(column.title) ? '' : column.title)
      : column.plain || differs || column.kind !== 'level'
        ? row.label + countedUnder(row, column)
        : row.label + column.title.replace(/完成$/, '');
  const suffix = differs
    ? '比上年变化'
    : reached
      ? '任务完成率'
      : column.kind === 'yoy_growth'
        ? '增速'
        : column.kind === 'share'
          ? `${/占(全[省市县区国])/.exec(column.title)?.[0] ?? '占'}比重`
          : column.kind === 'rank'
            ? '排名'
            : '';
  const bare =
    suffix === '' ? name : name.replace(/(?:同比|比上年)?(?:增长|增速|增幅|增减|排名|位次|占比|占全[省市县区国]比重|比重)(?:率)?$/, '');
  return (bare || name) + suffix;
}

const GROWTH_UNIT = '%';

/** What a row or column without a word of how says by its name: a share, a growth, by how many more. */
function sortByName(name: string, percent: boolean): { kind: Kind; measure: Measure } | null {
  if (!percent) return /净增(?:家数|数|量|额)?$/.test(name) ? { kind: 'change', measure: 'net_change' } : null;
  if (/(?:增速|增幅|增长率?)$/.test(name)) return { kind: 'yoy_growth', measure: 'rate' };
  return /占.{2,}比[重例]$|占比$|比重$/.test(name) ? { kind: 'share', measure: 'share' } : { kind: 'ratio', measure: 'rate' };
}

type Numbered = { readonly columns: readonly Column[]; readonly fractions: ReadonlySet<number>; readonly units: readonly string[] };

function draftOf(cell: Cell, row: Row, at: number, table: Numbered, context: ReportContext): Draft | null {
  const column: Column = table.columns[at] ?? { ...NO_COLUMN, year: context.clock.year === null ? null : String(context.clock.year) };
  const sign = /^[-－−]/.test(cell.text) ? '-' : '';
  const from = cell.start + (/^[-+－−]/.test(cell.text) ? 1 : 0);
  const digits = cell.text.replace(/^[-+－−]/, '');
  const numeral = arabicAt(digits.replace(/^第/, ''), 0, () => false);
  if (!numeral) return null;
  const rated = column.kind === 'yoy_growth' || column.kind === 'share' || column.kind === 'ratio';
  const own = /(?:%|‰|[一-龥]+)$/.exec(digits)?.[0] ?? '';
  const told = column.unit || (column.kind === 'rank' ? '位' : rated ? GROWTH_UNIT : row.unit || unitFor(column, table.units));
  const unit = unitNamed(own || told);
  // Points, and more or fewer of the thing itself, are a difference.
  const points = unit?.base === '个百分点';
  const differs = points || (column.kind === 'yoy_growth' && unit !== null && !unit.percent);
  const powers = own === '' && column.unit === '' && table.fractions.has(at) ? 0 : (unit?.powers ?? 0);
  const value = written(shift(numeral.value, powers));
  const exact = sign !== '' && value !== '0' ? `-${value}` : value;
  const name = namedBy(row, column, differs);
  // Spending told in R&D's own letters keeps them.
  const indicator = row.region === null || /R&D.*经费/.test(name) ? name : canonical(name);
  const byName = column.kind === 'level' ? sortByName(indicator, unit?.percent === true) : null;
  const isRate = column.kind === 'level' && PER_HEAD.test(indicator);
  return {
    start: Math.min(from, cell.start),
    end: cell.end,
    rawStart: from,
    rawEnd: cell.end,
    value: points ? { pp: Number(exact) } : Number(exact),
    exact,
    unit: unit?.base ?? null,
    kind: differs ? 'change' : (byName?.kind ?? column.kind),
    measure: differs
      ? 'difference'
      : byName
        ? byName.measure
        : isRate
          ? 'rate'
          : column.kind === 'level' && isStanding(indicator)
            ? 'stock'
            : column.measure,
    bound: 'exact',
    precision: Number(`5e${numeral.place + powers - 1}`),
    indicator,
    indicatorId: subjectOf(indicator, row.region === null ? row.label : column.owner).id,
    period: row.year === null ? column.year : String(row.year),
    region: row.region ?? context.region,
    of: null,
    comparison: column.kind === 'yoy_growth' || differs ? { base: '上年' } : null,
    status: column.status,
    confidence: unit ? 0.8 : 0.6,
  };
}

/** The column of a cell: a row that lacks cells is aligned at its end, where the numbers are. */
const columnAt = (at: number, cells: readonly Cell[], columns: readonly Column[]): number => {
  const lacking = columns.length - cells.length;
  return lacking > 0 && (at > 0 || isNumberCell(cells[0]?.text ?? '')) ? at + lacking : at;
};

/** Growths told as 0.371: columns without a sign of percent whose numbers have three places or more. */
function fractionsOf({ rows }: Table, columns: readonly Column[]): Set<number> {
  const found = new Set<number>();
  columns.forEach(({ kind, unit }, at) => {
    if ((kind !== 'yoy_growth' && kind !== 'share' && kind !== 'ratio') || unit !== '') return;
    const numbers = rows.flatMap((cells) =>
      cells.filter(({ text }, place) => columnAt(place, cells, columns) === at && /^[-+－−]?\d+\.\d+$/.test(text)),
    );
    if (numbers.length >= 2 && numbers.every(({ text }) => /\.\d{3,}$/.test(text))) found.add(at);
  });
  return found;
}

/** The figures of a table, cell by cell. */
export function readTable(table: Table, context: ReportContext): Draft[] {
  const columns = columnsOf(table, context);
  const labels = table.rows.map((cells) => labelOf(cells, columns)?.text ?? '');
  const places = labels.filter((label) => isPlace(withoutNotes(label))).length;
  const ofPlaces = places > 0 && places * 2 >= labels.filter((label) => label !== '').length;
  const hasSerial = columns.length === 0 && table.rows.length > 1 && table.rows.every(([first], at) => first?.text === String(at + 1));
  const numbered: Numbered = { columns, fractions: fractionsOf(table, columns), units: unitsOfCaption(table.caption) };
  const drafts: Draft[] = [];
  for (const cells of table.rows) {
    const row = rowOf(cells, columns, ofPlaces, context);
    cells.forEach((cell, at) => {
      if (!isNumberCell(cell.text) || (at === 0 && (isYearCell(cell.text) || hasSerial))) return;
      const place = columnAt(at, cells, columns);
      const counts = columns[place]?.counts ?? columns.length === 0;
      const draft = counts && (row.label !== '' || row.year !== null) ? draftOf(cell, row, place, numbered, context) : null;
      if (draft) drafts.push(draft);
    });
  }
  return drafts;
}
