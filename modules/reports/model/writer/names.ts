// Finds indicators by the names and aliases that people type, and what is near where nothing has the name.
import type { Indicator } from '#kernel/declare/indicator.ts';

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s“”"]/g, '')
    .toLowerCase();

export interface NameIndex {
  /** All that bear the name; more than one is for a person to tell apart. */
  named(name: string): readonly Indicator[];
  /** Names that are like it, the likest first. */
  near(name: string, most: number): readonly string[];
}

/** Share of the shorter name's characters that the other has too, in pairs of neighbours. */
function likeness(a: string, b: string): number {
  const pairs = (text: string): string[] => Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const [one, other] = [pairs(a), new Set(pairs(b))];
  return one.filter((pair) => other.has(pair)).length / Math.max(one.length, other.size);
}

export function nameIndexOf(indicators: Iterable<Indicator>): NameIndex {
  const found = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    for (const name of new Set([indicator.name, ...(indicator.aliases ?? [])].map(plain))) {
      found.set(name, [...(found.get(name) ?? []), indicator]);
    }
  }
  return {
    named: (name) => {
      const all = found.get(plain(name)) ?? [];
      const own = all.filter((indicator) => plain(indicator.name) === plain(name));
      return own.length > 0 ? own : all;
    },
    near: (name, most) => {
      const asked = plain(name);
      const scored = [...found].map(([key, [first]]) => ({
        name: first?.name ?? key,
        score: key.includes(asked) && asked !== '' ? 1 : likeness(asked, key),
      }));
      const likest = scored.filter(({ score }) => score >= 0.3).sort((a, b) => b.score - a.score);
      return [...new Set(likest.map((one) => one.name))].slice(0, most);
    },
  };
}

/** Of an indicator that is a reading of another (growth, share, place, net change), the other; undefined where none is declared. */
export function baseOf(indicator: Indicator, all: Iterable<Indicator>): Indicator | undefined {
  const { formula } = indicator;
  const of = formula.kind === 'growth' || formula.kind === 'share-of-parent' || formula.kind === 'rank' ? formula.of : undefined;
  const base = of ?? (formula.kind === 'change' ? ({ kind: 'stock', measure: formula.measure } as const) : undefined);
  if (base === undefined) return undefined;
  const wanted = JSON.stringify(base);
  return [...all].find((other) => JSON.stringify(other.formula) === wanted);
}

export const isDerived = ({ formula }: Indicator): boolean => ['growth', 'share-of-parent', 'rank', 'change'].includes(formula.kind);
