// The actions of the ledger of figures.
import { importActions } from '#modules/registry/contract.ts';
import type { Action } from '#platform/http/action.ts';
import type { FiguresSetting } from '../setting.ts';
import { outsideImport } from '../store/outside-import.ts';
import { assessmentActions } from './assessments.ts';
import { catalogueActions } from './catalogue.ts';
import { cockpitActions } from './cockpit.ts';
import { entryActions } from './entries.ts';
import { indicatorActions } from './indicators.ts';
import { indexActions } from './indices.ts';
import { observationActions } from './observations.ts';
import { outsideActions } from './outside.ts';
import { targetBoardActions } from './target-board.ts';
import { targetPaperActions } from './target-papers.ts';
import { targetPlanActions } from './target-plans.ts';

export const figuresActions = (setting: FiguresSetting): Action[] => [
  ...indicatorActions(setting),
  ...catalogueActions(setting),
  ...entryActions(setting),
  ...observationActions(setting),
  ...outsideActions(setting),
  ...importActions({ module: 'figures', permission: 'figures/entry:post', kinds: [outsideImport(setting)], movers: [] }),
  ...targetPlanActions(setting),
  ...targetBoardActions(setting),
  ...assessmentActions(setting),
  ...targetPaperActions(setting),
  ...cockpitActions(setting),
  ...indexActions(setting),
];
