// Measure words and units: how each is written, and what its base unit is.

export type UnitClass = 'money' | 'percent' | 'points' | 'times' | 'doubling' | 'duration' | 'count' | 'physical' | 'score';

export type Unit = {
  readonly written: string;
  readonly base: string;
  readonly class: UnitClass;
  /** Powers of ten to the base unit: 千分点 is a tenth of a point (-1), % a hundredth (-2). */
  readonly powers: number;
};

const list = (words: string, unitClass: UnitClass): Unit[] =>
  words.split(' ').map((written) => ({ written, base: written, class: unitClass, powers: 0 }));

const UNITS: readonly Unit[] = [
  { written: '元', base: '元', class: 'money', powers: 0 },
  { written: '元人民币', base: '元', class: 'money', powers: 0 },
  { written: '人民币', base: '元', class: 'money', powers: 0 },
  { written: '块钱', base: '元', class: 'money', powers: 0 },
  ...list('美元 欧元 港元 港币 日元 英镑 韩元', 'money'),
  { written: '%', base: '%', class: 'percent', powers: -2 },
  { written: '％', base: '%', class: 'percent', powers: -2 },
  { written: '‰', base: '‰', class: 'percent', powers: -3 },
  { written: '个百分点', base: '个百分点', class: 'points', powers: 0 },
  { written: '百分点', base: '个百分点', class: 'points', powers: 0 },
  { written: '个千分点', base: '个百分点', class: 'points', powers: -1 },
  { written: '千分点', base: '个百分点', class: 'points', powers: -1 },
  { written: '个基点', base: '个百分点', class: 'points', powers: -2 },
  { written: 'pct', base: '个百分点', class: 'points', powers: 0 },
  { written: '倍', base: '倍', class: 'times', powers: 0 },
  { written: '番', base: '番', class: 'doubling', powers: 0 },
  ...list('年 周年 个月 个多月 月 天 日 周 个小时 小时 分钟 秒 个工作日 工作日 个季度 季度 余年', 'duration'),
  { written: '大', base: '个', class: 'count', powers: 0 },
  { written: '个位次', base: '位', class: 'count', powers: 0 },
  ...list('岁 周岁', 'physical'),
  ...list('分 点 星', 'score'),
  ...list(
    '家 家次 个 项 项次 件 件次 名 人 人次 人年 人月 位 场 场次 次 次数 期 批 批次 支 所 座 台 台套 台次 套 辆 架 架次 艘 部 册 种 类 款 条 例 份 ' +
      '张 张次 堂 单 笔 宗 户 户次 组 队 处 片 块 间 栋 幢 层 只 头 株 棵 粒 篇 本 段 门 班 级 轮 届 页 字 字节 床 对 道 口 根 瓶 包 盒 箱 颗 起 羽 尾 匹 列 车次 班次 航次 学时 课时 人天 车 村 县 市 镇 乡 省 国 人份 剂 剂次 条次 团 面 枚 把 尊 幅 首 集 节 ' +
      '标箱 标准箱 万标箱 卡 核 链 园 区 方面 亩次 线 店 站 点位 批件 步 校 院 企 强',
    'count',
  ),
  ...list(
    '吨 公斤 千克 克 毫克 微克 斤 公里 千米 米 厘米 毫米 微米 纳米 平方米 平方公里 平方千米 平米 平方 ㎡ 亩 公顷 立方米 立方 升 毫升 ' +
      '千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 度 度电 伏 千伏 赫兹 摄氏度 ℃ 吨标准煤 吨标煤 标准煤 吨公里 人公里 微克/立方米 毫克/升 毫克/立方米 ' +
      'kW MW GW kWh MWh GWh KB MB GB TB PB bit bps Mbps Gbps kg km cm mm μm nm m MPa PFlops P TEU 元/吨 亿次 转 帧 兆 光年 海里 载重吨 综合吨',
    'physical',
  ),
];

type Listed = { readonly unit: Unit; readonly written: string; readonly latin: boolean };
const isLatin = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

const BY_FIRST = new Map<number, Listed[]>();
for (const unit of UNITS) {
  const first = unit.written.charCodeAt(0);
  const listed = { unit, written: unit.written, latin: isLatin(unit.written.charCodeAt(unit.written.length - 1)) };
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), listed]);
}
for (const units of BY_FIRST.values()) units.sort((a, b) => b.written.length - a.written.length);

const SLASH = 0x2f;
export type UnitFound = Unit & { readonly end: number };

const PER = /^\/(?:万?人|年|月|天|日|亩|公顷|吨|千瓦时|平方公里|平方米|立方米|家|户|件|项|升)/;

let askedText = '';
let askedAt = -1;
let answer: UnitFound | null = null;

/** The longest unit written at `at`, with a denominator such as /万人. The same place is asked for again and again. */
export function unitAt(text: string, at: number): UnitFound | null {
  if (at === askedAt && text === askedText) return answer;
  askedText = text;
  askedAt = at;
  answer = readUnit(text, at);
  return answer;
}

function readUnit(text: string, at: number): UnitFound | null {
  const candidates = BY_FIRST.get(text.charCodeAt(at));
  if (!candidates) return null;
  for (const { unit, written, latin } of candidates) {
    if (written.length > 1 && !text.startsWith(written, at)) continue;
    const end = at + written.length;
    if (latin && isLatin(text.charCodeAt(end))) continue;
    const per = text.charCodeAt(end) === SLASH ? PER.exec(text.slice(end, end + 6)) : null;
    const base = per ? unit.base + per[0] : unit.base;
    return { written, base, class: unit.class, powers: unit.powers, end: per ? end + per[0].length : end };
  }
  return null;
}
