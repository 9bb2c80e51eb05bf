// The module's tables as kysely sees them.
import type { Generated } from 'kysely';
import type { Line, OfficeKind, RoleId } from '../model/roles.ts';

interface OfficeTable {
  root: string;
  id: string;
  kind: OfficeKind;
  region: string;
  name: string;
  parent: string | null;
  closed_at: Date | null;
  version: Generated<number>;
}

interface AccountTable {
  root: string;
  id: string;
  login: string;
  name: string;
  line: Line;
  office: string | null;
  party: string | null;
  must_change: Generated<boolean>;
  password_at: Date | null;
  signed_in_at: Date | null;
  disabled_at: Date | null;
  disabled_why: string | null;
  created_at: Date;
  created_by: string;
  version: Generated<number>;
}

interface RoleGrantTable {
  root: string;
  account: string;
  role: RoleId;
  line: Line;
  granted_at: Date;
  granted_by: string;
}

interface RoleChangeTable {
  root: string;
  id: string;
  account: string;
  add: RoleId[];
  remove: RoleId[];
  reason: string;
  proposed_at: Date;
  proposed_by: string;
  decided_at: Date | null;
  decided_by: string | null;
  outcome: 'confirmed' | 'declined' | 'withdrawn' | null;
}

interface DelegationTable {
  root: string;
  id: string;
  role: RoleId;
  line: Generated<Line>;
  lender: string;
  borrower: string;
  from_day: string;
  until_day: string;
  reason: string;
  lent_at: Date;
  revoked_at: Date | null;
  revoked_by: string | null;
}

interface CredentialTable {
  root: string;
  id: string;
  account: string;
  hash: string;
  made_at: Date;
  is_current: boolean;
}

interface AttemptTable {
  root: string;
  login: string;
  count: number;
  first_at: Date;
  locked_until: Date | null;
}

interface SessionTable {
  root: string;
  token_hash: Buffer;
  account: string;
  started_at: Date;
  seen_at: Date;
  ends_at: Date;
  ended_at: Date | null;
  ended_why: string | null;
  address: string;
  agent: string;
}

interface SettingTable {
  root: string;
  idle_minutes: number;
  admin_idle_minutes: number;
  absolute_hours: number;
  fail_limit: number;
  fail_window_minutes: number;
  lock_minutes: number;
  password_days: number;
  delegation_days: number;
  changed_at: Date;
  changed_by: string;
  version: Generated<number>;
}

interface DemoSignInTable {
  root: string;
  account: string;
  login: string;
  position: number;
  is_printed: boolean;
  says: string;
  password: string;
}

export interface AccountsTables {
  'accounts.office': OfficeTable;
  'accounts.account': AccountTable;
  'accounts.role_grant': RoleGrantTable;
  'accounts.role_change': RoleChangeTable;
  'accounts.delegation': DelegationTable;
  'accounts.credential': CredentialTable;
  'accounts.attempt': AttemptTable;
  'accounts.session': SessionTable;
  'accounts.setting': SettingTable;
  'accounts.demo_sign_in': DemoSignInTable;
}
