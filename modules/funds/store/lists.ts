// Lists of commitments, payments and recoveries: filters, keyset pages and exact totals, each served by an index.
import { sql, type Transaction } from 'kysely';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import type { CommitmentStatus, PaymentStatus } from '../model/words.ts';
import { escapeLike } from './lines.ts';
import type { CommitmentRow, FundsTables, PartRow, PaymentRow, RecoveryRow } from './tables.ts';

type Paging = Pick<PageOptions, 'sort' | 'after' | 'limit'>;

export interface CommitmentFilters {
  readonly status?: readonly string[];
  readonly programme?: readonly string[];
  readonly region?: readonly string[];
  readonly line?: string;
  readonly party?: string;
  /** With a part that is due and not wholly paid or under way. */
  readonly isPayable?: boolean;
  readonly text?: string;
}

export type ListedCommitment = CommitmentRow & { line_name: string | null; parts: PartRow[] };

function commitments(db: Transaction<unknown>, root: string, filters: CommitmentFilters) {
  let query = tables<FundsTables>(db)
    .selectFrom('funds.commitment as c')
    .leftJoin('funds.line as l', 'l.id', 'c.line')
    .where('c.root', '=', root);
  if (filters.status !== undefined) query = query.where('c.status', 'in', filters.status as CommitmentStatus[]);
  if (filters.programme !== undefined) query = query.where('c.programme', 'in', filters.programme);
  if (filters.region !== undefined) query = query.where('c.region', 'in', filters.region);
  if (filters.line !== undefined) query = query.where('c.line', '=', filters.line);
  if (filters.party !== undefined) query = query.where('c.party', '=', filters.party);
  if (filters.isPayable === true)
    query = query
      .where('c.status', '=', 'active')
      .where(
        sql<boolean>`exists (select 1 from funds.part p where p.commitment = c.id and p.due_on is not null and p.paid + p.given_up + p.pending < p.amount)`,
      );
  if (filters.text !== undefined) {
    const text = `%${escapeLike(filters.text)}%`;
    query = query.where((eb) =>
      eb.or([eb('c.party_name', 'like', text), eb('c.purpose', 'like', text), eb('c.case_number', 'like', text)]),
    );
  }
  return query;
}

async function withParts<T extends CommitmentRow>(db: Transaction<unknown>, rows: readonly T[]): Promise<(T & { parts: PartRow[] })[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const parts = await tables<FundsTables>(db)
    .selectFrom('funds.part')
    .selectAll()
    .where('commitment', 'in', ids)
    .orderBy('commitment')
    .orderBy('no')
    .execute();
  return rows.map((row) => ({ ...row, parts: parts.filter((part) => part.commitment === row.id) }));
}

export async function listCommitments(
  db: Transaction<unknown>,
  root: string,
  filters: CommitmentFilters,
  paging: Paging,
): Promise<Page<ListedCommitment>> {
  const query = commitments(db, root, filters).selectAll('c').select('l.name as line_name');
  const found = (await page(tables<FundsTables>(db), query as never, {
    columns: {
      promisedOn: { ref: 'c.promised_on', type: 'date' },
      amount: { ref: 'c.amount', type: 'numeric' },
      partyName: { ref: 'c.party_name', type: 'text' },
    },
    id: 'c.id',
    defaultSort: '-promisedOn',
    ...paging,
  })) as unknown as Page<CommitmentRow & { line_name: string | null }>;
  return { ...found, rows: await withParts(db, found.rows) };
}

export async function commitmentOf(db: Transaction<unknown>, root: string, id: string): Promise<ListedCommitment> {
  const rows = await commitments(db, root, {}).selectAll('c').select('l.name as line_name').where('c.id', '=', id).execute();
  const [row] = await withParts(db, rows);
  if (row === undefined) throw notFound('该笔资金承诺');
  return row;
}

export interface PaymentFilters {
  readonly status?: readonly string[];
  readonly programme?: readonly string[];
  readonly region?: readonly string[];
  readonly line?: string;
  readonly commitment?: string;
  readonly file?: string;
  readonly text?: string;
}

export type ListedPayment = PaymentRow & {
  line_name: string | null;
  bank: string;
  number_mask: string;
  file_number: string | null;
  case_id: string | null;
  case_number: string | null;
};

