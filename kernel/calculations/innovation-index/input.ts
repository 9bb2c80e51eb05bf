// Indicators of an innovation index (创新指数): values by year or by city, weights, and the checks of each method.
import {
  calendarYear,
  decBetween,
  decimal,
  fracBetween,
  int,
  key,
  listOf,
  optional,
  orNull,
  Rational,
  type Read,
  type Reading,
  ratio,
  record,
  required,
  signedDec,
  text,
  withDefault,
  words,
} from '../frame/index.ts';

const indicator = record({
  indicatorId: key('指标编号'),
  weight: optional('权重', ratio),
  direction: withDefault('方向', words({ POSITIVE: '正向', NEGATIVE: '逆向' }), 'POSITIVE'),
  values: required('数值', listOf(orNull(signedDec))),
  target: optional('目标值', decBetween('0')),
});

export const input = {
  method: required('方法', words({ BASE_YEAR: '定基', CHAINED: '环比链接', MIN_MAX: '极差标准化（城市间）', TARGET: '目标达成' })),
  weighting: withDefault('赋权', words({ GIVEN: '给定', EQUAL: '等权', ENTROPY: '熵权', AHP: '层次分析' }), 'GIVEN'),
  indicators: required('指标', listOf(indicator, { from: 1 })),
  years: optional('年度（定基、环比链接）', listOf(calendarYear, { from: 1 })),
  baseYear: optional('基年（定基）', int),
  units: optional('城市（极差标准化、目标达成）', listOf(text, { from: 1 })),
  matrix: optional('判断矩阵（层次分析）', listOf(listOf(fracBetween('1/9', '9')))),
};

export const parameters = { scaleFloor: withDefault('标准化下限（60+40法填60）', decBetween('0', '99'), '0') };

export type Input = Read<typeof input>;
export type Indicator = Input['indicators'][number];
export type Matrix = readonly (readonly Rational[])[];

export function isTimeMethod({ method }: Input): boolean {
  return method === 'BASE_YEAR' || method === 'CHAINED';
}

function checkYears({ method, years, baseYear }: Input, reading: Reading): void {
  if (years === null) reading.fail('MISSING', 'years', '缺少年度');
  if (method === 'BASE_YEAR' && baseYear === null) reading.fail('MISSING', 'baseYear', '定基方法需要基年');
  for (const [index, year] of (years ?? []).entries()) {
    const before = years?.[index - 1];
    if (before !== undefined && year !== before + 1) reading.conflict(`years[${index}]`, '年度须连续递增');
  }
  if (method === 'BASE_YEAR' && !years?.includes(baseYear ?? Number.NaN)) reading.conflict('baseYear', '基年不在年度之中');
}

function checkCities({ units }: Input, reading: Reading): void {
  if (units === null) reading.fail('MISSING', 'units', '缺少城市');
  const seen = new Set<string>();
  for (const [index, unit] of (units ?? []).entries()) {
    if (seen.has(unit)) reading.conflict(`units[${index}]`, `城市重复：${unit}`);
    seen.add(unit);
  }
}

function checkValues(given: Input, reading: Reading): void {
  const columns = isTimeMethod(given) ? given.years?.length : given.units?.length;
  for (const [index, { values, weight }] of given.indicators.entries()) {
    if (given.weighting === 'GIVEN' && weight === null)
      reading.fail('MISSING', `indicators[${index}].weight`, '给定权重时每个指标都要有权重');
    for (const [position, value] of values.entries()) {
      if (isTimeMethod(given) && value?.isNegative()) reading.fail('RANGE', `indicators[${index}].values[${position}]`, '数值不能为负');
    }
    if (values.length !== columns) reading.conflict(`indicators[${index}].values`, '数值个数与年度或城市个数不符');
  }
}

/** Square, one row for each indicator, nine at most, and each entry the reciprocal of its mirror. */
function checkMatrix(matrix: Matrix, indicators: readonly Indicator[], reading: Reading): void {
  if (matrix.length !== indicators.length || matrix.length > 9) reading.conflict('matrix', '判断矩阵须每个指标一行，至多九行');
  for (const [i, row] of matrix.entries()) {
    if (row.length !== matrix.length) reading.conflict(`matrix[${i}]`, '判断矩阵须为方阵');
    for (const [j, value] of row.entries()) {
      const mirror = matrix[j]?.[i];
      if (mirror !== undefined && !value.times(mirror).equals(1)) reading.conflict(`matrix[${i}][${j}]`, '判断矩阵须互反');
    }
  }
}

/** Weights are written with a limited number of digits, so that their sum may miss one by a billionth. */
const tolerance = decimal('0.000000001');

function checkWeighting({ method, weighting, indicators, matrix }: Input, reading: Reading): void {
  if (weighting === 'ENTROPY' && method !== 'MIN_MAX') reading.fail('VALUE', 'weighting', '熵权只用于极差标准化');
  if (weighting === 'GIVEN') {
    const sum = Rational.sum(indicators.map(({ weight }) => weight ?? Rational.zero));
    if (sum.minus(1).absolute().isMoreThan(tolerance)) reading.conflict('indicators[0].weight', '权重合计应为1');
  }
  if (weighting !== 'AHP') return;
  if (matrix === null) reading.fail('MISSING', 'matrix', '层次分析需要判断矩阵');
  else checkMatrix(matrix, indicators, reading);
}

export function checkInput(given: Input, _limits: unknown, reading: Reading): void {
  checkWeighting(given, reading);
  if (isTimeMethod(given)) checkYears(given, reading);
  else checkCities(given, reading);
  checkValues(given, reading);
}
