// Takes in what the moves of cases oblige the bureau to: promises become commitments, parts fall due, rests are given up, money is taken back.
import { sql, type Transaction } from 'kysely';
import type { Obligation } from '#kernel/declare/obligation.ts';
import type { By } from '#modules/registry/contract.ts';
import { alreadyPromised, notPromised } from '../errors.ts';
import { sumOf } from '../model/money.ts';
import { giveUp, lockCommitmentsOfCases, makeDue, type NewCommitment, openCommitments, takeBack } from './commitments.ts';
import { Ledger } from './ledger.ts';
import { parametersOf } from './parameters.ts';
import type { CommitmentRow } from './tables.ts';
import { withinRoot } from './within-root.ts';

/** The obligations of one case, in the order in which its moves made them. */
export interface CaseObligations {
  readonly caseId: string;
  /** Null before the case has one. */
  readonly caseNumber: string | null;
  /** Id of the programme in the catalogue. */
  readonly programme: string;
  readonly party: string;
  readonly partyName: string;
  readonly region: string;
  readonly root: string;
  readonly obligations: readonly Obligation[];
}

/** The line of the year that a programme's promises come to by themselves: the county's own before the city's. */
async function defaultLines(db: Transaction<unknown>, by: By, programmes: readonly string[]): Promise<readonly DefaultLine[]> {
  if (programmes.length === 0) return [];
  const { rows } = await sql<DefaultLine>`
    select id, programme, region, document_no from funds.line
    where root = ${by.root} and programme = any(${programmes}::text[]) and year = ${Number(by.today.slice(0, 4))} and freezes_on > ${by.today}
    order by region = ${by.root}, id`.execute(db);
  return rows;
}

interface DefaultLine {
  readonly id: string;
  readonly programme: string;
  readonly region: string;
  readonly document_no: string;
}

function commitmentOf(of: CaseObligations, promise: Extract<Obligation, { kind: 'promise' }>): NewCommitment {
  const { caseId, caseNumber, programme, party, partyName, region } = of;
  if (!sumOf(promise.parts.map(({ amount }) => amount)).equals(sumOf([promise.amount])))
    throw new RangeError(`parts of the promise ${promise.purpose} do not sum to ${promise.amount}`);
  return {
    case: { id: caseId, number: caseNumber },
    programme,
    party,
    partyName,
    region,
    purpose: promise.purpose,
    documentNo: caseNumber ?? promise.purpose,
    amount: promise.amount,
    // A promise of one part is paid at once.
    parts: promise.parts.map((part) => ({ ...part, isDue: promise.parts.length === 1 })),
  };
}

class Recording {
  readonly #db: Transaction<unknown>;
  readonly #by: By;
  readonly #ledger: Ledger;
  readonly #defaults: readonly DefaultLine[];
  readonly #live: Map<string, CommitmentRow>;
  readonly #returnWithinDays: number;

  constructor(
    db: Transaction<unknown>,
    by: By,
    ledger: Ledger,
    defaults: readonly DefaultLine[],
    live: Map<string, CommitmentRow>,
    returnWithinDays: number,
  ) {
    this.#returnWithinDays = returnWithinDays;
    this.#db = db;
    this.#by = by;
    this.#ledger = ledger;
    this.#defaults = defaults;
    this.#live = live;
  }

  async take(of: CaseObligations, obligation: Obligation): Promise<void> {
    const live = this.#live.get(of.caseId);
    if (obligation.kind === 'promise') {
      if (live !== undefined && live.status !== 'given-up') throw alreadyPromised(of.caseNumber, live.purpose);
      const lines = this.#defaults.filter((line) => line.programme === of.programme && [of.region, of.root].includes(line.region));
      const [opened] = await openCommitments(this.#db, this.#by, this.#ledger, [commitmentOf(of, obligation)], lines);
      if (opened !== undefined) this.#live.set(of.caseId, opened);
      return;
    }
    if (live === undefined) throw notPromised(of.caseNumber);
    if (obligation.kind === 'due') await makeDue(this.#db, this.#by, live, obligation.part);
    else if (obligation.kind === 'give-up') this.#live.set(of.caseId, await giveUp(this.#db, this.#by, this.#ledger, live, obligation.why));
    else await takeBack(this.#db, this.#by, live, obligation, this.#returnWithinDays);
  }
}

/** In the transaction of the moves: what they oblige to is written down together with them, whoever made them. */
export async function recordObligations(db: Transaction<unknown>, by: By, of: readonly CaseObligations[]): Promise<void> {
  const obliging = of.filter(({ obligations }) => obligations.length > 0);
  if (obliging.length === 0) return;
  await withinRoot(db, async () => {
    const live = await lockCommitmentsOfCases(
      db,
      by.root,
      obliging.map(({ caseId }) => caseId),
    );
    const promising = obliging.filter(({ obligations }) => obligations.some(({ kind }) => kind === 'promise'));
    const defaults = await defaultLines(db, by, [...new Set(promising.map(({ programme }) => programme))]);
    const lines = [...live.values()].flatMap(({ line }) => (line === null ? [] : [line]));
    const ledger = await Ledger.open(db, by, [...lines, ...defaults.map(({ id }) => id)]);
    const { returnWithinDays } = await parametersOf(db, by.root);
    const recording = new Recording(db, by, ledger, defaults, live, returnWithinDays);
    for (const one of obliging) for (const obligation of one.obligations) await recording.take(one, obligation);
    await ledger.write();
  });
}
