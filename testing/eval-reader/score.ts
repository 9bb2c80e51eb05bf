// Scores readings against annotated figures by the rules of the annotators: overlap and value, then kind, status, period, indicator.

export type Predicted = {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly unit: string | null;
  readonly kind: string;
  readonly status: string;
  readonly period: string | null;
  readonly indicator: string;
};

type ValueClass = 'yuan' | 'usd' | 'fraction' | 'pp' | 'multiple' | 'number';
type ReadValue = { readonly class: ValueClass | null; readonly value: number };

export type Gold = {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly class: ValueClass;
  readonly values: readonly number[];
  readonly kind: string;
  readonly statuses: ReadonlySet<string>;
  readonly years: readonly [number, number] | null;
  readonly indicator: string;
};

export type GoldText = { readonly figures: readonly Gold[]; readonly ignored: readonly (readonly [number, number])[] };

export type Aspect = 'kind' | 'status' | 'period' | 'indicator';
export const ASPECTS: readonly Aspect[] = ['kind', 'status', 'period', 'indicator'];

export type Counts = Record<string, number>;
export type Fault = { readonly what: string; readonly start: number; readonly end: number; readonly want?: string; readonly got?: string };

const YUAN = new Set(['yuan', '元', '人民币', 'cny', 'rmb', '人民币元']);
const USD = new Set(['usd', '美元']);
const FRACTION = new Set(['fraction', 'ratio', '小数', '比例']);
const PERCENT: Record<string, number> = { '%': 100, percent: 100, pct: 100, 百分比: 100, '‰': 1000, permille: 1000 };
const POINTS: Record<string, number> = { pp: 1, 百分点: 1, 个百分点: 1, percentagepoint: 1, percentagepoints: 1, 千分点: 10, 个千分点: 10 };
const TIMES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
];
const PLANS: Record<string, readonly [number, number]> = {
  十五五: [2026, 2030],
  十四五: [2021, 2025],
  十三五: [2016, 2020],
  十二五: [2011, 2015],
  十一五: [2006, 2010],
};

function numberOf(value: unknown): number | null {
  if (typeof value === 'boolean' || value === null || value === undefined) return null;
  const number = typeof value === 'number' ? value : Number(String(value).normalize('NFKC').replaceAll(',', '').trim() || 'x');
  return Number.isFinite(number) ? number : null;
}

/** What a value with its unit can mean. */
export function readValues(given: unknown, givenUnit: string | null): ReadValue[] {
  let value = given;
  let unit = (givenUnit ?? '').normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (typeof value === 'object' && value !== null) {
    value = 'pp' in value ? value.pp : null;
    unit = 'pp';
  }
  let number = numberOf(value);
  if (number === null) return [];
  if (unit === '') return [{ class: null, value: number }];
  if (FRACTION.has(unit)) return [{ class: 'fraction', value: number }];
  const percent = PERCENT[unit];
  if (percent !== undefined)
    return [
      { class: 'fraction', value: number / percent },
      { class: 'fraction', value: number },
    ];
  const points = POINTS[unit];
  if (points !== undefined) return [{ class: 'pp', value: number / points }];
  const thousands: readonly (readonly [string, number])[] = ['千元', '千美元', '千人'].includes(unit) ? [['千', 1e3]] : [];
  for (const [word, factor] of [...TIMES, ...thousands]) {
    if (!unit.startsWith(word)) continue;
    number *= factor;
    unit = unit.slice(word.length);
    break;
  }
  return [{ class: YUAN.has(unit) ? 'yuan' : USD.has(unit) ? 'usd' : 'number', value: number }];
}

const agree = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));

export function yearsIn(period: unknown): [number, number] | null {
  const text = (period === null || period === undefined ? '' : String(period)).normalize('NFKC');
  const found = [...text.matchAll(/(?<!\d)(?:19|20)\d\d/g)].map((match) => Number(match[0]));
  for (const [name, span] of Object.entries(PLANS)) if (text.includes(name)) found.push(...span);
  return found.length > 0 ? [Math.min(...found), Math.max(...found)] : null;
}

function bigrams(name: string): Map<string, number> {
  const text = [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ];
  const counts = new Map<string, number>();
  const add = (pair: string) => counts.set(pair, (counts.get(pair) ?? 0) + 1);
  if (text.length === 1) add(text[0] ?? '');
  for (let at = 0; at + 1 < text.length; at++) add((text[at] ?? '') + (text[at + 1] ?? ''));
  return counts;
}

/** The Dice coefficient of the character pairs of two names. */
export function likeness(a: string, b: string): number {
  const left = bigrams(a);
  const right = bigrams(b);
  const total = [...left.values(), ...right.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return total === 0 ? 0 : (2 * shared) / total;
}

type Span = { readonly start: number; readonly end: number };
const overlap = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const closeness = (a: Span, b: Span) => overlap(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));

