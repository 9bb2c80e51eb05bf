// Budget lines: opened with their first document, moved by further ones, listed with what they hold, and their journal.
import { sql, type Transaction } from 'kysely';
import { postEntries } from '#modules/figures/contract.ts';
import type { By } from '#modules/registry/contract.ts';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { figuresOf } from '../model/figures.ts';
import type { EntryKind, Pocket, Source } from '../model/words.ts';
import type { BalanceRow, FundsTables, LineRow } from './tables.ts';

export interface NewLine {
  readonly region: string;
  readonly year: number;
  readonly source: Source;
  readonly name: string;
  readonly functionCode: string;
  readonly economicCode: string;
  readonly programme: string | null;
  readonly documentNo: string;
  readonly budget: string;
  readonly freezesOn: string;
}

export async function openLine(db: Transaction<unknown>, by: By, given: NewLine): Promise<string> {
  const id = uuidv7();
  await tables<FundsTables>(db)
    .insertInto('funds.line')
    .values({
      id,
      root: by.root,
      region: given.region,
      year: given.year,
      source: given.source,
      name: given.name,
      function_code: given.functionCode,
      economic_code: given.economicCode,
      programme: given.programme,
      document_no: given.documentNo,
      freezes_on: given.freezesOn,
      created_at: by.now,
      created_by: by.name,
    })
    .execute();
  await sql`insert into funds.balance (line, root, region) values (${id}::uuid, ${by.root}, ${given.region})`.execute(db);
  // The first document opens the line itself, so the kernel has nothing to compare it with: an allotment only adds.
  await sql`
    insert into funds.journal (root, region, line, day, kind, from_pocket, to_pocket, amount, document_no, at, by_account, by_name)
    values (${by.root}, ${given.region}, ${id}::uuid, ${by.today}, 'ALLOT', 'outside', 'free', ${given.budget}, ${given.documentNo}, ${by.now},
      ${by.account}::uuid, ${by.name})`.execute(db);
  const { region, budget: amount, documentNo } = given;
  await postEntries(
    db,
    by,
    figuresOf([{ line: id, region, day: by.today, kind: 'ALLOT', from: 'outside', to: 'free', amount, documentNo }]),
  );
  return id;
}

export type ListedLine = LineRow & Omit<BalanceRow, 'line' | 'root' | 'region'>;

export interface LineFilters {
  readonly years?: readonly number[];
  readonly source?: readonly string[];
  readonly region?: readonly string[];
  readonly programme?: readonly string[];
  readonly text?: string;
}

const columns: PageOptions['columns'] = {
  name: { ref: 'l.name', type: 'text' },
  year: { ref: 'l.year', type: 'bigint' },
  free: { ref: 'b.free', type: 'numeric' },
  paid: { ref: 'b.paid', type: 'numeric' },
  committed: { ref: 'b.committed', type: 'numeric' },
};

export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (char) => `\\${char}`);

function filtered(db: Transaction<unknown>, root: string, filters: LineFilters) {
  let query = tables<FundsTables>(db)
    .selectFrom('funds.line as l')
    .innerJoin('funds.balance as b', 'b.line', 'l.id')
    .where('l.root', '=', root);
  if (filters.years !== undefined) query = query.where('l.year', 'in', filters.years);
  if (filters.source !== undefined) query = query.where('l.source', 'in', filters.source as Source[]);
  if (filters.region !== undefined) query = query.where('l.region', 'in', filters.region);
  if (filters.programme !== undefined) query = query.where('l.programme', 'in', filters.programme);
  if (filters.text !== undefined) {
    const text = `%${escapeLike(filters.text)}%`;
    query = query.where((eb) => eb.or([eb('l.name', 'like', text), eb('l.document_no', 'like', text)]));
  }
  return query;
}

const shown = ['b.budget', 'b.adjusted', 'b.free', 'b.reserved', 'b.committed', 'b.paid', 'b.entries'] as const;

export async function listLines(
  db: Transaction<unknown>,
  root: string,
  filters: LineFilters,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<ListedLine>> {
  const query = filtered(db, root, filters).selectAll('l').select(shown);
  return (await page(tables<FundsTables>(db), query as never, {
    columns,
    id: 'l.id',
    defaultSort: '-year',
    ...paging,
  })) as unknown as Page<ListedLine>;
}

export async function lineOf(db: Transaction<unknown>, id: string): Promise<ListedLine> {
  const row = await tables<FundsTables>(db)
    .selectFrom('funds.line as l')
    .innerJoin('funds.balance as b', 'b.line', 'l.id')
    .selectAll('l')
    .select(shown)
    .where('l.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('该预算指标');
  return row;
}

export interface JournalRow {
  readonly id: string;
  readonly day: string;
  readonly kind: EntryKind;
  readonly from: Pocket;
  readonly to: Pocket;
  readonly amount: string;
  readonly documentNo: string;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
  readonly partyName: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly commitment: string | null;
  readonly paymentNumber: string | null;
}

/** Entries newest first, each with the case, the party and the payment that it belongs to. */
export async function journalOf(
  db: Transaction<unknown>,
  root: string,
  line: string,
  filters: { readonly pocket?: string | undefined; readonly before?: string | undefined; readonly limit: number },
): Promise<JournalRow[]> {
  const inPocket = filters.pocket === undefined ? sql`` : sql`and ${filters.pocket} in (j.from_pocket, j.to_pocket)`;
  const older = filters.before === undefined ? sql`` : sql`and j.id < ${filters.before}::bigint`;
  const { rows } = await sql<JournalRow>`
    select j.id::text, j.day, j.kind, j.from_pocket as "from", j.to_pocket as "to", j.amount, j.document_no as "documentNo", j.note,
      j.by_name as by, j.at, c.party_name as "partyName", c.case_id as "caseId", c.case_number as "caseNumber", j.commitment,
      p.number as "paymentNumber"
    from funds.journal j left join funds.commitment c on c.id = j.commitment left join funds.payment p on p.id = j.payment
    where j.root = ${root} and j.line = ${line}::uuid ${inPocket} ${older} order by j.id desc limit ${filters.limit}`.execute(db);
  return rows;
}

export interface MonthRow {
  readonly month: string;
  readonly committed: string;
  readonly paid: string;
}

/** What each month committed and paid, net of what came back. */
export async function monthsOf(db: Transaction<unknown>, root: string, line: string): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    select to_char(day, 'YYYY-MM') as month,
      sum(case when from_pocket = 'committed' and to_pocket = 'paid' or from_pocket = 'paid' and to_pocket = 'committed' then 0
        else funds.balance_of('committed', from_pocket, to_pocket, amount) end)::text as committed,
      sum(funds.balance_of('paid', from_pocket, to_pocket, amount))::text as paid
    from funds.journal where root = ${root} and line = ${line}::uuid group by 1 order by 1`.execute(db);
  return rows;
}

/** Years that have lines in sight, newest first. */
export async function lineYears(db: Transaction<unknown>, root: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct year from funds.line where root = ${root} order by year desc`.execute(db);
  return rows.map(({ year }) => year);
}
