// Remembers what a pure reading of a phrase gave, for reports say the same words again and again; what is remembered stays bounded.

const LONGEST = 80;
const MOST = 4096;

/** The same function, which works out a phrase once; long phrases, which rarely come back, are worked out each time. */
export function remembered<T>(work: (phrase: string) => T): (phrase: string) => T {
  let known = new Map<string, { readonly found: T }>();
  return (phrase) => {
    if (phrase.length > LONGEST) return work(phrase);
    const before = known.get(phrase);
    if (before) return before.found;
    const found = work(phrase);
    if (known.size >= MOST) known = new Map();
    known.set(phrase, { found });
    return found;
  };
}
