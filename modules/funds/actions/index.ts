// Every action of funds.
import { importActions } from '#modules/registry/contract.ts';
import type { Action } from '#platform/http/action.ts';
import type { FundsSetting } from '../setting.ts';
import { returnsImport } from '../store/returns/import.ts';
import { accountActions } from './accounts.ts';
import { commitmentActions } from './commitments.ts';
import { lineActions } from './lines.ts';
import { parameterActions } from './parameters.ts';
import { payFileActions } from './pay-files.ts';
import { paymentActions } from './payments.ts';
import { recoveryActions } from './recoveries.ts';

export const fundsActions = (setting: FundsSetting): Action[] => [
  ...lineActions(setting),
  ...commitmentActions(setting),
  ...paymentActions(setting),
  ...payFileActions(setting),
  ...accountActions(setting),
  ...recoveryActions(setting),
  ...parameterActions(),
  // Undoing asks no other module: nothing hangs on a returned payment but funds themselves.
  ...importActions({ module: 'funds', permission: 'funds/payment:confirm', kinds: [returnsImport(setting)], movers: [] }),
];
