// The catalogue: the explicit list of systems, checked as a whole.
import { type Indicator, isCyclic, type Measure, measuresOf } from './indicator.ts';
import type { Programme } from './programme.ts';
import type { Register } from './register.ts';
import type { Catalogue, System } from './system.ts';

function keep<T extends { readonly id: string }>(into: Map<string, T>, items: readonly T[], what: string): void {
  for (const item of items) {
    if (into.has(item.id)) throw new Error(`${what} ${item.id} is declared twice`);
    into.set(item.id, item);
  }
}

export function catalogueOf(systems: readonly System[]): Catalogue {
  const byId = new Map<string, System>();
  const measures = new Map<string, Measure>();
  const indicators = new Map<string, Indicator>();
  keep(byId, systems, 'System');
  for (const system of systems) {
    keep(measures, system.measures ?? [], 'Measure');
    keep(indicators, system.indicators ?? [], 'Indicator');
  }
  for (const indicator of indicators.values()) {
    if (isCyclic(indicator.formula)) throw new Error(`Indicator ${indicator.id} has a formula that contains itself`);
    for (const id of measuresOf(indicator.formula)) {
      if (!measures.has(id)) throw new Error(`Indicator ${indicator.id} reads measure ${id}, which nobody declares`);
    }
  }
  const programmes = systems.filter((system): system is Programme => system.kind === 'programme');
  const registers = systems.filter((system): system is Register => system.kind === 'register');
  return { systems, programmes, registers, measures, indicators, find: (id) => byId.get(id) };
}
