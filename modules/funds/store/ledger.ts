// The only door to a budget line's journal: holds the lines' locks, asks the kernel whether each move may be made, and writes what was accepted.
import { sql, type Transaction } from 'kysely';
import { BudgetLine, type BudgetMoveKind, type BudgetRefusal, budgetWays } from '#kernel/calculations/budget-line.ts';
import { readDay } from '#kernel/calculations/frame/day.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { postEntries } from '#modules/figures/contract.ts';
import type { By } from '#modules/registry/contract.ts';
import { lineElsewhere, moveRefused } from '../errors.ts';
import { figuresOf } from '../model/figures.ts';
import { toText } from '../model/money.ts';
import type { Pocket } from '../model/words.ts';

export interface LineMove {
  readonly line: string;
  readonly kind: BudgetMoveKind;
  /** Yuan; negative only where an adjustment takes away. */
  readonly amount: string;
  readonly documentNo: string;
  /** Today where absent. */
  readonly day?: string;
  readonly note?: string;
  readonly commitment?: string;
  readonly payment?: string;
  readonly recovery?: string;
}

interface Held {
  readonly line: string;
  readonly region: string;
  readonly name: string;
  readonly year: number;
  readonly freezes_on: string;
  readonly free: string;
  readonly reserved: string;
  readonly committed: string;
  readonly paid: string;
}

interface Locked extends Held {
  readonly budget: BudgetLine;
}

const dayOf = (text: string) => {
  const day = readDay(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
};

/** Both sides of a move: an adjustment alone comes from outside or goes there. */
function sidesOf(kind: BudgetMoveKind, amount: string): { from: Pocket; to: Pocket; amount: string } {
  if (kind !== 'ADJUST') return { from: budgetWays[kind][0], to: budgetWays[kind][1], amount };
  const value = decimal(amount);
  return value.isNegative() ? { from: 'free', to: 'outside', amount: toText(value.absolute()) } : { from: 'outside', to: 'free', amount };
}

export class Ledger {
  readonly #db: Transaction<unknown>;
  readonly #by: By;
  readonly #lines: ReadonlyMap<string, Locked>;
  readonly #accepted: (LineMove & { readonly day: string })[] = [];
  #count = 0;

  private constructor(db: Transaction<unknown>, by: By, lines: ReadonlyMap<string, Locked>) {
    this.#db = db;
    this.#by = by;
    this.#lines = lines;
  }

  /** Locks the lines in the order of their ids, so that two batches cannot wait for each other; commitments and payments are locked before. */
  static async open(db: Transaction<unknown>, by: By, lines: readonly string[]): Promise<Ledger> {
    const ids = [...new Set(lines)];
    const { rows } =
      ids.length === 0
        ? { rows: [] }
        : await sql<Held>`
            select b.line, l.region, l.name, l.year, l.freezes_on, b.free, b.reserved, b.committed, b.paid
            from funds.balance b join funds.line l on l.id = b.line
            where b.line = any(${ids}::uuid[]) order by b.line for update of b`.execute(db);
    if (rows.length < ids.length) throw lineElsewhere();
    const locked = rows.map((row): [string, Locked] => {
      const pockets = {
        free: decimal(row.free),
        reserved: decimal(row.reserved),
        committed: decimal(row.committed),
        paid: decimal(row.paid),
      };
      return [row.line, { ...row, budget: new BudgetLine(row.year, pockets, dayOf(row.freezes_on)) }];
    });
    return new Ledger(db, by, new Map(locked));
  }

  #judge(move: LineMove): { refusal: BudgetRefusal | null; line: Locked; day: string } {
    const line = this.#lines.get(move.line);
    if (line === undefined) throw lineElsewhere();
    const day = move.day ?? this.#by.today;
    this.#count += 1;
    const refusal = line.budget.take({
      moveId: String(this.#count),
      kind: move.kind,
      amount: decimal(move.amount),
      date: dayOf(day),
      documentNo: move.documentNo,
    });
    if (refusal === null) this.#accepted.push({ ...move, day });
    return { refusal, line, day };
  }

  /** False where the line refuses; nothing has happened then. */
  tries(move: LineMove): boolean {
    return this.#judge(move).refusal === null;
  }

  /** Refuses with the numbers of the line. */
  take(move: LineMove): void {
    const { refusal, line, day } = this.#judge(move);
    if (refusal === null) return;
    const { name, year, freezes_on: freezesOn, budget } = line;
    throw moveRefused(refusal, { line: name, year, freezesOn, day, kind: move.kind, amount: move.amount, pockets: budget.pockets });
  }

  /** One statement for any number of entries; the database adds them to the balances and checks those once more. */
  async write(): Promise<void> {
    const entries = this.#accepted.splice(0).map((move) => {
      const { from, to, amount } = sidesOf(move.kind, move.amount);
      return { ...move, region: this.#lines.get(move.line)?.region ?? this.#by.root, from, to, amount };
    });
    if (entries.length === 0) return;
    const { root, account, name, now } = this.#by;
    await sql`
      insert into funds.journal (root, region, line, day, kind, from_pocket, to_pocket, amount, document_no, note, commitment, payment, recovery,
        at, by_account, by_name)
      select ${root}, region, line, day, kind, "from", "to", amount, "documentNo", coalesce(note, ''), commitment, payment, recovery,
        ${now}, ${account}::uuid, ${name}
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(
        region text, line uuid, day date, kind text, "from" text, "to" text, amount numeric, "documentNo" text, note text, commitment uuid,
        payment uuid, recovery uuid)`.execute(this.#db);
    await postEntries(this.#db, { root, account }, figuresOf(entries));
  }
}
