// Cuts the noun phrase that names a figure out of the words around the number.
import { anyOf, LINKS, OPENINGS, PREDICATES, TELLING_VERBS } from './lexicon/words.ts';

const DATE_WORDS =
  /(?:(?:19|20)(?:\d\d|[xX*×]{2})年?(?:度|末|底|初)?(?:[-—~至到](?:19|20)?\d\d年(?:度|底|末)?)?(?:\d{1,2}(?:[-—~至]\d{1,2})?月(?:份|底|末)?(?:\d{1,2}日)?)?|\d{1,2}(?:[-—~至]\d{1,2})?月(?:份|底|末)?(?:\d{1,2}日)?|“?十[一二三四五]五”?(?:期间|时期|末|以来)?|截至|截止|年度|以来|期间|时期)/g;
const OPENING = new RegExp(`^(?:${anyOf(OPENINGS)})`);
const LINK = new RegExp(`(?:${anyOf(LINKS)})$`);
const PLACE = /^[一-龥]{2,4}?(?:省|市|县|州|盟)(?=[一-龥]{2})/;
const EDGE = /^[“”‘’"'·\-—、，:：()（）\s]+|[“‘"'·\-—、，:：(（\s]+$/g;
const PREDICATE = new RegExp(anyOf(PREDICATES));
const TELLING = new RegExp(`^(?:${anyOf(TELLING_VERBS)})(?:了|和|、|并)?(?:${anyOf(TELLING_VERBS)})?了?`);

/** Words after which a name may begin when the phrase is longer than a name. */
const INNER_CUT = /(?:等各类|等各项|等|的|了|通过|围绕|依托|针对|面向|用于|对于|关于|其中)/g;
const LONG = 18;

/** Drops balanced brackets with what they hold, but keeps R&D and its kin. */
export function withoutBrackets(phrase: string): string {
  return phrase.replace(/[(（](?:R&D|GDP)[)）]/g, 'R&D').replace(/[(（][^()（）]{0,30}[)）]/g, '');
}

/** The name's own words: no dates, no adverbs in front, no 达到 at the end. */
export function trimmed(phrase: string): string {
  let rest = withoutBrackets(phrase).replace(DATE_WORDS, '').replace(EDGE, '');
  for (let round = 0; round < 8; round++) {
    const before = rest;
    rest = rest.replace(LINK, '').replace(EDGE, '');
    const opened = rest.replace(OPENING, '');
    if (!/^(?:会|级|个|性|型)/.test(opened) || opened.length === 0) rest = opened.replace(EDGE, '');
    rest = rest.length > 6 ? rest.replace(PLACE, '') : rest;
    if (rest === before) break;
  }
  return rest.replace(/[“”‘’"']/g, '');
}

/** The end of a long phrase that names the thing: behind 等各类, 的 or a preposition, if enough is left. */
export function shortened(phrase: string): string {
  if (phrase.length <= LONG) return phrase;
  let best = phrase;
  for (const match of phrase.matchAll(INNER_CUT)) {
    const rest = phrase.slice(match.index + match[0].length);
    if (rest.length >= 4) best = rest;
  }
  if (best.length <= LONG) return best;
  const items = best.split('、');
  const last = items.at(-1) ?? best;
  if (last.length >= 4 && last.length <= LONG) return last;
  return best.slice(-LONG);
}

/** Splits what follows a number into what is counted and what it did: 企业 + 获批省级专项. */
export function headAndPredicate(phrase: string): { head: string; predicate: string } {
  const match = PREDICATE.exec(phrase.slice(1));
  if (!match) return { head: phrase, predicate: '' };
  const cut = match.index + 1;
  return {
    head: phrase.slice(0, cut),
    predicate: phrase
      .slice(cut)
      .replace(/^(?:已经|已|正式|成功|现场|首次|顺利|刚|均|全部|来)/, '')
      .replace(/^(?:了|得了)/, ''),
  };
}

/** The verb that says what happened, at the start of a phrase, and the rest. */
export function leadingVerb(phrase: string): { verb: string; rest: string } {
  const match = TELLING.exec(phrase);
  if (!match) return { verb: '', rest: phrase };
  return { verb: match[0].replace(/[了、]/g, ''), rest: phrase.slice(match[0].length) };
}
