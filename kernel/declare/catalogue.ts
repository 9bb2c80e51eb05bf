// The catalogue: the explicit list of systems, checked as a whole.
import { type Indicator, isCyclic, type Measure, measuresOf, observedIn } from './indicator.ts';
import { plainName } from './indicator-names.ts';
import type { Programme } from './programme.ts';
import type { PublishedIndicator } from './published-indicator.ts';
import type { Register } from './register.ts';
import type { Catalogue, System } from './system.ts';

function keep<T extends { readonly id: string }>(into: Map<string, T>, items: readonly T[], what: string): void {
  for (const item of items) {
    if (into.has(item.id)) throw new Error(`${what} ${item.id} is declared twice`);
    into.set(item.id, item);
  }
}

/** What is published elsewhere: its names lead to one indicator only, and its formulas come to an end in published values. */
function publishedOf(indicators: ReadonlyMap<string, Indicator>, listed: readonly PublishedIndicator[]): Map<string, PublishedIndicator> {
  const published = new Map<string, PublishedIndicator>();
  keep(published, listed, 'Indicator');
  const names = new Map<string, string>();
  for (const indicator of [...indicators.values(), ...listed]) {
    if (published.has(indicator.id) && indicators.has(indicator.id)) throw new Error(`Indicator ${indicator.id} is declared twice`);
    for (const name of new Set([indicator.name, ...(indicator.aliases ?? [])].map(plainName))) {
      const other = names.get(name);
      if (other !== undefined && other !== indicator.id && published.has(indicator.id)) {
        throw new Error(`Indicators ${other} and ${indicator.id} both bear the name ${name}`);
      }
      names.set(name, indicator.id);
    }
  }
  const ends = (id: string, within: readonly string[]): void => {
    if (within.includes(id)) throw new Error(`Indicator ${id} has a formula that contains itself`);
    const indicator = published.get(id);
    if (indicator === undefined) throw new Error(`Indicator ${within.at(-1)} reads indicator ${id}, which nobody declares`);
    if (indicator.formula.kind === 'observed' && indicator.formula.indicator === id) return;
    for (const part of observedIn(indicator.formula)) ends(part, [...within, id]);
  };
  for (const id of published.keys()) ends(id, []);
  return published;
}

/** Measures that no single system posts, such as those of public money, with the indicators over them. */
export interface SharedFigures extends Pick<System, 'name' | 'domain'> {
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
}

export function catalogueOf(
  systems: readonly System[],
  listed: readonly PublishedIndicator[] = [],
  shared: readonly SharedFigures[] = [],
): Catalogue {
  const byId = new Map<string, System>();
  const measures = new Map<string, Measure>();
  const indicators = new Map<string, Indicator>();
  keep(byId, systems, 'System');
  for (const system of [...systems, ...shared]) {
    keep(measures, system.measures ?? [], 'Measure');
    keep(indicators, system.indicators ?? [], 'Indicator');
  }
  for (const indicator of [...indicators.values(), ...listed]) {
    if (isCyclic(indicator.formula)) throw new Error(`Indicator ${indicator.id} has a formula that contains itself`);
    for (const id of measuresOf(indicator.formula)) {
      if (!measures.has(id)) throw new Error(`Indicator ${indicator.id} reads measure ${id}, which nobody declares`);
    }
  }
  const programmes = systems.filter((system): system is Programme => system.kind === 'programme');
  const registers = systems.filter((system): system is Register => system.kind === 'register');
  return {
    systems,
    shared,
    programmes,
    registers,
    measures,
    indicators,
    published: publishedOf(indicators, listed),
    find: (id) => byId.get(id),
  };
}
