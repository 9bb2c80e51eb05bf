// Guesses from a file's name or the head of a text whose report it is and of which year: only to fill in a form that a person checks.

/** How far into a text its head reaches. */
const HEAD = 300;

/** The office that speaks names its place: ×市科技局, ×县科学技术局, ×区政府. */
const PLACE = /([\u4e00-\u9fff]{1,6}(?:自治州|自治县|市|县|区|州|盟|旗))(?:科技|科学|政府|人民政府|工业和|发展|统计|经济)/;
const YEAR = /((?:19|20)\d{2})年/;

export interface HeadGuess {
  readonly place: string | null;
  readonly year: number | null;
}

export function guessHead(text: string): HeadGuess {
  const head = text
    .normalize('NFKC')
    .slice(0, HEAD)
    .replace(/[ \t\u3000]/g, '');
  const place = PLACE.exec(head)?.[1] ?? null;
  const year = YEAR.exec(head)?.[1];
  return { place, year: year === undefined ? null : Number(year) };
}
