// Judges the rows of a workbook against a register: which row each means, what it would change, and what is wrong with the result.
import { sql } from 'kysely';
import { type Register, stateKey } from '#kernel/declare/register.ts';
import { checkAnswers, fillDerived } from '#kernel/faces/answers.ts';
import type { ImportContext, RowProblem, StagedRow } from '#modules/registry/contract.ts';
import { importConflict } from '../../errors.ts';
import { changesOf } from '../../model/views.ts';
import { findVersion, rowsOf } from '../read-rows.ts';
import type { RowRow } from '../tables.ts';
import { plainKeys } from '../write-rows.ts';
import { answersOf, columnAt } from './columns.ts';

export interface JudgedRow {
  readonly row: number;
  readonly outcome: 'new' | 'change' | 'same' | 'wrong';
  readonly before: RowRow | null;
  readonly by: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: StagedRow['problems'];
}

/** Key under which a staged row remembers which row it was held against. */
export const meantKey = '_row';

type Keys = ReturnType<typeof plainKeys>;

/** The row that each staged row means: by the first of its keys that any row answers to; several answers are a fault. */
async function meant(context: ImportContext, register: Register, keys: readonly Keys[]) {
  const wanted = keys.flatMap((own, n) => own.map(({ field, key }, rank) => ({ n, rank, field, key })));
  const { rows } = await sql<{ n: number; rank: number; ids: string[] }>`
    select w.n, w.rank, array_agg(distinct k.row_id) as ids
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(n integer, rank integer, field text, key text)
    join registers.match_key k on k.root = ${context.by.root} and k.register = ${register.id} and k.field = w.field and k.key = w.key
    group by w.n, w.rank order by w.n, w.rank`.execute(context.db);
  const first = new Map<number, { readonly field: string; readonly ids: readonly string[] }>();
  for (const { n, rank, ids } of rows) if (!first.has(n)) first.set(n, { field: keys[n]?.[rank]?.field ?? '', ids });
  return first;
}

const fault = (column: string | null, message: string): RowProblem & { judged: boolean } => ({
  column,
  level: 'error',
  message,
  judged: true,
});

/** What is wrong with the row as it would be, at the columns of the file. */
function faultsOf(
  context: ImportContext,
  register: Register,
  answers: Readonly<Record<string, unknown>>,
): (RowProblem & { judged: boolean })[] {
  const faults = checkAnswers(register.form, answers, { complete: true }).map(({ path, message }) =>
    fault(columnAt(register, path), message),
  );
  const { region, validity } = register;
  const place = region === undefined ? context.by.root : answers[region];
  if (context.region !== context.by.root && place !== context.region) {
    faults.push(
      fault(region === undefined ? null : region, region === undefined ? '由市局管理，县区不能导入' : '不是本县区，只能导入本县区的记录'),
    );
  }
  const [from, until] = [validity?.from, validity?.until].map((key) => (key === undefined ? undefined : answers[key]));
  if (validity !== undefined && typeof from === 'string' && typeof until === 'string' && until < from)
    faults.push(fault(validity.until, `${until} 早于 ${from}`));
  return faults;
}

function firstGiven(context: ImportContext, register: Register): Record<string, unknown> {
  const { region } = register;
  const isCounty = context.region !== context.by.root;
  return { [stateKey]: register.states[0]?.code, ...(region !== undefined && isCounty ? { [region]: context.region } : {}) };
}

const matchWords = (field: string): string => (field.endsWith('.uscc') ? 'uscc' : 'name');

export async function judgeRows(context: ImportContext, register: Register, staged: readonly StagedRow[]): Promise<JudgedRow[]> {
  const given = staged.map((row) => answersOf(register, row.values));
  const keys = given.map((answers) => plainKeys(register, answers));
  const found = await meant(context, register, keys);
  const rows = await rowsOf(context.db, [...new Set([...found.values()].flatMap(({ ids }) => (ids.length === 1 ? ids : [])))]);
  const taken = new Map<string, number>();
  return staged.map(({ row, problems }, n): JudgedRow => {
    const match = found.get(n);
    const before = match?.ids.length === 1 ? (rows.get(match.ids[0] ?? '') ?? null) : null;
    const answers = fillDerived(register.form, { ...(before?.answers ?? firstGiven(context, register)), ...given[n] });
    const own = problems.filter((problem) => problem.judged !== true);
    const hasFault = own.some(({ level }) => level === 'error');
    const all = [...own];
    // Two rows for one record would overwrite each other, be it there already or new.
    const names = [
      ...(before === null ? [] : [`row ${before.id}`]),
      ...(keys[n] ?? []).slice(0, 1).map(({ field, key }) => `${field} ${key}`),
    ];
    const twin = names.map((name) => taken.get(name)).find((other) => other !== undefined);
    if (twin !== undefined) all.push(fault(null, `与第 ${twin} 行是同一条记录，请只保留一行`));
    for (const name of names) if (!taken.has(name)) taken.set(name, row);
    if (match !== undefined && match.ids.length > 1)
      all.push(fault(columnAt(register, match.field), `对应 ${match.ids.length} 条已有记录，请在台账中先核对重复`));
    if (!hasFault) all.push(...faultsOf(context, register, answers));
    const isWrong = all.some(({ level }) => level === 'error');
    const isSame = before !== null && changesOf(register.form, before.answers, answers).length === 0;
    const outcome = isWrong ? 'wrong' : before === null ? 'new' : isSame ? 'same' : 'change';
    return { row, outcome, before, by: match === undefined ? null : matchWords(match.field), answers, problems: all };
  });
}

/** Rows that are no longer what they were when they were first judged: nothing is written then, and each is named. */
export async function refuseConflicts(
  context: ImportContext,
  register: Register,
  staged: readonly StagedRow[],
  judged: readonly JudgedRow[],
): Promise<void> {
  const now = await rowsOf(
    context.db,
    staged.flatMap(({ values }) => (values[meantKey] === undefined || values[meantKey] === '' ? [] : [values[meantKey]])),
    true,
  );
  const conflicts: { row: number; says: string }[] = [];
  for (const [n, { row, values, version, outcome }] of staged.entries()) {
    const id = values[meantKey];
    if (id === undefined || outcome === 'wrong' || outcome === 'same') continue;
    const meantNow = judged[n]?.before ?? null;
    if (id === '') {
      if (meantNow !== null) conflicts.push({ row, says: `“${meantNow.title}”在核对之后已由${meantNow.updated_by}登记` });
      continue;
    }
    const current = now.get(id);
    if (current === undefined) conflicts.push({ row, says: '要更新的记录在核对之后已被删除' });
    else if (current.version !== version) {
      const seen = await findVersion(context.db, id, version ?? 0);
      const changes = seen?.answers == null ? [] : changesOf(register.form, seen.answers, current.answers);
      const said = changes.map(({ label, before, after }) => `${label}由“${before || '空'}”改为“${after || '空'}”`).join('；');
      conflicts.push({ row, says: `“${current.title}”在核对之后由${current.updated_by}修改${said === '' ? '' : `：${said}`}` });
    }
  }
  if (conflicts.length > 0) throw importConflict(conflicts);
}