function sameValue(gold: Gold, values: readonly ReadValue[]): boolean {
  return values.some(({ class: read, value }) => {
    const fits = read === null || read === gold.class || (gold.class === 'multiple' && (read === 'number' || read === 'fraction'));
    return fits && gold.values.some((wanted) => agree(value, wanted));
  });
}

/** A largest set of pairs that fit; nearer spans are tried first. Gives gold index → predicted index. */
function assign(
  gold: readonly Gold[],
  predicted: readonly Predicted[],
  left: readonly number[],
  right: readonly number[],
  fits: (i: number, j: number) => boolean,
) {
  const edges = new Map<number, number[]>();
  for (const i of left) {
    const own = gold[i];
    if (!own) continue;
    const near = right.filter((j) => {
      const other = predicted[j];
      return other !== undefined && overlap(own, other) > 0 && fits(i, j);
    });
    const near2 = near.map((j) => ({ j, close: closeness(own, predicted[j] ?? own) })).sort((a, b) => b.close - a.close);
    edges.set(
      i,
      near2.map(({ j }) => j),
    );
  }
  const taken = new Map<number, number>();
  const place = (i: number, seen: Set<number>): boolean => {
    for (const j of edges.get(i) ?? []) {
      if (seen.has(j)) continue;
      seen.add(j);
      const holder = taken.get(j);
      if (holder === undefined || place(holder, seen)) {
        taken.set(j, i);
        return true;
      }
    }
    return false;
  };
  for (const i of [...left].sort((a, b) => (edges.get(a)?.length ?? 0) - (edges.get(b)?.length ?? 0))) place(i, new Set());
  return new Map([...taken].map(([j, i]) => [i, j]));
}

function judge(gold: Gold, read: Predicted): Record<Aspect, boolean | null> {
  const years = yearsIn(read.period);
  return {
    kind: read.kind === gold.kind,
    status: gold.statuses.has(read.status),
    period: gold.years === null ? null : years !== null && years[0] === gold.years[0] && years[1] === gold.years[1],
    indicator: likeness(read.indicator, gold.indicator) >= 0.5,
  };
}

const wanted = (gold: Gold, aspect: Aspect) =>
  aspect === 'kind'
    ? gold.kind
    : aspect === 'status'
      ? [...gold.statuses].join('/')
      : aspect === 'period'
        ? String(gold.years)
        : gold.indicator;

/** Counts what is right in one text, and lists what is wrong. */
export function scoreText(text: GoldText, predicted: readonly Predicted[]): { counts: Counts; faults: Fault[] } {
  const { figures } = text;
  const values = predicted.map((read) => readValues(read.value, read.unit));
  const everyone = figures.map((_, i) => i);
  const others = predicted.map((_, j) => j);
  const fits = (i: number, j: number) => {
    const gold = figures[i];
    return gold !== undefined && sameValue(gold, values[j] ?? []);
  };
  const hit = assign(figures, predicted, everyone, others, fits);
  const used = new Set(hit.values());
  const left = others.filter((j) => !used.has(j));
  const spanOf = (j: number): Span => predicted[j] ?? { start: 0, end: 0 };
  const again = new Set(left.filter((j) => figures.some((gold, i) => overlap(gold, spanOf(j)) > 0 && fits(i, j))));
  const inIgnored = (j: number) => {
    const span = spanOf(j);
    return text.ignored.some(
      ([start, end]) => 2 * (Math.min(end, span.end) - Math.max(start, span.start)) >= Math.max(1, span.end - span.start),
    );
  };
  const alarms = new Set(left.filter((j) => !again.has(j) && inIgnored(j)));
  const free = left.filter((j) => !again.has(j) && !alarms.has(j));
  const near = assign(
    figures,
    predicted,
    everyone.filter((i) => !hit.has(i)),
    free,
    () => true,
  );
  const counts: Counts = {
    gold: figures.length,
    predicted: predicted.length,
    match: hit.size,
    near: near.size,
    ignored: text.ignored.length,
    alarms: alarms.size,
  };
  const faults: Fault[] = [];
  const add = (key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  figures.forEach((gold, i) => {
    const read = predicted[hit.get(i) ?? -1];
    if (!read) {
      faults.push({ what: near.has(i) ? 'wrong value' : 'missed', start: gold.start, end: gold.end, want: gold.quote });
      return;
    }
    const right = judge(gold, read);
    for (const aspect of ASPECTS) {
      if (right[aspect] === null) continue;
      add(`${aspect} of`);
      if (right[aspect]) add(`${aspect} right`);
      else faults.push({ what: aspect, start: gold.start, end: gold.end, want: wanted(gold, aspect), got: String(read[aspect]) });
    }
    if (ASPECTS.every((aspect) => right[aspect] !== false)) add('all right');
  });
  const nearUsed = new Set(near.values());
  for (const j of left)
    if (!nearUsed.has(j))
      faults.push({
        what: alarms.has(j) ? 'number to ignore reported' : 'no such figure',
        ...spanOf(j),
        got: predicted[j]?.indicator ?? '',
      });
  return { counts, faults: faults.sort((a, b) => a.start - b.start) };
}
