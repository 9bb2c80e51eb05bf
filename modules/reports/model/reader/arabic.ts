// Decides which Arabic numbers count, and reads ranges and proportions among them.
import { amountOf, quotientPercent, scale, tenthAmount, tenthAt } from './amounts.ts';
import { boundBefore } from './bounds.ts';
import { dateEnd } from './dates.ts';
import type { Unit } from './lexicon/units.ts';
import { unitAt } from './lexicon/units.ts';
import type { Numeral } from './numerals.ts';
import { arabicAt } from './numerals.ts';
import type { Block } from './source-text.ts';
import { GAP } from './source-text.ts';
import type { Amount, NoFigure, Token } from './tokens.ts';

export type ArabicFound = { tokens: readonly Token[]; end: number };

const ignored = (start: number, end: number, reason: NoFigure['reason']): NoFigure => ({ type: 'ignored', start, end, reason });
const single = (token: Token): ArabicFound => ({ tokens: [token], end: token.end });

const LATIN = /[A-Za-z]/;
/** Abbreviations after which a number with a unit still counts: 占GDP2.2%, R&D5亿元. */
const ABBREVIATION = /(?:GDP|R&D|RD|PCT|VR|AI|LED|IC|APP|GEP|IP|CPI|PPI)$/;
/** What a bare number may count without a measure word. */
const COUNTED_NOUN = /^(?:企业|项目|高校|院校|团队|平台|人才|专家|园区|乡镇|县区|县市|区县|部门|单位|学校|医院|行政村|村|镇|乡|县|区|市)/;
const INDEX_NOUN =
  /(?:指数|得分|评分|总分|分值|综合|系数|比值|强度|面积|金额|数量|总量|数|额|量|率|比)(?:达到|达|为|是|约|共|共计|合计|:)*$/;
const SHARE_BEFORE = /占[^，。；]{0,14}$/;

const isPicture = (code: number) => code === 0x56fe || code === 0x8868;
const codesOf = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
const RANGE_CODES = codesOf('-—~–至到');
const AGES = /^\d{1,3}[-—~–至到]+\d{1,3}(?:周?岁)(?=[一-龥]{0,4}(?:人口|老年|儿童|少年|人群|居民|劳动))/;

/** A break between digits: a space of the source ends a number, a wrapped line or page mark inside it does not. */
const brokenAt = (block: Block) => (at: number) => {
  const gap = block.gap[at] ?? 0;
  return gap === GAP.space || gap === GAP.cell;
};

/** The Arabic number at `at` with all that hangs on it. */
export function arabicTokenAt(block: Block, at: number, clauseStart: number): ArabicFound {
  const { text } = block;
  const date = dateEnd(text, at);
  if (date > at) return single(ignored(at, date, 'date'));
  const numeral = arabicAt(text, at, brokenAt(block));
  if (!numeral) return single(ignored(at, endOfCode(text, at), 'name'));
  if (
    isPicture(text.charCodeAt(at - 1)) &&
    /(?:^|[^一-龥]|附|见)[图表]$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^(?:[:：、.．\-—]|[一-龥])/.test(text.charAt(numeral.end))
  )
    return single(ignored(at, numeral.end, 'name'));
  const name = nameEnd(text, numeral);
  if (name > 0) return single(ignored(at, name, 'name'));
  const fraction = fractionAt(text, numeral, clauseStart);
  if (fraction) return single(fraction);
  const proportion = proportionAt(block, numeral, clauseStart);
  if (proportion) return proportion;
  const ages = RANGE_CODES.has(text.charCodeAt(numeral.end)) ? AGES.exec(text.slice(at, at + 24)) : null;
  if (ages) return single(ignored(at, at + ages[0].length, 'name'));
  const range = rangeAt(block, numeral, clauseStart);
  if (range) return range;
  return single(numberAt(block, numeral, clauseStart));
}

function endOfCode(text: string, at: number): number {
  let end = at;
  while (/[\d,.A-Za-z-]/.test(text.charAt(end)) && end - at < 4096) end++;
  return end;
}

/** 002969069/2024-120113: under what a paper is filed. */
const FILED = /^\/(?:19|20)\d\d-\d{3,}/;

