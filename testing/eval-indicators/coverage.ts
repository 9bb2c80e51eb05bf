// Ties every annotated figure to an indicator and a reading by its name, and every listed system to the indicators of its figures.
import { type Meant, meaningOf } from '#kernel/declare/indicator-names.ts';
import type { Nature } from '#kernel/declare/published-indicator.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import { said } from './said.ts';

export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
  readonly measure: string;
  readonly period: string | null;
  readonly region: string | null;
}

export interface ListedSystem {
  readonly number: string;
  readonly name: string;
  readonly figures: readonly string[];
}

/** `rule` and `list`: a number within a rule (a parameter), or how many things a list names; no indicators by decision. */
export type Outcome = 'sure' | 'likely' | 'rule' | 'list' | 'none';

export interface Tied {
  readonly figure: Figure;
  readonly outcome: Outcome;
  readonly meant: Meant | undefined;
}

/** `said`: by indicators that were named for it; `reason`: it was said why there are none. */
export interface Fed {
  readonly system: ListedSystem;
  readonly by: 'figures' | 'name' | 'said' | 'reason' | 'none';
  /** Names of the indicators that its numbers feed. */
  readonly indicators: readonly string[];
  readonly why: string | null;
}

export interface Coverage {
  readonly indicators: { readonly reckoned: number; readonly published: number };
  readonly figures: readonly Tied[];
  readonly systems: readonly Fed[];
}

function natureOf({ measure }: Figure): Nature | 'new' | undefined {
  if (measure === 'new') return 'new';
  if (measure === 'flow') return 'flow';
  if (measure === 'stock' || measure === 'cumulative' || measure === 'net_change') return 'stock';
  return measure === 'rate' || measure === 'share' ? 'rate' : undefined;
}

const fed = (system: ListedSystem, by: Fed['by'], indicators: readonly string[], why: string | null = null): Fed => ({
  system,
  by,
  indicators: [...new Set(indicators)],
  why,
});

export function coverageOf(catalogue: Catalogue, figures: readonly Figure[], systems: readonly ListedSystem[]): Coverage {
  const meaning = meaningOf(catalogue);
  const tied = figures.map((figure): Tied => {
    if (figure.measure === 'rule') return { figure, outcome: 'rule', meant: undefined };
    const meant = meaning(figure.name, figure.unit, natureOf(figure));
    if (meant !== undefined) return { figure, outcome: meant.isSure ? 'sure' : 'likely', meant };
    return { figure, outcome: figure.measure === 'set_size' ? 'list' : 'none', meant };
  });
  const told = new Map(tied.map((one) => [one.figure.id, one]));
  const rows = systems
    .filter((system) => system.figures.length > 0)
    .map((system) => {
      const known = system.figures.flatMap((id) => told.get(id) ?? []).filter(({ outcome }) => outcome === 'sure' || outcome === 'likely');
      if (known.length > 0)
        return fed(
          system,
          'figures',
          known.flatMap(({ meant }) => meant?.indicator.name ?? []),
        );
      const names = system.name.split(/[、/]/).map((name) => name.replace(/[“”"]/g, '').trim());
      const meant = names.flatMap((name) => meaning(name)?.indicator.name ?? []);
      if (meant.length > 0) return fed(system, 'name', meant);
      const { indicators = [], why = null } = said[system.number] ?? {};
      for (const name of indicators) if (meaning(name)?.indicator.name !== name) throw new Error(`No indicator is called ${name}`);
      return fed(system, indicators.length > 0 ? 'said' : why === null ? 'none' : 'reason', indicators, why);
    });
  return { indicators: { reckoned: catalogue.indicators.size, published: catalogue.published.size }, figures: tied, systems: rows };
}
