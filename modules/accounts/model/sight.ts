// How far an account sees: follows from its roles and the office, party or nothing that it sits in.
import type { Scope } from '#platform/actor.ts';
import { isAdministrator, type OfficeKind, type RoleId } from './roles.ts';

export interface Standing {
  readonly roles: readonly RoleId[];
  readonly officeKind: OfficeKind | null;
  readonly officeRegion: string | null;
  readonly root: string;
  readonly party: string | null;
}

export interface Sight {
  readonly scope: Scope;
  readonly regions: readonly string[];
  readonly party: string | null;
}

/** What stands for the office of those who have none. */
export const nameWithoutOffice = (party: string | null): string => (party === null ? '评审专家' : '企业');

const nothing: Sight = { scope: 'none', regions: [], party: null };

const wholeCity: ReadonlySet<OfficeKind> = new Set(['city-office', 'city-tax', 'city-finance', 'leadership']);

/** Without a role, and with an administrator's, an account sees no business data at all. */
export function sightOf(standing: Standing): Sight {
  const { roles, officeKind, officeRegion, party } = standing;
  if (roles.length === 0 || roles.some(isAdministrator)) return nothing;
  if (roles.includes('enterprise')) return party === null ? nothing : { scope: 'party', regions: [], party };
  if (roles.includes('expert')) return { scope: 'expert', regions: [], party: null };
  if (officeKind === null) return nothing;
  if (wholeCity.has(officeKind)) return { scope: 'root', regions: [], party: null };
  // An office without a region would otherwise see every row that has none.
  return officeRegion === null || officeRegion === '' || officeRegion === standing.root
    ? nothing
    : { scope: 'regions', regions: [officeRegion], party: null };
}
