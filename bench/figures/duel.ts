// Duel: 60 indicators × 24 months × 40 areas right after a write, against the same by one hand-written statement over the entries; the same as
// known on earlier days; and what posting costs. `npm run bench -- figures` takes a million entries, `npm run bench -- figures 10` ten million.
import { createHash } from 'node:crypto';
import os from 'node:os';
import { measuresOf } from '#kernel/declare/indicator.ts';
import { daysNeeded, type Period } from '#modules/figures/model/evaluate.ts';
import { gridsOf } from '#modules/figures/model/evaluate-grid.ts';
import { postEntries } from '#modules/figures/store/post-entries.ts';
import { readSums } from '#modules/figures/store/read-figures.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { median, withBenchDatabase } from '../bench-database.ts';
import { byHand, formulas } from './by-hand.ts';
import { areas, fill, measures, root } from './ledger.ts';
import { postingCost } from './posting.ts';

const rounds = 5;
const places = 8;
const months: readonly Period[] = Array.from({ length: 24 }, (_, i) => {
  const [year, month] = [2023 + Math.floor(i / 12), i % 12];
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month, 1)), to: day(Date.UTC(year, month + 1, 0)) };
});
const [from, to] = [months[0]?.from ?? '', months.at(-1)?.to ?? ''];
const actor = systemActor(root);
let written = 0;

/** One more entry, so that nothing kept from the last reading can be right. */
const write = (database: Database): Promise<void> =>
  database.withActor(actor, {}, (db) =>
    postEntries(db, { root, account: actor.accountId }, [
      {
        measure: measures[written++ % 60] ?? '',
        region: areas[written % 40] ?? '',
        day: '2024-06-15',
        value: '1.25',
        sourceKind: 'bench',
        sourceId: 'write',
      },
    ]),
  );

type Cells = readonly (string | null)[];
const at = (formula: number, area: number, month: number): number => (formula * areas.length + area) * months.length + month;

/** As the product reads a table: one statement, each formula once over the whole grid, exact values printed. */
async function ours(database: Database, known: string | null): Promise<Cells> {
  const days = daysNeeded(formulas.map((formula) => ({ formula, periods: months })));
  const read = [...new Set(formulas.flatMap(measuresOf))];
  const sums = await database.withActor(actor, { readOnly: true }, (db) => readSums(db, read, days, known));
  const gridOf = gridsOf(areas, months, { root, counties: areas }, sums);
  const cells: (string | null)[] = [];
  for (const formula of formulas) {
    const grid = gridOf(formula);
    for (let area = 0; area < areas.length; area += 1) {
      for (let month = 0; month < months.length; month += 1) cells.push(grid.text(area, month, places));
    }
  }
  return cells;
}

const digest = (cells: Cells): string => createHash('sha256').update(cells.join('|')).digest('hex').slice(0, 12);

interface Round {
  readonly theirs: number;
  readonly mine: number;
}

/** Both sides read the same state, each with nothing kept; who goes first changes. The hand's rows are put in order outside of its time. */
async function round(database: Database, turn: number, known: string | null): Promise<Round> {
  await write(database);
  const taken = { theirs: 0, mine: 0 };
  let [cells, rows]: [Cells, Awaited<ReturnType<typeof byHand>>] = [[], []];
  const sides = [
    async () => {
      const started = performance.now();
      rows = await byHand(database, from, to, known === null ? null : `${known}T24:00:00+08:00`);
      taken.theirs = performance.now() - started;
    },
    async () => {
      const started = performance.now();
      cells = await ours(database, known);
      taken.mine = performance.now() - started;
    },
  ];
  for (const side of turn % 2 === 0 ? sides : [...sides].reverse()) await side();
  compare(cells, rows, known);
  return taken;
}

/** Where nothing was known of a month the hand has no row; ours then has what follows from no entries. */
function compare(mine: Cells, rows: Awaited<ReturnType<typeof byHand>>, known: string | null): void {
  const areaAt = new Map(areas.map((area, i) => [area, i]));
  const monthAt = new Map(months.map((month, i) => [month.from, i]));
  const theirs = new Array<string | null>(mine.length).fill(null);
  const told = new Set<number>();
  for (const { n, region, month, value } of rows) {
    const cell = at(n, areaAt.get(region) ?? -1, monthAt.get(month) ?? -1);
    theirs[cell] = value;
    told.add(cell);
  }
  const same = mine.map((value, cell) => (told.has(cell) ? value : null));
  if (digest(same) !== digest(theirs) || (known === null && told.size !== mine.length)) {
    const wrong = same.flatMap((value, cell) => (value === theirs[cell] ? [] : [`${cell}: ${value} and ${theirs[cell]}`]));
    throw new Error(
      `the two sides differ in ${wrong.length} of ${mine.length} cells (${told.size} by hand): ${wrong.slice(0, 5).join('; ')}`,
    );
  }
}

async function duel(database: Database, name: string, known: string | null): Promise<string> {
  const all: Round[] = [];
  // One round is not counted: a server that serves has its programs compiled and its pages in memory, on either side.
  await round(database, 1, known);
  for (let turn = 0; turn < rounds; turn += 1) all.push(await round(database, turn, known));
  const [theirs, mine] = [median(all.map((one) => one.theirs)), median(all.map((one) => one.mine))];
  const ratio = median(all.map((one) => one.theirs / one.mine));
  return `${name}: by hand ${theirs.toFixed(0)} ms, ours ${mine.toFixed(0)} ms, ${ratio.toFixed(1)}× faster (medians of ${rounds})`;
}

export async function run(options: readonly string[] = []): Promise<void> {
  const millions = Number(options[0] ?? 1);
  await withBenchDatabase(async (database) => {
    await fill(database, millions * 1_000_000);
    console.log(
      `${millions} million entries, ${formulas.length * areas.length * months.length} cells, load ${os.loadavg()[0]?.toFixed(1)}`,
    );
    console.log(await duel(database, 'right after a write', null));
    console.log(await duel(database, 'as known a month before the end', '2024-11-30'));
    console.log(await duel(database, 'as known halfway', '2023-06-30'));
    console.log(await postingCost(database));
    console.log(
      `load ${os.loadavg()[0]?.toFixed(1)}; goals: at least 10× faster right after a write, posting at most 20 % of a case write`,
    );
  });
}
