// Reads the figures of a table: each number cell, named by its row, dated and sorted by its column.
import { isStanding } from './attributes.ts';
import type { ReportContext } from './context.ts';
import { unitAt } from './lexicon/units.ts';
import { arabicAt, multiplierAt, shift, written } from './numerals.ts';
import { isPlace } from './places.ts';
import type { Draft } from './read-sentence.ts';
import type { Kind, Measure, Status } from './reading.ts';
import { canonical, subjectOf } from './subjects.ts';
import { type Cell, isNumberCell, isYearCell, type Table } from './table-rows.ts';

type Column = {
  readonly title: string;
  /** What a growth, share or rank without words of its own is one of: the level column before it. */
  readonly owner: string;
  readonly kind: Kind;
  readonly measure: Measure;
  readonly status: Status;
  readonly year: number | null;
  readonly unit: string;
  readonly counts: boolean;
};

const SERIAL =
  /^(?:序号|县区|区县|县市区|市县|市州|地市|城市|区域|园区|单位名称|企业名称|编号|代码|排序|年份|单位|计量单位|指标|项目|名称|类别|备注|地区)$/;
const PLAIN = /^(?:绝对数|数值|数量|总量|指标值|实际|实绩|完成|完成数|完成值|完成情况|本年|本期|合计|产量|金额|值|数|全年|累计|期末数)?$/;
const inBrackets = (text: string) => /[(（]([^()（）]{1,8})[)）]/.exec(text)?.[1] ?? '';
/** 2025年, 2025年上半年, 2025年1至11月, 2025年1月1日至11月29日. */
const PERIOD =
  /(?:19|20)\d\d年?(?:[上下]半年|(?:前|第)?[一二三四]季度|(?:\d{1,2}月?(?:\d{1,2}日)?[至—–~-])?\d{1,2}月(?:份|底|末|\d{1,2}日)?)?/g;
