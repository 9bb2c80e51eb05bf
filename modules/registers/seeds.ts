// Loads rows of registers set-based with their first version, marks and entries, as if they had been entered on their own days.
import type { Transaction } from 'kysely';
import { type Register, stateKey } from '#kernel/declare/register.ts';
import { loadEntries } from '#modules/figures/contract.ts';
import type { By } from '#modules/registry/contract.ts';
import { copyRows } from '#platform/db/copy.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type RegistersSetting, registerIn } from './setting.ts';
import { enterCircles } from './store/circles.ts';
import { linkParties } from './store/link-parties.ts';
import { boundsOf, entriesOf, markRows, projected } from './store/write-rows.ts';

export interface PastRow {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly years?: readonly { readonly year: number; readonly answers: Readonly<Record<string, unknown>> }[];
}

export async function loadRegister(
  db: Transaction<unknown>,
  by: By,
  setting: RegistersSetting,
  declared: Register,
  past: readonly PastRow[],
): Promise<number> {
  await enterCircles(db, setting, () => true);
  const register = registerIn(setting, declared, by.root);
  const parties = await linkParties(
    db,
    register,
    past.map(({ answers }) => answers),
  );
  const rows = past.map((each, n) => {
    const answers = { [stateKey]: register.states[0]?.code, ...each.answers };
    const change = { id: uuidv7(), before: null, answers, party: parties[n] ?? null };
    return { ...each, ...projected(register, change, by, answers) };
  });
  const columns = Object.keys(rows[0]?.row ?? {});
  const json = (row: object): unknown[] =>
    Object.values(row).map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value));
  await copyRows(
    db,
    'registers.row',
    [...columns, 'created_at', 'updated_at', 'updated_by'],
    rows.map(({ row, at }) => [...json(row), at, at, by.name]) as never,
  );
  const versions = rows.flatMap(({ row, at, years = [] }) => [
    { row, at, year: 0, answers: row.answers },
    ...years.map(({ year, answers }) => ({ row, at, year, answers })),
  ]);
  await copyRows(
    db,
    'registers.version',
    [
      'root',
      'region',
      'register',
      'circle',
      'shared',
      'row_id',
      'year',
      'version',
      'verb',
      'answers',
      'party',
      'ended_on',
      'at',
      'account',
      'account_name',
    ],
    versions.map(({ row, at, year, answers }) => [
      ...Object.values(boundsOf(row)),
      year,
      1,
      'add',
      JSON.stringify(answers),
      row.party,
      row.ended_on,
      at,
      by.account,
      by.name,
    ]) as never,
  );
  await copyRows(
    db,
    'registers.yearly',
    ['root', 'region', 'register', 'circle', 'shared', 'row_id', 'year', 'answers', 'version', 'updated_at', 'updated_by'],
    versions
      .filter(({ year }) => year !== 0)
      .map(({ row, at, year, answers }) => [...Object.values(boundsOf(row)), year, JSON.stringify(answers), 1, at, by.name]) as never,
  );
  await markRows(
    db,
    register,
    rows.map(({ row }) => row),
  );
  await loadEntries(
    db,
    by,
    rows.flatMap(({ row, held, at }) => entriesOf(register, row, held).map((entry) => ({ ...entry, postedAt: at }))),
  );
  return rows.length;
}
