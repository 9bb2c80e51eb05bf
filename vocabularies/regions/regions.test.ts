// Tests that regions are found by code, that merged codes lead to their successors, and that the demonstration city is whole.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { searchTerms } from '../vocabulary.ts';
import { codeChanges } from './changes.ts';
import { demonstrationCounties } from './demonstration-city.ts';
import { nationalText } from './generate.ts';
import { childrenOf, currentCode, findRegion, isWithin, regionName, regionPathName, regionShortName, regions, rootOf } from './regions.ts';

test('the committed table is what the generator makes of the installed package', () => {
  expect(readFileSync(new URL('./national.ts', import.meta.url), 'utf8')).toBe(nationalText());
});

test('the country has 34 provinces, and every region but these hangs on one that stands', () => {
  expect(childrenOf('').filter((region) => !region.fictional)).toHaveLength(34);
  expect(regions.items.length).toBeGreaterThan(3300);
  for (const region of regions.items) {
    expect(region.code).toMatch(/^\d{6}$/);
    if (region.level === 'province') expect(region.parent).toBeUndefined();
    else expect(findRegion(region.parent ?? ''), region.code).toBeDefined();
  }
});

test('the cities of the domain notes have exactly the counties listed there', () => {
  const codes = (city: string) => childrenOf(city).map((region) => region.code);
  expect(codes('360100').join(' ')).toBe('360102 360103 360104 360111 360112 360113 360121 360123 360124');
  expect(codes('340300').join(' ')).toBe('340302 340303 340304 340311 340321 340322 340323 340371 340372');
  expect(codes('321300').join(' ')).toBe('321302 321311 321322 321323 321324 321371');
  expect(codes('330200').join(' ')).toBe('330203 330205 330206 330211 330212 330213 330225 330226 330281 330282');
  expect(codes('350100')).toHaveLength(13);
});

test('a zone is marked as one and a county is not', () => {
  expect(findRegion('340371')).toMatchObject({ isZone: true, level: 'county', parent: '340300' });
  expect(findRegion('310115')).toMatchObject({ name: '浦东新区', isZone: false });
});

test('the root of a county is its city, of a district its municipality, of a county governed by the province itself', () => {
  expect(rootOf('340302')).toBe('340300');
  expect(rootOf('340300')).toBe('340300');
  expect(rootOf('110105')).toBe('110000');
  expect(rootOf('419001')).toBe('419001');
  expect(rootOf('441900')).toBe('441900');
  expect(rootOf('990171')).toBe('990100');
  expect(rootOf('123456')).toBeUndefined();
  expect(isWithin('990171', '990100')).toBe(true);
  expect(isWithin('990171', '360100')).toBe(false);
});

test('a merged code leads to its successor from the day of the change', () => {
  expect(currentCode('330204', '2016-09-13')).toBe('330204');
  expect(currentCode('330204', '2016-09-14')).toBe('330212');
  expect(currentCode('330283', '2020-01-01')).toBe('330213');
  expect(currentCode('330213', '2015-01-01')).toBeUndefined();
  expect(currentCode('330213', '2026-01-01')).toBe('330213');
  expect(currentCode('360105', '2024-01-01')).toBe('360112');
  expect(currentCode('000000', '2024-01-01')).toBeUndefined();
  expect(childrenOf('330200', '2015-01-01').map((region) => region.name)).toContain('奉化市');
  expect(childrenOf('330200', '2015-01-01').map((region) => region.name)).not.toContain('奉化区');
  for (const change of codeChanges) {
    for (const successor of change.successors) expect(findRegion(successor)?.validTo).toBeUndefined();
  }
});

test('the demonstration city has eleven counties and zones, whose weights are shares', () => {
  expect(childrenOf('990100')).toHaveLength(11);
  expect(childrenOf('990100').filter((region) => region.isZone)).toHaveLength(3);
  const sum = (key: 'economy' | 'enterprises') => demonstrationCounties.reduce((total, county) => total + county[key], 0);
  expect([sum('economy'), sum('enterprises')]).toEqual([1000, 1000]);
  const real = new Set(regions.items.filter((region) => !region.fictional).map((region) => region.name));
  for (const { code, name } of demonstrationCounties) {
    expect(real.has(name), name).toBe(false);
    expect(code).toMatch(/^9901/);
  }
});

test('names are shown short, long and with the way to them, and an unknown code as unknown', () => {
  expect(regionName('990171')).toBe('澜江高新技术产业开发区');
  expect(regionShortName('990171')).toBe('高新区');
  expect(regionPathName('990171')).toBe('云泽省澜江市高新区');
  expect(regionName('999999')).toBe('未知区划（999999）');
});

test('a region is found by a part of its name, by its code and by the city above it', () => {
  expect(searchTerms(regions, '鄞州')[0]?.code).toBe('330212');
  expect(searchTerms(regions, '330212')[0]?.name).toBe('鄞州区');
  expect(searchTerms(regions, '北京 朝阳').map((region) => region.code)).toContain('110105');
  expect(searchTerms(regions, '北京 朝阳')).toHaveLength(1);
  expect(searchTerms(regions, '高新区').some((region) => region.code === '990171')).toBe(true);
});
