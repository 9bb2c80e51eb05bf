// Numerals behind 第, 前 and 后: ranks among regions, and editions, articles and enumerators that are no figures.
import type { Numeral } from './numerals.ts';
import { arabicAt, chineseAt, decimal } from './numerals.ts';
import type { Token } from './tokens.ts';

/** What is counted by an ordinal that ranks nothing: 第十届, 第二产业, 第三季度, 第五条. */
const NO_RANK =
  /^(?:届|条|章|节|款|编|页|卷|版|期|代|类|季度|产业|[一二三]产业|批|轮|方|人民|中学|小学|医院|书记|时间|线|天|次|站|课|部|师|集|讲|步|阶段|周|年|个|家|所|座|例|大|届次|梯队|方阵|要务|资源|动力|生产力|桶|标段|看台|一|责任)/;
const RANK_CONTEXT =
  /(?:列|居|排在?|位|名|占据|保持|稳居|跃居|跃升|升至|上升到|提升到|跻身|进入|前移|升到|升为|成为|均|名次|(?:上年|去年|前年|[年月]|原来|此前)(?:的|为)?|[数额率比量度]|第[\d一二三四五六七八九十]{1,3}[位名]?[、和]|全国|全省|全市|全区|全县|全州|全盟|中国|世界|全球|地级市|县区|中部|西部|东部|[省市区县州北南东西部]|(?:居|列|排名|均为)[一-龥]{2,4}|(?:位列|位居|排名|排在|名列)[^，。；]{2,14})$/;
const AFTER_RANK = /^(?:外|水平|位次|[升降上前跃滑跌↑↓]|[，。；、,;:！(（)）\n”]|$|的|和|与|以|,|且|并|及|左右|大|高|强|多|水平|方位)/;

/** A place whose name a copy has blotted out: 居*市第一, 居×第二. */
const unblotted = (before: string): string => before.replace(/[*＊×xX○]+(?=[省市区县]?$)/, '');

const noGap = () => false;

function numeralAt(text: string, at: number, broken: (at: number) => boolean): Numeral | null {
  return arabicAt(text, at, broken) ?? chineseAt(text, at);
}

const rankToken = (start: number, end: number, numeral: Numeral, bound: 'exact' | 'at_most'): Token => ({
  type: 'amount',
  form: 'rank',
  start,
  end,
  value: numeral.value,
  place: 0,
  unit: { written: '位', base: '位', class: 'count', powers: 0 },
  bound,
  chinese: numeral.chinese,
  denied: false,
  negative: false,
  boundStart: start,
});

/** 第…: a rank when it stands where a rank stands, else an edition or an enumerator. */
export function ordinalAt(text: string, at: number, clauseStart: number): Token | null {
  const numeral = numeralAt(text, at + 1, noGap);
  if (!numeral) return null;
  const tail = text.slice(numeral.end, numeral.end + 6);
  const placed = /^[位名]/.test(tail);
  const end = numeral.end + (placed ? 1 : 0);
  if (placed) return rankToken(at, end, numeral, 'exact');
  if (NO_RANK.test(tail)) return { type: 'ignored', start: at, end: numeral.end, reason: 'edition' };
  const before = unblotted(text.slice(Math.max(clauseStart, at - 18), at));
  if (RANK_CONTEXT.test(before) && AFTER_RANK.test(tail)) return rankToken(at, end, numeral, 'exact');
  return { type: 'ignored', start: at, end: numeral.end, reason: before.trim() === '' ? 'enumerator' : 'edition' };
}

/** 居全市首位, 名列榜首, 居四类合同之首: the first among others, said without a numeral. */
export function topPlaceAt(text: string, at: number, clauseStart: number): Token | null {
  const word = text.slice(at, at + 2);
  const length = word === '首位' || word === '榜首' ? 2 : word.startsWith('首') && text.charAt(at - 1) === '之' ? 1 : 0;
  if (length === 0 || !/^(?:[，。；、,;)）\n]|$)/.test(text.slice(at + length, at + length + 1))) return null;
  const before = unblotted(text.slice(Math.max(clauseStart, at - 12), at));
  if (!/(?:居|列|排名|排|蝉联|保持|占据|升至)[一-龥]{0,8}$/.test(before)) return null;
  const numeral: Numeral = { start: at, end: at + length, value: decimal('1'), place: 0, chinese: true };
  return rankToken(at, at + length, numeral, 'exact');
}

/** 前三, 前10位, 居后三位: a rank within so many places from an end; 前三季度 and 前11个月 are dates. */
export function leadingPlacesAt(text: string, at: number, clauseStart: number): Token | null {
  if (/[提之以目当空事]/.test(text.charAt(at - 1))) return null;
  const numeral = numeralAt(text, at + 1, noGap);
  if (!numeral) return null;
  const tail = text.slice(numeral.end, numeral.end + 4);
  if (/^(?:个?月|季度|个?季|年|天|期|批|次)/.test(tail)) return { type: 'ignored', start: at, end: numeral.end + 1, reason: 'date' };
  const before = text.slice(Math.max(clauseStart, at - 10), at);
  const placed = /^(?:位|名|强)/.test(tail);
  if (!placed && !(RANK_CONTEXT.test(before) && AFTER_RANK.test(tail))) return null;
  return rankToken(at, numeral.end + (placed ? 1 : 0), numeral, 'at_most');
}
