// Proves that what a line holds is what its journal says, that commitments stand on it in full, and that no part is paid otherwise than its payments.
import { sql, type Transaction } from 'kysely';

export interface BalanceVerdict {
  readonly lines: number;
  /** Lines whose balance is not the sum of their entries, by name. */
  readonly differing: readonly string[];
  /** Parties of parts whose paid or pending amount is not that of their payments. */
  readonly partsDiffering: readonly string[];
}

const sums = (pocket: string) =>
  sql.raw(`coalesce(sum(funds.balance_of('${pocket}', j.from_pocket, j.to_pocket, j.amount)), 0) <> max(b.${pocket})`);

export async function verifyBalances(db: Transaction<unknown>, root: string): Promise<BalanceVerdict> {
  const lines = await sql<{ name: string; differs: boolean }>`
    select l.year || '年' || l.name as name,
      ${sums('free')} or ${sums('reserved')} or ${sums('committed')} or ${sums('paid')}
      or coalesce(sum(j.amount) filter (where j.kind = 'ALLOT'), 0) <> max(b.budget) or count(j.id) <> max(b.entries)
      or coalesce((select sum(p.amount - p.paid - p.given_up) from funds.commitment c join funds.part p on p.commitment = c.id
        where c.line = l.id), 0) <> max(b.committed) as differs
    from funds.line l join funds.balance b on b.line = l.id left join funds.journal j on j.line = l.id
    where l.root = ${root} group by l.id, l.year, l.name order by l.year, l.name`.execute(db);
  const parts = await sql<{ name: string }>`
    select distinct c.party_name as name from funds.part p join funds.commitment c on c.id = p.commitment
    left join lateral (
      select coalesce(sum(amount) filter (where status = 'paid'), 0) as paid,
        coalesce(sum(amount) filter (where status in ('proposed', 'approved', 'sent')), 0) as pending
      from funds.payment y where y.commitment = p.commitment and y.part = p.no
    ) s on true
    where p.root = ${root} and (s.paid <> p.paid or s.pending <> p.pending) order by 1`.execute(db);
  return {
    lines: lines.rows.length,
    differing: lines.rows.filter(({ differs }) => differs).map(({ name }) => name),
    partsDiffering: parts.rows.map(({ name }) => name),
  };
}
