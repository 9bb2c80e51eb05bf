// What is derived from the sources into docs/generated/: one function a page, each pure, so that a check can compare.
import { actions } from '#apps/server/actions.ts';
import { permissionNames, permissions, roleIds, roles } from '#modules/accounts/contract.ts';

export interface DerivedPage {
  /** File name under docs/generated/. */
  readonly file: string;
  make(): string;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const address = (action: { method: string; path: string }): string => `\`${action.method} /api${action.path}\``;

function permissionsPage(): string {
  const used = (permission: string) =>
    actions
      .filter((action) => action.permission === permission)
      .map((action) => `${action.summary} ${address(action)}`)
      .join('<br>');
  const held = permissionNames.map((name) => [
    `\`${name}\``,
    permissions[name].says,
    permissions[name].held.map((role) => roles[role].name).join('、'),
    used(name),
  ]);
  const open = (permission: string) => actions.filter((action) => action.permission === permission);
  return `<!-- Derived by \`npm run derive\`; edit modules/accounts/model/permissions.ts and the actions instead. -->
# 权限表

## 角色

${tableOf(
  ['角色', '名称', '职责线', '做什么'],
  roleIds.map((id) => [`\`${id}\``, roles[id].name, roles[id].line, roles[id].says]),
)}

## 权限

${tableOf(['权限', '允许', '角色', '操作'], held)}

## 任何账户可用

${tableOf(
  ['操作', '地址'],
  open('signed-in').map((action) => [action.summary, address(action)]),
)}

## 无须登录

${tableOf(
  ['操作', '地址'],
  open('public').map((action) => [action.summary, address(action)]),
)}
`;
}

export const derivedPages: readonly DerivedPage[] = [{ file: 'permissions.md', make: permissionsPage }];
