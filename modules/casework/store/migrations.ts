// Tables of casework: calls, cases as projections of append-only events, drafts, notices and result lists.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';
import { board, oneSeries } from './board-migration.ts';
import { decisions, decisionsByOffices } from './decision-migration.ts';
import { publications } from './publication-migration.ts';
import { spotChecks } from './spot-check-migration.ts';
import { spotShares } from './spot-share-migration.ts';
import { standing } from './standing-migration.ts';

const cases: Migration = {
  id: 'casework/001-cases',
  sql: `
create schema casework;
grant usage on schema casework to kechuang_app;

create table casework.call (
  id uuid primary key,
  root text not null,
  programme text not null,
  dossier text not null,
  year integer not null,
  name text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  budget numeric(18,2),
  quota integer,
  parameters jsonb not null default '{}',
  guide text not null default '',
  status text not null check (status in ('draft', 'published', 'closed')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (opens_at < closes_at),
  check (budget is null or budget >= 0),
  check (quota is null or quota >= 0)
);
create index call_by_programme on casework.call (root, programme, dossier, year desc, id);
create index call_open on casework.call (root, closes_at) where status = 'published';
${boundTable('casework.call', { publicWhen: "status <> 'draft'" }, ['insert', 'update'])}

create table casework.cases (
  id uuid primary key,
  root text not null,
  region text not null,
  programme text not null,
  dossier text not null,
  call uuid not null references casework.call,
  party uuid not null,
  party_name text not null,
  party_uscc text not null,
  number text,
  status text not null,
  stage text,
  version integer not null,
  -- Offices that the case waits for, as the kernel names their kinds.
  waiting text[] not null,
  waits_for text not null,
  submitted_on date,
  entered_on date,
  due_on date,
  ended_on date,
  state jsonb not null,
  answers jsonb not null default '{}',
  -- Codes of the reasons for which it was refused.
  reasons text[] not null default '{}',
  list_name text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (root, number)
);
create index cases_by_programme on casework.cases (root, programme, submitted_on desc nulls last, id desc);
create index cases_by_region on casework.cases (root, region, programme, submitted_on desc nulls last, id desc);
create index cases_by_status on casework.cases (root, programme, status, submitted_on desc nulls last, id desc);
create index cases_by_party on casework.cases (root, party, created_at desc);
create index cases_by_call on casework.cases (root, call, status);
create index cases_by_due on casework.cases (root, region, due_on, id) where status in ('open', 'correction');
create index cases_waiting on casework.cases using gin (waiting) where status in ('open', 'correction');
create unique index cases_one_alive on casework.cases (root, call, party) where status in ('draft', 'open', 'correction');
${boundTable('casework.cases', { region: 'region', party: 'party' }, ['insert', 'update'])}

create table casework.event (
  root text not null,
  region text not null,
  party uuid not null,
  case_id uuid not null references casework.cases,
  seq integer not null check (seq > 0),
  verb text not null,
  stage text,
  at timestamptz not null,
  day date not null,
  actor uuid not null,
  actor_name text not null,
  office_kind text not null,
  office_name text not null,
  data jsonb not null,
  primary key (case_id, seq)
);
create index event_by_day on casework.event (root, day, verb);
${boundTable('casework.event', { region: 'region', party: 'party' }, ['insert'])}

create table casework.draft (
  case_id uuid primary key references casework.cases,
  root text not null,
  region text not null,
  party uuid not null,
  answers jsonb not null,
  version integer not null,
  saved_at timestamptz not null
);
${boundTable('casework.draft', { region: 'region', party: 'party' })}

create table casework.notice (
  id uuid primary key,
  root text not null,
  region text not null,
  party uuid not null,
  case_id uuid not null references casework.cases,
  title text not null,
  body text not null,
  at timestamptz not null,
  read_at timestamptz
);
create index notice_by_party on casework.notice (root, party, at desc);
${boundTable('casework.notice', { region: 'region', party: 'party' }, ['insert', 'update'])}

create table casework.result_list (
  id uuid primary key,
  root text not null,
  programme text not null,
  dossier text not null,
  name text not null,
  file text not null,
  file_name text not null,
  granted integer not null,
  refused integer not null,
  imported_at timestamptz not null,
  imported_by text not null
);
create index result_list_by_programme on casework.result_list (root, programme, imported_at desc);
${boundTable('casework.result_list', {}, ['insert'])}

create table casework.counter (
  root text not null,
  name text not null,
  value bigint not null,
  primary key (root, name)
);
-- A number is drawn by whoever submits, also by an applicant, so the counter is bound by root alone.
alter table casework.counter enable row level security;
alter table casework.counter force row level security;
grant select, insert, update on casework.counter to kechuang_app;
create policy counts on casework.counter to kechuang_app
  using (root = (select current_setting('kechuang.root', true)) and (select current_setting('kechuang.scope', true)) not in ('public', 'none'))
  with check (root = (select current_setting('kechuang.root', true)) and (select current_setting('kechuang.scope', true)) not in ('public', 'none'));

create function casework.keep_events() returns trigger language plpgsql as $$
begin
  raise exception '办理记录只能追加，不能修改或删除' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_events before update or delete or truncate on casework.event for each statement execute function casework.keep_events();
`,
};

const reminders: Migration = {
  id: 'casework/002-reminders',
  sql: `
alter table casework.notice add column reminds text;
create unique index notice_once on casework.notice (root, reminds) where reminds is not null;
create index cases_past_due on casework.cases (root, due_on) where status in ('open', 'correction');
`,
};

export const migrations: readonly Migration[] = [
  cases,
  reminders,
  board,
  oneSeries,
  standing,
  publications,
  spotChecks,
  decisions,
  spotShares,
  decisionsByOffices,
];
