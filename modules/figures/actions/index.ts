// The actions of the ledger of figures.
import type { Action } from '#platform/http/action.ts';
import type { FiguresSetting } from '../setting.ts';
import { entryActions } from './entries.ts';
import { indicatorActions } from './indicators.ts';
import { observationActions } from './observations.ts';

export const figuresActions = (setting: FiguresSetting): Action[] => [
  ...indicatorActions(setting),
  ...entryActions(setting),
  ...observationActions(setting),
];
