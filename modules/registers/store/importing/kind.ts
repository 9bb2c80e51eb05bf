// The import of a register as the registry's machinery runs it: dry run, difference, writing in one batch, and undoing the batch.
import { sql } from 'kysely';
import { type Register, stateKey } from '#kernel/declare/register.ts';
import { titleOf } from '#kernel/faces/register-rows.ts';
import { type ImportContext, type ImportKind, keepJudged, stagedRows } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { Refusal } from '#platform/refusal.ts';
import { changesOf, importSays } from '../../model/views.ts';
import { type RegistersSetting, registerIn } from '../../setting.ts';
import { enterCircles } from '../circles.ts';
import { linkParties } from '../link-parties.ts';
import { rowsOf } from '../read-rows.ts';
import type { VersionRow } from '../tables.ts';
import { type RowChange, writeRows } from '../write-rows.ts';
import { answersOf, columnAt, importColumns } from './columns.ts';
import { judgeRows, meantKey, refuseConflicts } from './judging.ts';

/** The kind's own permission has been asked for already, so the transaction may enter the register's circle. */
const enter = (context: ImportContext, setting: RegistersSetting): Promise<void> => enterCircles(context.db, setting, () => true);

async function judge(context: ImportContext, register: Register): Promise<void> {
  const staged = await stagedRows(context);
  const judged = await judgeRows(context, register, staged);
  const isAgain = staged.some(({ outcome }) => outcome !== null);
  if (isAgain) await refuseConflicts(context, register, staged, judged);
  const results = judged.map(({ row, outcome, before, by, answers, problems }) => {
    const diff = Object.fromEntries(
      changesOf(register.form, before?.answers ?? {}, answers).map(({ path, before: was, after }) => [
        columnAt(register, path) ?? path,
        [was === '' ? null : was, after === '' ? null : after],
      ]),
    );
    const { id = '', version = null, party = null } = before ?? {};
    return { row, outcome, matchedBy: by, version, party, problems, diff, adds: { [meantKey]: id } };
  });
  await keepJudged(context, results);
}

const lost = (): Refusal =>
  new Refusal('IMPORT_CONFLICT', '写入时有记录刚被他人改动，本批没有写入，双方的内容都没有丢失。请重新上传文件核对。', { status: 409 });

async function commit(context: ImportContext, register: Register): Promise<void> {
  const { db, by, batch } = context;
  const staged = await stagedRows(context);
  const judged = await judgeRows(context, register, staged);
  const writing = judged.filter(({ outcome }) => outcome === 'new' || outcome === 'change');
  const parties = await linkParties(
    db,
    register,
    writing.map(({ answers }) => answers),
  );
  const changes = writing.map(
    ({ before, answers }, n): RowChange => ({ id: before?.id ?? uuidv7(), before, answers, party: parties[n] ?? null }),
  );
  const { stale } = await writeRows(db, by, register, changes, { verb: 'import', reason: null, batch });
  if (stale) throw lost();
}

/** What the batch wrote, each with the version that it gave and what stood before. */
async function written({
  db,
  by,
  batch,
}: ImportContext): Promise<{ row_id: string; version: number; before: VersionRow | null; title: string }[]> {
  const { rows } = await sql<{ row_id: string; version: number; before: VersionRow | null; title: string | null }>`
    select v.row_id, v.version, to_jsonb(b) as before, r.title
    from registers.version v
    left join registers.version b on b.row_id = v.row_id and b.year = 0 and b.version = v.version - 1
    left join registers.row r on r.id = v.row_id
    where v.root = ${by.root} and v.batch = ${batch}::uuid and v.year = 0 and v.verb = 'import' order by v.row_id`.execute(db);
  return rows.map((row) => ({ ...row, title: row.title ?? '' }));
}

async function undoRefusals(context: ImportContext) {
  const mine = await written(context);
  const now = await rowsOf(
    context.db,
    mine.map(({ row_id }) => row_id),
    true,
  );
  const { rows: busy } = await sql<{ row_id: string }>`
    select distinct row_id from registers.yearly where row_id = any(${mine.filter(({ before }) => before === null).map(({ row_id }) => row_id)}::uuid[])`.execute(
    context.db,
  );
  const hasYears = new Set(busy.map(({ row_id }) => row_id));
  return mine.flatMap(({ row_id, version, title }, n) => {
    const current = now.get(row_id);
    const changed = current === undefined ? '已被删除' : current.version !== version ? `导入后又由${current.updated_by}修改过` : null;
    const why = changed ?? (hasYears.has(row_id) ? '导入后登记了年度记录' : null);
    return why === null ? [] : [{ key: row_id, row: n + 1, what: `“${title}”`, why }];
  });
}

async function undo(context: ImportContext, register: Register, except: readonly string[]): Promise<void> {
  const mine = (await written(context)).filter(({ row_id }) => !except.includes(row_id));
  const now = await rowsOf(
    context.db,
    mine.map(({ row_id }) => row_id),
    true,
  );
  const changes = mine.flatMap(({ row_id, before }): RowChange[] => {
    const current = now.get(row_id);
    if (current === undefined) return [];
    const { answers = null, party = null, ended_on: endedOn = null } = before ?? {};
    return [{ id: row_id, before: current, answers, party, endedOn }];
  });
  const { stale } = await writeRows(context.db, context.by, register, changes, {
    verb: 'undo',
    reason: '撤销批量导入',
    batch: context.batch,
  });
  if (stale) throw lost();
}

export function registerImport(setting: RegistersSetting, declared: Register): ImportKind {
  const own = (root: string): Register => registerIn(setting, declared, root);
  return {
    id: `registers/${declared.id}`,
    name: declared.name,
    permission: declared.seenBy ?? 'registers/row:import',
    counter: declared.counter,
    says: importSays(declared),
    options: () => ({}),
    columns: (_options, by) => importColumns(own(by.root)),
    titleOf: (values) => titleOf(declared, answersOf(declared, values)) || String(values[declared.title] ?? ''),
    words: (key, value) => (key === stateKey ? (declared.states.find(({ code }) => code === value)?.name ?? value) : value),
    async judge(context) {
      await enter(context, setting);
      await judge(context, own(context.by.root));
    },
    async commit(context) {
      await enter(context, setting);
      await commit(context, own(context.by.root));
    },
    async undoRefusals(context) {
      await enter(context, setting);
      return undoRefusals(context);
    },
    async undo(context, except) {
      await enter(context, setting);
      await undo(context, own(context.by.root), except);
    },
  };
}
