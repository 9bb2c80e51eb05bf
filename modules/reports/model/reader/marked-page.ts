// Writes a page that shows a text with each figure marked and its reading on hover.
import type { Reading } from './reading.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const KIND: Record<Reading['kind'], string> = {
  level: '数量',
  yoy_growth: '增速',
  share: '占比',
  rank: '位次',
  change: '变化',
  target: '目标',
  ratio: '比率',
  threshold: '门槛',
  multiple: '倍数',
};
const STATUS: Record<Reading['status'], string> = { actual: '实际', estimate: '预计', target: '目标', plan: '计划', requirement: '规定' };
const BOUND: Record<Reading['bound'], string> = {
  exact: '',
  approx: '约',
  more_than: '超过',
  at_least: '不少于',
  just_under: '近',
  less_than: '不足',
  at_most: '不超过',
};

/** One reading in a sentence that a person can check against the text. */
export function sentenceOf(reading: Reading): string {
  const value = typeof reading.value === 'object' ? String(reading.value.pp) : String(reading.value);
  const amount = `${BOUND[reading.bound]}${value}${reading.unit === '%' || reading.unit === null ? '' : reading.unit}`;
  const parts = [
    `指标：${reading.indicator}`,
    `值：${amount}`,
    `种类：${KIND[reading.kind]}`,
    `时期：${reading.period ?? '未知'}`,
    `状态：${STATUS[reading.status]}`,
  ];
  if (reading.region) parts.push(`地区：${reading.region}`);
  if (reading.of) parts.push(`占：${reading.of}`);
  if (reading.comparison) parts.push(`对比：${reading.comparison.base}`);
  parts.push(`把握：${Math.round(reading.confidence * 100)}%`);
  return parts.join('\n');
}

const HEAD = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>报告读数</title><style>
body{font:17px/1.9 "Noto Serif CJK SC",SimSun,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1f2329;white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:#fff3bf;border-bottom:2px solid #e8a317;cursor:help;padding:0 .05em}
mark[data-kind=target]{background:#dbeafe;border-color:#2563eb}mark[data-kind=rank]{background:#dcfce7;border-color:#16a34a}
mark[data-kind=yoy_growth],mark[data-kind=change]{background:#fce7f3;border-color:#db2777}mark[data-kind=threshold]{background:#e5e7eb;border-color:#6b7280}
mark:focus{outline:2px solid #2563eb}
</style></head><body>`;

/** The page, piece by piece. Only the number itself is marked, so that neighbouring figures never overlap. */
export function* markedPage(source: string, readings: Iterable<Reading>): Generator<string> {
  yield HEAD;
  let point = 0;
  let offset = 0;
  const advance = (to: number): string => {
    const from = offset;
    for (; point < to && offset < source.length; point++) offset += (source.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    return escaped(source.slice(from, offset));
  };
  for (const reading of readings) {
    if (reading.rawStart < point) continue;
    yield advance(reading.rawStart);
    const note = escaped(sentenceOf(reading)).replaceAll('\n', '&#10;');
    yield `<mark tabindex="0" data-kind="${reading.kind}" title="${note}">${advance(reading.rawStart + [...reading.raw].length)}</mark>`;
  }
  yield escaped(source.slice(offset));
  yield '</body></html>\n';
}