/** The end of a name that the number belongs to (5G, C919, 1+6+N, 12345热线), or 0. */
function nameEnd(text: string, numeral: Numeral): number {
  const filed =
    numeral.end - numeral.start >= 6 && text.charAt(numeral.end) === '/' ? FILED.exec(text.slice(numeral.end, numeral.end + 24)) : null;
  if (filed) return numeral.end + filed[0].length;
  const before = text.charAt(numeral.start - 1);
  const after = text.charAt(numeral.end);
  const unit = unitAt(text, scale(text, numeral).end);
  const head = text.slice(Math.max(0, numeral.start - 4), numeral.start);
  if (LATIN.test(before) && !(unit && ABBREVIATION.test(head))) return numeral.end;
  if (/[-+&/]/.test(before) && LATIN.test(text.charAt(numeral.start - 2)) && !ABBREVIATION.test(head.slice(0, -1))) return numeral.end;
  // 同比+13.3%: the sign of a growth.
  const signed = before === '+' && unit?.class === 'percent' && !/[\dA-Za-z]/.test(text.charAt(numeral.start - 2));
  if ((before === '+' && !signed) || after === '+' || before === '×' || after === '×') return sumEnd(text, numeral.end);
  if (LATIN.test(after) && !(unit && unit.end > numeral.end)) return sumEnd(text, numeral.end);
  if (after === '号' && !/^号(?:召)/.test(text.slice(numeral.end))) return numeral.end + 1;
  const bare = numeral.value.scale === 0 && unit === null;
  if (bare && (numeral.value.digits.length >= 7 || text.charAt(numeral.start) === '0')) return numeral.end;
  if (
    bare &&
    /^(?:热线|工程|计划|条例|高校|平台|表|楼|室|路|线|航班|高铁|国道|省道|医院|大|级|等奖|强|字|院|厂|代|版|序列|系列)/.test(
      text.slice(numeral.end),
    )
  )
    return numeral.end;
  return namedByMeasureWord(text, numeral, unit);
}

/** 214所 and 41所 are institutes, 500强 a list, 1类 a class: the measure word belongs to a name. */
function namedByMeasureWord(text: string, numeral: Numeral, unit: (Unit & { end: number }) | null): number {
  if (!unit) return 0;
  const head = text.slice(Math.max(0, numeral.start - 4), numeral.start);
  const before = head.slice(-1).replace(/[，。；:\n]/, '');
  const tail = text.slice(unit.end, unit.end + 6);
  const schools = /^[一-龥]{0,8}?(?:校|院|园|大学|机构|研究所)/.test(tail);
  const institute = /(?:电科|中船|船舶|重工|航天|航空|兵器|兵装|中核|核工业|集团|科工|电子|工业|中科院)$/;
  if (unit.base === '所' && !schools && (/[、与同和及]/.test(before) || institute.test(head))) return unit.end;
  const known = /[校院学园构中职专技高所点站共有达为立建设)）]/.test(before) || numeral.value.digits.length === 1;
  if (unit.base === '所' && !known && /^[、，和与及等)]/.test(tail)) return unit.end;
  if (unit.base === '所' && /^[、和与及]\d+所/.test(tail)) return unit.end;
  // 实现2位数的增长: so many digits.
  if (unit.base === '位' && tail.startsWith('数')) return unit.end + 1;
  if (unit.base === '类' && /^(?:新药|创新药|知识产权|医疗器械)/.test(tail)) return unit.end;
  if ('强字号级线型店页道口'.includes(unit.base) && unit.base.length === 1) {
    if (unit.base === '强' || unit.base === '页') return unit.end;
    if (unit.base === '级' || unit.base === '型' || unit.base === '字') return unit.end;
  }
  if (
    /^(?:周?岁)$/.test(unit.base) &&
    /^(?:及?以[上下])?(?:的)?(?:[一-龥]{0,4}?)(?:人口|老年|老人|儿童|少年|人群|居民|劳动)/.test(text.slice(unit.end, unit.end + 12))
  )
    return unit.end;
  // 本期共印120份: of the paper itself.
  if (unit.base === '份' && /印$/.test(head)) return unit.end;
  if (/^(?:纳米|微米)$/.test(unit.base) && /^[一-龥]/.test(tail)) return unit.end;
  if (unit.base === '千伏' && /^(?:及以[上下])?[一-龥]{0,4}(?:变电|输变电|线路|电网|开关)/.test(tail)) return unit.end;
  return 0;
}

function sumEnd(text: string, from: number): number {
  let end = from;
  while (/[\dA-Za-z+×/&-]/.test(text.charAt(end)) && end - from < 24) end++;
  return end;
}

/** 高于全国、全省1.2个、0.5个百分点; 分别增长12.2、5.7和3.9%: the first numbers borrow the unit of the last. */
const LENDER = /^个?(?=(?:、|和|与|及|以及)(?:\d+(?:\.\d+)?个?(?:、|和|与|及|以及))*\d+(?:\.\d+)?(个?百分点|%))/;

const LENDS = codesOf('个、和与及以');

function lentUnit(text: string, at: number): (Unit & { end: number }) | null {
  if (!LENDS.has(text.charCodeAt(at))) return null;
  const lender = LENDER.exec(text.slice(at, at + 48));
  const unit = lender ? unitAt(lender[1] ?? '', 0) : null;
  return lender && unit ? { ...unit, written: lender[0], end: at + lender[0].length } : null;
}

