// Decides which Chinese numerals count: 七所高校, 四个方面, 第三, 十余倍, 三年翻番, but not 一批, 进一步, 二十大 or 五位一体.
import { amountOf, quotientPercent, type Scaled, scale, spokenFraction, tenthAmount, tenthAt } from './amounts.ts';
import { chineseDateEnd } from './dates.ts';
import type { Unit } from './lexicon/units.ts';
import { unitAt } from './lexicon/units.ts';
import type { Numeral } from './numerals.ts';
import { chineseAt, decimal, isChineseNumeral } from './numerals.ts';
import type { Amount, NoFigure, Token } from './tokens.ts';

/** Characters at which a Chinese numeral may begin. */
export const CHINESE_STARTS: readonly string[] = [...'零〇一二两三四五六七八九十百千翻万亿半'].filter(
  (character) => isChineseNumeral(character) || '翻万亿半'.includes(character),
);

/** Measure words that let a Chinese numeral count. */
const COUNTING = new Set(
  '家 个 项 件 名 人 人次 位 场 场次 次 期 批 批次 支 所 座 台 套 部 种 类 款 份 笔 户 队 倍 轮 条 片 块 处 栋 张 篇 本 艘 架 辆 口 亩 吨 公里 千米 米 平方米 平方公里 公顷 元 美元 % 个百分点 百分点 天 个月 小时 个工作日 方面 岁 只 头 株 组 对'.split(
    ' ',
  ),
);
/** Nouns that 四大, 六大 count when they name parts of a plan or an economy. */
const COUNTED_BY_GREAT =
  /^(?:[一-龥]{0,8}?)(?:产业|行动|领域|任务|工程|体系|板块|集群|方向|计划|行业|基地|平台|方面|环节|举措|抓手|片区|园区|组团|功能区|战略|高地|中心|链|专项|赛道|工作|系统|机制|空间|区域|类|门类|项目|目标|指标|特点|支撑|攻关|优势|特色|主体|要素|模块|亮点|攻坚|品牌|群|廊道)/;
const AWARD_BY_GREAT =
  /^(?:[一-龥]{0,6}?)(?:模范|最美|英才|人物|新闻|青年|杰出|标兵|品牌|案例|创新人物|民生实事|科技进展|工匠|功臣|精品|企业家)/;
/** Slogans without quotation marks: 四个自信, 五个坚持. */
const SLOGAN =
  /^(?:数(?![量目])|零的突破|零突破|自信|意识|确立|维护|坚持|全面|代表|面向|务必|转变|结合|统筹|一律|一批|不|更|必须|能力|决不|先行|看齐|服从|到位|清零|覆盖|百年)/;
const INDEFINITE = /^(?:一[个项批种些类款次位名家支场条处片套部座所件天人份笔方面届轮户期口])/;
/** Characters before a numeral that make it part of another word: 统一, 星期三, 之一. */
const BOUND_BEFORE = /[统唯逐单同合于如不某每这那任另进专划万周初期拜其之逢归整]$/;

const ignored = (start: number, end: number, reason: NoFigure['reason']): NoFigure => ({ type: 'ignored', start, end, reason });

/** The Chinese numeral at `at`, counted or ignored; null where there is none. */
export function chineseTokenAt(text: string, at: number, clauseStart: number): Token | null {
  if (text.charAt(at) === '翻') return doublingAt(text, at, at, clauseStart);
  const date = chineseDateEnd(text, at);
  if (date > at) return ignored(at, date, 'date');
  const fraction = fractionAt(text, at, clauseStart);
  if (fraction) return fraction;
  const half = halfAt(text, at, clauseStart);
  if (half) return half;
  const numeral = chineseAt(text, at) ?? bareMyriad(text, at);
  if (!numeral) return null;
  if (/[几数]/.test(text.charAt(at - 1))) return ignored(at - 1, numeral.end, 'indefinite');
  const years = yearsAt(text, numeral, clauseStart);
  if (years) return years;
  if (tenthAt(text, numeral.end) && numeral.value.digits.length === 1 && !BOUND_BEFORE.test(text.charAt(at - 1)))
    return tenthAmount(text, clauseStart, numeral);
  return counted(text, numeral, clauseStart);
}

