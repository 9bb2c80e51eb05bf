// Makes the marks of a register anew when its declaration filters or matches by other fields than those that its rows were marked by.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Register } from '#kernel/declare/register.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { type RegistersSetting, registerIn } from './setting.ts';
import { enterCircles } from './store/circles.ts';
import type { RowRow } from './store/tables.ts';
import { markRows } from './store/write-rows.ts';

const atOnce = 500;

/** Changes exactly when marks would. */
const filtersOf = (register: Register): string => {
  const fields = Object.entries(register.form.fields).filter(([, field]) => field.filter === true);
  const said = JSON.stringify([fields.map(([key, field]) => [key, field.kind]), register.matchBy]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
};

async function remark(context: ActionContext, setting: RegistersSetting, declared: Register): Promise<void> {
  const { db, actor } = context;
  const filters = filtersOf(declared);
  const { rows: known } = await sql<{ filters: string }>`
    select filters from registers.marked where root = ${actor.root} and register = ${declared.id}`.execute(db);
  if (known[0]?.filters === filters) return;
  await enterCircles(db, setting, () => true);
  const register = registerIn(setting, declared, actor.root);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<RowRow>`
      select * from registers.row where root = ${actor.root} and register = ${declared.id} and id > ${after}::uuid order by id limit ${atOnce}`.execute(
      db,
    );
    if (rows.length > 0) await markRows(db, register, rows);
    if (rows.length < atOnce) break;
    after = rows.at(-1)?.id ?? after;
  }
  await sql`
    insert into registers.marked (root, register, filters) values (${actor.root}, ${declared.id}, ${filters})
    on conflict (root, register) do update set filters = excluded.filters`.execute(db);
}

export const registersJobs = (setting: RegistersSetting): Job[] => [
  job({
    name: 'registers.mark',
    schedule: { everyMinutes: 30 },
    run: async (_payload, context) => {
      for (const register of setting.catalogue.registers) await context.inContext((inner) => remark(inner, setting, register));
    },
  }),
];
