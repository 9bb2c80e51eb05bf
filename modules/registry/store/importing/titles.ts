// Imports lists of titles, such as those that the province publishes: who has which certificate from when to when.
import { sql } from 'kysely';
import { validUntil } from '#kernel/declare/title.ts';
import { Refusal } from '#platform/refusal.ts';
import { titleLevels } from '#vocabularies/enterprises/titles.ts';
import { nameKey } from '../../model/name-keys.ts';
import type { KnownTitle } from '../../setting.ts';
import { type CountedTitle, countGrants, takeBack } from '../title-stock.ts';
import { grantTitles } from '../titles.ts';
import { hasError, meantRows, partyMissing, problemWhen } from './judging.ts';
import type { ImportColumn, ImportContext, ImportKind, RowProblem, RowValues } from './kind.ts';
import { codeColumn, nameColumn } from './party-columns.ts';
import { ofBatch, recordsToUndo } from './working-copy.ts';

const levelOptions = titleLevels.items.map(({ code, name }) => ({ code, name, aliases: [name.replace('级', '')] }));

const columnsOf = (titles: readonly KnownTitle[], options: Readonly<Record<string, string>>): readonly ImportColumn[] => [
  nameColumn,
  codeColumn,
  {
    key: 'title',
    label: '资质名称',
    aliases: ['资质', '资质类别', '称号', '证书名称', '类别'],
    reader: 'choice',
    options: titles.map(({ title, aliases }) => ({ code: title.id, name: title.name, aliases })),
    isRequired: options.title === undefined,
    example: titles[0]?.title.name ?? '',
  },
  { key: 'level', label: '级别', aliases: ['资质级别'], reader: 'choice', options: levelOptions },
  { key: 'label', label: '平台名称', aliases: ['实验室名称', '平台（机构）名称', '载体名称'], reader: 'text', maxLength: 100 },
  { key: 'number', label: '证书编号', aliases: ['编号', '证书号', '入库登记编号', '登记编号'], reader: 'code', maxLength: 60 },
  {
    key: 'from',
    label: '发证日期',
    aliases: ['发证时间', '认定日期', '认定时间', '入库日期', '生效日期', '起始日期'],
    reader: 'day',
    isRequired: true,
    example: '2024-11-01',
  },
  { key: 'until', label: '有效期至', aliases: ['到期日期', '到期日', '有效期止', '截止日期', '失效日期'], reader: 'day' },
];

/** Title, level and last day, from the row or from what was chosen for the whole file. */
function finish(titles: readonly KnownTitle[], values: RowValues, options: Readonly<Record<string, string>>): RowProblem[] {
  if (values.name !== undefined) values._key = nameKey(values.name);
  const kind = values.title ?? options.title;
  const known = titles.find(({ title }) => title.id === kind);
  if (known === undefined) return [];
  values._title = known.title.id;
  values._level = values.level ?? known.title.level;
  values._label = values.label ?? '';
  const problems: RowProblem[] = [];
  if (values.number !== undefined && known.title.numberPattern !== undefined && !known.title.numberPattern.test(values.number)) {
    problems.push({ column: 'number', level: 'error', message: `“${values.number}”不符合${known.title.name}编号的格式` });
  }
  if (values.from === undefined) return problems;
  const until = values.until ?? validUntil(known.title, values.from);
  if (until !== null) values._until = until;
  if (until !== null && until < values.from)
    problems.push({ column: 'until', level: 'error', message: `${until} 早于发证日期 ${values.from}` });
  return problems;
}

const period = (from: string, until: string) => sql.raw(`daterange(${from}, ${until}, '[]')`);
const own = period(`(j.values ->> 'from')::date`, `(j.values ->> '_until')::date`);

