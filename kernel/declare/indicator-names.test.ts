// Names lead to an indicator and a reading of it; units tell money from counts; what is declared twice or turns in a circle is refused.
import { describe, expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';
import { meaningOf, readingOf } from './indicator-names.ts';
import { byLevel, observed, publishing } from './published-indicator.ts';

const of = publishing('planning', { publisher: '统计部门' });
const seeds = of('seeds', '种子经费支出', '元', 'flow', '', '种子经费（S&D） 种子投入');
const output = of('output', '园艺产值', '元', 'flow', '');
const intensity = of('intensity', '种子投入强度', '%', 'rate', '', '', {
  formula: { kind: 'ratio', part: observed('seeds'), whole: observed('output') },
});
const subsidised = of('subsidised', '获种子补助户数', '家', 'flow', '', '种子补助');
const subsidy = of('subsidy', '种子补助金额', '元', 'flow', '');
const beds = byLevel(of, 'beds', '示范花圃', '家', ['provincial']);
const catalogue = catalogueOf([], [seeds, output, intensity, subsidised, subsidy, ...beds]);
const meaning = meaningOf(catalogue);
const told = (name: string, unit?: string, nature?: 'stock' | 'flow' | 'new') => {
  const found = meaning(name, unit, nature);
  return found === undefined ? undefined : [found.indicator.id, found.reading, found.isSure];
};

describe('a name', () => {
  it.each([
    ['种子投入占全省比重', 'share', '种子投入'],
    ['种子投入强度比上年变化', 'point-change', '种子投入强度'],
    ['种子投入强度与全省平均之差', 'against-parent', '种子投入强度'],
    ['示范花圃数排名', 'rank', '示范花圃数'],
    ['示范花圃净增数', 'net-change', '示范花圃'],
  ])('%s is read as %s of %s', (name, reading, bare) => {
    expect(readingOf(name)).toEqual({ bare, reading });
  });

  it('leads to the indicator by name, alias and stem, without brackets and what the reading adds', () => {
    expect(told('种子经费(S&D)')).toEqual(['seeds', 'value', true]);
    expect(told('种子投入占全省比重', '%')).toEqual(['seeds', 'share', true]);
    expect(told('省级示范花圃')).toEqual(['beds-provincial', 'value', true]);
    expect(told('全县种子投入强度', '%')).toEqual(['intensity', 'value', false]);
  });

  it('tells what is new from what there is, and never ties a count to money', () => {
    expect(told('省示范花圃', '家', 'new')).toEqual(['beds-provincial-new', 'value', true]);
    expect(told('种子补助', '家')).toEqual(['subsidised', 'value', true]);
    expect(told('种子补助', '元')).toEqual(['subsidy', 'value', true]);
    expect(told('园艺产值', '家')).toBeUndefined();
  });
});

describe('the catalogue', () => {
  it('refuses a name that two indicators bear', () => {
    expect(() => catalogueOf([], [seeds, of('other', '别的', '元', 'flow', '', '种子投入')])).toThrow('both bear the name 种子投入');
  });

  it('refuses a formula that reads nobody, or comes back to itself', () => {
    expect(() => catalogueOf([], [intensity])).toThrow('which nobody declares');
    const circle = of('output', '园艺产值', '元', 'flow', '', '', {
      formula: { kind: 'difference', minuend: observed('seeds'), subtrahend: observed('intensity') },
    });
    expect(() => catalogueOf([], [seeds, circle, intensity])).toThrow('contains itself');
  });
});
