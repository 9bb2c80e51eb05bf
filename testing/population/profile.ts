// What a firm is before anything happens to it: where, since when, how large, how inventive.
import { highTechFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';
import { demonstrationCounties } from '#vocabularies/regions/demonstration-city.ts';
import { creditCode } from './codes.ts';
import { dayBetween } from './days.ts';
import { firmName } from './names.ts';
import { Random } from './random.ts';
import type { Day, Enterprise } from './types.ts';
import { type DivisionWords, divisions } from './words.ts';

export interface Profile {
  readonly serial: number;
  readonly region: string;
  readonly uscc: string;
  readonly name: string;
  readonly words: DivisionWords;
  readonly foundedOn: Day;
  readonly isTechnology: boolean;
  readonly field: string | null;
  /** From 0 to 1: how well it does what experts look at. */
  readonly quality: number;
  /** Heads in the last year. */
  readonly staff: number;
  /** Yuan of sales a head. */
  readonly perHead: number;
  readonly status: Enterprise['status'];
  readonly statusSince: Day | null;
}

/** Whole shares of a total by weight, the largest remainders rounded up, so that they add up. */
export function shares(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** Share of technology firms where the county's weight is 100. */
const technologyShare = 0.19;

const parents = new Set(highTechFields.items.map((item) => item.parent));
const leaves = highTechFields.items.filter((item) => !parents.has(item.code));
const leavesOf = new Map(divisions.map(({ field }) => [field, leaves.filter((item) => item.code.startsWith(field.slice(0, 1)))]));

const ordinary = divisions.map((words) => [words, words.share] as const);
const technical = divisions.map((words) => [words, words.technologyShare] as const);

/** Half of all firms are younger than eight years, and some much older. */
function foundingDay(random: Random, lastYear: number): Day {
  const age = Math.min(34, Math.floor(-Math.log(1 - random.unit()) * 10));
  return dayBetween(random, `${lastYear - age}-01-01`, `${lastYear - age}-12-31`);
}

function fate(random: Random, foundedOn: Day, lastYear: number): Pick<Profile, 'status' | 'statusSince'> {
  const status = random.weighted([
    ['active', 968],
    ['cancelled', 20],
    ['moved', 8],
    ['revoked', 4],
  ] as const);
  const earliest = `${lastYear - 2}-01-01`;
  if (status === 'active' || foundedOn >= earliest) return { status: 'active', statusSince: null };
  return { status, statusSince: dayBetween(random, earliest, `${lastYear}-12-31`) };
}

function profile(
  serial: number,
  county: (typeof demonstrationCounties)[number],
  options: { seed: number; lastYear: number },
  taken: Set<string>,
): Profile {
  const random = new Random(options.seed, serial);
  const isTechnology = random.chance(Math.min(0.75, (technologyShare * county.technology) / 100));
  const words = random.weighted(isTechnology ? technical : ordinary);
  // Zones and the centre have the larger firms.
  const weight = Math.sqrt(county.economy / county.enterprises);
  const usual = random.skewed(isTechnology ? 22 : 5, 1.25) * weight;
  // A few firms are the city's great ones.
  const staff = Math.max(1, Math.min(15_000, Math.round(random.chance(0.0025) ? usual * random.between(10, 80) : usual)));
  const foundedOn = foundingDay(random, options.lastYear);
  let name = firmName(random, county.code, words, staff > 300);
  while (taken.has(name)) name = firmName(random, county.code, words, staff > 300);
  taken.add(name);
  return {
    serial,
    region: county.code,
    uscc: creditCode(county.code, serial),
    name,
    words,
    foundedOn,
    isTechnology,
    field: isTechnology ? random.pick(leavesOf.get(words.field) ?? leaves).code : null,
    quality: random.unit(),
    staff,
    perHead: random.skewed(words.division < '44' ? 620_000 : words.division === '51' ? 1_500_000 : 380_000, 0.6),
    ...fate(random, foundedOn, options.lastYear),
  };
}

/** All firms, county after county within each thousand, so that any beginning of the list already spans the city. */
export function profiles(count: number, seed: number, lastYear: number): Profile[] {
  const perCounty = shares(
    count,
    demonstrationCounties.map((county) => county.enterprises),
  );
  const order = demonstrationCounties.flatMap((county, index) => Array.from({ length: perCounty[index] ?? 0 }, () => county));
  const random = new Random(seed, -1);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = random.whole(0, i);
    const [one, other] = [order[i], order[j]];
    if (one !== undefined && other !== undefined) [order[i], order[j]] = [other, one];
  }
  const taken = new Set<string>();
  return order.map((county, serial) => profile(serial, county, { seed, lastYear }, taken));
}
