// The actions of service.
import type { Action } from '#platform/http/action.ts';
import type { ServiceSetting } from '../setting.ts';
import { boardActions } from './board.ts';
import { followUpActions } from './follow-ups.ts';
import { itemActions } from './items.ts';
import { statisticsActions } from './statistics.ts';

export const serviceActions = (setting: ServiceSetting): Action[] => [
  ...itemActions(setting),
  ...boardActions(setting),
  ...statisticsActions(setting),
  ...followUpActions(setting),
];
