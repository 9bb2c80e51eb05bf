// Imports the list of parties: new ones are made, known ones changed where the file says more or something else.
import { sql } from 'kysely';
import { type CopyRow, stageRows } from '#platform/db/copy.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { judgeCode } from '../../model/credit-code.ts';
import { nameForms } from '../../model/name-forms.ts';
import { nameKey } from '../../model/name-keys.ts';
import { fieldWords } from '../../model/party-fields.ts';
import { placesOf } from '../../model/places.ts';
import { wordsLiteral } from '../../model/search-words.ts';
import { moveStock } from '../title-stock.ts';
import { importStale } from './batches.ts';
import { hasError, meantRows, problemWhen } from './judging.ts';
import type { ImportContext, ImportKind } from './kind.ts';
import { partyColumns, partyTargets } from './party-columns.ts';
import { partyUndoRefusals, undoParties } from './undo-parties.ts';
import { ofBatch, rowsToWrite } from './working-copy.ts';

const raw = sql.raw;

/** {key: [before, after]} of the columns that the file names and that differ. */
const difference = raw(
  partyTargets
    .map(
      ({ key, column, type }) =>
        `case when m.values ? '${key}' and (m.values ->> '${key}')::${type} is distinct from p.${column} then jsonb_build_object('${key}', jsonb_build_array(p.${column}::text, m.values ->> '${key}')) else '{}'::jsonb end`,
    )
    .join(' || '),
);

async function judge({ db, batch, region, by }: ImportContext): Promise<void> {
  const isCity = region === by.root;
  const placed = sql`coalesce(j.values ->> 'region', j.old_region, ${isCity ? null : region}::text)`;
  const meant = await meantRows(db, batch);
  await sql`
    with namesakes as (
      select m.n, min(p.name || coalesce('（' || p.uscc || '）', '')) as who
      from ${meant} m join registry.party p on p.name_key = m.key collate "C" and p.status <> 'merged' and p.uscc is not null
      where m.answers = 0 and m.uscc is not null group by m.n
    ),
    joined as (
      select m.*, p.version, p.region as old_region, p.uscc as old_uscc, s.who,
        min(m.n) over (partition by coalesce(m.party::text, m.uscc, m.key)) as first_n,
        case when m.party is not null then ${difference} end as diff
      from ${meant} m left join registry.party p on p.id = m.party left join namesakes s on s.n = m.n
    ),
    judged as materialized (
      select j.n, j.party, j.by, j.version, j.diff, j.problems
        || ${problemWhen(sql`j.answers > 1`, 'name', sql`'名称对应 ' || j.answers || ' 个主体，请补充统一社会信用代码'`)}
        || ${problemWhen(sql`j.first_n <> j.n and (j.party is not null or j.uscc is not null or j.key is not null)`, null, sql`'与第 ' || j.first_n || ' 行是同一主体，请只保留一行'`)}
        || ${problemWhen(sql`j.party is null and j.answers = 0 and ${placed} is null and not jsonb_path_exists(j.problems, '$[*] ? (@.column == "region")')`, 'region', sql`'新增主体必须填写所属地区'`)}
        || ${problemWhen(sql`${!isCity} and ${placed} <> ${region}`, 'region', sql`'不在您的管辖范围内'`)}
        || ${problemWhen(sql`j.party is not null and j.old_uscc is not null and j.uscc is not null and j.uscc <> j.old_uscc`, 'uscc', sql`'与档案中的代码 ' || j.old_uscc || ' 不同，请核对'`)}
        || ${problemWhen(sql`j.who is not null`, 'name', sql`'已有同名主体 ' || j.who || '，代码不同，将新增一个主体'`, 'warning')}
        || ${problemWhen(sql`j.by = 'former-name'`, 'name', sql`'按曾用名找到，导入后名称将改为文件中的名称'`, 'warning')} as problems
      from joined j
    ),
    decided as (
      select j.*, case when ${hasError(sql`j.problems`)} then 'wrong' when j.party is null then 'new' when j.diff = '{}' then 'same' else 'change' end as outcome
      from judged j
    )
    update registry.import_row r set party = j.party, matched_by = j.by, version = j.version, diff = j.diff, problems = j.problems, outcome = j.outcome
    from decided j where r.batch = ${ofBatch(batch)} and r.row = j.n
      -- Judging again before writing mostly finds the same: rows are then left untouched, not written a second time.
      and (r.outcome, r.party, r.matched_by, r.version, r.diff, r.problems) is distinct from (j.outcome, j.party, j.by, j.version, j.diff, j.problems)`.execute(
    db,
  );
}

