// Units assessed against a target (目标责任制考核), and the settings of the scoring mode.
import {
  dec,
  decBetween,
  key,
  listOf,
  optional,
  Rational,
  type Read,
  type Reading,
  ratio,
  record,
  required,
  signedDec,
  withDefault,
  words,
} from '../frame/index.ts';

const unit = record({
  unitId: key('单位编号'),
  actual: optional('实际完成', signedDec),
  target: optional('目标', dec),
  last: optional('上年实际', signedDec),
  growth: optional('增速（不填按上年推算）', signedDec),
});

export const input = {
  mode: required(
    '计分方式',
    words({
      COMPLETION: '完成率',
      MEAN_BASE: '平均数基准',
      GROWTH: '增速',
      RANK: '名次',
      THRESHOLD: '达标',
      PROGRESSIVE: '超额累进',
      MIXED: '综合',
    }),
  ),
  weight: required('权重', decBetween('0', '1000')),
  direction: withDefault('指标方向', words({ HIGHER: '越高越好', LOWER: '越低越好' }), 'HIGHER'),
  timeProgress: optional('时间进度', ratio),
  units: required('被考核单位', listOf(unit)),
};

export const parameters = {
  completionCap: withDefault('完成率封顶', decBetween('1', '10'), '1'),
  floorShare: withDefault('保底得分比例', ratio, '0.6'),
  meanBase: optional('平均数基准分', dec),
  meanStep: withDefault('偏离平均数每档', decBetween('0.000001', '1'), '0.05'),
  meanPoints: withDefault('每档分值', dec, '0.5'),
  shortfallFactor: withDefault('未达标扣分系数', dec, '1'),
  progressiveMaximum: withDefault('超额累进封顶完成率', decBetween('1', '10'), '2'),
  mixCompletion: withDefault('综合：完成率占比', ratio, '0.5'),
  mixGrowth: withDefault('综合：增速占比', ratio, '0.3'),
  mixRank: withDefault('综合：名次占比', ratio, '0.2'),
  yellowPoints: withDefault('落后时间进度不超过此数亮黄灯', ratio, '0.05'),
};

export type Input = Read<typeof input>;
export type Unit = Input['units'][number];
export type Limits = Read<typeof parameters>;

export function checkInput({ mode }: Input, limits: Limits, reading: Reading): void {
  if (mode === 'MEAN_BASE' && limits.meanBase === null) reading.fail('MISSING', 'parameters.meanBase', '平均数基准方式需要基准分');
  const mix = Rational.sum([limits.mixCompletion, limits.mixGrowth, limits.mixRank]);
  if (mode === 'MIXED' && !mix.equals(1)) reading.conflict('parameters.mixCompletion', '综合方式的三个占比合计应为1');
}
