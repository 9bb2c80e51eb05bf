// Duel: importing 50,000 parties from a workbook with 2 % bad rows, audit on, against hand-written set-based SQL on the same parsed rows.
// Both sides end with the same parties to the last column but ids and times (compared by digest): codes judged, forms of names for search and
// comparison, summaries by trigger, faulty rows kept with what is wrong, the batch, one line of the audit trail; same tables, indexes, bounds
// and durability. By hand it is one transaction. Ours are two, with all that lies between: every value as read, the judged difference of each
// row to look at before anything is written, the marked-up file, former facts of what changes, and a journal by which the batch is undone.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { actions } from '#apps/server/actions.ts';
import { permissionNames } from '#modules/accounts/model/permissions.ts';
import { judgeCode } from '#modules/registry/model/credit-code.ts';
import { nameForms } from '#modules/registry/model/name-forms.ts';
import { placesOf } from '#modules/registry/model/places.ts';
import { wordsLiteral } from '#modules/registry/model/search-words.ts';
import { systemActor } from '#platform/actor.ts';
import { type CopyRow, stageRows } from '#platform/db/copy.ts';
import type { Database } from '#platform/db/database.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { DirectoryStore } from '#platform/files/directory-store.ts';
import type { Upload } from '#platform/http/action.ts';
import { runInContext, type Services } from '#platform/http/context.ts';
import { readTable, readWorkbook, workbookBytes } from '#platform/sheets/sheets.ts';
import { population } from '#testing/population/population.ts';
import { median, withBenchDatabase } from '../bench-database.ts';

const root = '990100';
const count = 50_000;
const rounds = 3;
const columns = [
  { key: 'name', header: '企业名称', kind: 'text' as const },
  { key: 'uscc', header: '统一社会信用代码', kind: 'code' as const },
  { key: 'region', header: '所属地区', kind: 'text' as const },
  { key: 'legalPerson', header: '法定代表人', kind: 'text' as const },
  { key: 'foundedOn', header: '成立日期', kind: 'date' as const },
];
const template = columns.map(({ key, header }) => ({ key, label: header, isRequired: key === 'name' }));

/** Every fiftieth row has a credit code of seventeen characters. */
function* firms() {
  let n = 0;
  for (const firm of population({ asOf: '2026-06-30', count: count + 2000, years: 1 })) {
    if (firm.uscc === null || firm.flaw !== null) continue;
    n += 1;
    if (n > count) return;
    yield {
      name: firm.name,
      uscc: n % 50 === 0 ? firm.uscc.slice(0, 17) : firm.uscc,
      region: firm.region,
      legalPerson: firm.legalPerson,
      foundedOn: firm.foundedOn,
    };
  }
}

const seconds = (from: number): number => (performance.now() - from) / 1000;

async function parse(bytes: Buffer): Promise<(string | null)[][]> {
  const table = await readTable(await readWorkbook(bytes), template);
  const rows: (string | null)[][] = [];
  for await (const row of table.rows()) if (row.role === 'data') rows.push(columns.map(({ key }) => row.cells[key]?.text ?? null));
  return rows;
}

const importer = { ...systemActor(root), permissions: new Set<string>(permissionNames) };

async function ours(services: Services, bytes: Buffer): Promise<Omit<Side, 'digest'>> {
  const act = <T>(id: string, input: object): Promise<T> => {
    const action = actions.find((candidate) => candidate.id === id);
    if (action === undefined) throw new Error(`there is no action ${id}`);
    return runInContext(services, importer, { writes: true, statementMs: 300_000 }, (context) =>
      action.handle(context, { query: {}, ...input } as never),
    ) as Promise<T>;
  };
  const stored = await services.files.put(bytes, bytes.length);
  const upload: Upload = { ...stored, fileName: 'bench.xlsx', contentType: '', fields: { kind: 'parties', options: '{}' } };
  let from = performance.now();
  const { id } = await act<{ id: string }>('registry.check-import', { upload });
  const check = seconds(from);
  from = performance.now();
  const { says } = await act<{ says: string }>('registry.commit-import', { params: { id }, body: { skipWrong: true } });
  return { seconds: [check, seconds(from)], says };
}

/** Rows as a hand-written import stages them: the same forms of names and the same judgement of codes, by the same pure functions. */
function* stagedByHand(rows: readonly (string | null)[][]): Generator<CopyRow> {
  const places = placesOf(root);
  for (const [index, [name, uscc, region, legalPerson, foundedOn]] of rows.entries()) {
    const forms = nameForms(name ?? '', places);
    const code = uscc == null ? null : judgeCode(uscc);
    const problem = name == null ? '不能为空' : code?.verdict === 'INVALID' ? code.says : null;
    const check = code === null ? null : code.verdict === 'VALID' ? 'ok' : 'warning';
    const { nameKey, coreKey, spelling, initials } = forms;
    yield [
      index + 2,
      forms.name,
      nameKey,
      coreKey,
      spelling,
      initials,
      wordsLiteral(forms.words),
      code?.code,
      check,
      region,
      legalPerson,
      foundedOn,
      problem,
    ];
  }
}

