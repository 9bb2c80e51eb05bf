// Everything that is stored of a name so that it can be found, compared and sorted.
import { coreKey, nameKey, tidyName } from './name-keys.ts';
import { spell } from './pinyin.ts';
import { searchWords } from './search-words.ts';

export interface NameForms {
  readonly name: string;
  readonly nameKey: string;
  readonly coreKey: string;
  readonly spelling: string;
  readonly initials: string;
  readonly words: readonly string[];
}

export function nameForms(text: string, places: readonly string[]): NameForms {
  const name = tidyName(text);
  const spelling = spell(name);
  return {
    name,
    nameKey: nameKey(name),
    coreKey: coreKey(name, places),
    spelling: spelling.full,
    initials: spelling.initials,
    words: searchWords(name, spelling),
  };
}
