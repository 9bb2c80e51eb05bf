// Reads the numbers of a text with the best public recogniser of Chinese numbers and units, to compare ours with.
import Recognizers from '@microsoft/recognizers-text-suite';
import type { Predicted } from './score.ts';

type Found = { readonly start: number; readonly end: number; readonly text: string; readonly resolution?: Record<string, unknown> | null };

const CULTURE = 'zh-cn';

const reading = (found: Found, unit: string | null): Predicted => ({
  start: found.start,
  end: found.end + 1,
  value: String(found.resolution?.value ?? '').replace('%', ''),
  unit,
  kind: '',
  status: '',
  period: null,
  indicator: '',
});

/** All that it finds: sums of money, percentages and ordinals with their unit, every other number with none. */
export function readByPeer(text: string): Predicted[] {
  const readings: Predicted[] = [];
  const take = (all: readonly Found[], unitOf: (found: Found) => string | null) => {
    for (const found of all) {
      const taken = readings.some((reading) => reading.start <= found.end && found.start < reading.end);
      if (!taken) readings.push(reading(found, unitOf(found)));
    }
  };
  take(Recognizers.recognizeCurrency(text, CULTURE), ({ resolution }) => (resolution?.isoCurrency === 'USD' ? '美元' : '元'));
  take(Recognizers.recognizePercentage(text, CULTURE), (found) => (found.text.includes('分点') ? '个百分点' : '%'));
  take(Recognizers.recognizeOrdinal(text, CULTURE), () => '位');
  take(Recognizers.recognizeNumber(text, CULTURE), () => null);
  return readings.sort((a, b) => a.start - b.start);
}
