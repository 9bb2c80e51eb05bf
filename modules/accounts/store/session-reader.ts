// From a session token to its actor: one indexed statement, run before there are bounds and therefore by the owner of the tables.
import type pg from 'pg';
import type { Actor } from '#platform/actor.ts';
import { isRoleId, type OfficeKind, permissionsOf, type RoleId } from '../model/roles.ts';
import { digestOfToken, rootOfToken } from '../model/session-token.ts';
import { defaultSettings } from '../model/settings.ts';
import { nameWithoutOffice, sightOf } from '../model/sight.ts';

/** Writing down every request would cost more than the request; idleness is kept to this precision. */
const SEEN_EVERY_SECONDS = 30;

interface SessionRow {
  readonly account: string;
  readonly name: string;
  readonly line: string;
  readonly must_change: boolean;
  readonly party: string | null;
  readonly office: string | null;
  readonly office_kind: OfficeKind | null;
  readonly office_name: string | null;
  readonly office_region: string | null;
  readonly roles: string[];
}

// Borrowed roles count while lender and borrower are still colleagues and the lender still holds the role.
const STATEMENT = `
with found as (
  select s.root, s.token_hash, s.seen_at, a.id as account, a.name, a.line, a.must_change, a.party,
         o.id as office, o.kind as office_kind, o.name as office_name, o.region as office_region,
         array(select g.role from accounts.role_grant g where g.root = a.root and g.account = a.id) ||
         array(select d.role from accounts.delegation d
               join accounts.account l on l.root = d.root and l.id = d.lender and l.disabled_at is null and l.office = a.office
               join accounts.role_grant g on g.root = d.root and g.account = d.lender and g.role = d.role
               where d.root = a.root and d.borrower = a.id and d.revoked_at is null and $4::date between d.from_day and d.until_day) as roles
  from accounts.session s
  join accounts.account a on a.root = s.root and a.id = s.account and a.disabled_at is null
  left join accounts.office o on o.root = a.root and o.id = a.office
  left join accounts.setting t on t.root = s.root
  where s.root = $1 and s.token_hash = $2 and s.ended_at is null and s.ends_at > $3
    and s.seen_at > $3 - make_interval(mins => case when a.line = 'business'
          then coalesce(t.idle_minutes, ${defaultSettings.idleMinutes}) else coalesce(t.admin_idle_minutes, ${defaultSettings.adminIdleMinutes}) end)
), touched as (
  update accounts.session s set seen_at = $3 from found
  where s.root = found.root and s.token_hash = found.token_hash and found.seen_at < $3 - interval '${SEEN_EVERY_SECONDS} seconds'
)
select * from found`;

function actorOf(root: string, row: SessionRow): Actor {
  // Until a password that someone else chose has been replaced, the account may do nothing but replace it.
  const roles: RoleId[] = row.must_change ? [] : row.roles.filter(isRoleId);
  const sight = sightOf({ roles, officeKind: row.office_kind, officeRegion: row.office_region, root, party: row.party });
  const alone = row.party === null ? 'expert' : 'enterprise';
  return {
    accountId: row.account,
    name: row.name,
    officeId: row.office,
    officeKind: row.office_kind ?? alone,
    officeName: row.office_name ?? nameWithoutOffice(row.party),
    root,
    ...sight,
    permissions: permissionsOf(roles),
  };
}

export type SessionReader = (token: string, now: Date) => Promise<Actor | null>;

const dayOf = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The actor behind a token, null when the session has ended, idled or expired, or its account is disabled. */
export function makeSessionReader(pool: pg.Pool): SessionReader {
  return async (token, now) => {
    const root = rootOfToken(token);
    if (root === undefined) return null;
    const { rows } = await pool.query<SessionRow>({
      name: 'accounts_session',
      text: STATEMENT,
      values: [root, digestOfToken(token), now, dayOf(now)],
    });
    return rows[0] === undefined ? null : actorOf(root, rows[0]);
  };
}
