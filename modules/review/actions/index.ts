// The actions of review.
import { importActions } from '#modules/registry/contract.ts';
import type { Action } from '#platform/http/action.ts';
import type { ReviewSetting } from '../setting.ts';
import { expertsImport } from '../store/importing.ts';
import { assignActions } from './assign-panels.ts';
import { concludeActions } from './conclude-panel.ts';
import { drawActions } from './draw-panel.ts';
import { expertActions } from './experts.ts';
import { mySheetActions } from './my-sheets.ts';
import { openActions } from './open-panel.ts';
import { panelActions } from './panels.ts';
import { replaceActions } from './replace-expert.ts';
import { ruleActions } from './rules.ts';

export const reviewActions = (setting: ReviewSetting): Action[] => [
  ...expertActions(setting),
  ...importActions({ module: 'review', permission: 'review/expert:edit', kinds: [expertsImport(setting)], movers: [] }),
  ...panelActions(setting),
  ...drawActions(setting),
  ...assignActions(setting),
  ...openActions(setting),
  ...replaceActions(setting),
  ...concludeActions(setting),
  ...mySheetActions(),
  ...ruleActions(),
];
