// Imports yearly figures of one or several sources; empty cells leave what is recorded as it is.
import { sql } from 'kysely';
import { compareDecimals, shiftPoint } from '#kernel/fields/decimal-text.ts';
import { Refusal } from '#platform/refusal.ts';
import { financeSources } from '#vocabularies/enterprises/finance-sources.ts';
import { findTerm } from '#vocabularies/vocabulary.ts';
import { financeItems, financeYears } from '../../model/finance-items.ts';
import { nameKey } from '../../model/name-keys.ts';
import { figuresJson, writeFinance } from '../finance.ts';
import { hasError, meantRows, partyMissing, problemWhen } from './judging.ts';
import type { ImportColumn, ImportContext, ImportKind, RowProblem, RowValues } from './kind.ts';
import { codeColumn, nameColumn } from './party-columns.ts';
import { ofBatch, recordsToUndo, rowsToWrite } from './working-copy.ts';

const raw = sql.raw;

const figureColumns: readonly ImportColumn[] = financeItems.map((item) => ({
  key: item.key,
  label: item.name,
  ...(item.aliases === undefined ? {} : { aliases: item.aliases }),
  reader: item.unit === '人' ? 'integer' : 'decimal',
  unit: item.unit,
  shownUnit: item.unit === '人' ? '人' : '万元',
  ...(item.maySink === undefined ? {} : { maySink: true }),
}));

const sourceOptions = financeSources.items.map(({ code, name, aliases }) => ({ code, name, aliases }));

const yearFault = (value: string): string | null => {
  const year = Number(value);
  return year >= financeYears.first && year <= financeYears.last ? null : `年度应在 ${financeYears.first} 至 ${financeYears.last} 之间`;
};

const type = (unit: '元' | '人'): string => (unit === '元' ? 'numeric(18,2)' : 'numeric(9,0)');

/** {key: [before, after]} of the figures that the file gives and that differ. */
const difference = raw(
  financeItems
    .map(
      ({ key, column, unit }) =>
        `case when j.values ? '${key}' and (j.values ->> '${key}')::${type(unit)} is distinct from f.${column} then jsonb_build_object('${key}', jsonb_build_array(f.${column}::text, j.values ->> '${key}')) else '{}'::jsonb end`,
    )
    .join(' || '),
);

async function judge({ db, batch }: ImportContext): Promise<void> {
  const meant = await meantRows(db, batch);
  await sql`
    with numbered as (
      select m.*, min(m.n) over (partition by m.party, m.values ->> '_year', m.values ->> '_source') as first_n from ${meant} m
    ),
    judged as (
      select j.n, j.party, j.by, f.version, ${difference} as diff, j.problems
        || ${partyMissing('j')}
        || ${problemWhen(sql`j.party is not null and j.first_n <> j.n`, null, sql`'与第 ' || j.first_n || ' 行是同一主体的同一年度和来源，请只保留一行'`)}
        || ${problemWhen(sql`j.by = 'former-name'`, 'name', sql`'按曾用名找到'`, 'warning')} as problems
      from numbered j left join registry.finance f
        on f.party = j.party and f.year = (j.values ->> '_year')::smallint and f.source = j.values ->> '_source'
    )
    update registry.import_row r set party = j.party, matched_by = j.by, version = j.version, diff = j.diff, problems = j.problems,
      outcome = case when ${hasError(sql`j.problems`)} then 'wrong' when j.diff = '{}' then 'same' when j.version is null then 'new' else 'change' end
    from judged j where r.batch = ${ofBatch(batch)} and r.row = j.n`.execute(db);
}

const incomingOf = (writing: ReturnType<typeof sql>) => sql`
  select r.party, (r.values ->> '_year')::smallint as year, r.values ->> '_source' as source,
    ${raw(financeItems.map((item) => `(r.values ->> '${item.key}')::${type(item.unit)} as ${item.column}`).join(', '))}, null::text as note
  from ${writing} r`;

async function commit({ db, by, batch, region }: ImportContext): Promise<void> {
  const writing = await rowsToWrite(db, batch);
  await sql`
    insert into registry.import_undo (root, region, batch, target, key, row, party, before, version)
    select ${by.root}, ${region}, ${batch}::uuid, 'finance', r.party::text || '/' || (r.values ->> '_year') || '/' || (r.values ->> '_source'), r.row, r.party,
      case when f.party is not null then ${figuresJson('f')} end, coalesce(f.version, 0) + 1
    from ${writing} r left join registry.finance f
      on f.party = r.party and f.year = (r.values ->> '_year')::smallint and f.source = r.values ->> '_source'`.execute(db);
  await writeFinance(db, by, incomingOf(writing), { mode: 'fill', reason: '批量导入', batch });
}

