// Numbers that name a time or a document instead of counting: years, months, days, spans of them, document numbers.

const DATE_SHAPES: readonly RegExp[] = [
  /^(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d)(?:日|号)?(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?)?/,
  /^(?:19|20)\d\d年?(?:[-—~–至到]+)(?:19|20)?\d\d年(?:度|末|底|间)?/,
  /^(?:19|20)\d\d[-—~–]{1,2}(?:19|20)\d\d(?=[一-龥])(?![家个项件名人万亿])/,
  /^(?:19|20)\d\d年(?:度|末|底|初)?(?:(?:1[0-2]|[1-9])(?:[-—~至到]+(?:1[0-2]|[1-9]))?月(?:份|底|末|初)?(?:(?:3[01]|[12]\d|[1-9])(?:[-—~至到]+(?:3[01]|[12]\d|[1-9]))?[日号])?)?/,
  /^(?:19|20)\d\d[-./](?:1[0-2]|0[1-9])(?![\d.])(?!家|个|项|件|人|名|%|‰|[万亿千百]|元|美元|吨|公里|平方|亩)/,
  /^(?:20|19)(?:[xX×*＊○Ｘ_]{2}|\?\?)(?:[-—~至到]+20[xX×*]{2})?年?(?:度|末|底)?(?:(?:1[0-2]|[1-9])月(?:份|底|末|初)?)?/,
  /^(?:1[0-2]|0?[1-9])月(?:份|底|末|初)?(?:(?:3[01]|[12]\d|0?[1-9])[日号])?/,
  /^(?:1[0-2]|[1-9])(?:[-—~–至到]+)(?:1[0-2]|[1-9])月(?:份|底|末)?/,
  /^(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?(?![\d.:])/,
  /^(?:2[0-3]|[01]?\d)时(?:[0-5]?\d分)?/,
  /^2\d世纪(?:\d0年代)?|^\d0年代|^90后|^80后/,
];

/** What may follow the first digits of a date. */
const GOES_ON = new Set([...'-./年月日号:时世后xX×*＊○Ｘ_?—~–至到0'].map((character) => character.charCodeAt(0)));

function mayBeDate(text: string, at: number): boolean {
  let end = at;
  while (end - at < 5 && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
  return GOES_ON.has(text.charCodeAt(end));
}

/** The end of the date that starts at `at`, or 0. */
export function dateEnd(text: string, at: number): number {
  if (!mayBeDate(text, at)) return 0;
  if (/[比例达为约近到至]/.test(text.charAt(at - 1)) && /^\d{1,2}:\d/.test(text.slice(at, at + 4))) return 0;
  const tail = text.slice(at, at + 32);
  for (const shape of DATE_SHAPES) {
    const match = shape.exec(tail);
    if (match) return at + match[0].length;
  }
  return 0;
}

const CHINESE_DATE =
  /^(?:[一二][〇○零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:份|底|[一二三四五六七八九十]{1,3}日)?)?|(?:十[一二]?|[一二三四五六七八九])月(?:份|底)(?!$)|(?:十[一二]?|[一二三四五六七八九])月[一二三四五六七八九十]{1,3}日)/;

/** The end of a date in Chinese numerals (二〇二二年, 十二月底), or 0. */
export function chineseDateEnd(text: string, at: number): number {
  const match = CHINESE_DATE.exec(text.slice(at, at + 16));
  return match ? at + match[0].length : 0;
}

/** The end of a document number's bracketed year and serial, 〔2020〕16号, or 0; `at` is the bracket. */
export function documentNumberEnd(text: string, at: number): number {
  const match = /^[〔[(【](?:19|20)(?:\d\d|[xX×*]{2})[〕\])】]第?\d{0,6}号?/.exec(text.slice(at, at + 20));
  if (!match) return 0;
  const serial = /[〕\])】]第?\d+号?$/.test(match[0]);
  return serial || text.charAt(at) === '〔' ? at + match[0].length : 0;
}
