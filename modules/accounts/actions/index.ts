// The explicit list of what accounts offer.
import type { Action } from '#platform/http/action.ts';
import * as accounts from './accounts.ts';
import * as delegations from './delegations.ts';
import { changePassword, myAccount } from './my-account.ts';
import * as offices from './offices.ts';
import * as roles from './roles.ts';
import { session, welcome } from './session.ts';
import * as settings from './settings.ts';
import { signIn } from './sign-in.ts';
import { signOut, signOutEverywhere } from './sign-out.ts';
import { readTrail, verify } from './trail.ts';

export const actions: Action[] = [
  session,
  welcome,
  signIn,
  signOut,
  signOutEverywhere,
  myAccount,
  changePassword,
  accounts.list,
  accounts.read,
  accounts.openAccount,
  accounts.edit,
  accounts.disable,
  accounts.enable,
  accounts.unlock,
  accounts.resetPassword,
  roles.table,
  roles.changes,
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
