// Where the search box looks, and how the answers of several sources come together.
import { messageOf } from '../api-error.ts';
import type { NavigationEntry } from './navigation.ts';

export interface SearchHit {
  readonly key: string;
  readonly title: string;
  /** Second reading: credit code and region of an enterprise, stage of a case. */
  readonly hint?: string;
  readonly href: string;
}

export interface SearchSource {
  readonly key: string;
  readonly label: string;
  /** Best first, at most eight. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
}

export interface FoundGroup {
  readonly key: string;
  readonly label: string;
  readonly hits: readonly SearchHit[];
  readonly failed?: string;
}

async function ask(source: SearchSource, text: string, signal: AbortSignal): Promise<FoundGroup> {
  try {
    return { key: source.key, label: source.label, hits: (await source.search(text, signal)).slice(0, 8) };
  } catch (error) {
    return { key: source.key, label: source.label, hits: [], failed: messageOf(error) };
  }
}

/** Tells what is known after each answer, always in the order of the sources, so that a slow one does not hold up the others. */
export async function askSources(
  sources: readonly SearchSource[],
  text: string,
  signal: AbortSignal,
  tell: (groups: readonly FoundGroup[], isBusy: boolean) => void,
): Promise<void> {
  const answers = new Map<string, FoundGroup>();
  await Promise.all(
    sources.map(async (source) => {
      answers.set(source.key, await ask(source, text, signal));
      const groups = sources
        .flatMap(({ key }) => answers.get(key) ?? [])
        .filter((group) => group.hits.length > 0 || group.failed !== undefined);
      tell(groups, answers.size < sources.length);
    }),
  );
  if (sources.length === 0) tell([], false);
}

/** Pages by their name, their keywords or their area; needs no server. */
export function pageSource(entries: readonly NavigationEntry[]): SearchSource {
  return {
    key: 'pages',
    label: '页面',
    search: async (text) => {
      const wanted = text.toLowerCase();
      return entries
        .filter((entry) => `${entry.label} ${entry.keywords ?? ''} ${entry.area}`.toLowerCase().includes(wanted))
        .map((entry) => ({ key: entry.href, title: entry.label, hint: entry.area, href: entry.href }));
    },
  };
}

/** Where an arrow key leads, undefined when the key is another. */
export function stepIn(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  return undefined;
}