/** What a careful engineer writes by hand: stage, judge by code and by what is there, insert, keep the bad rows, the batch and one audit line. */
async function raw(services: Services, rows: (string | null)[][]): Promise<number> {
  const from = performance.now();
  await runInContext(services, importer, { writes: true, statementMs: 300_000 }, async ({ db, now, trail }) => {
    const stage = await stageRows(
      db,
      {
        ...{ row: 'integer', name: 'text', name_key: 'text', core_key: 'text', spelling: 'text', initials: 'text', words: 'tsvector' },
        ...{ uscc: 'text', uscc_check: 'text', region: 'text', legal_person: 'text', founded_on: 'date', problem: 'text' },
      },
      stagedByHand(rows),
    );
    const batch = uuidv7();
    const table = sql.raw(stage.table);
    await sql`alter table ${table} add column party uuid`.execute(db);
    await sql`update ${table} s set party = p.id from registry.party p
      where p.root = ${root} and p.status <> 'merged' and (p.uscc = s.uscc or (s.uscc is null and p.name_key = s.name_key))`.execute(db);
    await sql`update ${table} s set problem = '与前面的行是同一主体' where problem is null and exists (
      select 1 from ${table} o where coalesce(o.uscc, o.name_key) = coalesce(s.uscc, s.name_key) and o.row < s.row)`.execute(db);
    await sql`
      insert into registry.party (root, id, region, kind, name, name_key, core_key, spelling, initials, words, uscc, uscc_check, legal_person,
        founded_on, batch, created_at, created_by, updated_at)
      select ${root}, gen_random_uuid(), region, 'enterprise', name, name_key, core_key, spelling, initials, words, uscc, uscc_check, legal_person,
        founded_on, ${batch}::uuid, ${now}, ${importer.accountId}::uuid, ${now}
      from ${table} where problem is null and party is null`.execute(db);
    await sql`
      insert into registry.import_row (root, region, batch, row, values, problems, outcome)
      select ${root}, ${root}, ${batch}::uuid, row, jsonb_build_object('name', name, 'uscc', uscc),
        jsonb_build_array(jsonb_build_object('column', 'uscc', 'level', 'error', 'message', problem)), 'wrong'
      from ${table} where problem is not null`.execute(db);
    await sql`
      insert into registry.import_batch (root, id, region, kind, options, file_name, sha256, size, sheet, header, counts, status, checked_at, account, account_name)
      select ${root}, ${batch}::uuid, ${root}, 'registry/parties', '{}', 'bench.xlsx', '', 0, '企业', '{}',
        jsonb_build_object('rows', count(*), 'wrong', count(problem)), 'committed', ${now}, ${importer.accountId}::uuid, '' from ${table}`.execute(
      db,
    );
    await trail('批量导入主体名录“bench.xlsx”', { kind: 'import', id: batch });
  });
  return seconds(from);
}

/** One number for all that is stored of all parties but their ids, batches and times: both sides must end with the same. */
async function digest(database: Database): Promise<string> {
  const { rows } = await database.withSystem(root, (db) =>
    sql<{ digest: string }>`
      select count(*) || ' parties, ' || sum(hashtextextended(concat_ws('|', p.region, p.kind, p.name, p.name_key, p.core_key, p.spelling, p.initials,
        p.words::text, p.uscc, p.uscc_check, p.legal_person, p.founded_on, p.status, p.version, (s.party is not null)), 0)) as digest
      from registry.party p left join registry.finance_summary s on s.party = p.id`.execute(db),
  );
  return rows[0]?.digest ?? '';
}

interface Side {
  readonly digest: string;
  readonly seconds: readonly number[];
  readonly says: string;
}

/** On a database of its own, so that neither side finds the other's rows, caches or write-ahead log. */
const onOwnDatabase = (files: string, work: (services: Services) => Promise<Omit<Side, 'digest'>>): Promise<Side> =>
  withBenchDatabase(async (database) => {
    const services = {
      ...{ database, files: new DirectoryStore(files), log: pino({ level: 'silent' }) },
      ...{ now: () => new Date(), trailKey: Buffer.alloc(32, 1) },
    };
    return { ...(await work(services)), digest: await digest(database) };
  });

export async function run(): Promise<void> {
  const bytes = await workbookBytes([{ name: '企业', columns, rows: firms() }]);
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kcb-files-'));
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const from = performance.now();
    const rows = await parse(bytes);
    const parsing = seconds(from);
    const bare = await onOwnDatabase(dir, async (services) => ({ seconds: [await raw(services, rows)], says: '' }));
    const product = await onOwnDatabase(dir, (services) => ours(services, bytes));
    if (bare.digest !== product.digest) throw new Error(`different parties: ${bare.digest} by hand, ${product.digest} by the product`);
    const [byHand = 0] = bare.seconds;
    const [check = 0, commit = 0] = product.seconds;
    const after = check + commit - parsing;
    ratios.push(byHand / after);
    if (round === 1)
      console.log(`${rows.length} rows, workbook ${(bytes.length / 1e6).toFixed(1)} MB; ${product.says}\nboth sides: ${bare.digest}`);
    console.log(
      `round ${round}: parsing ${parsing.toFixed(1)} s; by hand after parsing ${byHand.toFixed(1)} s; ours: check ${check.toFixed(1)} s (parsing included), commit ${commit.toFixed(1)} s; after parsing ${after.toFixed(1)} s, ratio ${(byHand / after).toFixed(2)}`,
    );
  }
  rmSync(dir, { recursive: true, force: true });
  console.log(`median ratio ${median(ratios).toFixed(2)}; goal: at least 0.5 of the import by hand after parsing`);
}
