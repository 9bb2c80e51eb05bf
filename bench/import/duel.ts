// Duel: importing 50,000 parties from a workbook with 2 % bad rows, audit on, against hand-written set-based SQL on the same parsed rows.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { actions } from '#apps/server/actions.ts';
import { permissionNames } from '#modules/accounts/model/permissions.ts';
import { systemActor } from '#platform/actor.ts';
import { stageRows } from '#platform/db/copy.ts';
import type { Database } from '#platform/db/database.ts';
import { DirectoryStore } from '#platform/files/directory-store.ts';
import type { Upload } from '#platform/http/action.ts';
import { runInContext, type Services } from '#platform/http/context.ts';
import { readTable, readWorkbook, workbookBytes } from '#platform/sheets/sheets.ts';
import { population } from '#testing/population/population.ts';
import { withBenchDatabase } from '../bench-database.ts';

const root = '990100';
const count = 50_000;
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

async function ours(services: Services, bytes: Buffer): Promise<{ check: number; commit: number; says: string }> {
  const actor = { ...systemActor(root), permissions: new Set<string>(permissionNames) };
  const act = <T>(id: string, input: object): Promise<T> => {
    const action = actions.find((candidate) => candidate.id === id);
    if (action === undefined) throw new Error(`there is no action ${id}`);
    return runInContext(services, actor, { writes: true, statementMs: 300_000 }, (context) =>
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
  return { check, commit: seconds(from), says };
}

/** What a careful engineer writes by hand: stage, judge by pattern and by duplicate, insert, keep the bad rows, one audit line. */
async function raw(database: Database, rows: (string | null)[][]): Promise<number> {
  const from = performance.now();
  await database.withSystem(
    root,
    async (db) => {
      const stage = await stageRows(db, { name: 'text', uscc: 'text', region: 'text', legal_person: 'text', founded_on: 'text' }, rows);
      const table = sql.raw(stage.table);
      await sql`alter table ${table} add column problem text, add column party uuid`.execute(db);
      await sql`update ${table} s set problem = case when uscc !~ '^[0-9A-HJ-NPQRTUWXY]{18}$' then '信用代码应为18位' when name is null then '缺少名称' end,
        party = (select p.id from registry.party p where p.root = ${root} and p.uscc = s.uscc and p.status <> 'merged')`.execute(db);
      await sql`
        insert into registry.party (root, id, region, kind, name, name_key, core_key, spelling, initials, words, uscc, uscc_check, legal_person, founded_on, created_by)
        select ${root}, gen_random_uuid(), '990102', 'enterprise', name, lower(name), lower(name), '', '', to_tsvector('simple', name), uscc, 'ok', legal_person, founded_on::date,
          '00000000-0000-0000-0000-000000000000' from ${table} where problem is null and party is null`.execute(db);
      await sql`select count(*) from ${table} where problem is not null`.execute(db);
    },
    { statementMs: 300_000 },
  );
  return seconds(from);
}

export async function run(): Promise<void> {
  const bytes = await workbookBytes([{ name: '企业', columns, rows: firms() }]);
  const from = performance.now();
  const rows = await parse(bytes);
  const parsing = seconds(from);
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kcb-files-'));
  const bare = await withBenchDatabase((database) => raw(database, rows));
  const product = await withBenchDatabase((database) =>
    ours(
      { database, files: new DirectoryStore(dir), log: pino({ level: 'silent' }), now: () => new Date(), trailKey: Buffer.alloc(32, 1) },
      bytes,
    ),
  );
  rmSync(dir, { recursive: true, force: true });
  const after = product.check + product.commit - parsing;
  console.log(`${rows.length} rows, workbook ${(bytes.length / 1e6).toFixed(1)} MB; ${product.says}`);
  console.log(`parsing ${parsing.toFixed(1)} s; raw SQL after parsing ${bare.toFixed(1)} s`);
  console.log(
    `ours: check ${product.check.toFixed(1)} s (parsing included), commit ${product.commit.toFixed(1)} s; after parsing ${after.toFixed(1)} s, ratio ${(bare / after).toFixed(2)}`,
  );
  console.log('goal: at least 0.5 of the raw import after parsing');
}
