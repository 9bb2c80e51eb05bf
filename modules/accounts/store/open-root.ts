// A bureau begins: its own office, the office that runs the system, and one account for each of the three administrators.
import type { Transaction } from 'kysely';
import { NIL_UUID } from '#platform/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { firstPassword } from '../model/first-password.ts';
import { lineOf, type RoleId, roles } from '../model/roles.ts';
import type { Passwords } from '../setting.ts';
import { insertAccount } from './accounts.ts';
import { insertOffice, offices } from './offices.ts';
import { setPassword } from './passwords.ts';
import { grantRoles } from './roles.ts';

export interface FirstSignIn {
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

const administrators: readonly (readonly [role: RoleId, login: string])[] = [
  ['system-admin', 'sysadmin'],
  ['security-admin', 'secadmin'],
  ['audit-admin', 'auditadmin'],
];

/**
 * The only roles that come without a second look, because nobody is there yet to give it. Refused once the root has an office, so that it
 * is no back door later.
 */
export async function openRoot(
  db: Transaction<unknown>,
  root: string,
  bureau: { name: string; passwords: Passwords; now: Date },
): Promise<FirstSignIn[]> {
  const { name, passwords, now } = bureau;
  if ((await offices(db, root, { withClosed: true })).length > 0) {
    throw new Refusal('ROOT_OPENED', '该区划已经开设过单位，不能再次初始化。请由现有的管理员办理。', { status: 409 });
  }
  const parent = await insertOffice(db, root, { kind: 'city-office', region: root, name, parent: null });
  const seat = await insertOffice(db, root, { kind: 'administration', region: root, name: `${name}系统管理办公室`, parent });
  const by = { account: NIL_UUID, now };
  const made: FirstSignIn[] = [];
  for (const [role, login] of administrators) {
    const account = { login, name: roles[role].name, line: lineOf(role), office: seat, party: null };
    const id = await insertAccount(db, root, account, by);
    await grantRoles(db, root, id, [role], by);
    const password = firstPassword();
    await setPassword(db, root, id, { hash: await passwords.hash(password), mustChange: true, now });
    made.push({ role: roles[role].name, login, password });
  }
  return made;
}
