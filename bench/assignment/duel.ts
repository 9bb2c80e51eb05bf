// Duel: experts for 3,000 applications (three each) among 800 with caps and conflicts: our flow over all pairs against HiGHS on those that the flow found to matter.
// Each runs in a fresh worker thread as in the product; the delay of the event loop is what requests would have felt meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { assignAway, stopAssigning } from '#modules/review/actions/assigning/assign-away.ts';
import { Away } from '#platform/threads/away.ts';
import { median } from '../bench-database.ts';
import type { FlowAnswer, FlowTask } from './flow-worker.ts';
import type { HighsAnswer, HighsTask } from './highs-worker.ts';
import { season } from './season.ts';

const rounds = 3;

interface Measured<T> {
  readonly answer: T;
  readonly ms: number;
  readonly delayMs: number;
  readonly grownMb: number;
}

/** Time with the start of the thread, largest delay of this thread's loop, and how much the process grew at most. */
async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  delay.enable();
  const from = performance.now();
  const answer = await work();
  const ms = performance.now() - from;
  delay.disable();
  clearInterval(watch);
  return { answer, ms, delayMs: Math.max(0, delay.percentile(99) / 1e6 - 5), grownMb: (peak - before) / 1_048_576 };
}

async function inThread<Task, Answer>(worker: string, task: Task): Promise<Measured<Answer>> {
  const away = new Away<Task, Answer>({ beside: import.meta.url, worker, waiting: 1 });
  const found = await measured(() => away.run(task));
  await away.stop();
  return found;
}

function line(name: string, all: readonly Measured<unknown>[], objective: number): string {
  const [ms, delay, grown] = (['ms', 'delayMs', 'grownMb'] as const).map((key) => median(all.map((one) => one[key])));
  return `${name.padEnd(46)} ${((ms ?? 0) / 1000).toFixed(1)} s, +${Math.round(grown ?? 0)} MB, loop delay p99 ${(delay ?? 0).toFixed(1)} ms, objective ${objective}`;
}

const only = (objectives: readonly number[]): number => {
  const [first, ...others] = new Set(objectives);
  if (first === undefined || others.length > 0) throw new Error(`different objectives: ${objectives.join(', ')}`);
  return first;
};

async function withRules(problem: ReturnType<typeof season>): Promise<void> {
  const applications = problem.applications.slice(0, 300).map((one) => ({ ...one, needsFinancial: true }));
  const experts = problem.experts.slice(0, 120);
  const fit = new Int16Array(300 * 120);
  for (let row = 0; row < 300; row += 1)
    for (let column = 0; column < 120; column += 1) fit[row * 120 + column] = problem.fit[row * 800 + column] ?? 0;
  const given = { applications, experts: experts.map((one) => ({ ...one, cap: 30 })), fit, rules: { institutionOneIn: 3, countyOneIn: 3 } };
  const full = await measured(() => assignAway(given));
  if (full.answer.kind !== 'assigned') throw new Error('a season with rules cannot be assigned');
  const { objective, bound, method } = full.answer;
  console.log(
    `300 × 3 × 120 with a financial expert and at most a third of one institution: ${(full.ms / 1000).toFixed(1)} s by ${method}, objective ${objective} of at most ${bound}`,
  );
  const tight = await measured(() =>
    assignAway({
      ...given,
      experts: experts.map((one) => ({ ...one, cap: 7 })),
      rules: { institutionOneIn: null, countyOneIn: null },
      applications: problem.applications.slice(0, 300),
    }),
  );
  if (tight.answer.kind !== 'impossible') throw new Error('more than is there was assigned');
  const units = tight.answer.relaxations.reduce((sum, one) => sum + ('more' in one ? one.more : 0), 0);
  console.log(
    `the same experts with caps of 7: impossible, smallest relaxation ${units} places at ${tight.answer.relaxations.length} experts, ${(tight.ms / 1000).toFixed(1)} s`,
  );
  await stopAssigning();
}

export async function run(): Promise<void> {
  const problem = season({ applications: 3000, experts: 800, cap: 15 });
  const [ours, highs]: [Measured<FlowAnswer>[], Measured<HighsAnswer>[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) ours.push(await inThread<FlowTask, FlowAnswer>('flow-worker', { problem, width: 40 }));
  const candidates = ours[0]?.answer.candidates;
  if (candidates === undefined) throw new Error('nothing was found');
  highs.push(await inThread<HighsTask, HighsAnswer>('highs-worker', { problem, candidates }));
  const best = only(ours.map(({ answer }) => answer.objective));
  const other = only(highs.map(({ answer }) => (answer.status === 'optimal' ? Math.round(answer.objective) : Number.NaN)));
  console.log(line(`flow, best over all pairs (${candidates.expert.length} looked at)`, ours, best));
  console.log(line('HiGHS, on the pairs that were looked at', highs, other));
  if (best !== other) throw new Error('the two solvers disagree');
  console.log(
    `HiGHS : flow = ${(median(highs.map(({ ms }) => ms)) / median(ours.map(({ ms }) => ms))).toFixed(1)}× the time, the same objective`,
  );
  await withRules(problem);
}
