// Names of a root region and what lies around and within it, as names of enterprises begin with them.
import { childrenOf, findRegion } from '#vocabularies/regions/regions.ts';
import { placeKeys } from './name-keys.ts';

const known = new Map<string, readonly string[]>();

/** Keys of province, city, counties and zones, longer ones first; see `coreKey`. */
export function placesOf(root: string): readonly string[] {
  const cached = known.get(root);
  if (cached !== undefined) return cached;
  const region = findRegion(root);
  const above = region?.parent === undefined ? undefined : findRegion(region.parent);
  const within = childrenOf(root).flatMap((child) => [child.name, ...(child.short === undefined ? [] : [child.short])]);
  const places = placeKeys([
    '中国',
    ...(above === undefined ? [] : [above.name]),
    ...(region === undefined ? [] : [region.name]),
    ...within,
  ]);
  known.set(root, places);
  return places;
}

/** Codes that a party of the root may belong to: its counties and zones, and the root itself for bodies of the whole city. */
export function regionsOf(root: string): readonly { readonly code: string; readonly name: string; readonly short?: string }[] {
  const region = findRegion(root);
  return [...(region === undefined ? [] : [region]), ...childrenOf(root)];
}

export const isRegionOf = (root: string, code: string): boolean => regionsOf(root).some((region) => region.code === code);