type Sql = ReturnType<typeof sql>;

/** Ids and forms of names are made here, while the database stores those made before, and joined to the rows: one stage for all. */
async function stageForms({ db, by }: ImportContext, writing: Sql): Promise<Sql> {
  const { rows } = await sql<{ row: number; name: string; uscc: string | null; outcome: string }>`
    select row, values ->> 'name' as name, values ->> 'uscc' as uscc, outcome from ${writing} order by row`.execute(db);
  const places = placesOf(by.root);
  const columns = {
    row: 'integer',
    id: 'uuid',
    name_key: 'text',
    core_key: 'text',
    spelling: 'text',
    initials: 'text',
    words: 'tsvector',
    uscc_check: 'text',
  };
  function* forms(): Generator<CopyRow> {
    for (const { row, name, uscc, outcome } of rows) {
      const { nameKey: key, coreKey, spelling, initials, words } = nameForms(name, places);
      const check = uscc === null ? null : judgeCode(uscc).verdict === 'VALID' ? 'ok' : 'warning';
      yield [row, outcome === 'new' ? uuidv7() : null, key, coreKey, spelling, initials, wordsLiteral(words), check];
    }
  }
  const { table } = await stageRows(db, columns, forms());
  return raw(table);
}

const given = (key: string): string => {
  const target = partyTargets.find((each) => each.key === key);
  return `(r.values ->> '${key}')::${target?.type ?? 'text'}`;
};

/** A code that another county holds cannot be seen from here; such rows are left out and say so. */
async function insertNew(context: ImportContext, writing: Sql, forms: Sql): Promise<void> {
  const { db, by, batch, region } = context;
  const fallback = region === by.root ? sql`null::text` : sql`${region}::text`;
  const optional = partyTargets.filter(({ key }) => !['name', 'uscc', 'region', 'kind', 'status'].includes(key));
  await sql`
    with made as (
      insert into registry.party (root, id, region, kind, name, name_key, core_key, spelling, initials, words, uscc, uscc_check,
        ${raw(optional.map((target) => target.column).join(', '))}, status, batch, created_at, created_by, updated_at)
      select ${by.root}, f.id, coalesce(r.values ->> 'region', ${fallback}), coalesce(r.values ->> 'kind', 'enterprise'), r.values ->> 'name',
        f.name_key, f.core_key, f.spelling, f.initials, f.words, r.values ->> 'uscc', f.uscc_check,
        ${raw(optional.map((target) => given(target.key)).join(', '))}, coalesce(r.values ->> 'status', 'active'),
        ${batch}::uuid, ${by.now}, ${by.account}::uuid, ${by.now}
      from ${writing} r join ${forms} f on f.row = r.row where r.outcome = 'new'
      on conflict do nothing returning id, version
    ),
    noted as (
      insert into registry.import_undo (root, region, batch, target, key, row, party, before, version)
      select ${by.root}, ${region}, ${batch}::uuid, 'party', m.id::text, f.row, m.id, null, m.version from made m join ${forms} f on f.id = m.id
    )
    update registry.import_row t set outcome = 'wrong',
      problems = t.problems || ${problemWhen(sql`true`, 'uscc', sql`'该代码已登记在其他县区的主体名下，没有写入，请联系市局核实'`)}
    from ${forms} f
    where f.id is not null and not exists (select 1 from made m where m.id = f.id) and t.batch = ${ofBatch(batch)} and t.row = f.row`.execute(
    db,
  );
}

const kept = partyTargets.map(({ column }) => column).concat(['name_key', 'uscc_check', 'uscc_note'] as never[]);

async function noteBefore({ db, by, batch, region }: ImportContext, writing: Sql): Promise<void> {
  const before = raw(`jsonb_build_object(${kept.map((column) => `'${column}', p.${column}::text`).join(', ')})`);
  await sql`
    insert into registry.import_undo (root, region, batch, target, key, row, party, before, version)
    select ${by.root}, ${region}, ${batch}::uuid, 'party', p.id::text, w.row, p.id, ${before}, p.version + 1
    from ${writing} w join registry.party p on p.id = w.party where w.outcome = 'change'`.execute(db);
}

