// Duel: the eight conditions of Article 11 without the score, ours against two rule engines, on equal answers, with and without explanation.

import { Reading, record } from '#kernel/calculations/frame/index.ts';
import { highTechEnterprise } from '#kernel/calculations/high-tech-enterprise/calculation.ts';
import { conditionFindings, factsOf, meetsConditions } from '#kernel/calculations/high-tech-enterprise/conditions.ts';
import { input } from '#kernel/calculations/high-tech-enterprise/input.ts';
import { evaluateMany } from '#kernel/calculations/run.ts';
import { applicants } from './cases.ts';
import { jsonRulesDecide, withNeeds } from './json-rules.ts';
import { zenDecides } from './zen.ts';

const all = applicants(1000).map((applicant) => ({ ...applicant, needs: withNeeds(applicant.facts) }));
type Case = (typeof all)[number];
const batch = 100;
const roundMs = 400;
const rounds = 5;

/** Decides so many applicants, from the given one on. */
type Contender = (from: number) => Promise<number> | number;

const at = (index: number): Case => {
  const found = all[index % all.length];
  if (found === undefined) throw new RangeError('no applicant');
  return found;
};

/** Answers are counted, so that no decision can be left out as of no use to anybody. */
let met = 0;

/** In turns of one hundred, so that every contender pays alike for the loop around it. */
const oneByOne =
  (decide: (applicant: Case) => unknown): Contender =>
  (from) => {
    for (let index = from; index < from + batch; index += 1) if (decide(at(index)) === 'met') met += 1;
    return batch;
  };
const awaited =
  (decide: (applicant: Case) => Promise<unknown>): Contender =>
  async (from) => {
    for (let index = from; index < from + batch; index += 1) await decide(at(index));
    return batch;
  };
const together =
  (decide: (applicant: Case) => Promise<unknown>): Contender =>
  async (from) => {
    await Promise.all(Array.from({ length: batch }, (_, index) => decide(at(from + index))));
    return batch;
  };

const type = record(input);
const contenders = {
  'ours, decision only': oneByOne(({ ours }) => meetsConditions(ours)),
  'ours, with findings and articles': oneByOne(({ ours }) => conditionFindings(ours)),
  'ours, read from JSON, with findings': oneByOne(({ document }) => conditionFindings(factsOf(type.read(document, '', new Reading())))),
  'zen-engine, awaited': awaited(({ facts }) => zenDecides(facts, false)),
  'zen-engine, hundred at once': together(({ facts }) => zenDecides(facts, false)),
  'zen-engine, hundred at once, traced': together(({ facts }) => zenDecides(facts, true)),
  'json-rules-engine, awaited': awaited(({ needs }) => jsonRulesDecide(needs)),
  'json-rules-engine, hundred at once': together(({ needs }) => jsonRulesDecide(needs)),
} satisfies Record<string, Contender>;
type Name = keyof typeof contenders;

async function perSecond(contender: Contender): Promise<number> {
  const started = performance.now();
  let decided = 0;
  while (performance.now() - started < roundMs) decided += await contender(decided);
  return (decided * 1000) / (performance.now() - started);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function sameAnswers(): Promise<number> {
  let meeting = 0;
  for (const { ours, facts, needs } of all) {
    const answer = meetsConditions(ours) === 'met';
    const found = conditionFindings(ours).every(({ status }) => status === 'met');
    if (found !== answer || (await zenDecides(facts, false)) !== answer || (await jsonRulesDecide(needs)) !== answer) {
      throw new Error(`different answers for ${JSON.stringify(facts)}`);
    }
    if (answer) meeting += 1;
  }
  return meeting;
}

/** Every round lets all run in turn, so that what else the machine does falls on all alike. */
async function measured(): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contenders) as Name[];
  const found = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const rate = await perSecond(contenders[name]);
      if (round > 0) found.get(name)?.push(rate);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(found.get(name) ?? [])])) as Record<Name, number>;
}

function ratio(rates: Readonly<Record<Name, number>>, ours: Name, other: Name): string {
  return `${(rates[ours] / rates[other]).toFixed(1)}×  ${ours}  :  ${other}`;
}

const streamed = 100_000;

/** The whole calculation, score and findings included, over a stream of documents: how fast, and how much more memory at its end. */
async function stream(): Promise<string> {
  async function* documents() {
    for (let index = 0; index < streamed; index += 1) yield at(index).document;
  }
  const [started, before] = [performance.now(), process.memoryUsage().rss];
  let passed = 0;
  for await (const result of evaluateMany(highTechEnterprise, documents()))
    if ((result as { verdict: string }).verdict !== 'FAIL') passed += 1;
  const rate = Math.round((streamed * 1000) / (performance.now() - started)).toLocaleString('en-US');
  const grown = Math.round((process.memoryUsage().rss - before) / 1_048_576);
  return `evaluateMany: ${streamed} documents through the whole calculation, ${rate}/s, ${grown} MB more memory (${passed} not failed)`;
}

export async function run(): Promise<void> {
  const meeting = await sameAnswers();
  console.log(`${all.length} applicants, the same answer from all (${meeting} meet the eight conditions)\n`);
  const rates = await measured();
  if (met === 0) throw new Error('nobody was decided about');
  for (const [name, rate] of Object.entries(rates)) console.log(`${Math.round(rate).toLocaleString('en-US').padStart(11)}/s  ${name}`);
  console.log('\nwithout explanation');
  for (const other of [
    'zen-engine, hundred at once',
    'zen-engine, awaited',
    'json-rules-engine, hundred at once',
    'json-rules-engine, awaited',
  ] as const)
    console.log(ratio(rates, 'ours, decision only', other));
  console.log('\nwith explanation');
  for (const other of ['zen-engine, hundred at once, traced', 'json-rules-engine, hundred at once', 'json-rules-engine, awaited'] as const)
    console.log(ratio(rates, 'ours, with findings and articles', other));
  console.log(`\n${await stream()}`);
}
