// The actions of the registry.
import type { Action } from '#platform/http/action.ts';
import type { RegistrySetting } from '../setting.ts';
import { contactActions } from './contacts.ts';
import { exportParties } from './export-parties.ts';
import { financeActions } from './finance.ts';
import { registryImports } from './imports.ts';
import { known } from './known.ts';
import { listActions } from './lists.ts';
import { mergingActions } from './merging.ts';
import { partyActions } from './parties.ts';
import { relationActions } from './relations.ts';
import { titleActions } from './titles.ts';

export const registryActions = (setting: RegistrySetting): Action[] => [
  known(setting),
  ...listActions(setting),
  exportParties,
  ...partyActions(setting),
  ...contactActions(setting),
  ...titleActions(setting),
  ...relationActions,
  ...financeActions,
  ...mergingActions(setting),
  ...registryImports(setting),
];
