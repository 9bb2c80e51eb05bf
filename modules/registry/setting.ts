// What the registry is given by whoever composes the server: titles that are counted, a seal for personal data, and other modules' parts in a party's life.
import type { Transaction } from 'kysely';
import type { Title } from '#kernel/declare/title.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { titleKinds } from '#vocabularies/enterprises/titles.ts';

/** Seals a text so that whoever reads the database does not read it; `place` binds it to where it is kept. */
export interface FieldSeal {
  seal(plain: string, place: string): string;
  open(stored: string, place: string): string;
}

/** A line of a party's life that another module knows of. */
export interface TimelineLine {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly at: string;
  /** Kind for icon and filter: `case`, `payment`, `visit` … */
  readonly kind: string;
  /** One sentence in Chinese. */
  readonly says: string;
  /** Page of the thing itself. */
  readonly href?: string;
}

export interface TimelineSource {
  readonly id: string;
  /** Name of the filter: 申报办件. */
  readonly name: string;
  /** Lines of a party by day, newest first, at most `limit`. */
  lines(context: ActionContext, party: string, limit: number): Promise<readonly TimelineLine[]>;
}

/** Another module's rows that hang on a party and follow it when it is merged. */
export interface PartyMover {
  readonly id: string;
  /** What moves, as the merge page says it: 申报办件. */
  readonly name: string;
  /** How many rows hang on each of the parties; those with none may be left out. */
  holding(db: Transaction<unknown>, parties: readonly string[]): Promise<ReadonlyMap<string, number>>;
  move(
    db: Transaction<unknown>,
    by: { readonly root: string; readonly account: string },
    from: string,
    to: { readonly id: string; readonly region: string },
  ): Promise<void>;
}

/** A title that staff may enter, and the measures in which it counts. */
export interface KnownTitle {
  readonly title: Title;
  readonly measures: readonly string[];
  /** Other names in lists and spreadsheets. */
  readonly aliases: readonly string[];
}

export interface RegistrySetting {
  readonly titles: readonly KnownTitle[];
  readonly seal: FieldSeal;
  readonly timelineSources: readonly TimelineSource[];
  readonly movers: readonly PartyMover[];
}

const validityOf = (validity: number | 'calendar-year' | null): Title['validity'] => (validity === 'calendar-year' ? 'year-end' : validity);

/**
 * Titles of the catalogue with the measures that its programmes declare, and beside them the titles of the vocabulary that no programme
 * grants yet: lists from above name those too.
 */
export function knownTitles(declared: readonly { readonly title: Title; readonly measures: readonly string[] }[]): readonly KnownTitle[] {
  const aliasesOf = new Map(titleKinds.items.map((kind) => [kind.name, kind.aliases ?? []]));
  const names = new Set(declared.map(({ title }) => title.name));
  const others = titleKinds.items.filter((kind) => !names.has(kind.name));
  return [
    ...declared.map(({ title, measures }) => ({ title, measures, aliases: aliasesOf.get(title.name) ?? [] })),
    ...others.map(({ code, name, levels, validity, aliases }) => ({
      title: {
        id: code.toLowerCase().replaceAll('_', '-'),
        name,
        level: levels[0] ?? 'MUNICIPAL',
        validity: validityOf(validity),
      } satisfies Title,
      measures: [],
      aliases: aliases ?? [],
    })),
  ];
}
