// The import of values from outside as the registry's machinery runs it: a dry run, the difference, writing as one batch, and taking it back.
import {
  type ImportColumn,
  type ImportContext,
  type ImportKind,
  keepJudged,
  type StagedRow,
  stagedRows,
  type UndoRefusal,
} from '#modules/registry/contract.ts';
import { Refusal } from '#platform/refusal.ts';
import { type JudgedRow, judgeOutside } from '../model/outside-import.ts';
import { unitsOf } from '../model/outside-series.ts';
import type { FiguresSetting } from '../setting.ts';
import { readOutside, recordOutside, valuesOfBatch } from './outside-values.ts';

const yearFault = (value: string): string | null =>
  Number(value) >= 1990 && Number(value) <= 2100 ? null : `“${value}”不在 1990 至 2100 之间`;

const columnsOf = (setting: FiguresSetting): readonly ImportColumn[] => [
  {
    key: 'name',
    label: '指标',
    aliases: ['指标名称', '数据名称', '名称'],
    reader: 'written',
    isRequired: true,
    maxLength: 60,
    example: '地区生产总值',
  },
  { key: 'region', label: '地区', aliases: ['县区', '区划', '行政区划', '城市'], reader: 'written', isRequired: true, maxLength: 60 },
  { key: 'year', label: '年度', aliases: ['年份', '数据年度'], reader: 'year', isRequired: true, check: yearFault, example: '2024' },
  { key: 'value', label: '数值', aliases: ['数据', '数'], reader: 'written', isRequired: true, maxLength: 40 },
  {
    key: 'unit',
    label: '单位',
    aliases: ['计量单位'],
    reader: 'choice',
    isRequired: true,
    options: unitsOf(setting.catalogue).map((unit) => ({ code: unit, name: unit })),
    example: '亿元',
  },
  {
    key: 'document',
    label: '来源文件',
    aliases: ['来源', '出处', '数据来源'],
    reader: 'written',
    isRequired: true,
    maxLength: 200,
    example: '2024年国民经济和社会发展统计公报',
  },
  { key: 'reason', label: '修订原因', aliases: ['原因', '备注'], reader: 'written', maxLength: 200 },
];

async function judged(setting: FiguresSetting, context: ImportContext, staged: readonly StagedRow[]): Promise<readonly JudgedRow[]> {
  const { db, by } = context;
  const all = await readOutside(db, by.root, null);
  return judgeOutside(
    staged.map(({ row, values, problems }) => ({
      row,
      text: values,
      hasFault: problems.some((problem) => problem.judged !== true && problem.level === 'error'),
    })),
    {
      setting,
      root: by.root,
      today: by.today,
      standing: new Map(all.map((row) => [`${row.name}|${row.region}|${row.year}`, row])),
      unitOf: new Map(all.map(({ name, unit }) => [name, unit])),
    },
  );
}

const changedSince = (rows: readonly number[]): Refusal =>
  new Refusal('IMPORT_CONFLICT', '核对之后有人登记了其中一些数，本批没有写入。请重新上传文件核对。', {
    status: 409,
    details: rows.slice(0, 20).map((row) => ({ where: `第 ${row} 行`, message: '在核对之后已有变化' })),
  });

async function judge(setting: FiguresSetting, context: ImportContext): Promise<void> {
  const staged = await stagedRows(context);
  const results = (await judged(setting, context, staged)).map(({ row, outcome, faults, diff }, n) => ({
    row,
    outcome,
    diff,
    problems: [...(staged[n]?.problems ?? []).filter((problem) => problem.judged !== true), ...faults],
  }));
  // Judged again before it is written: what people saw must still be what happens.
  const moved = results.filter(({ outcome, diff }, n) => {
    const before = staged[n];
    return before?.outcome != null && (before.outcome !== outcome || JSON.stringify(before.diff?.value) !== JSON.stringify(diff.value));
  });
  if (moved.length > 0) throw changedSince(moved.map(({ row }) => row));
  await keepJudged(context, results);
}

async function commit(setting: FiguresSetting, context: ImportContext): Promise<void> {
  const { db, by, batch } = context;
  const rows = await judged(setting, context, await stagedRows(context));
  const values = rows.flatMap(({ outcome, value }) => {
    if (value === null || (outcome !== 'new' && outcome !== 'change')) return [];
    const { series, region, place, year, value: exact, documentName, reason } = value;
    return [
      { name: series.name, unit: series.base, indicator: series.indicator, region, place, year, value: exact, documentName, reason, batch },
    ];
  });
  await recordOutside(db, by, '', values);
}

async function undoRefusals({ db, by, batch }: ImportContext): Promise<readonly UndoRefusal[]> {
  return (await valuesOfBatch(db, by.root, batch)).flatMap(({ row, followedBy }, n) =>
    followedBy === null
      ? []
      : [{ key: row.id, row: n + 1, what: `${row.place}${row.year}年${row.name}`, why: `导入后又由${followedBy}登记过` }],
  );
}

/** A value that stood before stands again; where none did, the value is withdrawn. Both stay to be seen. */
async function undo({ db, by, batch }: ImportContext, except: readonly string[]): Promise<void> {
  const mine = (await valuesOfBatch(db, by.root, batch)).filter(({ row, followedBy }) => followedBy === null && !except.includes(row.id));
  await recordOutside(
    db,
    by,
    '',
    mine.map(({ row, before }) => {
      const { name, region, place, year, unit, indicator = null } = row;
      const stands = before !== null && before.status !== 'withdrawn' ? before : null;
      const { value, document_name: documentName } = stands ?? row;
      const status = stands === null ? ('withdrawn' as const) : ('actual' as const);
      return { name, region, place, year, unit, indicator, value, documentName, status, reason: '撤销批量导入' };
    }),
  );
}

export const outsideImport = (setting: FiguresSetting): ImportKind => ({
  id: 'figures/outside',
  name: '外部数据',
  permission: 'figures/entry:post',
  counter: '个数',
  says: '一行一个数：指标、地区、年度、数值、单位和来源文件。按指标（含别名）、地区和年度对应已登记的数；与已登记的不同时须填修订原因，原值保留备查。',
  options: () => ({}),
  columns: () => columnsOf(setting),
  titleOf: (values) => `${values.region ?? ''}${values.year ?? ''}年${values.name ?? ''}`,
  words: (_key, value) => value,
  judge: (context) => judge(setting, context),
  commit: (context) => commit(setting, context),
  undoRefusals,
  undo,
});
