// Lineage: from an indicator through its formula and measures to the moves and titles that post them.
import { type Indicator, measuresOf } from '../declare/indicator.ts';
import type { System } from '../declare/system.ts';

export interface LineageLine {
  readonly indicator: string;
  readonly name: string;
  readonly measure: string;
  readonly measureName: string;
  /** `move:application.submit`, `title:<id>`, `register:<id>`; empty when nothing in this system posts it. */
  readonly sources: readonly string[];
}

function sourcesOf(system: System, measure: string): string[] {
  if (system.kind === 'register') {
    const posted = [...(system.stocks ?? []), ...(system.flows ?? [])].some((posting) => posting.measure.id === measure);
    return posted ? [`register:${system.id}`] : [];
  }
  if (system.kind !== 'programme') return [];
  const moves = (system.postings ?? [])
    .filter((posting) => posting.measure.id === measure)
    .map((posting) => `move:${posting.dossier}.${posting.verb}`);
  const titles = (system.stocks ?? []).filter((stock) => stock.measure.id === measure).map((stock) => `title:${stock.title.id}`);
  return [...moves, ...titles];
}

export function lineageOf(system: System): LineageLine[] {
  const names = new Map((system.measures ?? []).map((measure) => [measure.id, measure.name]));
  return (system.indicators ?? []).flatMap((indicator: Indicator) =>
    measuresOf(indicator.formula).map((measure) => ({
      indicator: indicator.id,
      name: indicator.name,
      measure,
      measureName: names.get(measure) ?? measure,
      sources: sourcesOf(system, measure),
    })),
  );
}
