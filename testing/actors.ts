// Actors for tests: valid by default, a test states only what matters.
import { createHash } from 'node:crypto';
import type { Actor } from '../platform/actor.ts';

export const ROOT = '990100';

/** A stable UUID for a name, so that failures read the same each time. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type ActorFacts = Partial<Omit<Actor, 'permissions'>> & { readonly permissions?: Iterable<string> };

/** A city bureau's clerk unless said otherwise. */
export function makeActor(name: string, facts: ActorFacts = {}): Actor {
  const { permissions, ...rest } = facts;
  return {
    accountId: idOf(`account ${name}`),
    name,
    officeId: idOf('office city bureau'),
    officeKind: 'programme-office',
    officeName: '市科技局',
    root: ROOT,
    scope: 'root',
    regions: [],
    party: null,
    ...rest,
    permissions: new Set(permissions ?? []),
  };
}

export const countyActor = (name: string, region: string, permissions: Iterable<string> = []): Actor =>
  makeActor(name, {
    scope: 'regions',
    regions: [region],
    officeId: idOf(`office ${region}`),
    officeKind: 'county-office',
    officeName: '区县科技局',
    permissions,
  });

export const partyActor = (name: string, party: string, permissions: Iterable<string> = []): Actor =>
  makeActor(name, { scope: 'party', party, officeId: null, officeKind: 'enterprise', officeName: '企业', permissions });
