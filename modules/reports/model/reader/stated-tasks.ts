// Follows where a report states a task before it tells what came of it: 任务是60件; 任务是:①…；②….
import type { ReportContext } from './context.ts';
import type { Sentence } from './sentences.ts';

const STATES = /^(?:年度|全年|工作|考核|主要|具体|总体)*(?:目标|任务|指标)(?:任务|要求)?(?:是|为|:)/;
/** 截至10月底, 目前, 已完成, 完成情况: from here on what came of it. */
const TELLS =
  /(?:^|，)(?:截[至止]|目前|现已|已|实际|上半年|前三季度|(?:完成|进展|落实)情况)|(?:完成|进展|落实)情况(?::|$)|(?:^|(?<=[%一-龥])[.。;；])(?:完成|实际|实绩|结果|完成率|实际完成|已完成)(?:[:：]|(?=[净新]|\d))/;
const LONGEST_HEAD = 24;
/** 任务是: or 任务为以下两个之一:①培育任务 names what comes. */
const ANNOUNCES = /:(?:[①-⑳][^，；\d]{0,16})?$/;

/** 1. and (1) and ① and A. are different marks. */
const markOf = (enumerator: string): string =>
  enumerator
    .replace(/\d+/, '1')
    .replace(/[①-⑳]/, '①')
    .replace(/[一二三四五六七八九十]+/, '一');

/** ② and B. go on with a list. */
const POINT = /^(?:[①-⑳]|[A-Z][.．、])/;

/** A statement that is open: the mark of the point that it stands in, and whether its last sentence only named what comes. */
export type Stated = { readonly mark: string; readonly awaits: boolean };

/** The statement after this sentence, which is part of it when there is one. */
export function statedBy(sentence: Sentence, { stated, mark }: ReportContext): Stated | null {
  const text = sentence.text.trim();
  const own = markOf(sentence.enumerator);
  const names = sentence.amounts.length === 0 && text.length <= LONGEST_HEAD;
  if (STATES.test(text)) return { mark: own === '' ? mark : own, awaits: ANNOUNCES.test(text) };
  if (!stated || TELLS.test(text) || own === stated.mark) return null;
  if (own === '')
    return sentence.goesOn || POINT.test(text) || (stated.awaits && !sentence.startsLine) ? { ...stated, awaits: names } : null;
  return /^[一1][、.．]/.test(own) ? null : { ...stated, awaits: names };
}

/** The mark of the point that a later statement stands in. */
export const markAfter = (sentence: Sentence, context: ReportContext): string =>
  sentence.enumerator === '' || context.stated ? context.mark : markOf(sentence.enumerator);

/** The number stands behind 截至… or 已 in the sentence that states the task. */
export const isTold = (before: string): boolean => TELLS.test(before);
