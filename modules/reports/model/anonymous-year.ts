// Years that a copy of a report has blotted out (20xx年) are the reporting year where the caller knows it and the thing has happened.
import type { Reading } from './reader/reading.ts';

const BLOTTED = /^[12]?\d{0,2}[xX×*＊○〇]{1,4}$/;

/** What is planned or aimed at may be of the next year as well: that stays as it is written, for a person to say. */
export function dated(reading: Reading, year: number | null): Reading {
  if (year === null || reading.period === null || !BLOTTED.test(reading.period)) return reading;
  return reading.status === 'actual' || reading.status === 'estimate' ? { ...reading, period: String(year) } : reading;
}
