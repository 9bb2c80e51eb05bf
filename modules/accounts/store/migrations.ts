// Tables of accounts: offices, accounts with one line of duty each, roles, sessions, credentials, failures and delegations.
import type { Migration } from '#platform/db/migration.ts';
import { moduleSchema } from '#platform/db/row-security.ts';

const setting = (name: string): string => `(select current_setting('kechuang.${name}', true))`;
const ofRoot = `root = ${setting('root')}`;
const ownAccount = `(select nullif(current_setting('kechuang.account', true), '')::uuid)`;
/** Administrators have scope none: they see accounts and no business row. */
const administration = `${setting('scope')} in ('system', 'none')`;
const colleagues = `${setting('scope')} in ('system', 'none', 'root', 'regions')`;

/**
 * Bounds of a table of accounts. The owner's own policy serves the session reader: it must know the account before there is an actor
 * whose bounds could be set.
 */
function bounded(table: string, read: string, write: string, grants: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy owner on ${table} to current_user using (true) with check (true);
create policy reads on ${table} for select to kechuang_app using (${ofRoot} and (${read}));
create policy adds on ${table} for insert to kechuang_app with check (${ofRoot} and (${write}));
create policy changes on ${table} for update to kechuang_app using (${ofRoot} and (${write})) with check (${ofRoot} and (${write}));
create policy removes on ${table} for delete to kechuang_app using (${ofRoot} and (${write}));
grant select, ${grants} on ${table} to kechuang_app;`;
}

const people: Migration = {
  id: 'accounts/001-people',
  sql: `
${moduleSchema('accounts')}

create table accounts.office (
  root text not null,
  id uuid not null,
  kind text not null check (kind in ('city-office', 'leadership', 'city-tax', 'city-finance', 'county-office', 'county-tax', 'county-finance', 'administration')),
  region text not null,
  name text not null check (name <> ''),
  parent uuid,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (root, id),
  constraint office_name unique (root, name),
  foreign key (root, parent) references accounts.office (root, id)
);

-- The line of duty is given when the account is opened and never changes: there is no grant to update it.
create table accounts.account (
  root text not null,
  id uuid not null,
  login text not null check (login ~ '^[a-z0-9][a-z0-9._-]{2,31}$'),
  name text not null check (name <> ''),
  line text not null check (line in ('business', 'system', 'security', 'audit')),
  office uuid,
  party uuid,
  must_change boolean not null default true,
  password_at timestamptz,
  signed_in_at timestamptz,
  disabled_at timestamptz,
  disabled_why text,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (root, id),
  constraint account_login unique (root, login),
  constraint account_line unique (root, id, line),
  foreign key (root, office) references accounts.office (root, id),
  constraint account_seat check (office is null or party is null),
  constraint administrator_seat check (line = 'business' or office is not null)
);
create index account_office on accounts.account (root, office);
create index account_party on accounts.account (root, party) where party is not null;

-- Three administrators who never meet (GB/T 22239-2019): a role carries the line it belongs to, and the line must be the account's own.
create table accounts.role_grant (
  root text not null,
  account uuid not null,
  role text not null,
  line text not null,
  granted_at timestamptz not null,
  granted_by uuid not null,
  primary key (root, account, role),
  constraint role_of_line check (line = case role
    when 'system-admin' then 'system' when 'security-admin' then 'security' when 'audit-admin' then 'audit' else 'business' end),
  constraint separate_duties foreign key (root, account, line) references accounts.account (root, id, line)
);
create index role_grant_role on accounts.role_grant (root, role);

-- A change of roles waits for a second person.
create table accounts.role_change (
  root text not null,
  id uuid not null,
  account uuid not null,
  add text[] not null,
  remove text[] not null,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  outcome text check (outcome in ('confirmed', 'declined', 'withdrawn')),
  primary key (root, id),
  foreign key (root, account) references accounts.account (root, id),
  constraint second_look check ((decided_by is null) = (outcome is null) and (outcome = 'withdrawn' or decided_by <> proposed_by)),
  constraint not_for_oneself check (account <> proposed_by and account <> decided_by)
);
create unique index role_change_open on accounts.role_change (root, account) where outcome is null;

create table accounts.delegation (
  root text not null,
  id uuid not null,
  role text not null check (role not in ('system-admin', 'security-admin', 'audit-admin')),
  line text not null default 'business' check (line = 'business'),
  lender uuid not null,
  borrower uuid not null,
  from_day date not null,
  until_day date not null,
  reason text not null,
  lent_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (root, id),
  constraint lender_of_business foreign key (root, lender, line) references accounts.account (root, id, line),
  constraint borrower_of_business foreign key (root, borrower, line) references accounts.account (root, id, line),
  check (lender <> borrower and from_day <= until_day)
);
create index delegation_borrower on accounts.delegation (root, borrower) where revoked_at is null;
create index delegation_lender on accounts.delegation (root, lender);
${bounded('accounts.office', 'true', administration, 'insert, update')}
${bounded('accounts.account', `${colleagues} or id = ${ownAccount}`, `${administration} or id = ${ownAccount}`, 'insert')}
grant update (name, office, must_change, password_at, signed_in_at, disabled_at, disabled_why, version) on accounts.account to kechuang_app;
${bounded('accounts.role_grant', `${colleagues} or account = ${ownAccount}`, administration, 'insert, delete')}
${bounded('accounts.role_change', administration, administration, 'insert, update')}
${bounded('accounts.delegation', `${administration} or ${ownAccount} in (lender, borrower)`, `${administration} or lender = ${ownAccount}`, 'insert, update')}
`,
};

const signIn: Migration = {
  id: 'accounts/002-sign-in',
  sql: `
-- Hashes only, the current one and those that may not come back.
create table accounts.credential (
  root text not null,
  id uuid not null,
  account uuid not null,
  hash text not null,
  made_at timestamptz not null,
  is_current boolean not null,
  primary key (root, id),
  foreign key (root, account) references accounts.account (root, id)
);
create unique index credential_current on accounts.credential (root, account) where is_current;
create index credential_account on accounts.credential (root, account, made_at);

-- Failures by the name typed, whether an account of that name exists or not.
create table accounts.attempt (
  root text not null,
  login text not null,
  count integer not null,
  first_at timestamptz not null,
  locked_until timestamptz,
  primary key (root, login)
);

-- The token itself is only with the browser; rows are touched often, hence the room on each page.
create table accounts.session (
  root text not null,
  token_hash bytea not null,
  account uuid not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  address text not null,
  agent text not null,
  primary key (root, token_hash),
  foreign key (root, account) references accounts.account (root, id)
) with (fillfactor = 70);
create index session_account on accounts.session (root, account) where ended_at is null;
create index session_ended on accounts.session (root, ends_at);

create table accounts.setting (
  root text primary key,
  idle_minutes integer not null check (idle_minutes between 5 and 60),
  admin_idle_minutes integer not null check (admin_idle_minutes between 5 and 30),
  absolute_hours integer not null check (absolute_hours between 1 and 12),
  fail_limit integer not null check (fail_limit between 3 and 10),
  fail_window_minutes integer not null check (fail_window_minutes between 5 and 60),
  lock_minutes integer not null check (lock_minutes between 10 and 1440),
  password_days integer not null check (password_days between 30 and 365),
  delegation_days integer not null check (delegation_days between 1 and 180),
  changed_at timestamptz not null,
  changed_by uuid not null,
  version integer not null default 1
);

-- Accounts of a demonstration share one known password; some are printed on the first page. A root is a demonstration exactly while
-- it has such rows.
create table accounts.demo_sign_in (
  root text not null,
  account uuid not null,
  login text not null,
  position integer not null,
  is_printed boolean not null,
  says text not null,
  password text not null,
  primary key (root, account),
  foreign key (root, account) references accounts.account (root, id)
);
${bounded('accounts.credential', `${administration} or account = ${ownAccount}`, `${administration} or account = ${ownAccount}`, 'insert, update, delete')}
${bounded('accounts.attempt', administration, administration, 'insert, update, delete')}
${bounded('accounts.session', `${administration} or account = ${ownAccount}`, `${administration} or account = ${ownAccount}`, 'insert, update, delete')}
${bounded('accounts.setting', 'true', administration, 'insert, update')}
${bounded('accounts.demo_sign_in', 'true', `${setting('scope')} = 'system'`, 'insert')}
`,
};

const merging: Migration = {
  id: 'accounts/003-accounts-of-merged-parties',
  sql: 'grant update (party) on accounts.account to kechuang_app;',
};

export const migrations: Migration[] = [people, signIn, merging];
