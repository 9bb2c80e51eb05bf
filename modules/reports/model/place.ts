// Which place a figure speaks of: the document's own, unless the text clearly names a wider area or another place.
import { findRegion, regions } from '#vocabularies/regions/regions.ts';

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Codes of the regions of a name; counties of different cities share some. */
function codesOf(name: string): readonly string[] {
  if (known === undefined) {
    const found = new Map<string, string[]>();
    for (const region of regions.items) found.set(region.name, [...(found.get(region.name) ?? []), region.code]);
    known = found;
  }
  return known.get(name) ?? [];
}

/** The province above a place, where the register of regions knows it without doubt. */
function provinceAbove(place: string): string | undefined {
  const codes = [...codesOf(place), ...codesOf(`${place}市`)];
  const provinces = new Set(codes.map((code) => `${code.slice(0, 2)}0000`));
  const [only] = provinces;
  return provinces.size === 1 && only !== undefined ? findRegion(only)?.name : undefined;
}

/** The city above a county, likewise. */
function cityAbove(place: string): string | undefined {
  const parents = new Set(codesOf(place).map((code) => findRegion(code)?.parent));
  const [only] = parents;
  return parents.size === 1 && only !== undefined ? findRegion(only)?.name : undefined;
}

const isCity = (place: string): boolean => /[市州盟]$/.test(place) && !codesOf(place).some((code) => findRegion(code)?.level === 'county');

/**
 * `region` is the place as a reading gives it. 全国 and 全省 are wider than the document's place; a known name stands for itself; anything
 * else (我市, 全县, a slip of the pen) is the document's own place, because a person has said what that is.
 */
export function placeOfFigure(region: string | null, place: string): string {
  const named = region?.trim() ?? '';
  if (named === '' || named === place) return place;
  if (/^(?:全国|我国|中国|国内)$/.test(named)) return '全国';
  if (/^(?:全|我|本)?(?:省|自治区)$/.test(named)) return provinceAbove(place) ?? '全省';
  if (/^(?:全|我|本)市$/.test(named)) return isCity(place) ? place : (cityAbove(place) ?? place);
  return codesOf(named).length > 0 ? named : place;
}
