// What a vocabulary is: a list of coded terms with its source and date, found by code, by name and by tree.

export interface Term {
  readonly code: string;
  readonly name: string;
  /** Code of the term above, for trees. */
  readonly parent?: string;
  /** Other ways in which people write the name. */
  readonly aliases?: readonly string[];
}

export interface Vocabulary<T extends Term = Term> {
  readonly id: string;
  /** Chinese name, as shown. */
  readonly name: string;
  /** The standard, notice or package that the terms come from. */
  readonly source: string;
  /** Day since which this edition stands, YYYY-MM-DD. */
  readonly date: string;
  readonly items: readonly T[];
}

interface TermIndex {
  readonly byCode: ReadonlyMap<string, Term>;
  readonly children: ReadonlyMap<string, readonly Term[]>;
}

const indexes = new WeakMap<Vocabulary, TermIndex>();

function indexOf(vocabulary: Vocabulary): TermIndex {
  const known = indexes.get(vocabulary);
  if (known !== undefined) return known;
  const byCode = new Map<string, Term>();
  const children = new Map<string, Term[]>();
  for (const item of vocabulary.items) {
    if (byCode.has(item.code)) throw new Error(`Vocabulary ${vocabulary.id} has code ${item.code} twice`);
    byCode.set(item.code, item);
    const siblings = children.get(item.parent ?? '');
    if (siblings === undefined) children.set(item.parent ?? '', [item]);
    else siblings.push(item);
  }
  const made = { byCode, children };
  indexes.set(vocabulary, made);
  return made;
}

/** The term with this code, or undefined. */
export function findTerm<T extends Term>(vocabulary: Vocabulary<T>, code: string): T | undefined {
  return indexOf(vocabulary).byCode.get(code) as T | undefined;
}

/** The name of a code; an unknown code is shown as such, never as a guess. */
export function termName(vocabulary: Vocabulary, code: string): string {
  return findTerm(vocabulary, code)?.name ?? `未知代码（${code}）`;
}

/** Terms directly below a code; the top of the tree for `''`. */
export function childTerms<T extends Term>(vocabulary: Vocabulary<T>, code: string): readonly T[] {
  return (indexOf(vocabulary).children.get(code) ?? []) as readonly T[];
}

/** The terms from the top down to this one; empty when the code is unknown. */
export function termPath<T extends Term>(vocabulary: Vocabulary<T>, code: string): readonly T[] {
  const path: T[] = [];
  for (let term = findTerm(vocabulary, code); term !== undefined; term = term.parent ? findTerm(vocabulary, term.parent) : undefined) {
    path.unshift(term);
  }
  return path;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The code that a name or alias stands for, when exactly one term answers to it. */
export function codeOfName(vocabulary: Vocabulary, name: string): string | undefined {
  const wanted = fold(name).replaceAll(/\s/g, '');
  const found = vocabulary.items.filter((item) => [item.name, ...(item.aliases ?? [])].some((each) => fold(each) === wanted));
  return found.length === 1 ? found[0]?.code : undefined;
}

function rank(term: Term, words: readonly string[], above: string): number {
  const names = [fold(term.name), ...(term.aliases ?? []).map(fold)];
  const code = fold(term.code);
  let total = 0;
  for (const word of words) {
    if (code === word || names.includes(word)) total += 0;
    else if (code.startsWith(word) || names.some((each) => each.startsWith(word))) total += 1;
    else if (names.some((each) => each.includes(word))) total += 2;
    else if (above.includes(word)) total += 3;
    else return -1;
  }
  return total;
}

/** Terms that match every word of the text by code, name, alias or a name above them; the nearest first. */
export function searchTerms<T extends Term>(vocabulary: Vocabulary<T>, text: string, limit = 20): readonly T[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return vocabulary.items.slice(0, limit);
  const hits: { term: T; rank: number }[] = [];
  for (const term of vocabulary.items) {
    const above = fold(
      termPath(vocabulary, term.parent ?? '')
        .map((each) => each.name)
        .join(''),
    );
    const score = rank(term, words, above);
    if (score >= 0) hits.push({ term, rank: score });
  }
  // The sort is stable, so terms of one rank keep the order of the standard; a term matched only by what is above it comes last.
  return hits
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((hit) => hit.term);
}
