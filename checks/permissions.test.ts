// Every permission of the table is held by some role, belongs to its module, and keeps administration and business apart.
import { expect, it } from 'vitest';
import { actions } from '#apps/server/actions.ts';
import { isPermission, permissionNames, permissions, roleIds, roles } from '#modules/accounts/contract.ts';

it('every permission is held by some role and says in Chinese what it allows', () => {
  for (const name of permissionNames) {
    expect(permissions[name].held.length, name).toBeGreaterThan(0);
    expect(permissions[name].says, name).toMatch(/\p{Script=Han}/u);
    for (const role of permissions[name].held) expect(roleIds, name).toContain(role);
  }
});

it('no permission names a module that the permission does not belong to', () => {
  const strangers = actions.filter(({ id, permission }) => isPermission(permission) && !permission.startsWith(`${id.split('.')[0]}/`));
  expect(strangers.map(({ id, permission }) => `${id}: ${permission}`)).toEqual([]);
});

it('no role of an administrator holds a permission of business, and no business role one of administration', () => {
  for (const name of permissionNames) {
    const lines = new Set(permissions[name].held.map((role) => (roles[role].line === 'business' ? 'business' : 'administration')));
    const isRegisterOfOffices = name === 'accounts/office:read';
    expect(lines.size === 1 || isRegisterOfOffices, name).toBe(true);
  }
});

it('a change is never open to anyone, but for signing in and out', () => {
  const changes = actions.filter((each) => each.permission === 'public' && (each.writes ?? each.method !== 'GET'));
  expect(changes.map((each) => each.id)).toEqual(['accounts.sign-in', 'accounts.sign-out']);
});
