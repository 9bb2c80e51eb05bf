// Indicators that no system of the catalogue feeds, by domain: their values are given as observations.
import type { PublishedIndicator } from '#kernel/declare/published-indicator.ts';
import earthquake from './earthquake/indicators.ts';
import enterprises from './enterprises/indicators.ts';
import epidemic from './epidemic/indicators.ts';
import finance from './finance/indicators.ts';
import office from './office/indicators.ts';
import party from './party/indicators.ts';
import planning from './planning/indicators.ts';
import platforms from './platforms/indicators.ts';
import policy from './policy/indicators.ts';
import projects from './projects/indicators.ts';
import rnd from './rnd-statistics/indicators.ts';
import rural from './rural/indicators.ts';
import service from './service/indicators.ts';
import talent from './talent/indicators.ts';
import transfer from './transfer/indicators.ts';

export const publishedIndicators: readonly PublishedIndicator[] = [
  ...planning,
  ...enterprises,
  ...rnd,
  ...projects,
  ...platforms,
  ...transfer,
  ...finance,
  ...policy,
  ...talent,
  ...rural,
  ...earthquake,
  ...epidemic,
  ...service,
  ...office,
  ...party,
];
