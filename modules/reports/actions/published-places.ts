// Gives accepted figures of published indicators their region, so that they answer as values from outside; what stands already is never overtaken.
import type { Transaction } from 'kysely';
import { decimal } from '#kernel/exact/decimal.ts';
import { type ObservationRow, readOutside } from '#modules/figures/contract.ts';
import { childrenOf, findRegion, regionName, regionShortName } from '#vocabularies/regions/regions.ts';
import type { ReportsSetting } from '../setting.ts';

type Row = Omit<ObservationRow, 'supersedes'>;

/** Our city, its counties, its province and the other cities of that. */
function regionsAround(root: string): readonly string[] {
  const parent = findRegion(root)?.parent;
  const sisters = parent === undefined ? [] : childrenOf(parent).filter(({ level }) => level === 'city');
  return [root, ...childrenOf(root).map(({ code }) => code), ...(parent === undefined ? [] : [parent]), ...sisters.map(({ code }) => code)];
}

function regionOfPlace(root: string, place: string): string | undefined {
  const found = new Set(regionsAround(root).filter((code) => regionName(code) === place || regionShortName(code) === place));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** A whole year's value that has happened, written exactly; a rounded or bounded one is no published value. */
const isValue = ({ kind, status, bound, year }: Row): boolean =>
  year !== null && status === 'actual' && bound === 'exact' && (kind === 'level' || kind === 'ratio' || kind === 'share');

/** What `rows` say where nothing is published yet; and in words what they say otherwise than what is. */
export async function withPublishedPlaces(
  db: Transaction<unknown>,
  { catalogue }: Pick<ReportsSetting, 'catalogue'>,
  rows: readonly Row[],
): Promise<{ readonly rows: readonly Row[]; readonly differing: readonly string[] }> {
  const meant = rows.map((row) => {
    const indicator = row.indicator === null ? undefined : catalogue.published.get(row.indicator);
    const region = indicator === undefined || !isValue(row) ? undefined : regionOfPlace(row.root, row.place);
    return { row, indicator, region };
  });
  const names = [...new Set(meant.flatMap(({ indicator, region }) => (indicator && region !== undefined ? [indicator.name] : [])))];
  const [root] = rows.map((row) => row.root);
  const outside = names.length === 0 || root === undefined ? [] : await readOutside(db, root, names);
  const standing = new Map(outside.map((row) => [`${row.name}|${row.region}|${row.year}`, row]));
  const differing: string[] = [];
  const taken = new Set(standing.keys());
  const placed = meant.map(({ row, indicator, region }) => {
    if (indicator === undefined || region === undefined) return row;
    const key = `${indicator.name}|${region}|${row.year}`;
    const before = standing.get(key);
    if (before !== undefined && !decimal(before.value).equals(decimal(row.value)))
      differing.push(`${row.year}年${row.place}${indicator.name}`);
    if (taken.has(key)) return row;
    taken.add(key);
    return { ...row, region, indicator_name: indicator.name, unit: indicator.unit };
  });
  return { rows: placed, differing };
}

/** A value from outside is taken back under the name, place and year that it answered for. */
export const publishedAs = (
  row: ObservationRow | undefined,
): Partial<Pick<ObservationRow, 'indicator' | 'indicator_name' | 'region' | 'year' | 'unit'>> =>
  row === undefined || row.region === null
    ? {}
    : { indicator: row.indicator, indicator_name: row.indicator_name, region: row.region, year: row.year, unit: row.unit };
