// Tables of commitments, payee accounts, payments, pay files and recoveries.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const payments: Migration = {
  id: 'funds/002-payments',
  sql: `
create table funds.commitment (
  id uuid primary key,
  root text not null,
  region text not null,
  party uuid not null,
  party_name text not null,
  programme text not null,
  -- The case that promised; null for commitments entered by hand.
  case_id uuid,
  case_number text,
  purpose text not null,
  document_no text not null,
  amount numeric(18,2) not null check (amount > 0),
  -- Null while it waits for a budget line.
  line uuid references funds.line,
  status text not null check (status in ('waiting', 'active', 'settled', 'given-up')),
  promised_on date not null,
  given_up numeric(18,2) not null default 0 check (given_up >= 0),
  given_up_why text not null default '',
  -- Own money that the party has to pay as far as public money is paid; null where none is asked.
  own_required numeric(18,2) check (own_required is null or own_required > 0),
  own_paid numeric(18,2) not null default 0 check (own_paid >= 0),
  version integer not null default 1,
  created_at timestamptz not null,
  check (given_up <= amount)
);
create unique index commitment_of_case on funds.commitment (root, case_id) where case_id is not null and status <> 'given-up';
create index commitment_by_status on funds.commitment (root, status, promised_on desc, id desc);
create index commitment_by_day on funds.commitment (root, promised_on desc, id desc);
create index commitment_by_programme on funds.commitment (root, programme, promised_on desc, id desc);
create index commitment_by_region on funds.commitment (root, region, promised_on desc, id desc);
create index commitment_by_party on funds.commitment (root, party, promised_on desc);
create index commitment_by_line on funds.commitment (root, line);
${boundTable('funds.commitment', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update'])}

create table funds.part (
  commitment uuid not null references funds.commitment,
  no integer not null check (no > 0),
  root text not null,
  region text not null,
  party uuid not null,
  name text not null,
  amount numeric(18,2) not null check (amount > 0),
  -- From this day it may be paid; null until the case says so.
  due_on date,
  -- In payments that are proposed, approved or with the bank.
  pending numeric(18,2) not null default 0 check (pending >= 0),
  paid numeric(18,2) not null default 0 check (paid >= 0),
  given_up numeric(18,2) not null default 0 check (given_up >= 0),
  primary key (commitment, no),
  constraint part_not_exceeded check (pending + paid + given_up <= amount)
);
create index part_due on funds.part (root, due_on) where due_on is not null and paid + given_up < amount;
create index part_by_party on funds.part (root, party);
${boundTable('funds.part', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update'])}

create table funds.payee_account (
  id uuid primary key,
  root text not null,
  region text not null,
  party uuid not null,
  party_name text not null,
  bank text not null,
  number_mask text not null,
  sealed text not null,
  status text not null check (status in ('entered', 'confirmed', 'refused', 'replaced')),
  entered_at timestamptz not null,
  entered_by uuid not null,
  entered_by_name text not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_by_name text,
  note text not null default '',
  version integer not null default 1,
  -- An account is looked at by a second person before money goes to it.
  constraint account_two_persons check (confirmed_by is null or confirmed_by <> entered_by),
  check (status <> 'confirmed' or confirmed_by is not null)
);
create unique index payee_account_in_use on funds.payee_account (root, party) where status = 'confirmed';
create unique index payee_account_asked on funds.payee_account (root, party) where status = 'entered';
create index payee_account_by_status on funds.payee_account (root, status, entered_at desc, id desc);
create index payee_account_by_day on funds.payee_account (root, entered_at desc, id desc);
create index payee_account_by_party on funds.payee_account (root, party, entered_at desc);
${boundTable('funds.payee_account', { region: 'region', party: 'party' }, ['insert', 'update'])}

create table funds.pay_file (
  id uuid primary key,
  root text not null,
  region text not null,
  number text not null,
  payments integer not null check (payments > 0),
  total numeric(18,2) not null check (total > 0),
  digest text,
  at timestamptz not null,
  by_name text not null,
  unique (root, number)
);
create index pay_file_by_day on funds.pay_file (root, at desc, id desc);
${boundTable('funds.pay_file', { region: 'region' }, ['insert', 'update'])}

create table funds.payment (
  id uuid primary key,
  root text not null,
  region text not null,
  party uuid not null,
  party_name text not null,
  number text not null,
  commitment uuid not null,
  part integer not null,
  purpose text not null,
  programme text not null,
  line uuid not null references funds.line,
  account uuid not null references funds.payee_account,
  amount numeric(18,2) not null check (amount > 0),
  status text not null check (status in ('proposed', 'approved', 'refused', 'sent', 'paid', 'returned')),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  approved_at timestamptz,
  approved_by uuid,
  approved_by_name text,
  file uuid references funds.pay_file,
  paid_on date,
  confirmed_by_name text,
  -- Why it was refused or came back.
  why text not null default '',
  returned_on date,
  version integer not null default 1,
  unique (root, number),
  foreign key (commitment, part) references funds.part (commitment, no),
  constraint payment_two_persons check (approved_by is null or approved_by <> proposed_by),
  constraint payment_approved check (status not in ('approved', 'sent', 'paid', 'returned') or approved_by is not null),
  constraint payment_paid check (status <> 'paid' or paid_on is not null)
);
create index payment_by_status on funds.payment (root, status, proposed_at desc, id desc);
create index payment_by_day on funds.payment (root, proposed_at desc, id desc);
create index payment_by_amount on funds.payment (root, amount, id);
create index payment_by_programme on funds.payment (root, programme, proposed_at desc, id desc);
create index payment_by_region on funds.payment (root, region, proposed_at desc, id desc);
create index payment_by_party on funds.payment (root, party, proposed_at desc);
create index payment_by_commitment on funds.payment (root, commitment);
create index payment_by_line on funds.payment (root, line);
create index payment_by_file on funds.payment (root, file) where file is not null;
${boundTable('funds.payment', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update'])}

create table funds.recovery (
  id uuid primary key,
  root text not null,
  region text not null,
  party uuid not null,
  party_name text not null,
  programme text not null,
  commitment uuid not null references funds.commitment,
  amount numeric(18,2) not null check (amount > 0),
  received numeric(18,2) not null default 0 check (received >= 0),
  why text not null,
  decided_on date not null,
  due_on date not null,
  version integer not null default 1,
  constraint recovery_not_exceeded check (received <= amount)
);
create index recovery_by_due on funds.recovery (root, due_on, id);
create index recovery_by_party on funds.recovery (root, party, due_on);
create index recovery_by_commitment on funds.recovery (root, commitment);
create index recovery_open on funds.recovery (root, due_on, id) where received < amount;
${boundTable('funds.recovery', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update'])}

create table funds.receipt (
  id bigint generated always as identity primary key,
  root text not null,
  region text not null,
  recovery uuid not null references funds.recovery,
  amount numeric(18,2) not null check (amount > 0),
  day date not null,
  document_no text not null check (btrim(document_no) <> ''),
  -- Money of a former year goes to the treasury and does not come back to its line.
  to_treasury boolean not null,
  at timestamptz not null,
  by_name text not null
);
create index receipt_by_recovery on funds.receipt (root, recovery, id);
${boundTable('funds.receipt', { region: 'region' }, ['insert'])}
create trigger keep_receipts before update or delete or truncate on funds.receipt for each statement execute function funds.keep_rows();

create table funds.counter (
  root text not null,
  region text not null,
  name text not null,
  value bigint not null,
  primary key (root, name)
);
alter table funds.counter enable row level security;
alter table funds.counter force row level security;
grant select, insert, update on funds.counter to kechuang_app;
create policy counts on funds.counter to kechuang_app
  using (root = (select current_setting('kechuang.root', true)) and (select current_setting('kechuang.scope', true)) not in ('public', 'none', 'party'))
  with check (root = (select current_setting('kechuang.root', true)) and (select current_setting('kechuang.scope', true)) not in ('public', 'none', 'party'));
`,
};