async function undoRefusals({ db, batch }: ImportContext) {
  const { rows } = await sql<{ key: string; row: number; what: string; why: string }>`
    select u.key, u.row, coalesce(p.name, '') || ' ' || split_part(u.key, '/', 2) || ' 年' as what,
      case when f.party is null then '已不存在' else '导入后又被更正过' end as why
    from registry.import_undo u
    left join registry.finance f on f.party = u.party and f.year = split_part(u.key, '/', 2)::smallint and f.source = split_part(u.key, '/', 3)
    left join registry.party p on p.id = u.party
    where u.batch = ${ofBatch(batch)} and u.target = 'finance' and (f.party is null or f.version <> u.version) order by u.row`.execute(db);
  return rows;
}

async function undo({ db, by, batch }: ImportContext, except: readonly string[]): Promise<void> {
  const undoing = await recordsToUndo(db, batch, 'finance', except);
  const before = sql`
    select u.party, split_part(u.key, '/', 2)::smallint as year, split_part(u.key, '/', 3) as source,
      ${raw(financeItems.map((item) => `(u.before ->> '${item.column}')::${type(item.unit)} as ${item.column}`).join(', '))}, null::text as note
    from ${undoing} u where u.before is not null`;
  await writeFinance(db, by, before, { mode: 'replace', reason: '撤销批量导入', batch: null });
  await sql`
    with gone as (
      delete from registry.finance f using ${undoing} u
      where u.before is null and f.party = u.party and f.year = split_part(u.key, '/', 2)::smallint and f.source = split_part(u.key, '/', 3)
      returning f.*
    )
    insert into registry.finance_revision (root, id, region, party, year, source, version, before, after, at, account, account_name, reason)
    select g.root, gen_random_uuid(), g.region, g.party, g.year, g.source, g.version + 1, ${figuresJson('g')}, null, ${by.now}, ${by.account}::uuid,
      ${by.name}, '撤销批量导入' from gone g`.execute(db);
}

/** What cannot be true of one line of figures. */
function contradictions(values: Readonly<RowValues>): RowProblem[] {
  const problems: RowProblem[] = [];
  const exceeds = (part: string, whole: string, message: string): void => {
    const [a, b] = [values[part], values[whole]];
    if (a !== undefined && b !== undefined && compareDecimals(a, b) > 0) problems.push({ column: part, level: 'warning', message });
  };
  exceeds('scienceStaff', 'staff', '大于职工总数，请核对');
  exceeds('highTechIncome', 'grossIncome', '大于收入总额，请核对');
  exceeds('sales', 'grossIncome', '大于收入总额，请核对');
  return problems;
}

export const financeImport: ImportKind = {
  id: 'registry/finance',
  name: '财务数据',
  permission: 'registry/party:import',
  counter: '条',
  says: '按统一社会信用代码查找主体，没有代码的按名称查找；主体须已登记。空单元格不改动已有数据；金额单位以表头为准。',
  options(given) {
    const { year, source } = given;
    const wrong = (where: string, message: string) =>
      new Refusal('IMPORT_OPTIONS', message, { status: 400, details: [{ where, message }] });
    if (year !== undefined && year !== '' && (!/^\d{4}$/.test(year) || yearFault(year) !== null))
      throw wrong('year', '年度应为四位数字，如 2024。');
    if (source !== undefined && source !== '' && findTerm(financeSources, source) === undefined)
      throw wrong('source', '数据来源不在列表中。');
    return { ...(year ? { year } : {}), ...(source ? { source } : {}) };
  },
  columns: (options) => [
    codeColumn,
    nameColumn,
    {
      key: 'year',
      label: '年度',
      aliases: ['年份', '会计年度', '所属年度'],
      reader: 'year',
      isRequired: options.year === undefined,
      check: yearFault,
      example: '2024',
    },
    {
      key: 'source',
      label: '数据来源',
      aliases: ['来源'],
      reader: 'choice',
      options: sourceOptions,
      isRequired: options.source === undefined,
      example: '审计报告',
    },
    ...figureColumns,
  ],
  titleOf: (values) => `${values.name ?? values.uscc ?? ''} ${values._year ?? ''} 年`,
  finishRow(values, { options }) {
    if (values.name !== undefined) values._key = nameKey(values.name);
    // The file's own column wins over what was chosen for the whole file.
    const year = values.year ?? options.year;
    const source = values.source ?? options.source;
    if (year !== undefined) values._year = year;
    if (source !== undefined) values._source = source;
    const problems = contradictions(values);
    if (!financeItems.some((item) => values[item.key] !== undefined))
      problems.push({ column: null, level: 'error', message: '该行没有任何财务数据' });
    return problems;
  },
  judge,
  commit,
  undoRefusals,
  undo,
  words(key, value) {
    if (value === null) return null;
    return financeItems.find((item) => item.key === key)?.unit === '人' ? `${shiftPoint(value, 0)}人` : `${shiftPoint(value, -4)}万元`;
  },
};
