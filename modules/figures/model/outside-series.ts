// What is given from outside: the series that a name means, the places of which values are known, and the value in the base unit.
import { meaningOf } from '#kernel/declare/indicator-names.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { currentCode, findRegion, regionShortName, regions } from '#vocabularies/regions/regions.ts';
import type { FiguresSetting } from '../setting.ts';
import { toBase, unitsFor } from './target-units.ts';

export interface Series {
  readonly name: string;
  readonly base: string;
  readonly indicator: string | null;
}

/** Stored in base unit, so that what is given in 亿元 and in 万元 can be divided; a series that the catalogue does not know has its own. */
const bases: Readonly<Record<string, string>> = { 万元: '元', 亿元: '元', 万人: '人', 万件: '件' };

/** An indicator of the catalogue under whichever of its names, or a series of its own. */
export function seriesOf(catalogue: Catalogue, name: string, unit: string): Series {
  const meant = meaningOf(catalogue)(name);
  if (meant === undefined || !meant.isSure || meant.reading !== 'value') return { name, base: bases[unit] ?? unit, indicator: null };
  return { name: meant.indicator.name, base: meant.indicator.unit, indicator: meant.indicator.id };
}

/** All units in which a value of the catalogue may be written, the usual ones first. */
export const unitsOf = (catalogue: Catalogue): readonly string[] => {
  const all = [...catalogue.published.values(), ...catalogue.indicators.values()].flatMap(({ unit }) => unitsFor(unit));
  return [...new Set(['亿元', '万元', '元', '%', '万人', '人', ...all])];
};

export function placesOf(setting: FiguresSetting, root: string): readonly string[] {
  const parent = setting.parentOf?.(root);
  return [root, ...setting.countiesOf(root), ...(parent === undefined ? [] : [parent]), ...(setting.sistersOf?.(root) ?? [])];
}

export type Placed =
  | { readonly region: string; readonly place: string }
  | { readonly mergedInto: string; readonly place: string }
  | { readonly isStrange: true };

/** A county that was renamed goes on under its new code; one that was merged into another is no value of that other. */
export function placed(setting: FiguresSetting, root: string, code: string, today: string): Placed {
  const known = new Set(placesOf(setting, root));
  const current = currentCode(code, today) ?? code;
  const place = current === code ? setting.regionName(code) : (findRegion(code)?.name ?? code);
  if (!known.has(current)) return { isStrange: true };
  if (current !== code && findRegion(current)?.validFrom === undefined) return { mergedInto: setting.regionName(current), place };
  return { region: current, place };
}

/** The code of a place as people write it: its code, its name, or a name that it once had. */
export function codeOf(setting: FiguresSetting, root: string, text: string): string | undefined {
  if (/^\d{2,12}$/.test(text)) return text;
  const own = placesOf(setting, root).find((code) => setting.regionName(code) === text || regionShortName(code) === text);
  return own ?? regions.items.find(({ name }) => name === text)?.code;
}

/** In the base unit; undefined on a clash of units. */
export function inBase(value: string, unit: string, base: string): string | undefined {
  const exact = toBase(value, unit, base);
  return exact === undefined ? undefined : formatPlain(exact, 12);
}