function payments(db: Transaction<unknown>, root: string, filters: PaymentFilters) {
  let query = tables<FundsTables & { 'funds.pay_file': { id: string; number: string } }>(db)
    .selectFrom('funds.payment as p')
    .innerJoin('funds.payee_account as a', 'a.id', 'p.account')
    .innerJoin('funds.commitment as c', 'c.id', 'p.commitment')
    .leftJoin('funds.line as l', 'l.id', 'p.line')
    .leftJoin('funds.pay_file as f', 'f.id', 'p.file')
    .where('p.root', '=', root);
  if (filters.status !== undefined) query = query.where('p.status', 'in', filters.status as PaymentStatus[]);
  if (filters.programme !== undefined) query = query.where('p.programme', 'in', filters.programme);
  if (filters.region !== undefined) query = query.where('p.region', 'in', filters.region);
  if (filters.line !== undefined) query = query.where('p.line', '=', filters.line);
  if (filters.commitment !== undefined) query = query.where('p.commitment', '=', filters.commitment);
  if (filters.file !== undefined) query = query.where('p.file', '=', filters.file);
  if (filters.text !== undefined) {
    const text = escapeLike(filters.text);
    query = query.where((eb) =>
      eb.or([eb('p.party_name', 'like', `%${text}%`), eb('p.purpose', 'like', `%${text}%`), eb('p.number', 'like', `${text}%`)]),
    );
  }
  return query;
}

export async function listPayments(
  db: Transaction<unknown>,
  root: string,
  filters: PaymentFilters,
  paging: Paging,
): Promise<Page<ListedPayment>> {
  const query = payments(db, root, filters)
    .selectAll('p')
    .select(['l.name as line_name', 'a.bank', 'a.number_mask', 'f.number as file_number', 'c.case_id', 'c.case_number']);
  return (await page(tables<FundsTables>(db), query as never, {
    columns: {
      proposedAt: { ref: 'p.proposed_at', type: 'timestamptz' },
      amount: { ref: 'p.amount', type: 'numeric' },
      number: { ref: 'p.number', type: 'text' },
    },
    id: 'p.id',
    defaultSort: '-proposedAt',
    ...paging,
  })) as unknown as Page<ListedPayment>;
}

export async function countByStatus(
  db: Transaction<unknown>,
  root: string,
  table: 'payment' | 'commitment' | 'payee_account',
): Promise<Record<string, number>> {
  const { rows } = await sql<{ status: string; count: number }>`
    select status, count(*)::int as count from funds.${sql.raw(table)} where root = ${root} group by status`.execute(db);
  const counts = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  return { ...counts, all: rows.reduce((sum, { count }) => sum + count, 0) };
}

export type ListedRecovery = RecoveryRow & { purpose: string };

export async function listRecoveries(
  db: Transaction<unknown>,
  root: string,
  filters: { readonly status?: string; readonly party?: string; readonly text?: string; readonly today: string },
  paging: Paging,
): Promise<Page<ListedRecovery>> {
  let query = tables<FundsTables>(db)
    .selectFrom('funds.recovery as r')
    .innerJoin('funds.commitment as c', 'c.id', 'r.commitment')
    .selectAll('r')
    .select('c.purpose')
    .where('r.root', '=', root);
  if (filters.status === 'open' || filters.status === 'late') query = query.where(sql<boolean>`r.received < r.amount`);
  if (filters.status === 'late') query = query.where('r.due_on', '<', filters.today);
  if (filters.status === 'closed') query = query.where(sql<boolean>`r.received = r.amount`);
  if (filters.party !== undefined) query = query.where('r.party', '=', filters.party);
  if (filters.text !== undefined) query = query.where('r.party_name', 'like', `%${escapeLike(filters.text)}%`);
  return (await page(tables<FundsTables>(db), query as never, {
    columns: { dueOn: { ref: 'r.due_on', type: 'date' }, amount: { ref: 'r.amount', type: 'numeric' } },
    id: 'r.id',
    defaultSort: 'dueOn',
    ...paging,
  })) as unknown as Page<ListedRecovery>;
}
