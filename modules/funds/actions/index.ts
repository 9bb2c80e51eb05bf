// Every action of funds.
import type { Action } from '#platform/http/action.ts';
import type { FundsSetting } from '../setting.ts';
import { accountActions } from './accounts.ts';
import { commitmentActions } from './commitments.ts';
import { lineActions } from './lines.ts';
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
];