const withoutNotes = (text: string) =>
  text
    .replace(/[(（][^()（）]*[)）]|[#*]|^其中[:：]?/g, '')
    .replace(PERIOD, '')
    .trim();

function sortOf(title: string): { kind: Kind; measure: Measure; status: Status } {
  if (/目标|计划|任务数/.test(title) && !/完成/.test(title)) return { kind: 'target', measure: 'flow', status: 'target' };
  if (/增长|增速|增幅|同比|比上年|±|升降/.test(title)) return { kind: 'yoy_growth', measure: 'rate', status: 'actual' };
  if (/占比|比重|占全/.test(title)) return { kind: 'share', measure: 'share', status: 'actual' };
  if (/率$|率[(（]/.test(title)) return { kind: 'ratio', measure: 'rate', status: 'actual' };
  if (/排名|位次|名次|排位/.test(title)) return { kind: 'rank', measure: 'rank', status: 'actual' };
  return { kind: 'level', measure: 'flow', status: 'actual' };
}

/** 增长, 占全市比重, 排名: words that say how, not of what. */
const HOW_ONLY =
  /^(?:(?:同比|环比|比上年|较上年|年均)?(?:增长|增减|增幅|增速|增长率|增长速度|升降|变化|提高|±)(?:幅度|率|情况)?|(?:占)?(?:全[省市县区国])?(?:的)?(?:占比|比重|份额)|占全[省市县区国](?:的)?(?:比重|比例|份额)?|(?:全[省市县区国])?(?:排名|位次|名次|排位|排序)(?:变化)?|完成率|完成比例)$/;

function columnsOf(table: Table, context: ReportContext): Column[] {
  let owner = '';
  return table.header.map((cell) => {
    const year = /((?:19|20)\d\d)/.exec(cell.text)?.[1];
    const known = context.clock.year;
    const before = /上年|去年|上期/.test(cell.text) && !/比上年|较上年/.test(cell.text) && known !== null ? known - 1 : null;
    const title = withoutNotes(cell.text);
    const bare = HOW_ONLY.test(title) || PLAIN.test(title);
    if (!bare && !SERIAL.test(title) && sortOf(cell.text).kind === 'level') owner = title;
    return {
      title,
      owner: HOW_ONLY.test(title) ? owner : bare ? '' : title,
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

type Row = {
  readonly label: string;
  readonly place: boolean;
  readonly unit: string;
  readonly year: number | null;
  readonly labelStart: number;
};

function rowOf(cells: readonly Cell[], columns: readonly Column[]): Row {
  const unitColumn = columns.findIndex((column) => /^(?:计量)?单位$/.test(column.title));
  const label = cells.find((cell, at) => at !== unitColumn && !isNumberCell(cell.text) && !/^[-—–…]+$/.test(cell.text));
  const first = cells[0];
  const year = first && isYearCell(first.text) ? Number(first.text.slice(0, 4)) : null;
  return {
    label: label ? withoutNotes(label.text) : '',
    place: label !== undefined && isPlace(withoutNotes(label.text)),
    unit: (cells[unitColumn]?.text ?? '') || inBrackets(label?.text ?? ''),
    year,
    labelStart: label?.start ?? first?.start ?? 0,
  };
}

const GROWTH_UNIT = '%';

/** The name of a cell: by its row where the rows are things, by its column where they are places or years. */
function namedBy(row: Row, column: Column, differs: boolean): string {
  const rated = column.kind !== 'level';
  const thing = row.place || row.label === '' ? column.owner || row.label : '';
  const name = thing || (PLAIN.test(column.title) || rated || differs ? row.label : row.label + column.title);
  const suffix = differs
    ? '比上年变化'
    : column.kind === 'yoy_growth'
      ? '增速'
      : column.kind === 'share'
        ? `${/占(全[省市县区国])/.exec(column.title)?.[0] ?? '占'}比重`
        : column.kind === 'rank'
          ? '排名'
          : '';
  const bare = suffix === '' ? name : name.replace(/(?:同比|比上年)?(?:增长|增速|增幅|增减|排名|位次|占比|比重)(?:率)?$/, '');
  return (bare || name) + suffix;
}

function draftOf(cell: Cell, row: Row, column: Column, context: ReportContext): Draft | null {
  const sign = cell.text.startsWith('-') ? '-' : '';
  const from = cell.start + (/^[-+]/.test(cell.text) ? 1 : 0);
  const digits = cell.text.replace(/^[-+]/, '');
  const numeral = arabicAt(digits.replace(/^第/, ''), 0, () => false);
  if (!numeral) return null;
  const rated = column.kind === 'yoy_growth' || column.kind === 'share' || column.kind === 'ratio';
  const own = /(?:%|‰|[一-龥]+)$/.exec(digits)?.[0] ?? '';
  const unit = unitNamed(own || (rated ? column.unit || GROWTH_UNIT : column.kind === 'rank' ? '位' : column.unit || row.unit));
  // Points, and more or fewer of the thing itself, are a difference.
  const points = unit?.base === '个百分点';
  const differs = points || (column.kind === 'yoy_growth' && unit !== null && !unit.percent);
  const value = written(shift(numeral.value, unit?.powers ?? 0));
  const exact = sign !== '' && value !== '0' ? `-${value}` : value;
  const indicator = row.place ? canonical(namedBy(row, column, differs)) : namedBy(row, column, differs);
  const year = row.year ?? column.year;
  return {
    start: Math.min(from, cell.start),
    end: cell.end,
    rawStart: from,
    rawEnd: cell.end,
    value: points ? { pp: Number(exact) } : Number(exact),
    exact,
    unit: unit?.base ?? null,
    kind: differs ? 'change' : column.kind === 'level' && unit?.percent ? 'ratio' : column.kind,
    measure: differs ? 'difference' : column.kind === 'level' && isStanding(indicator) ? 'stock' : column.measure,
    bound: 'exact',
    precision: Number(`5e${numeral.place + (unit?.powers ?? 0) - 1}`),
    indicator,
    indicatorId: subjectOf(indicator, row.label).id,
    period: year === null ? null : String(year),
    region: row.place ? row.label : context.region,
    of: null,
    comparison: column.kind === 'yoy_growth' || differs ? { base: '上年' } : null,
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
        owner: '',
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
