// The innovation index (区域创新指数): four methods, four ways of weighting, over years or between cities.
import { asRatio, calculation, formatDecimal, given as whenKnown } from '../frame/index.ts';
import { betweenCities, standardised } from './between-cities.ts';
import { checkInput, input, isTimeMethod, parameters } from './input.ts';
import { overTime } from './over-time.ts';
import { weightingOf } from './weights.ts';

export const innovationIndex = calculation({
  id: 'innovation-index',
  name: '区域创新指数',
  basis: ['《创新型城市建设监测评价指标》及本级创新指数编制方案'],
  method: [
    '定基：I＝100×Σw×（x÷基年x）÷Σw；逆向指标取倒数；基年缺数或为零的以其后首个有数的年份为基年。',
    '环比链接：首年100，以后逐年乘以Σw×（x÷上年x）÷Σw，缺数之后不再计算。',
    '极差标准化：z＝（x－最小）÷（最大－最小），可设下限（60+40法）；目标达成：min（x÷目标，1）×100。',
    '赋权：给定、等权、熵权（信息量越大权重越大）、层次分析（行几何平均归一，一致性比率CR＜0.1才给出指数）。',
  ],
  input,
  parameters,
  check: checkInput,
  evaluate(given, { scaleFloor }) {
    const { weights, consistencyRatio, consistent } = weightingOf(given, given.method === 'MIN_MAX' ? standardised(given) : null);
    // A judgement that contradicts itself gives no index.
    const usable = consistent === false ? null : weights;
    return {
      method: given.method,
      weights: whenKnown([weights], (known) =>
        given.indicators.map(({ indicatorId }, index) => ({ indicatorId, weight: asRatio(known[index] ?? null) })),
      ),
      consistencyRatio: whenKnown([consistencyRatio], (ratio) => formatDecimal(ratio, 4)),
      consistent,
      ...(isTimeMethod(given) ? overTime(given, usable) : betweenCities(given, usable, scaleFloor)),
    };
  },
});