async function judge({ db, batch, options }: ImportContext): Promise<void> {
  const replaces = options.overlap === 'supersede';
  const meant = await meantRows(db, batch);
  await sql`
    with dated as materialized (
      select m.*, t.id as same_title, t.version, t.number as old_number
      from ${meant} m left join registry.title t on t.party = m.party and t.kind = m.values ->> '_title' and t.level = m.values ->> '_level'
        and t.label = m.values ->> '_label' and t.from_on = (m.values ->> 'from')::date and t.status = 'valid'
    ),
    overlapping as (
      select j.n, min(t.name || coalesce('（' || t.number || '）', '') || ' ' || t.from_on || ' 至 ' || coalesce(t.until_on::text, '长期')) as with_what,
        bool_and(t.from_on < (j.values ->> 'from')::date) as is_renewal
      from dated j join registry.title t on t.party = j.party and t.kind = j.values ->> '_title' and t.level = j.values ->> '_level'
        and t.label = j.values ->> '_label' and t.status = 'valid' and daterange(t.from_on, t.until_on, '[]') && ${own}
      where j.same_title is null and not ${hasError(sql`j.problems`)} group by j.n
    ),
    doubled as (
      select j.n, min(o.n) as first_n from dated j join dated o on o.party = j.party and o.values ->> '_title' = j.values ->> '_title'
        and o.values ->> '_level' = j.values ->> '_level' and o.values ->> '_label' = j.values ->> '_label' and o.n < j.n
        and ${own} && ${period(`(o.values ->> 'from')::date`, `(o.values ->> '_until')::date`)}
      where j.party is not null and not ${hasError(sql`j.problems`)} and not ${hasError(sql`o.problems`)} group by j.n
    ),
    judged as (
      select j.n, j.party, j.by, j.version, j.same_title, j.problems
        || ${partyMissing('j')}
        || ${problemWhen(sql`d.first_n is not null`, null, sql`'与第 ' || d.first_n || ' 行是同一主体的同一资质，有效期重叠'`)}
        || ${problemWhen(sql`j.same_title is not null and j.old_number is not null and j.values ? 'number' and j.old_number <> j.values ->> 'number'`, 'number', sql`'已登记的证书编号是 ' || j.old_number || '，与文件不同，请核对'`)}
        || ${problemWhen(sql`o.n is not null and not (${replaces} and o.is_renewal)`, 'from', sql`'有效期与已有的 ' || o.with_what || ' 重叠'`)}
        || ${problemWhen(sql`o.n is not null and ${replaces} and o.is_renewal`, 'from', sql`'将替代已有的 ' || o.with_what`, 'warning')}
        || ${problemWhen(sql`j.by = 'former-name'`, 'name', sql`'按曾用名找到'`, 'warning')} as problems,
        jsonb_strip_nulls(jsonb_build_object('title', jsonb_build_array(null, j.values ->> '_title'), 'number', jsonb_build_array(null, j.values ->> 'number'),
          'from', jsonb_build_array(null, j.values ->> 'from'), 'until', jsonb_build_array(null, j.values ->> '_until'))) as diff
      from dated j left join overlapping o on o.n = j.n left join doubled d on d.n = j.n
    )
    update registry.import_row r set party = j.party, matched_by = j.by, version = j.version, diff = j.diff, problems = j.problems,
      outcome = case when ${hasError(sql`j.problems`)} then 'wrong' when j.same_title is not null then 'same' else 'new' end
    from judged j where r.batch = ${ofBatch(batch)} and r.row = j.n`.execute(db);
}

/** Titles that the new ones will replace, as they are now, so that undoing can bring them back. */
async function noteReplaced({ db, by, batch, region, options }: ImportContext): Promise<void> {
  if (options.overlap !== 'supersede') return;
  await sql`
    insert into registry.import_undo (root, region, batch, target, key, row, party, before, version)
    select distinct on (t.id) ${by.root}, ${region}, ${batch}::uuid, 'replaced-title', t.id::text, j.row, t.party, '{}'::jsonb, t.version + 1
    from registry.import_row j join registry.title t on t.party = j.party and t.kind = j.values ->> '_title' and t.level = j.values ->> '_level'
      and t.label = j.values ->> '_label' and t.status = 'valid' and daterange(t.from_on, t.until_on, '[]') && ${own}
    where j.batch = ${ofBatch(batch)} and j.outcome = 'new'`.execute(db);
}

/** Replaced titles hold again, and count again, unless they were changed after the import. */
async function bringBack({ db, by, batch }: ImportContext): Promise<void> {
  const { rows } = await sql<CountedTitle>`
    update registry.title t set status = 'valid', ended_on = null, end_reason = null, version = t.version + 1, updated_at = ${by.now}
    from registry.import_undo u
    where u.batch = ${ofBatch(batch)} and u.target = 'replaced-title' and t.id = u.key::uuid and t.status = 'superseded' and t.version = u.version
      and not exists (select 1 from registry.title o where o.party = t.party and o.kind = t.kind and o.level = t.level and o.label = t.label
        and o.status = 'valid' and daterange(o.from_on, o.until_on, '[]') && daterange(t.from_on, t.until_on, '[]'))
    returning t.id, t.party, t.region, t.name, t.from_on as "from", t.until_on as until, t.measures`.execute(db);
  const counted = rows.filter((title) => title.measures.length > 0);
  await takeBack(
    db,
    by,
    counted.map((title) => title.id),
    '撤销批量导入，恢复被替代的资质',
  );
  await countGrants(db, by, counted);
}