async function moveTitlesAlong({ db, by }: ImportContext, writing: Sql): Promise<void> {
  const { rows } = await sql<{ party: string; from: string; to: string }>`
    select party, diff -> 'region' ->> 0 as "from", diff -> 'region' ->> 1 as "to" from ${writing}
    where outcome = 'change' and diff ? 'region'`.execute(db);
  await moveStock(db, by, rows, by.today);
}

/** What changes is written down before it does: a former name keeps the key by which old documents find it. */
async function writeChanges({ db, by, batch }: ImportContext, writing: Sql): Promise<void> {
  await sql`
    insert into registry.party_change (root, id, region, party, field, before, after, name_key, changed_on, at, account, account_name, reason, batch)
    select ${by.root}, gen_random_uuid(), p.region, w.party, d.key, d.value ->> 0, d.value ->> 1,
      case when d.key = 'name' then p.name_key end,
      ${by.today}::date, ${by.now}, ${by.account}::uuid, ${by.name}, '批量导入', ${batch}::uuid
    from ${writing} w join registry.party p on p.id = w.party cross join lateral jsonb_each(w.diff) as d
    where w.outcome = 'change'`.execute(db);
}

/** Whoever changed one of the parties since it was compared would be written over: then nothing is written. */
async function requireUnchanged({ db, batch }: ImportContext, writing: Sql): Promise<void> {
  const { rows } = await sql<{ row: number }>`
    select w.row from ${writing} w join registry.import_row r on r.batch = ${ofBatch(batch)} and r.row = w.row
    join registry.party p on p.id = w.party where w.outcome = 'change' and p.version = r.version for update of p`.execute(db);
  const { rows: meant } = await sql<{ count: number }>`select count(*)::int as count from ${writing} where outcome = 'change'`.execute(db);
  if (rows.length !== meant[0]?.count) throw importStale();
}

async function updateKnown(context: ImportContext, writing: Sql, forms: Sql): Promise<void> {
  const { db, by } = context;
  await requireUnchanged(context, writing);
  await noteBefore(context, writing);
  await moveTitlesAlong(context, writing);
  await writeChanges(context, writing);
  const assignments = partyTargets
    .filter(({ key }) => key !== 'uscc')
    .map(({ key, column }) => `${column} = case when r.values ? '${key}' then ${given(key)} else p.${column} end`)
    .join(', ');
  await sql`
    update registry.party p set ${raw(assignments)}, name_key = f.name_key, core_key = f.core_key, spelling = f.spelling, initials = f.initials,
      words = f.words, uscc = coalesce(p.uscc, r.values ->> 'uscc'),
      uscc_check = case when p.uscc is null then f.uscc_check else p.uscc_check end,
      version = p.version + 1, updated_at = ${by.now}
    from ${writing} r join ${forms} f on f.row = r.row where r.outcome = 'change' and p.id = r.party`.execute(db);
}

async function commit(context: ImportContext): Promise<void> {
  const writing = await rowsToWrite(context.db, context.batch);
  const forms = await stageForms(context, writing);
  await insertNew(context, writing, forms);
  await updateKnown(context, writing, forms);
}

/** Every change of a party counts its version up; a row may mean any party, so all that are in sight count. */
async function basis({ db }: ImportContext): Promise<string> {
  const { rows } = await sql<{ basis: string }>`
    select count(*) || ':' || coalesce(sum(hashtextextended(concat(id, status), version)), 0) as basis from registry.party`.execute(db);
  return rows[0]?.basis ?? '';
}

export const partiesImport: ImportKind = {
  id: 'registry/parties',
  name: '主体名录',
  permission: 'registry/party:import',
  counter: '家',
  says: '按统一社会信用代码查找已有主体，没有代码的按名称、曾用名查找；找不到的新增。空单元格不改动已有内容。',
  options: () => ({}),
  columns: (_options, by) => partyColumns(by.root),
  titleOf: (values) => values.name ?? values.uscc ?? '',
  finishRow(values, { by }) {
    if (values.name !== undefined) values._key = nameKey(values.name);
    return values.foundedOn !== undefined && values.foundedOn > by.today
      ? [{ column: 'foundedOn', level: 'error', message: `${values.foundedOn} 晚于今天，请核对` }]
      : [];
  },
  basis,
  judge,
  commit,
  undoRefusals: partyUndoRefusals,
  undo: undoParties,
  words: fieldWords,
};
