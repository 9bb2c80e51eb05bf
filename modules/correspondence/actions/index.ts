// The actions of correspondence.
import type { Action } from '#platform/http/action.ts';
import type { CorrespondenceSetting } from '../setting.ts';
import { documentActions } from './documents.ts';
import { inboxActions, mailActions } from './inbox.ts';
import { wordingActions } from './wordings.ts';

export const correspondenceActions = (setting: CorrespondenceSetting): Action[] => [
  ...documentActions(),
  ...inboxActions(),
  ...mailActions(setting),
  ...wordingActions(setting),
];
