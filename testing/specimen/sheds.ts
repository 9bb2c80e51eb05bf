// What tests of registers share: the setting with the specimen's registers and two counties, and the answers of a shed.
import { quietRegister, sheds } from './register.ts';

export const [A, B] = ['990104', '990105'];

export const registersSetting = {
  catalogue: { registers: [sheds, quietRegister] },
  regionsOf: (root: string) => [
    { code: root, name: '澜江市' },
    { code: A, name: '甲县' },
    { code: B, name: '乙县' },
  ],
};

export const registerPermissions = ['registers/row:read', 'registers/row:edit', 'registers/row:import', 'registers/row:unmask'];

/** A municipal shed of county A in use since March 2024. */
export const shed = (name: string, more: object = {}): Record<string, unknown> => ({
  name,
  level: 'MUNICIPAL',
  region: A,
  from: '2024-03-01',
  ...more,
});
