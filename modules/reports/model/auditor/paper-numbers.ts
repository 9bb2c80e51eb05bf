// Numbers of official papers: one paper has one number, wherever it is cited.
import type { Page } from './figure.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsOfMatch } from './remark.ts';

const CITED =
  /(?:《([^《》\n]{4,80})》)?[ \t]{0,2}[(（]?([一-龥]{0,12}[字发办函规政])?[〔[【(（]((?:19|20)(?:\d\d|[xX]{2}))[〕\]】)）]第?(\d{1,4})号/g;
const MOST = 2000;

interface Citation {
  readonly title: string;
  readonly number: string;
  readonly words: Words;
}

function* citationsOf(page: Page): Generator<Citation> {
  for (const block of page.blocks)
    for (const match of block.text.matchAll(CITED))
      yield {
        title: match[1] ?? '',
        number: `${match[2] ?? ''}〔${match[3]}〕${match[4]}号`,
        words: wordsOfMatch(page, block, match),
      };
}

const FORMULA = '同一文件的文号前后一致';

/** 《…方案》(〔2022〕8号) cited twice with two numbers; and numbers that are the same both times. */
export function paperNumbers(page: Page): Relation[] {
  const byTitle = new Map<string, Citation>();
  const byNumber = new Map<string, Citation>();
  const found: Relation[] = [];
  let count = 0;
  for (const cited of citationsOf(page)) {
    if (count++ > MOST) break;
    const before = cited.title === '' ? undefined : byTitle.get(cited.title);
    const same = byNumber.get(cited.number);
    if (before !== undefined && before.number !== cited.number)
      found.push(
        remark({
          type: 'duplicate',
          words: [before.words, cited.words],
          formula: FORMULA,
          verdict: 'inconsistent',
          weight: 'wording',
          note: `同一文件先写作${before.number}，又写作${cited.number}`,
        }),
      );
    else if (same !== undefined)
      found.push(remark({ type: 'duplicate', words: [same.words, cited.words], formula: FORMULA, verdict: 'consistent' }));
    if (cited.title !== '' && !byTitle.has(cited.title)) byTitle.set(cited.title, cited);
    if (!byNumber.has(cited.number)) byNumber.set(cited.number, cited);
  }
  return found;
}
