// The actions of casework.
import type { Action } from '#platform/http/action.ts';
import type { CaseworkSetting } from '../setting.ts';
import { applicantActions } from './applicant.ts';
import { boardActions } from './board.ts';
import { callActions } from './calls.ts';
import { caseActions } from './cases.ts';
import { exportActions } from './export.ts';
import { materialActions } from './materials.ts';
import { ownPartyActions } from './own-party.ts';
import { publicationActions } from './publications.ts';
import { resultListActions } from './result-lists.ts';
import { silentHolderActions } from './silent-holders.ts';
import { spotCheckActions } from './spot-checks.ts';

export const caseworkActions = (setting: CaseworkSetting): Action[] => [
  ...callActions(setting),
  ...boardActions(setting),
  ...applicantActions(setting),
  ...caseActions(setting),
  ...materialActions(setting),
  ...exportActions(setting),
  ...ownPartyActions(setting),
  ...publicationActions(setting),
  ...resultListActions(setting),
  ...silentHolderActions(setting),
  ...spotCheckActions(setting),
];
