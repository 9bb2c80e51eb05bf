// What others may use of accounts.
import type { Database } from '#platform/db/database.ts';
import type { SessionReader } from '#platform/http/session.ts';
import { makeSessionReader } from './store/session-reader.ts';

export { isPermission, type Permission, permissionNames, permissions } from './model/permissions.ts';
export { type OfficeKind, type RoleId, roleIds, roles } from './model/roles.ts';
export { constraintMessages } from './refusals.ts';
export { type AccountsSetting, type Passwords, pepperedPasswords } from './setting.ts';
export { accountMover } from './store/account-mover.ts';
export { type DemoSignIn, demoSignIns } from './store/accounts.ts';
export { type ExpertAccount, expertAccounts } from './store/expert-accounts.ts';
export { type OfficeFilter, type OfficeRow, offices } from './store/offices.ts';
export { type FirstSignIn, openRoot } from './store/open-root.ts';
export { accountsSeated } from './store/seated.ts';

/** From the token of a cookie to its actor, as the HTTP server wants it. */
export function sessionReader(database: Database, now: () => Date = () => new Date()): SessionReader {
  const read = makeSessionReader(database.pool);
  return (token) => read(token, now());
}