async function commit(titles: readonly KnownTitle[], { db, by, batch, region, options }: ImportContext): Promise<void> {
  const { rows } = await sql<{
    row: number;
    party: string;
    kind: string;
    level: KnownTitle['title']['level'];
    label: string;
    number: string | null;
    from: string;
    until: string | null;
  }>`
    select row, party, values ->> '_title' as kind, values ->> '_level' as level, values ->> '_label' as label, values ->> 'number' as number,
      values ->> 'from' as "from", values ->> '_until' as until
    from registry.import_row where batch = ${ofBatch(batch)} and outcome = 'new' order by row`.execute(db);
  const known = new Map(titles.map((each) => [each.title.id, each]));
  await noteReplaced({ db, by, batch, region, options, movers: [] });
  const ids = await grantTitles(
    db,
    by,
    rows.flatMap(({ party, kind, level, label, number, from, until }) => {
      const declared = known.get(kind);
      if (declared === undefined) return [];
      const overlap = options.overlap === 'supersede' ? ('supersede' as const) : ('refuse' as const);
      const title = { ...declared.title, level };
      return [
        { party, title, label, number, from, until, measures: declared.measures, sourceKind: 'import', sourceId: batch, overlap, batch },
      ];
    }),
  );
  const noted = ids.map((id, index) => ({ id, row: rows[index]?.row ?? 0, party: rows[index]?.party ?? '' }));
  await sql`
    insert into registry.import_undo (root, region, batch, target, key, row, party, before, version)
    select ${by.root}, ${region}, ${batch}::uuid, 'title', n.id, n.row, n.party, null, 1
    from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as n(id text, row integer, party uuid)`.execute(db);
}

async function undoRefusals({ db, batch }: ImportContext) {
  const { rows } = await sql<{ key: string; row: number; what: string; why: string }>`
    select u.key, u.row, coalesce(p.name, '') || coalesce(' ' || t.name, '') as what,
      case when t.id is null then '已不存在' when t.status <> 'valid' then '已被撤销或替代' else '导入后又被修改过' end as why
    from registry.import_undo u left join registry.title t on t.id = u.key::uuid left join registry.party p on p.id = coalesce(t.party, u.party)
    where u.batch = ${ofBatch(batch)} and u.target = 'title' and (t.id is null or t.version <> u.version) order by u.row`.execute(db);
  return rows;
}

async function undo({ db, by, batch, region, options, movers }: ImportContext, except: readonly string[]): Promise<void> {
  const undoing = await recordsToUndo(db, batch, 'title', except);
  const { rows } = await sql<{ id: string }>`
    delete from registry.title t using ${undoing} u where t.id = u.key::uuid returning t.id`.execute(db);
  await takeBack(
    db,
    by,
    rows.map((row) => row.id),
    '撤销批量导入',
  );
  await bringBack({ db, by, batch, region, options, movers });
}

export const titlesImport = (titles: readonly KnownTitle[]): ImportKind => {
  const nameOf = new Map(titles.map(({ title }) => [title.id, title.name]));
  return {
    id: 'registry/titles',
    name: '资质名单',
    permission: 'registry/title:grant',
    counter: '项',
    says: '按统一社会信用代码查找主体，没有代码的按名称查找；主体须已登记。有效期没有填写的按该资质的规定年限计算。',
    options(given) {
      if (given.title !== undefined && given.title !== '' && !nameOf.has(given.title)) {
        throw new Refusal('IMPORT_OPTIONS', '资质不在列表中，请重新选择。', {
          status: 400,
          details: [{ where: 'title', message: '请从列表中选择' }],
        });
      }
      return { ...(given.title ? { title: given.title } : {}), overlap: given.overlap === 'supersede' ? 'supersede' : 'refuse' };
    },
    columns: (options) => columnsOf(titles, options),
    titleOf: (values) => `${values.name ?? values.uscc ?? ''} ${nameOf.get(values._title ?? '') ?? ''}`,
    finishRow: (values, { options }) => finish(titles, values, options),
    judge,
    commit: (context) => commit(titles, context),
    undoRefusals,
    undo,
    words: (key, value) => (key === 'title' && value !== null ? (nameOf.get(value) ?? value) : value),
  };
};
