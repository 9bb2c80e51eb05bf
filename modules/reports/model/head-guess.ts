// Guesses from a file's name or the head of a text what the report is called, whose it is and of which year: only to fill in a form that a person checks.

/** How far into a text its head reaches. */
const HEAD = 600;
const LONGEST_TITLE = 60;

/** The office that speaks names its place: ×市科技局, ×县科学技术局, ×区政府. */
const PLACE = /([\u4e00-\u9fff]{1,6}(?:自治州|自治县|市|县|区|州|盟|旗))(?:科技|科学|政府|人民政府|工业和|发展|统计|经济)/;
const YEAR = /((?:19|20)\d{2})年/;
/** What papers that are full of figures are called. */
const TITLE_WORD = /总结|报告|公报|要点|思路|打算|计划|情况|通报|说明|汇报|年报|快报/;
/** The name of a document that a site quotes: 《…总结.docx》. */
const QUOTED = /《([^《》\n]{4,60}?)(?:\.[a-z]{2,4})?》/i;
/** A heading within the report: 一、…, 1、…, （二）…. */
const SECTION = /^[（(]?[\d一二三四五六七八九十]{1,3}[、.．)）]/;
const SENTENCE = /[。；;，,：:！!？?|]/;

export interface HeadGuess {
  readonly title: string | null;
  readonly place: string | null;
  readonly year: number | null;
}

/** The first line that is called like a report, or a quoted name that is. */
function titleOf(head: string): string | null {
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const named = lines.find((line) => line.length <= LONGEST_TITLE && TITLE_WORD.test(line) && !SECTION.test(line) && !SENTENCE.test(line));
  const quoted = QUOTED.exec(head)?.[1];
  return named ?? (quoted !== undefined && TITLE_WORD.test(quoted) ? quoted : null);
}

export function guessHead(text: string): HeadGuess {
  const head = text.normalize('NFKC').slice(0, HEAD);
  const close = head.replace(/[ \t\u3000]/g, '');
  const place = PLACE.exec(close)?.[1] ?? null;
  const year = YEAR.exec(close)?.[1];
  return { title: titleOf(head), place, year: year === undefined ? null : Number(year) };
}
