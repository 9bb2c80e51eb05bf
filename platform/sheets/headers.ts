// Finds the header of a sheet and says which column holds what: by label and alias, under merged groups, in whatever unit.
import type { Row } from './cell.ts';
import { columnLetters } from './cell.ts';
import { exponentBetween, isUnit } from './units.ts';
import { cleanText, isBlankText } from './values.ts';

export interface TemplateColumn {
  readonly key: string;
  readonly label: string;
  readonly aliases?: readonly string[];
  /** Unit in which values are wanted: 元, 人. */
  readonly unit?: string;
  /** Unit that our own template prints, taken when a header names none: 万元. */
  readonly shownUnit?: string;
  readonly isRequired?: boolean;
}

export interface MatchedColumn {
  readonly key: string;
  /** 1 is A. */
  readonly column: number;
  /** As found in the file. */
  readonly header: string;
  /** The power of ten from the unit of the column to the unit wanted: 4 for 万元 → 元. */
  readonly exponent: number;
  /** Neither the header nor a line above it named a unit, so the template's own was taken. */
  readonly isUnitAssumed?: true;
}

export interface HeaderMatch {
  /** First and last row of the header, as numbered in the sheet. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly MatchedColumn[];
  /** Keys wanted and not found; `missingRequired` are those without which nothing can be read. */
  readonly missing: readonly string[];
  readonly missingRequired: readonly string[];
  /** Columns with a header that no template column answers to, with the nearest label as a suggestion. */
  readonly unknown: readonly { readonly column: number; readonly header: string; readonly nearest?: string }[];
  /** A second column with the same meaning: the first is read, this one is not. */
  readonly duplicated: readonly { readonly column: number; readonly header: string; readonly key: string }[];
  /** Columns whose unit cannot be turned into the one wanted. */
  readonly wrongUnit: readonly { readonly column: number; readonly header: string; readonly key: string; readonly unit: string }[];
}

const bracketed = /^(.*)\(([^()]*)\)$/;

/** Label without blanks, numbering, required marks; `unit` from its last bracket or after a slash. */
export function splitHeader(text: string): { readonly label: string; readonly unit: string | undefined; readonly bare: string } {
  let label = cleanText(text)
    .toLowerCase()
    .replaceAll(/[\s*★]/g, '')
    .replace(/^(?:\(?[一二三四五六七八九十]+[)、.]|\(?\d+[)、.](?!\d))/, '');
  let unit: string | undefined;
  for (let found = bracketed.exec(label); found !== null && unit === undefined; found = bracketed.exec(label)) {
    const inner = (found[2] ?? '').replace(/^单位:?/, '');
    if (!isUnit(inner)) break;
    [label, unit] = [found[1] ?? '', inner];
  }
  const afterSlash = /^(.+)[/:_-]([^/:_-]+)$/.exec(label);
  if (unit === undefined && afterSlash !== null && isUnit(afterSlash[2] ?? '')) [label, unit] = [afterSlash[1] ?? '', afterSlash[2]];
  return { label, unit, bare: label.replace(bracketed, '$1') };
}

type Labels = ReadonlyMap<string, TemplateColumn>;

function labelsOf(template: readonly TemplateColumn[]): Labels {
  const labels = new Map<string, TemplateColumn>();
  for (const column of template) {
    for (const text of [column.label, ...(column.aliases ?? [])]) {
      const { label } = splitHeader(text);
      if (!labels.has(label)) labels.set(label, column);
    }
  }
  return labels;
}

/** What may stand in one column of a header, from the most to the least particular reading. */
interface HeaderText {
  readonly column: number;
  readonly header: string;
  readonly candidates: readonly string[];
  readonly unit: string | undefined;
}

const textAt = (row: Row | undefined, column: number): string => {
  const text = row?.cells[column - 1]?.text ?? '';
  return isBlankText(text) ? '' : text;
};

/** Text of a merged group: the nearest to the left, when the cell itself is empty but something stands below it. */
function groupAt(rows: readonly Row[], level: number, column: number): string {
  const own = textAt(rows[level], column);
  if (own !== '' || rows.slice(level + 1).every((row) => textAt(row, column) === '')) return own;
  for (let left = column - 1; left >= 1; left -= 1) {
    const text = textAt(rows[level], left);
    if (text !== '') return text;
  }
  return '';
}

function headerTexts(rows: readonly Row[]): HeaderText[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const found: HeaderText[] = [];
  for (let column = 1; column <= width; column += 1) {
    const path = rows.map((_, level) => groupAt(rows, level, column)).filter((text, level, all) => text !== '' && text !== all[level - 1]);
    const leaf = path.at(-1);
    if (leaf === undefined) continue;
    const parts = path.map(splitHeader);
    const last = splitHeader(leaf);
    const joined = parts.map((part) => part.label).join('');
    const [above = ''] = parts.slice(-2, -1).map((part) => part.label);
    const candidates = [joined, above + last.label, last.label, last.bare, ...(path.length > 1 && last.label === '' ? [above] : [])];
    found.push({ column, header: path.join('/'), candidates, unit: parts.findLast((part) => part.unit !== undefined)?.unit });
  }
  return found;
}

const meaning = (text: HeaderText, labels: Labels): TemplateColumn | undefined =>
  text.candidates.map((each) => labels.get(each)).find((column) => column !== undefined);

interface Found {
  readonly start: number;
  readonly depth: number;
  readonly texts: readonly HeaderText[];
  readonly score: number;
}

