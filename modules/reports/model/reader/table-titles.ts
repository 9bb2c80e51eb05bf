// Takes the title of a column or a row apart: its words, without times and notes, and what stands in its brackets.

/** 2025年, 2025年上半年, 2025年1至11月, 2025年1月1日至11月29日. */
const PERIOD =
  /(?:19|20)\d\d年?度?(?:[上下]半年|(?:前|第)?[一二三四]季度|(?:\d{1,2}月?(?:\d{1,2}日)?[至—–~-])?\d{1,2}月(?:份|底|末|\d{1,2}日)?)?/g;

/** 技术合同成交额(亿元): the short words that a title or label has in brackets. */
export const inBrackets = (text: string) => /[(（]([^()（）]{1,8})[)）]/.exec(text)?.[1] ?? '';
export const withoutNotes = (text: string): string =>
  text
    .replace(/[(（][^()（）]*[)）]|[#*]|^其中[:：]?/g, '')
    .replace(PERIOD, '')
    .replace(/^\d{1,2}[-—~至]\d{1,2}月(?:份)?|^\d{1,2}月(?:份|底|末)?(?=.)/, '')
    .trim();