/** 万余人, 上亿元: a multiplier without a number counts one. */
function bareMyriad(text: string, at: number): Numeral | null {
  const character = text.charAt(at);
  if (character !== '万' && character !== '亿') return null;
  if (!/[余多]/.test(text.charAt(at + 1)) && !/[上近超过逾破]/.test(text.charAt(at - 1))) return null;
  return { start: at, end: at, value: decimal('1'), place: 0, chinese: true };
}

/** 突破千亿, 投资百亿的: a round sum without its unit. 千亿级 is a class, not a sum. */
function isRoundSum(text: string, numeral: Numeral, scaled: Scaled): boolean {
  if (!scaled.multiplied) return false;
  if (text.endsWith('投资', numeral.start) && text.charAt(scaled.end) === '的') return true;
  if (!/^(?:$|[，。；、)\n大])/.test(text.slice(scaled.end, scaled.end + 1))) return false;
  return /(?:突破|超过|超|过|破|逾|近|达|达到|冲刺|冲击|迈[上入向进]|跨[上入过越]|站上)$/.test(
    text.slice(Math.max(0, numeral.start - 3), numeral.start),
  );
}

function counted(text: string, numeral: Numeral, clauseStart: number): Token | null {
  const { start } = numeral;
  const scaled = scale(text, numeral);
  const great = greatAt(text, numeral);
  if (great)
    return great === 'name'
      ? ignored(start, numeral.end + 1, 'name')
      : amountOf(text, clauseStart, { numeral, scaled, unit: great, end: numeral.end + 1 });
  const unit = unitAt(text, scaled.end);
  if (!unit && isRoundSum(text, numeral, scaled)) return amountOf(text, clauseStart, { numeral, scaled, unit: null, end: scaled.end });
  if (unit && countsPlaces(text, start, unit)) return amountOf(text, clauseStart, { numeral, scaled, unit: PLACES, end: unit.end });
  if (!unit || !COUNTING.has(unit.base)) return startsWord(text, numeral) ? ignored(start, numeral.end, 'name') : null;
  const reason = uncounted(text, numeral, unit, scaled.more);
  if (reason) return ignored(start, unit.end, reason);
  return amountOf(text, clauseStart, { numeral, scaled, unit, end: unit.end });
}

/** 澜州、北固两市: the places that were just named. */
const PLACES_BEFORE = /[一-龥]、[一-龥]{1,4}[市县区州]?(?<!其余|其他|另外)$/;
const PLACES: Unit = { written: '个', base: '个', class: 'count', powers: 0 };

/** Not where each of them goes on to be told apart: 甲、乙两县分别完成…. */
const countsPlaces = (text: string, start: number, unit: Unit & { end: number }): boolean =>
  /^[市县区州]$/.test(unit.written) &&
  PLACES_BEFORE.test(text.slice(Math.max(0, start - 12), start)) &&
  !/^[^，。；]{0,10}(?:分别|依次|各|均)/.test(text.slice(unit.end, unit.end + 12));