const DEALT = /^(?:(?:、|和|与|及|以及)\d+(?:\.\d+)?)+([万亿]*)/;

/** 分别为29.9、30.7、33.5亿元; 分别建成12、15和18家: all borrow the unit of the last, with its 万 and 亿. */
function dealtUnit(text: string, at: number, clauseStart: number): (Unit & { end: number }) | null {
  if (!LENDS.has(text.charCodeAt(at)) || !/分别|依次/.test(text.slice(Math.max(clauseStart, at - 48), at))) return null;
  const run = DEALT.exec(text.slice(at, at + 64));
  const unit = run ? unitAt(text, at + run[0].length) : null;
  if (!run || !unit || unit.class === 'duration') return null;
  // 3亿、9600万元: what has its own multiplier borrows the unit alone.
  if (/[万亿]/.test(text.charAt(at - 1))) return { ...unit, written: '', end: at };
  const powers = [...(run[1] ?? '')].reduce((sum, sign) => sum + (sign === '亿' ? 8 : 4), unit.powers);
  return { ...unit, powers, written: '', end: at };
}

function numberAt(block: Block, numeral: Numeral, clauseStart: number): Token {
  const { text } = block;
  const scaled = scale(text, numeral);
  const unit = lentUnit(text, scaled.end) ?? unitAt(text, scaled.end) ?? dealtUnit(text, scaled.end, clauseStart);
  // 17 | 市校合作台账: the next cell begins with a word, not with a unit.
  if (unit && /^[省市县区]$/.test(unit.base) && (block.gap[scaled.end] === GAP.cell || block.gap[scaled.end] === GAP.wrap))
    return ignored(numeral.start, numeral.end, 'no-unit');
  if (unit) return withUnit(text, numeral, unit, clauseStart);
  if (scaled.multiplied) return amountOf(text, clauseStart, { numeral, scaled, unit: null, end: scaled.end });
  const tail = text.slice(numeral.end, numeral.end + 6);
  const bound = boundBefore(text, numeral.start);
  const before = text.slice(Math.max(clauseStart, numeral.start - 18), bound?.start ?? numeral.start);
  if (numeral.place < 0 && (tail.charAt(0) === '的' || tail === '' || /[，。；]/.test(tail.charAt(0))) && SHARE_BEFORE.test(before)) {
    return amountOf(text, clauseStart, { numeral, scaled, unit: LOST_PERCENT, end: numeral.end + (tail.charAt(0) === '的' ? 1 : 0) });
  }
  const counts = scaled.more || COUNTED_NOUN.test(tail) || (INDEX_NOUN.test(before) && /^(?:$|[，。；、)\n]|以上|左右|以内)/.test(tail));
  const year = numeral.value.scale === 0 && /^(?:19|20)\d\d$/.test(numeral.value.digits);
  if (counts && !(year && !scaled.more)) return amountOf(text, clauseStart, { numeral, scaled, unit: null, end: scaled.end });
  return ignored(numeral.start, numeral.end, year ? 'date' : 'no-unit');
}

const SHARE_OF = /占[^，。；]{0,16}?(?:约|近|超过?|达到?)*$/;

/** 7成多 are seven tenths; 占全国1/5 is a fifth of it. */
function fractionAt(text: string, numeral: Numeral, clauseStart: number): Amount | null {
  const digit = numeral.value.digits.length === 1 && numeral.place === 0;
  if (digit && tenthAt(text, numeral.end)) return tenthAmount(text, clauseStart, numeral);
  if (!digit || text.charAt(numeral.end) !== '/') return null;
  const denominator = /^\/([2-9]|1\d)(?![\d./])/.exec(text.slice(numeral.end, numeral.end + 4))?.[1];
  if (!denominator || !SHARE_OF.test(text.slice(Math.max(clauseStart, numeral.start - 20), numeral.start))) return null;
  const end = numeral.end + 1 + denominator.length;
  const value = quotientPercent(Number(numeral.value.digits), Number(denominator));
  const scaled = { end, value, place: -2, more: false, multiplied: false };
  return amountOf(text, clauseStart, { numeral, scaled, unit: { ...LOST_PERCENT, written: '/' }, end });
}

/** Scanners read % as 的: 占全省的36.9的. */
const LOST_PERCENT: Unit = { written: '的', base: '%', class: 'percent', powers: -2 };

