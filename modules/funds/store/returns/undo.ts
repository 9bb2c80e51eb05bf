// Takes back a return that was booked by mistake: the payment stands again as it did, and its line pays again what it had paid.
import { sql } from 'kysely';
import type { ImportContext, UndoRefusal } from '#modules/registry/contract.ts';
import { paymentStatuses } from '../../model/words.ts';
import { Ledger } from '../ledger.ts';
import { lockPayments } from '../payments.ts';
import { restate } from '../settle-payments.ts';
import type { PaymentRow } from '../tables.ts';

/** A payment that a file booked as returned, and where it stood before. */
export interface Reinstated {
  readonly id: string;
  readonly row: number;
  /** Version that the return gave it. */
  readonly version: number;
  readonly status: 'sent' | 'paid';
}

/** Proposed again, given up, or of a year that is over: such a payment stays returned. */
export async function whyNotAgain({ db, by }: ImportContext, mine: readonly Reinstated[]): Promise<readonly UndoRefusal[]> {
  const { rows } = await sql<Pick<PaymentRow, 'id' | 'number' | 'status' | 'version'> & { room: boolean; given: boolean; year: number }>`
    select p.id, p.number, p.status, p.version, t.amount - t.pending - t.paid - t.given_up >= p.amount as room, c.given_up_why <> '' as given,
      l.year
    from funds.payment p join funds.part t on t.commitment = p.commitment and t.no = p.part join funds.commitment c on c.id = p.commitment
      join funds.line l on l.id = p.line
    where p.id = any(${mine.map(({ id }) => id)}::uuid[])`.execute(db);
  const now = new Map(rows.map((row) => [row.id, row]));
  const thisYear = Number(by.today.slice(0, 4));
  return mine.flatMap(({ id, row, version, status }) => {
    const found = now.get(id);
    const why =
      found === undefined
        ? '不在您的管理范围'
        : found.version !== version || found.status !== 'returned'
          ? `现为“${paymentStatuses[found.status]}”，退票后又办理过`
          : found.given
            ? '所属资金承诺已放弃，退回的资金已释放'
            : !found.room
              ? '退票后已重新提出拨付'
              : status === 'paid' && found.year !== thisYear
                ? `属${found.year}年度指标，不能再记支出`
                : null;
    return why === null ? [] : [{ key: id, row, what: found?.number ?? '拨付', why }];
  });
}

export async function payAgain({ db, by }: ImportContext, mine: readonly Reinstated[]): Promise<void> {
  if (mine.length === 0) return;
  const before = new Map(mine.map(({ id, status }) => [id, status]));
  const rows = await lockPayments(db, mine, ['returned']);
  const again = JSON.stringify(mine);
  await sql`
    update funds.part p set pending = p.pending + s.sent, paid = p.paid + s.paid
    from (select commitment, part, coalesce(sum(amount) filter (where m.status = 'sent'), 0) as sent,
        coalesce(sum(amount) filter (where m.status = 'paid'), 0) as paid
      from funds.payment f join jsonb_to_recordset(${again}::jsonb) as m(id uuid, status text) on m.id = f.id group by commitment, part) s
    where p.commitment = s.commitment and p.no = s.part`.execute(db);
  await sql`
    update funds.payment p set status = m.status, returned_on = null, why = '', version = p.version + 1
    from jsonb_to_recordset(${again}::jsonb) as m(id uuid, status text) where p.id = m.id`.execute(db);
  const paid = rows.filter(({ id }) => before.get(id) === 'paid');
  const ledger = await Ledger.open(
    db,
    by,
    paid.map(({ line }) => line),
  );
  for (const { id, line, amount, number, commitment } of paid)
    ledger.take({ line, kind: 'PAY', amount, documentNo: number, note: '撤销误登的退票', commitment, payment: id });
  await ledger.write();
  await restate(
    db,
    rows.map(({ commitment }) => commitment),
  );
}
