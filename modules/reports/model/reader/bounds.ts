// The words that say how tight a number is: 约, 近, 超过 before it, 以上, 左右 after it.
import type { Bound } from './reading.ts';

const BEFORE: readonly (readonly [string, Bound])[] = [
  ['不少于', 'at_least'],
  ['不低于', 'at_least'],
  ['至少', 'at_least'],
  ['最少', 'at_least'],
  ['不超过', 'at_most'],
  ['不高于', 'at_most'],
  ['不多于', 'at_most'],
  ['不大于', 'at_most'],
  ['最高不超过', 'at_most'],
  ['控制在', 'at_most'],
  ['最高', 'at_most'],
  ['最多', 'at_most'],
  ['至多', 'at_most'],
  ['上限', 'at_most'],
  ['不足', 'less_than'],
  ['不到', 'less_than'],
  ['少于', 'less_than'],
  ['低于', 'less_than'],
  ['小于', 'less_than'],
  ['未达到', 'less_than'],
  ['将近', 'just_under'],
  ['接近', 'just_under'],
  ['近', 'just_under'],
  ['突破', 'more_than'],
  ['超过', 'more_than'],
  ['超出', 'more_than'],
  ['多于', 'more_than'],
  ['大于', 'more_than'],
  ['高于', 'more_than'],
  ['逾', 'more_than'],
  ['超', 'more_than'],
  ['破', 'more_than'],
  ['过', 'more_than'],
  ['上', 'more_than'],
  ['大约', 'approx'],
  ['约为', 'approx'],
  ['约', 'approx'],
  ['大概', 'approx'],
];
type Bounding = readonly (readonly [string, Bound])[];
/** The words of a list by the code of the character at `place`, longest first. */
function byCode(list: Bounding, place: number): Map<number, Bounding> {
  const found = new Map<number, Bounding>();
  for (const pair of [...list].sort((a, b) => b[0].length - a[0].length)) {
    const code = pair[0].at(place)?.charCodeAt(0) ?? 0;
    found.set(code, [...(found.get(code) ?? []), pair]);
  }
  return found;
}
const BY_LAST = byCode(BEFORE, -1);

/** 上, 过 and 破 bound a number only in front of 百, 千, 万, 亿 (上百家, 过亿元) or as the last word of 已破. */
const ROUND_ONLY = new Set(['上', '过', '破']);

const AFTER: readonly (readonly [string, Bound])[] = [
  ['及以上', 'at_least'],
  ['以上', 'at_least'],
  ['及以下', 'at_most'],
  ['以下', 'at_most'],
  ['以内', 'at_most'],
  ['之内', 'at_most'],
  ['左右', 'approx'],
  ['上下', 'approx'],
  ['有余', 'more_than'],
  ['之多', 'exact'],
  ['余', 'more_than'],
  ['多', 'more_than'],
];

const BY_FIRST = byCode(AFTER, 0);

/** The bound written right before `at`, and where it begins. */
export function boundBefore(text: string, at: number): { bound: Bound; start: number } | null {
  const candidates = BY_LAST.get(text.charCodeAt(at - 1));
  if (!candidates) return null;
  for (const [word, bound] of candidates) {
    const start = at - word.length;
    if (start < 0 || !text.startsWith(word, start)) continue;
    if (ROUND_ONLY.has(word) && !/[百千万亿]/.test(text.charAt(at))) return null;
    if (word === '近' && /[附邻远最亲靠就]/.test(text.charAt(start - 1))) return null;
    if (word === '最高' && text.charAt(start - 1) === '的') return null;
    // 超出200家完成目标: by how much, not at least how many.
    if (word === '超出' && !/[一-龥]/.test(text.charAt(start - 1))) return null;
    return { bound, start };
  }
  return null;
}

/** The bound written right after `at`, and where it ends. */
export function boundAfter(text: string, at: number): { bound: Bound; end: number; word: string } | null {
  const candidates = BY_FIRST.get(text.charCodeAt(at));
  if (!candidates) return null;
  for (const [word, bound] of candidates) {
    if (!text.startsWith(word, at)) continue;
    const next = text.charAt(at + word.length);
    if (word === '多' && /[少样种元方次年项家个]/.test(next)) return null;
    if (word === '余' && /[下]/.test(next)) return null;
    return { bound, end: at + word.length, word };
  }
  return null;
}