const deepestHeader = 3;
const rowsSearched = 30;

function findHeader(rows: readonly Row[], labels: Labels): Found | undefined {
  let best: Found | undefined;
  for (let start = 0; start < Math.min(rows.length, rowsSearched); start += 1) {
    for (let depth = 1; depth <= deepestHeader && start + depth <= rows.length; depth += 1) {
      const texts = headerTexts(rows.slice(start, start + depth));
      const score = new Set(texts.map((text) => meaning(text, labels)?.key).filter((key) => key !== undefined)).size;
      // A title line above must not count as a group of the header, so of equal readings the one of fewer rows is taken.
      const isBetter = score > (best?.score ?? 0) || (score > 0 && score === best?.score && depth < best.depth);
      if (isBetter) best = { start, depth, texts, score };
    }
  }
  return best;
}

/** `单位：万元` on a line of its own above the header holds for every column that names no unit and wants one of its kind. */
function unitAbove(rows: readonly Row[]): string | undefined {
  for (const row of rows) {
    for (const cell of row.cells) {
      const unit = /(?:金额)?单位[::]?([^,;、()]+)/.exec(cleanText(cell?.text ?? ''))?.[1]?.trim();
      if (unit !== undefined && isUnit(unit)) return unit;
    }
  }
  return undefined;
}

function pairs(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

/** The label that shares most pairs of characters, when they share at least half. */
function nearestLabel(text: HeaderText, template: readonly TemplateColumn[]): string | undefined {
  const own = pairs(splitHeader(text.header.split('/').at(-1) ?? '').label);
  let best: { label: string; likeness: number } | undefined;
  for (const { label } of template) {
    const other = pairs(splitHeader(label).label);
    const likeness = (2 * [...own].filter((pair) => other.has(pair)).length) / (own.size + other.size);
    if (likeness >= 0.5 && likeness > (best?.likeness ?? 0)) best = { label, likeness };
  }
  return best?.label;
}

/** The exponent of a column; undefined when its unit is of another kind than the one wanted. */
function unitOf(
  text: HeaderText,
  wanted: TemplateColumn,
  above: string | undefined,
): Pick<MatchedColumn, 'exponent' | 'isUnitAssumed'> | undefined {
  const { unit = '', shownUnit = unit } = wanted;
  if (text.unit !== undefined) {
    const exponent = exponentBetween(text.unit, unit);
    // 人 in the header of a column that wants no unit does no harm.
    return exponent === undefined ? (unit === '' ? { exponent: 0 } : undefined) : { exponent };
  }
  if (unit === '') return { exponent: 0 };
  const fromAbove = above === undefined ? undefined : exponentBetween(above, unit);
  if (fromAbove !== undefined) return { exponent: fromAbove };
  const exponent = exponentBetween(shownUnit, unit) ?? 0;
  // Only with money is it doubtful: 元 or 万元. People are counted one by one.
  return unit.endsWith('元') ? { exponent, isUnitAssumed: true } : { exponent };
}

/** The header among the first rows of a sheet; undefined when fewer than two columns (one, if the template has but one) are found. */
export function matchHeaders(rows: readonly Row[], template: readonly TemplateColumn[]): HeaderMatch | undefined {
  const labels = labelsOf(template);
  const found = findHeader(rows, labels);
  if (found === undefined || found.score < Math.min(2, template.length)) return undefined;
  const above = unitAbove(rows.slice(0, found.start));
  const columns: MatchedColumn[] = [];
  const unknown: { column: number; header: string; nearest?: string }[] = [];
  const duplicated: { column: number; header: string; key: string }[] = [];
  const wrongUnit: { column: number; header: string; key: string; unit: string }[] = [];
  const seen = new Set<string>();
  for (const text of found.texts) {
    const { column, header } = text;
    const wanted = meaning(text, labels);
    if (wanted === undefined) {
      const nearest = nearestLabel(text, template);
      unknown.push({ column, header, ...(nearest === undefined ? {} : { nearest }) });
      continue;
    }
    const { key } = wanted;
    const unit = unitOf(text, wanted, above);
    if (seen.has(key)) duplicated.push({ column, header, key });
    else if (unit === undefined) wrongUnit.push({ column, header, key, unit: text.unit ?? '' });
    else columns.push({ key, column, header, ...unit });
    seen.add(key);
  }
  const missing = template.filter((column) => !seen.has(column.key));
  return {
    firstRow: rows[found.start]?.number ?? 0,
    lastRow: rows[found.start + found.depth - 1]?.number ?? 0,
    columns,
    missing: missing.map((column) => column.key),
    missingRequired: missing.filter((column) => column.isRequired).map((column) => column.key),
    unknown,
    duplicated,
    wrongUnit,
  };
}

/** What stands against reading the table, one sentence each, in Chinese; empty when nothing does. */
export function headerProblems(match: HeaderMatch, template: readonly TemplateColumn[]): readonly string[] {
  const label = (key: string) => template.find((column) => column.key === key)?.label ?? key;
  return [
    ...match.missingRequired.map((key) => `缺少必需的列“${label(key)}”`),
    ...match.duplicated.map(
      ({ column, header, key }) => `${columnLetters(column)} 列“${header}”与前面的列重复（都是“${label(key)}”），请只保留一列`,
    ),
    ...match.wrongUnit.map(
      ({ column, header, key, unit }) => `${columnLetters(column)} 列“${header}”的单位“${unit}”不能换算为“${label(key)}”的单位`,
    ),
  ];
}
