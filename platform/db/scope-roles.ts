// The database roles that requests run as: one for each reach of sight, so that the planner meets only the bound that applies.
import type { Scope } from '../actor.ts';

/** Holds the rights on tables; the roles of the scopes inherit them, and with them every policy written for all. */
export const APP_ROLE = 'kechuang_app';

export type ScopeRole = 'kechuang_root' | 'kechuang_regions' | 'kechuang_party' | 'kechuang_guest';

/** Experts, the public and administrators are guests: they see only what a policy opens to them by name. */
export const scopeRoles: Readonly<Record<Scope, ScopeRole>> = {
  root: 'kechuang_root',
  system: 'kechuang_root',
  regions: 'kechuang_regions',
  party: 'kechuang_party',
  expert: 'kechuang_guest',
  public: 'kechuang_guest',
  none: 'kechuang_guest',
};

export const allRoles: readonly string[] = [APP_ROLE, ...new Set(Object.values(scopeRoles))];

/** What an administrator of the database runs where the owner may not make roles itself. */
export function rolesSql(owner: string): string {
  const scopes = allRoles.filter((role) => role !== APP_ROLE);
  return [
    ...allRoles.map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    ...scopes.map((role) => `GRANT ${APP_ROLE} TO ${role};`),
    ...allRoles.map((role) => `GRANT ${role} TO "${owner.replaceAll('"', '""')}";`),
  ].join(' ');
}
