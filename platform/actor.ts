// Who acts, and the bounds within which the database lets them see and write.

/**
 * How far an actor's sight reaches. `root`: the whole city. `regions`: the listed counties and zones. `party`: one enterprise's own rows.
 * `expert`: only what has been assigned. `public`: only what is published. `system`: jobs and seeds of the root. `none`: no business data at
 * all (the three administrators).
 */
export type Scope = 'root' | 'regions' | 'party' | 'expert' | 'public' | 'system' | 'none';

export interface Actor {
  /** Account id (UUID); the nil UUID for the public and for the system. */
  readonly accountId: string;
  readonly name: string;
  /** Office the account sits in (UUID), null for enterprises, experts and the public. */
  readonly officeId: string | null;
  /** Office kind such as `programme-office`, `county-office`, `county-tax`; `enterprise`, `expert`, `public` or `system` otherwise. */
  readonly officeKind: string;
  readonly officeName: string;
  /** Root region code, the distribution key of every business table, e.g. `990100`. */
  readonly root: string;
  readonly scope: Scope;
  /** Region codes the actor may see when scope is `regions`; empty otherwise. */
  readonly regions: readonly string[];
  /** Party id (UUID) when scope is `party`. */
  readonly party: string | null;
  readonly permissions: ReadonlySet<string>;
}

export const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** The actor of jobs, seeds and the command line: all rows of one root, every permission checked elsewhere. */
export function systemActor(root: string): Actor {
  return {
    accountId: NIL_UUID,
    name: '系统',
    officeId: null,
    officeKind: 'system',
    officeName: '系统',
    root,
    scope: 'system',
    regions: [],
    party: null,
    permissions: new Set(),
  };
}

/** Anyone without an account: sees what is published. */
export function publicActor(root: string): Actor {
  return { ...systemActor(root), name: '公众', officeKind: 'public', officeName: '公众', scope: 'public' };
}
