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
