// Every action of the product: each module adds its list here, and nothing is found by magic.
import { accountsActions } from '#modules/accounts/actions/index.ts';
import { calculationsActions } from '#modules/calculations/actions/index.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import { correspondenceActions } from '#modules/correspondence/actions/index.ts';
import { figuresActions } from '#modules/figures/actions/index.ts';
import { fundsActions } from '#modules/funds/actions/index.ts';
import { registersActions } from '#modules/registers/actions/index.ts';
import { registryActions } from '#modules/registry/actions/index.ts';
import { reportsActions } from '#modules/reports/actions/index.ts';
import { reviewActions } from '#modules/review/actions/index.ts';
import { serviceActions } from '#modules/service/actions/index.ts';
import type { Action } from '#platform/http/action.ts';
import {
  accountsSetting,
  caseworkSetting,
  correspondenceSetting,
  figuresSetting,
  fundsSetting,
  registersSetting,
  registrySetting,
  reportsSetting,
  reviewSetting,
  serviceSetting,
} from './settings.ts';

export const actions: readonly Action[] = [
  ...accountsActions(accountsSetting),
  ...registryActions(registrySetting),
  ...caseworkActions(caseworkSetting),
  ...correspondenceActions(correspondenceSetting),
  ...figuresActions(figuresSetting),
  ...fundsActions(fundsSetting),
  ...registersActions(registersSetting),
  ...reportsActions(reportsSetting),
  ...reviewActions(reviewSetting),
  ...serviceActions(serviceSetting),
  ...(await calculationsActions()),
];
