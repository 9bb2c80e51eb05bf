// How much two names share: pairs of neighbouring characters, for names that say one thing in different order or length.

const pairsOf = (name: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let i = 0; i + 1 < name.length; i++) found.add(name.slice(i, i + 2));
  return found;
};

/** The part of the shorter name's pairs that the longer one has too, and how many they are. */
function shared(a: string, b: string): { readonly part: number; readonly pairs: number } {
  const [short, long] = a.length <= b.length ? [pairsOf(a), pairsOf(b)] : [pairsOf(b), pairsOf(a)];
  if (short.size === 0) return { part: 0, pairs: 0 };
  let pairs = 0;
  for (const pair of short) if (long.has(pair)) pairs++;
  return { part: pairs / short.size, pairs };
}

/** 有研发机构的企业 and 企业建有研发机构比例: most of the shorter name stands in the longer one. */
export function isAkin(a: string, b: string, part = 0.6, least = 3): boolean {
  const found = shared(a, b);
  return found.pairs >= least && found.part >= part;
}

/** The characters of the short name stand in the long one in the same order: 市级特派员 in 市级优秀科技特派员. */
export function isWithinName(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length;
}
