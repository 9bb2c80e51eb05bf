// The catalogue refuses formulas that read what nobody declares, and formulas that would never come to an end.
import { expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';
import type { Formula, Indicator } from './indicator.ts';
import type { System } from './system.ts';

const systemWith = (formula: Formula): System => {
  const indicator: Indicator = { id: 'x.rate', name: '比率', unit: '%', formula, direction: 'up', definition: '' };
  return {
    kind: 'programme',
    id: 'x',
    name: '样例',
    domain: 'planning',
    basis: [],
    dossiers: [],
    measures: [],
    indicators: [indicator],
  } as System;
};

it('refuses a formula that contains itself', () => {
  const own: { kind: 'growth'; of: Formula } = { kind: 'growth', of: { kind: 'sum', measure: 'x' } };
  own.of = { kind: 'ratio', part: own, whole: { kind: 'sum', measure: 'x' } };
  expect(() => catalogueOf([systemWith(own)])).toThrow('Indicator x.rate has a formula that contains itself');
});

it('refuses a measure that nobody declares', () => {
  expect(() => catalogueOf([systemWith({ kind: 'sum', measure: 'x.none' })])).toThrow('reads measure x.none, which nobody declares');
});
