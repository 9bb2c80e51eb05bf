// Units as they stand in headers, and the power of ten between two units of one kind: 万元 → 元 is 4.

const prefixes: readonly (readonly [prefix: string, exponent: number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/** Different words for one unit. */
const same: Readonly<Record<string, string>> = {
  人民币: '元',
  人民币元: '元',
  圆: '元',
  平米: '平方米',
  '㎡': '平方米',
  m2: '平方米',
  个人: '人',
  名: '人',
  户: '家',
  t: '吨',
  usd: '美元',
};

interface Unit {
  readonly base: string;
  readonly exponent: number;
}

function readUnit(text: string): Unit {
  const unit = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  if (unit === '%' || unit === '百分比') return { base: '', exponent: -2 };
  if (unit === '‰') return { base: '', exponent: -3 };
  // 百分点 is no hundredfold 分点.
  if (unit.endsWith('百分点')) return { base: '百分点', exponent: 0 };
  for (const [prefix, exponent] of prefixes) {
    if (unit.startsWith(prefix)) return { base: baseOf(unit.slice(prefix.length)), exponent };
  }
  return { base: baseOf(unit), exponent: 0 };
}

const baseOf = (unit: string): string => same[unit] ?? unit;

/**
 * The power of ten that turns a number in `from` into one in `to`; undefined when they measure different things. A bare 万 or 亿
 * takes the base of the other unit.
 */
export function exponentBetween(from: string, to: string): number | undefined {
  const [one, other] = [readUnit(from), readUnit(to)];
  const isBare = one.base === '' && one.exponent > 0;
  return one.base === other.base || isBare ? one.exponent - other.exponent : undefined;
}

const known = new Set(
  '元 人 家 户 名 项 件 个 台 套 吨 年 月 日 天 人月 人年 人次 次 亩 公顷 平方米 平方公里 克 公斤 美元 欧元 港元 倍 分 篇 部 场 期 百分点'.split(
    ' ',
  ),
);

/** Is the text a unit at all, so that `收入（万元）` is told from `产品（服务）`? */
export function isUnit(text: string): boolean {
  if (text === '') return false;
  const { base, exponent } = readUnit(text);
  return known.has(base) || (base === '' && exponent < 0);
}
