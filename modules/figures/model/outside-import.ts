// Judges the rows of a workbook of values from outside: what each means, what it would change, and what is wrong with it, at its column.
import type { Catalogue } from '#kernel/declare/system.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import type { FiguresSetting } from '../setting.ts';
import { codeOf, inBase, placed, type Series, seriesOf } from './outside-series.ts';
import { figureText } from './target-text.ts';
import { unitsFor } from './target-units.ts';

export type RowText = Readonly<Record<string, string>>;

export interface RowFault {
  readonly column: string | null;
  readonly level: 'error' | 'warning';
  readonly message: string;
  /** Judging again begins anew with these. */
  readonly judged: true;
}

/** What stands already, by `name|region|year`. */
export interface Standing {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly document_name: string;
}

export interface JudgedValue {
  readonly series: Series;
  readonly region: string;
  readonly place: string;
  readonly year: number;
  readonly value: string;
  readonly documentName: string;
  readonly reason: string | null;
}

export interface JudgedRow {
  readonly row: number;
  readonly outcome: 'new' | 'change' | 'same' | 'wrong';
  readonly faults: readonly RowFault[];
  readonly diff: Readonly<Record<string, readonly [string | null, string | null]>>;
  readonly value: JudgedValue | null;
}

export interface JudgingGround {
  readonly setting: FiguresSetting;
  readonly root: string;
  readonly today: string;
  readonly standing: ReadonlyMap<string, Standing>;
  /** Unit in which a series is already kept. */
  readonly unitOf: ReadonlyMap<string, string>;
}

const fault = (column: string | null, message: string, level: RowFault['level'] = 'error'): RowFault => ({
  column,
  level,
  message,
  judged: true,
});

/** Digits as people and Excel write them: 1,234.5, １２, and a cell that shows 2.5%. */
function readValue(text: string, unit: string): { readonly value: string } | { readonly problem: string } {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  const isPercent = plain.endsWith('%');
  const digits = isPercent ? plain.slice(0, -1) : plain;
  if (!/^-?\d{1,16}(\.\d{1,12})?$/.test(digits)) return { problem: `“${text}”不是数值，请只填数字，单位另填在“单位”列` };
  if (isPercent && unit !== '%') return { problem: `写作“${text}”，与单位“${unit}”不符，请核对` };
  return { value: digits };
}

const knownName = (catalogue: Catalogue, { indicator }: Series): boolean => indicator !== null && catalogue.published.has(indicator);

/** The place that a row names, or why it cannot be used. */
function placeOf(text: string, { setting, root, today }: JudgingGround): { region: string; place: string } | { problem: string } {
  const code = codeOf(setting, root, text);
  const found = code === undefined ? { isStrange: true as const } : placed(setting, root, code, today);
  if ('isStrange' in found) return { problem: `“${text}”不是本市、本省或省内其他市的现行区划，请核对名称` };
  if ('mergedInto' in found) return { problem: `“${found.place}”已并入“${found.mergedInto}”，请登记合并后的数值` };
  return found;
}

function judgeRow(row: number, text: RowText, ground: JudgingGround, taken: Map<string, number>): JudgedRow {
  const { catalogue } = ground.setting;
  const faults: RowFault[] = [];
  const unit = text.unit ?? '';
  const series = seriesOf(catalogue, text.name ?? '', unit);
  const place = placeOf(text.region ?? '', ground);
  if ('problem' in place) faults.push(fault('region', place.problem));
  const base = ground.unitOf.get(series.name) ?? series.base;
  const read = readValue(text.value ?? '', unit);
  const value = 'problem' in read ? undefined : inBase(read.value, unit, base);
  if ('problem' in read) faults.push(fault('value', read.problem));
  else if (value === undefined) faults.push(fault('unit', `与“${series.name}”不符，应为${unitsFor(base).join('、')}`));
  if (!knownName(catalogue, series))
    faults.push(
      fault(
        'name',
        series.indicator === null ? '指标目录中没有这个名称，将单独成一组数据' : '台账已生成这个指标，登记的数只作对照',
        'warning',
      ),
    );
  const wrong: JudgedRow = { row, outcome: 'wrong', faults, diff: {}, value: null };
  if (value === undefined || 'problem' in place) return wrong;
  const key = `${series.name}|${place.region}|${text.year}`;
  const twin = taken.get(key);
  if (twin !== undefined) {
    faults.push(fault(null, `与第 ${twin} 行是同一指标、同一地区、同一年度，请只保留一行`));
    return wrong;
  }
  taken.set(key, row);
  const before = ground.standing.get(key);
  const isSame = before !== undefined && decimal(before.value).equals(decimal(value));
  const says = (one: string): string => figureText(one, base);
  if (before !== undefined && !isSame && (text.reason ?? '') === '') {
    faults.push(fault('reason', `与已登记的 ${says(before.value)}（${before.document_name}）不同，请填写修订原因；原值会保留`));
    return wrong;
  }
  return {
    row,
    outcome: before === undefined ? 'new' : isSame ? 'same' : 'change',
    faults,
    diff: isSame ? {} : { value: [before === undefined ? null : says(before.value), says(value)] },
    value: {
      series: { ...series, base },
      ...place,
      year: Number(text.year),
      value,
      documentName: text.document ?? '',
      reason: text.reason ?? null,
    },
  };
}

/** `hasFault` says of which rows reading has found faults already: they are told with the others, but never written. */
export function judgeOutside(
  rows: readonly { readonly row: number; readonly text: RowText; readonly hasFault: boolean }[],
  ground: JudgingGround,
): JudgedRow[] {
  const taken = new Map<string, number>();
  return rows.map(({ row, text, hasFault }) =>
    hasFault ? { row, outcome: 'wrong', faults: [], diff: {}, value: null } : judgeRow(row, text, ground, taken),
  );
}
