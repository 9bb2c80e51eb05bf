// What is derived from the sources into docs/generated/: one function a page, each pure, so that a check can compare.
import { actions } from '#apps/server/actions.ts';
import { catalogue } from '#catalogue/index.ts';
import type { Calculation } from '#kernel/calculations/frame/index.ts';
import { examplesOf, listCalculations } from '#kernel/calculations/index.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import { calculationGuide } from '#kernel/faces/calculation-guide.ts';
import { officeGuide } from '#kernel/faces/office-guide.ts';
import { stagePermissions } from '#kernel/faces/permissions.ts';
import { programmeGuide } from '#kernel/faces/programme-guide.ts';
import { registerGuide } from '#kernel/faces/register-guide.ts';
import { permissionNames, permissions, roleIds, roles } from '#modules/accounts/contract.ts';
import { indicatorsPage } from './derived-indicators.ts';

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

/** Limits are dated; the guide shows those in force on the day on which its edition begins. */
const guideDay = '2026-01-01';

function systemPage(programme: Programme): string {
  const permissionsOfStages = stagePermissions(programme).map((one) => [
    `\`${one.id}\``,
    one.stageName,
    one.label,
    one.officeNames.join('、'),
  ]);
  return `<!-- Derived by \`npm run derive\` from catalogue/${programme.domain}/${programme.id}/. -->
${programmeGuide(programme, guideDay)}
## 办理权限

${tableOf(['权限', '环节', '动作', '由谁'], permissionsOfStages)}
`;
}

const systemPages: readonly DerivedPage[] = catalogue.programmes.map((programme) => ({
  file: `catalogue/${programme.id}.md`,
  make: () => systemPage(programme),
}));

const officePages: readonly DerivedPage[] = catalogue.programmes.map((programme) => ({
  file: `catalogue/${programme.id}-office.md`,
  make: () =>
    `<!-- Derived by \`npm run derive\` from catalogue/${programme.domain}/${programme.id}/. -->\n${officeGuide(programme, guideDay)}`,
}));

const registerPages: readonly DerivedPage[] = catalogue.registers.map((register) => ({
  file: `catalogue/${register.id}.md`,
  make: () => `<!-- Derived by \`npm run derive\` from catalogue/${register.domain}/. -->\n${registerGuide(register)}`,
}));

async function calculationPage(calculation: Calculation): Promise<DerivedPage> {
  const examples = await examplesOf(calculation.id);
  return {
    file: `calculations/${calculation.id}.md`,
    make: () => `<!-- Derived by \`npm run derive\` from kernel/calculations/. -->\n${calculationGuide(calculation, examples)}`,
  };
}

const calculations = await listCalculations();

function calculationsPage(): string {
  const rows = calculations.map(({ id, name, basis }) => [`[\`${id}\`](calculations/${id}.md)`, name, basis.join('；')]);
  return `<!-- Derived by \`npm run derive\` from kernel/calculations/. -->
# 法定与政策计算

${tableOf(['名称', '计算', '依据'], rows)}
`;
}

export const derivedPages: readonly DerivedPage[] = [
  { file: 'permissions.md', make: permissionsPage },
  { file: 'indicators.md', make: indicatorsPage },
  { file: 'calculations.md', make: calculationsPage },
  ...systemPages,
  ...officePages,
  ...registerPages,
  ...(await Promise.all(calculations.map(calculationPage))),
];
