// Numbers of payments and pay files, without gaps: a transaction that fails gives its number back.
import { sql, type Transaction } from 'kysely';
import { Refusal } from '#platform/refusal.ts';

export async function nextNumber(db: Transaction<unknown>, root: string, series: string): Promise<number> {
  const { rows } = await sql<{ value: string }>`
    insert into funds.counter as k (root, region, name, value) values (${root}, ${root}, ${series}, 1)
    on conflict (root, name) do update set value = k.value + 1 returning value`.execute(db);
  const value = rows[0]?.value;
  if (value === undefined) throw new Refusal('NO_NUMBER', '拨付单号生成失败，请重试。', { status: 503 });
  return Number(value);
}
