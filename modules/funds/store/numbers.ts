// Numbers of payments and pay files, without gaps: a transaction that fails gives its numbers back.
import { sql, type Transaction } from 'kysely';
import { Refusal } from '#platform/refusal.ts';

/** Draws `count` numbers that follow one another and returns the first. */
export async function nextNumbers(db: Transaction<unknown>, root: string, series: string, count: number): Promise<number> {
  const { rows } = await sql<{ value: string }>`
    insert into funds.counter as k (root, region, name, value) values (${root}, ${root}, ${series}, ${count})
    on conflict (root, name) do update set value = k.value + excluded.value returning value`.execute(db);
  const value = rows[0]?.value;
  if (value === undefined) throw new Refusal('NO_NUMBER', '拨付单号生成失败，请重试。', { status: 503 });
  return Number(value) - count + 1;
}
