// Who had a title while a call for its holders was open and handed nothing in, and whether that was so the time before.
import { sql, type Transaction } from 'kysely';
import { type TitleHolder, titleHolders } from '#modules/registry/contract.ts';
import type { CallRow } from './tables.ts';

export interface SilentHolder extends TitleHolder {
  /** Handed nothing in at the call before either, although it held the title then. */
  readonly isSecondTime: boolean;
}

const dayOfInstant = (instant: Date): string => instant.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

async function handedIn(db: Transaction<unknown>, call: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ party: string }>`
    select party from casework.cases where call = ${call}::uuid and status not in ('draft', 'withdrawn', 'lapsed')`.execute(db);
  return new Set(rows.map(({ party }) => party));
}

export async function silentHolders(
  db: Transaction<unknown>,
  call: CallRow,
  kind: string,
  today: string,
): Promise<{ readonly holders: number; readonly silent: readonly SilentHolder[] }> {
  const { rows: earlier } = await sql<{ id: string; closes_at: Date }>`
    select id, closes_at from casework.call where root = ${call.root} and programme = ${call.programme} and dossier = ${call.dossier}
      and id <> ${call.id}::uuid and status <> 'draft' and closes_at < ${call.closes_at} order by closes_at desc limit 1`.execute(db);
  const [before] = earlier;
  const closed = dayOfInstant(call.closes_at);
  const holders = await titleHolders(db, kind, { from: '1900-01-01', to: closed }, today);
  const reported = await handedIn(db, call.id);
  const reportedBefore = before === undefined ? null : await handedIn(db, before.id);
  const heldBefore =
    before === undefined ? [] : await titleHolders(db, kind, { from: '1900-01-01', to: dayOfInstant(before.closes_at) }, today);
  const long = new Set(heldBefore.map(({ title }) => title));
  const silent = holders
    .filter(({ party }) => !reported.has(party))
    .map((holder) => ({ ...holder, isSecondTime: reportedBefore !== null && long.has(holder.title) && !reportedBefore.has(holder.party) }));
  return { holders: holders.length, silent };
}
