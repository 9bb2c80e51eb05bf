// The actions of registers.
import { importActions } from '#modules/registry/contract.ts';
import type { Action } from '#platform/http/action.ts';
import type { RegistersSetting } from '../setting.ts';
import { registerImport } from '../store/importing/kind.ts';
import { listActions } from './lists.ts';
import { publicActions } from './public.ts';
import { registerActions } from './registers.ts';
import { rowActions } from './rows.ts';
import { yearActions } from './years.ts';

export const registersActions = (setting: RegistersSetting): Action[] => [
  ...registerActions(setting),
  ...listActions(setting),
  ...rowActions(setting),
  ...yearActions(setting),
  ...publicActions(setting),
  ...importActions({
    module: 'registers',
    permission: 'registers/row:import',
    kinds: setting.catalogue.registers.map((register) => registerImport(setting, register)),
    movers: [],
  }),
];