/** 一 with a measure word mostly means "a": it counts only behind what it counts (获奖一项。). */
function uncounted(text: string, numeral: Numeral, unit: Unit & { end: number }, more: boolean): NoFigure['reason'] | null {
  const written = text.slice(numeral.start, numeral.end);
  const tail = text.slice(unit.end, unit.end + 6);
  const before = text.charAt(numeral.start - 1);
  if (BOUND_BEFORE.test(before) && written.length === 1 && !(before === '万' || before === '期')) return 'indefinite';
  if (written === '一' && INDEFINITE.test(text.slice(numeral.start))) {
    // 尚无一家上市企业: none at all.
    if (
      /[家项件名个笔起]/.test(unit.base) &&
      /(?:没有|尚无|尚未有|未有|未发生|未出现)$/.test(text.slice(Math.max(0, numeral.start - 3), numeral.start))
    )
      return null;
    const postposed = /^(?:$|[，。；、)\n])/.test(tail) && /[一-龥”)]/.test(before) && !/[是有了为第的这那每某另同]/.test(before);
    // 较上年后退一位.
    if (
      unit.base === '位' &&
      /(?:前移|后移|前进|后退|上升|下降|提升|进)了?$/.test(text.slice(Math.max(0, numeral.start - 3), numeral.start))
    )
      return null;
    return (postposed || text.endsWith('其中', numeral.start)) && /[家项名件座所个支人]/.test(unit.base) ? null : 'indefinite';
  }
  // 第二、三批.
  if (/第[一二三四五六七八九十]、$/.test(text.slice(Math.max(0, numeral.start - 3), numeral.start))) return 'name';
  if (SLOGAN.test(tail) || (unit.base === '部' && /^[门委]/.test(tail))) return 'name';
  if (/^[百千]$/.test(written) && !more && !/[近上超过逾破]/.test(before) && unit.class === 'count') return 'name';
  if (unit.base === '人' && /^[一-龥]{0,2}(?:计划|工程|行动)/.test(tail)) return 'name';
  if (unit.base === '位' && tail.startsWith('一体')) return 'name';
  if (unit.base === '条' && !/^[一-龥]{0,6}(?:措施|生产线|产业链|链|意见|建议|线|路|举措|专利)|^已/.test(tail) && !/[共有达]/.test(before))
    return 'name';
  if (
    (unit.base === '次' || unit.base === '期' || unit.base === '类') &&
    /^(?:产业|创业|开发|能源|工程|元|知识产权|地|项目建设|全体会议|全会|常委会)/.test(tail)
  )
    return 'name';
  // 三个突破、三个提升: points of a slogan.
  if (unit.base === '个' && /^(?:突破|翻番|提升|跨越|率先|优先)(?:$|[，。；、)）])/.test(tail)) return 'name';
  // 零部件, 零距离: nought counts nothing.
  if (/^[零〇]$/.test(written)) return 'name';
  // 工作总结六篇: a title that counts the papers on the page.
  if (unit.base === '篇' && /(?:总结|报告|计划|方案|汇报|范文|精选)[(（]?$/.test(text.slice(Math.max(0, numeral.start - 4), numeral.start)))
    return 'name';
  if (unit.class === 'duration') return 'duration';
  return null;
}

const GREAT: Unit = { written: '大', base: '个', class: 'count', powers: 0 };

function greatAt(text: string, numeral: Numeral): Unit | 'name' | null {
  if (text.charAt(numeral.end) !== '大' || /^[一百千]/.test(text.slice(numeral.start, numeral.end))) return null;
  const tail = text.slice(numeral.end + 1, numeral.end + 16);
  if (AWARD_BY_GREAT.test(tail) && numeral.value.digits === '10') return 'name';
  return COUNTED_BY_GREAT.test(tail) ? GREAT : 'name';
}

function startsWord(text: string, numeral: Numeral): boolean {
  return numeral.end - numeral.start > 1 || /[年级]/.test(text.charAt(numeral.end));
}

const TIMES: Unit = { written: '番', base: '倍', class: 'doubling', powers: 0 };

/** 翻了近两番: the bound stands inside. */
const WITHIN: Readonly<Record<string, Amount['bound']>> = {
  将近: 'just_under',
  接近: 'just_under',
  近: 'just_under',
  约: 'approx',
  超过: 'more_than',
  超: 'more_than',
  逾: 'more_than',
};

/** 翻番, 翻两番, 两年倍增: `start` may lie before 翻 where the years of the doubling stand. */
function doublingAt(text: string, start: number, at: number, clauseStart: number): Amount | null {
  const match = /^(?:翻了?(将近|接近|近|约|超过|超|逾)?(?:([一两二三四])?番|(\d)番)|倍增(?=$|[，。；、)\n]))/.exec(text.slice(at, at + 8));
  if (!match) return null;
  const doublings = match[3] ? Number(match[3]) : match[2] ? Number(chineseAt(match[2], 0)?.value.digits ?? '1') : 1;
  const numeral: Numeral = { start, end: at + match[0].length, value: decimal(String(2 ** doublings)), place: 0, chinese: true };
  const scaled = { end: numeral.end, value: numeral.value, place: 0, more: false, multiplied: false };
  const amount = amountOf(text, clauseStart, { numeral, scaled, unit: TIMES, end: numeral.end });
  const within = match[1] ? WITHIN[match[1]] : undefined;
  return { ...amount, ...(within && { bound: within }), place: null };
}

