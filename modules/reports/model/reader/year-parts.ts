// Reads the parts of a year that reports speak of: halves, quarters, months on end.

/** A half, a quarter or months on end, in the form that a period has behind its year. */
export type YearPart = '' | 'H1' | 'H2' | `Q${number}` | 'Q1-Q3' | `年${number}-${number}月`;

const QUARTER = '第?[一二三四1-4]季度';
const TO = '(?:[-—–~～]{1,2}|至|到)';
/** What names a part of a year, behind a year or alone. */
export const PART =
  `[上下]半年|(?:前|第?[一1](?:季度)?${TO})[三3]个?季度|前[两二2]个?季度|${QUARTER}` +
  `|(?<!\\d)(?:1|一)月?(?:份)?${TO}(?:1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])月(?:份)?|前(?:1[01]|[2-9]|十一?|[二三四五六七八九])个月`;

const NUMBERS = '一二三四五六七八九十';
const numberOf = (word: string): number => {
  if (/^\d+$/.test(word)) return Number(word);
  const at = NUMBERS.indexOf(word.charAt(0)) + 1;
  return word.length === 2 ? 10 + NUMBERS.indexOf(word.charAt(1)) + 1 : at;
};

/** The months from January on: by the end of June it is the half year. */
function until(month: number): YearPart {
  if (month === 12) return '';
  const whole = ({ 3: 'Q1', 6: 'H1', 9: 'Q1-Q3' } as const)[month];
  return whole ?? `年1-${month}月`;
}

/** What words that match PART mean. */
export function partOf(words: string): YearPart {
  if (words.startsWith('上半年')) return 'H1';
  if (words.startsWith('下半年')) return 'H2';
  if (/季度$/.test(words)) {
    if (/^(?:前|第?[一1].+)[三3]个?季度$/.test(words)) return 'Q1-Q3';
    if (words.startsWith('前')) return 'H1';
    return `Q${numberOf(words.replace(/第|季度/g, ''))}`;
  }
  const months = /(1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])(?:个?月)(?:份)?$/.exec(words)?.[1];
  return months === undefined ? '' : until(numberOf(months));
}

const WITHIN = new RegExp(PART);

/** The part of a year that a title or a caption names, if any. */
export const partIn = (words: string): YearPart => partOf(WITHIN.exec(words)?.[0] ?? '');

const WORDS: Readonly<Record<string, string>> = {
  H1: '上半年',
  H2: '下半年',
  'Q1-Q3': '前三季度',
  Q1: '一季度',
  Q2: '二季度',
  Q3: '三季度',
  Q4: '四季度',
};

/** The part in words, for texts whose year nobody knows. */
export const partWords = (part: YearPart): string => WORDS[part] ?? part.replace('年', '');

const OF_A_YEAR = /^((?:19|20)\d\d)(?:Q\d(?:-Q\d)?|年\d+-\d+月)$/;
const OF_NO_YEAR = /^(?:[上下]半年|前?[一二三四]季度|\d+-\d+月)$/;

/** A quarter or months on end as the year that they belong to, unknown where nobody knows it; a half year stays apart. */
export const yearOfPart = (period: string): string | null => OF_A_YEAR.exec(period)?.[1] ?? (OF_NO_YEAR.test(period) ? null : period);
