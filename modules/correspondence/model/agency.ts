// In whose name a document goes out, and under which code it is numbered.
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { type DocumentKind, documentKinds } from './kinds.ts';

export interface Agency {
  readonly name: string;
  /** Region whose series it is: the root for offices of the city. */
  readonly region: string;
  /** Code without the mark of the kind: 澜江科. */
  readonly code: string;
}

const lines: readonly (readonly [suffix: string, mark: Line])[] = [
  ['-tax', '税'],
  ['-finance', '财'],
];

/** Short name of a region, as agency codes have it: 澜江 of 澜江市. */
const short = (name: string): string => name.replace(/(高新技术产业开发区|经济技术开发区|新区|市|县|区)$/u, '') || name;

/** Divisions and leaders of the bureau, and the system for it, sign as the bureau; every other office as itself. */
export function agencyOf(
  actor: CaseEvent['actor'],
  of: { readonly root: string; readonly region: string; regionName(code: string): string },
  codes: Readonly<Record<string, string>> = {},
): Agency {
  const isCounty = actor.officeKind.startsWith('county-');
  const region = isCounty ? of.region : of.root;
  const line = lines.find(([suffix]) => actor.officeKind.endsWith(suffix))?.[1] ?? '科';
  const isBureau = !isCounty && line === '科';
  return {
    name: isBureau ? `${of.regionName(of.root)}科学技术局` : actor.officeName,
    region,
    code: codes[`${region}${line}`] ?? usualCode(of.regionName(region), line),
  };
}

/** Science offices number most documents; tax and finance have series of their own. */
export const lineNames = { 科: '科技', 税: '税务', 财: '财政' } as const;
export type Line = keyof typeof lineNames;

export const usualCode = (regionName: string, line: Line): string => `${short(regionName)}${line}`;

export const seriesCode = (agency: Agency, kind: DocumentKind): string => `${agency.code}${documentKinds[kind].mark}`;

export interface AgencyCode {
  /** Region and line: 990100科. */
  readonly key: string;
  readonly agencyName: string;
  readonly usual: string;
}

/** Every agency that documents of a root may be numbered for: the city's offices first, then those of each county. */
export const agencyCodes = (regions: readonly string[], regionName: (code: string) => string): readonly AgencyCode[] =>
  regions.flatMap((region) =>
    (Object.keys(lineNames) as Line[]).map((line) => ({
      key: `${region}${line}`,
      agencyName: `${regionName(region)}${lineNames[line]}部门`,
      usual: usualCode(regionName(region), line),
    })),
  );
