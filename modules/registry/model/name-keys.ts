// Brings a name into the forms that names are stored and compared in.

/** As stored: one line, single blanks, brackets full-width as licences print them. */
export function tidyName(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[\p{Script=Han}（）()]) (?=[\p{Script=Han}（）()])/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .trim();
}

/** Only letters and digits count when names are compared: brackets, blanks, dots and width are how people type, not who is meant. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const legalForm =
  /(股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|公司|有限合伙|普通合伙|特殊普通合伙|合伙企业|个人独资|专业合作社|合作社)$/u;
const group = /(集团|控股)$/u;

function withoutForm(key: string): string {
  let core = key;
  for (let before = ''; before !== core; ) {
    before = core;
    core = core.replace(legalForm, '').replace(group, '');
  }
  return core;
}

function withoutPlaces(key: string, places: readonly string[]): string {
  let core = key;
  for (let before = ''; before !== core; ) {
    before = core;
    const place = places.find((each) => core.startsWith(each));
    if (place !== undefined) core = core.slice(place.length);
  }
  return core;
}

/**
 * What is left of a name without place and legal form, for finding duplicates: 澜江市华星科技有限公司 and 华星科技股份有限公司 share 华星科技.
 * `places` are names of the surroundings as keys, longer ones first (see `placeKeys`). Too short a rest says nothing, then the whole key counts.
 */
export function coreKey(name: string, places: readonly string[]): string {
  const key = nameKey(name);
  // A place may also stand in brackets further on: 华星科技（澜江）有限公司.
  const outside = tidyName(name).replaceAll(/（([^（）]*)）/g, (whole, inner: string) => (places.includes(nameKey(inner)) ? '' : whole));
  const core = withoutPlaces(withoutForm(nameKey(outside)), places);
  return core.length >= 2 ? core : key;
}

/** Places as names begin with them: 云泽省, 云泽, 澜江市, 澜江, 高新区. */
export function placeKeys(names: readonly string[]): string[] {
  const all = names.flatMap((name) => {
    const key = nameKey(name);
    const bare = key.replace(/(省|自治区|市|县|区)$/u, '');
    return bare.length >= 2 ? [key, bare] : [key];
  });
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** All ways to leave out one character: two names that differ in at most one place share one of them. */
export function nearKeys(core: string): string[] {
  const letters = [...core];
  return [core, ...letters.map((_, index) => [...letters.slice(0, index), ...letters.slice(index + 1)].join(''))];
}

/** Whether two keys differ by at most one character put in, left out or changed. */
export function differsByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1;
  return long.length - start - end <= 1;
}
