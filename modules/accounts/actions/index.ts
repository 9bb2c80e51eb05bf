// The explicit list of what accounts offer.
import type { Action } from '#platform/http/action.ts';
import type { AccountsSetting } from '../setting.ts';
import * as accounts from './accounts.ts';
import * as delegations from './delegations.ts';
import * as enterprises from './enterprise-accounts.ts';
import { changePassword, myAccount } from './my-account.ts';
import * as offices from './offices.ts';
import * as roles from './roles.ts';
import { session, welcome } from './session.ts';
import * as settings from './settings.ts';
import { signIn } from './sign-in.ts';
import { signOut, signOutEverywhere } from './sign-out.ts';
import { readTrail, verify } from './trail.ts';
import { work } from './work.ts';

export const accountsActions = (setting: AccountsSetting): Action[] => [
  session,
  welcome,
  signIn(setting),
  signOut,
  signOutEverywhere,
  work,
  myAccount,
  changePassword(setting),
  accounts.list,
  accounts.count,
  accounts.read,
  accounts.openAccount(setting),
  accounts.edit,
  accounts.disable,
  accounts.enable,
  accounts.unlock,
  accounts.resetPassword(setting),
  enterprises.listOfParty,
  enterprises.openForParty(setting),
  enterprises.resetOfParty(setting),
  enterprises.disableOfParty,
  roles.table,
  roles.changes,
  roles.count,
  roles.propose,
  roles.confirm,
  roles.decline,
  roles.withdraw,
  delegations.all,
  delegations.mine,
  delegations.colleagues,
  delegations.lend,
  delegations.takeBack,
  delegations.endDelegation,
  offices.list,
  offices.openOffice,
  offices.editOffice,
  settings.readAll,
  settings.change,
  readTrail,
  verify,
];