function withUnit(text: string, numeral: Numeral, unit: Unit & { end: number }, clauseStart: number): Token {
  const scaled = scale(text, numeral);
  if ((unit.class === 'duration' || unit.base === '届') && text.endsWith('连续', numeral.start))
    return ignored(numeral.start, unit.end, 'duration');
  if (unit.class === 'duration') {
    if (unit.base.endsWith('年') || unit.base === '月') {
      const doubled = /^年(?:内|来)?(?:实现)?翻/.test(text.slice(scaled.end));
      if (!doubled) return ignored(numeral.start, unit.end, 'duration');
    }
    if (unit.base === '日') return ignored(numeral.start, unit.end, 'date');
  }
  return amountOf(text, clauseStart, { numeral, scaled, unit, end: unit.end });
}

const RANGE_SIGN = /^(?:-|—{1,2}|~|至|到)/;

/** 10-15家, 3%至5%: both ends are figures; the first may borrow the unit of the second. */
function rangeAt(block: Block, first: Numeral, clauseStart: number): ArabicFound | null {
  const { text } = block;
  const scaled = scale(text, first);
  const own = unitAt(text, scaled.end);
  const signAt = own ? own.end : scaled.end;
  const sign = RANGE_CODES.has(text.charCodeAt(signAt)) ? RANGE_SIGN.exec(text.slice(signAt, signAt + 2)) : null;
  if (!sign) return null;
  const second = arabicAt(text, signAt + sign[0].length, brokenAt(block));
  if (!second) return null;
  const secondScaled = scale(text, second);
  const unit = unitAt(text, secondScaled.end);
  if (!unit) return own ? null : { tokens: [ignored(first.start, second.end, 'name')], end: second.end };
  if (unit.class === 'duration' && unit.base !== '个月') return { tokens: [ignored(first.start, unit.end, 'duration')], end: unit.end };
  const lentPowers = own || scaled.multiplied ? 0 : secondScaled.place - second.place;
  const low = amountOf(text, clauseStart, {
    numeral: first,
    scaled: { ...scaled, value: { digits: scaled.value.digits, scale: scaled.value.scale - lentPowers }, place: scaled.place + lentPowers },
    unit: own ?? unit,
    end: signAt,
  });
  const high = amountOf(text, clauseStart, { numeral: second, scaled: secondScaled, unit, end: unit.end });
  return {
    tokens: [
      { ...low, bound: 'at_least' },
      { ...high, bound: 'at_most', boundStart: second.start },
    ],
    end: unit.end,
  };
}

const SHARE_POINT: Unit = { written: '', base: '%', class: 'percent', powers: -2 };

const TIMES_ONE: Unit = { written: '', base: '倍', class: 'times', powers: 0 };

/** 1:12 is one figure: twelve to one. */
function toOne(text: string, first: Numeral, second: Numeral, clauseStart: number): Amount | null {
  const many =
    first.value.digits === '1' && first.value.scale === 0 ? second : second.value.digits === '1' && second.value.scale === 0 ? first : null;
  if (!many) return null;
  const numeral = { ...many, start: first.start, end: second.end };
  const scaled = { end: second.end, value: many.value, place: many.place, more: false, multiplied: false };
  return { ...amountOf(text, clauseStart, { numeral, scaled, unit: TIMES_ONE, end: second.end }), form: 'to-one' };
}

const PROPORTION_CODES = codesOf(':：∶');
/** More parts than that are no proportion but an address or a clock of some kind. */
const MOST_PARTS = 5;

/** 8.5:41.2:50.3: the parts of a whole when they add up to 100 (or 10), else a bare proportion. */
function proportionAt(block: Block, first: Numeral, clauseStart: number): ArabicFound | null {
  const { text } = block;
  if (!PROPORTION_CODES.has(text.charCodeAt(first.end))) return null;
  const parts = [first];
  for (let end = first.end; /^[:：∶]\d/.test(text.slice(end, end + 2)); ) {
    const next = arabicAt(text, end + 1, brokenAt(block));
    if (!next) break;
    parts.push(next);
    end = next.end;
    if (parts.length > MOST_PARTS) return single(ignored(first.start, end, 'name'));
  }
  const last = parts.at(-1);
  if (parts.length < 2 || !last) return null;
  const total = parts.reduce((sum, part) => sum + Number(part.value.digits) / 10 ** part.value.scale, 0);
  const ratio = parts.length === 2 ? toOne(text, first, last, clauseStart) : null;
  if (ratio) return single(ratio);
  const shares = parts.length > 2 && Math.abs(total - 100) < 0.6;
  const unit: Unit = shares ? SHARE_POINT : { written: '', base: '比', class: 'times', powers: 0 };
  const tokens = parts.map((numeral): Amount => {
    const scaled = { end: numeral.end, value: numeral.value, place: numeral.place, more: false, multiplied: false };
    return { ...amountOf(text, clauseStart, { numeral, scaled, unit, end: numeral.end }), form: 'ratio-part', boundStart: first.start };
  });
  return { tokens, end: last.end };
}