const SUPERLATIVE =
  /^(?:连续)?[一-龥]{0,4}?年[一-龥]{0,3}?(?:全国|全省|全市|全区|全县|全州)(?:各[一-龥]{1,3})?(?:最多|最高|最快|最好|最优|最大)/;
const FIRST: Unit = { written: '位', base: '位', class: 'count', powers: 0 };

/** Years behind a Chinese numeral: a duration, unless they belong to a doubling or to a rank held for years. */
function yearsAt(text: string, numeral: Numeral, clauseStart: number): Token | null {
  if (!/^(?:余|多|个)?年/.test(text.slice(numeral.end, numeral.end + 2))) return null;
  const yearEnd = text.indexOf('年', numeral.end) + 1;
  const doubling = /^(?:内|间|来)?(?:实现|就)?/.exec(text.slice(yearEnd, yearEnd + 4))?.[0].length ?? 0;
  const doubled = doublingAt(text, numeral.start, yearEnd + doubling, clauseStart);
  if (doubled) return doubled;
  const streak = text.startsWith('连续', numeral.start - 2) ? numeral.start - 2 : -1;
  const superlative = streak >= 0 ? SUPERLATIVE.exec(text.slice(streak, streak + 20)) : null;
  if (superlative) {
    const first: Numeral = { ...numeral, start: streak, end: streak + superlative[0].length, value: decimal('1') };
    const scaled = { end: first.end, value: first.value, place: 0, more: false, multiplied: false };
    return { ...amountOf(text, clauseStart, { numeral: first, scaled, unit: FIRST, end: first.end }), form: 'rank', place: null };
  }
  return ignored(numeral.start, yearEnd, 'duration');
}

const POINTS: Unit = { written: '个百分点', base: '个百分点', class: 'points', powers: 0 };
const HALF: Unit = { written: '半', base: '%', class: 'percent', powers: -2 };
/** What a half is of stands before it: 全省平均的一半, 占一半以上; 成功了一半 is no number. */
const OF_WHICH = /(?:的|占了?|达到?|近|超过|不足|不到|仅为?|相当于)$/;

/** 近半个百分点, 不到半数, 全省的一半. */
function halfAt(text: string, at: number, clauseStart: number): Amount | null {
  const word = /^(?:半个百分点|半数|一半)/.exec(text.slice(at, at + 5))?.[0];
  if (!word || (word !== '半个百分点' && !OF_WHICH.test(text.slice(Math.max(clauseStart, at - 3), at)))) return null;
  const unit = word === '半个百分点' ? POINTS : HALF;
  const value = unit === POINTS ? decimal('0', '5') : decimal('50');
  const numeral: Numeral = { start: at, end: at + word.length, value, place: unit === POINTS ? -1 : 1, chinese: true };
  const scaled = { end: numeral.end, value, place: numeral.place, more: false, multiplied: false };
  return amountOf(text, clauseStart, { numeral, scaled, unit, end: numeral.end });
}

const PERCENT: Unit = { written: '分之', base: '%', class: 'percent', powers: -2 };

/** 百分之十五, 百分之5.3, 三分之一. */
function fractionAt(text: string, at: number, clauseStart: number): Amount | null {
  const match = /^(百|千|[二三四五六七八九十]{1,2})分之/.exec(text.slice(at, at + 5));
  if (!match) return null;
  const from = at + match[0].length;
  const arabic = /^\d{1,4}(?:\.\d{1,4})?/.exec(text.slice(from, from + 10));
  const [integer = '', fraction = ''] = arabic?.[0].split('.') ?? [];
  const numeral = arabic
    ? { start: at, end: from + arabic[0].length, value: decimal(integer, fraction), place: -fraction.length, chinese: false }
    : chineseAt(text, from);
  if (!numeral) return null;
  const whole = chineseAt(match[1] ?? '', 0);
  const spoken = spokenFraction(match[1] ?? '', numeral) ?? {
    value: quotientPercent(Number(numeral.value.digits), Number(whole?.value.digits ?? '1')),
    place: -2,
  };
  const end = numeral.end;
  const scaled = { end, value: spoken.value, place: spoken.place, more: false, multiplied: false };
  return amountOf(text, clauseStart, { numeral: { ...numeral, start: at }, scaled, unit: PERCENT, end });
}
