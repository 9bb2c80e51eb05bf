// Tables of correspondence: documents with their series, messages with who has read them, addresses for mail, fixed wordings.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable, moduleSchema } from '#platform/db/row-security.ts';

const setting = (name: string): string => `(select current_setting('kechuang.${name}', true))`;
const ofRoot = `root = ${setting('root')}`;
const ownAccount = `(select nullif(current_setting('kechuang.account', true), '')::uuid)`;
const insider = `${setting('scope')} not in ('public', 'none')`;

/** A table of which everyone has own rows and the system's jobs see all. */
const ownRows = (table: string, grants: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, ${grants} on ${table} to kechuang_app;
create policy own on ${table} to kechuang_app
  using (${ofRoot} and (account = ${ownAccount} or ${setting('scope')} = 'system'))
  with check (${ofRoot} and (account = ${ownAccount} or ${setting('scope')} = 'system'));`;

const papers: Migration = {
  id: 'correspondence/001-papers',
  sql: `
${moduleSchema('correspondence')}

create table correspondence.document (
  id uuid primary key,
  root text not null,
  region text,
  kind text not null,
  cases uuid[] not null,
  party uuid,
  party_name text not null,
  agency_code text,
  year integer,
  serial integer check (serial > 0),
  number text not null,
  title text not null,
  paper jsonb not null,
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  -- A serial is given once; a voided document keeps its own.
  unique (root, agency_code, year, serial),
  check ((serial is null) = (agency_code is null) and (serial is null) = (year is null)),
  check ((voided_at is null) = (void_reason is null))
);
create index document_by_day on correspondence.document (root, issued_at desc, id desc);
create index document_by_kind on correspondence.document (root, kind, issued_at desc, id desc);
create index document_by_region on correspondence.document (root, region, issued_at desc, id desc);
create index document_by_party on correspondence.document (root, party, issued_at desc, id desc);
create index document_by_case on correspondence.document using gin (cases);
${boundTable('correspondence.document', { region: 'region', party: 'party', publicWhen: "kind = 'publicity' and voided_at is null" }, ['insert', 'update'])}

-- What was issued is not rewritten: only that it is void may be added.
create function correspondence.keep_document() returns trigger language plpgsql as $$
begin
  if row(new.id, new.root, new.kind, new.number, new.serial, new.paper, new.issued_on, new.cases, new.party)
     is distinct from row(old.id, old.root, old.kind, old.number, old.serial, old.paper, old.issued_on, old.cases, old.party)
     or old.voided_at is not null then
    raise exception '已编发的文书不能修改，只能作废' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_document before update on correspondence.document for each row execute function correspondence.keep_document();

-- The row lock of a series makes its numbers follow one another; a transaction that fails gives its number back.
create table correspondence.series (
  root text not null,
  agency_code text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (root, agency_code, year)
);
alter table correspondence.series enable row level security;
alter table correspondence.series force row level security;
grant select, insert, update on correspondence.series to kechuang_app;
create policy counts on correspondence.series to kechuang_app using (${ofRoot} and ${insider}) with check (${ofRoot} and ${insider});

create table correspondence.wording (
  root text not null,
  name text not null,
  value text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (root, name)
);
alter table correspondence.wording enable row level security;
alter table correspondence.wording force row level security;
grant select, insert, update, delete on correspondence.wording to kechuang_app;
create policy words on correspondence.wording to kechuang_app using (${ofRoot} and ${insider}) with check (${ofRoot} and ${insider});
`,
};

const messages: Migration = {
  id: 'correspondence/002-messages',
  sql: `
create table correspondence.message (
  id uuid primary key,
  root text not null,
  region text,
  party uuid,
  office_kind text,
  account uuid,
  title text not null,
  body text not null,
  href text check (href like '/%'),
  at timestamptz not null,
  once text,
  check (num_nonnulls(party, office_kind, account) = 1),
  check (office_kind is null or region is not null)
);
create index message_to_party on correspondence.message (root, party, at desc, id desc) where party is not null;
create index message_to_office on correspondence.message (root, office_kind, region, at desc, id desc) where office_kind is not null;
create index message_to_account on correspondence.message (root, account, at desc, id desc) where account is not null;
create unique index message_once on correspondence.message (root, once) where once is not null;

create table correspondence.reading (
  root text not null,
  message uuid not null references correspondence.message,
  account uuid not null,
  read_at timestamptz not null,
  primary key (root, account, message)
);

create table correspondence.address (
  root text not null,
  account uuid not null,
  sealed text not null,
  masked text not null,
  verified_at timestamptz,
  code_hash text,
  code_until timestamptz,
  tries integer not null default 0,
  primary key (root, account)
);

create table correspondence.mailing (
  root text not null,
  message uuid not null references correspondence.message,
  account uuid not null,
  sent_at timestamptz not null,
  primary key (root, message, account)
);

${boundTable('correspondence.message', { region: 'region', party: 'party', alsoWhen: `account = ${ownAccount}` }, ['insert'])}
${ownRows('correspondence.reading', 'insert')}
${ownRows('correspondence.address', 'insert, update, delete')}
${ownRows('correspondence.mailing', 'insert')}
`,
};

const notices: Migration = {
  id: 'correspondence/003-notices',
  sql: `
-- Casework kept notices to applicants before; they and who had read them come along. The owner sees no rows of tables under forced bounds.
alter table casework.notice no force row level security;
alter table correspondence.message no force row level security;
alter table correspondence.reading no force row level security;
insert into correspondence.message (id, root, region, party, title, body, href, at, once)
  select id, root, region, party, title, body, '/desk/cases/' || case_id, at, reminds from casework.notice;
insert into correspondence.reading (root, message, account, read_at)
  select n.root, n.id, a.id, n.read_at from casework.notice n join accounts.account a on a.root = n.root and a.party = n.party
  where n.read_at is not null;
alter table correspondence.message force row level security;
alter table correspondence.reading force row level security;
drop table casework.notice;

-- A publicity belongs to no county and no party, whoever's move laid the cases open.
create policy publicity_insert on correspondence.document for insert to kechuang_regions, kechuang_party
  with check (${ofRoot} and kind = 'publicity' and party is null);

-- Merged parties: whose a document or message is may change, its words may not.
create or replace function correspondence.keep_document() returns trigger language plpgsql as $$
begin
  if row(new.id, new.root, new.kind, new.number, new.serial, new.paper, new.issued_on, new.cases, new.party_name)
     is distinct from row(old.id, old.root, old.kind, old.number, old.serial, old.paper, old.issued_on, old.cases, old.party_name)
     or (old.voided_at is not null and row(new.voided_at, new.voided_by, new.void_reason) is distinct from row(old.voided_at, old.voided_by, old.void_reason)) then
    raise exception '已编发的文书不能修改，只能作废' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
grant update (party) on correspondence.message to kechuang_app;
create policy root_update on correspondence.message for update to kechuang_root using (${ofRoot}) with check (${ofRoot});
`,
};

const voiding: Migration = {
  id: 'correspondence/004-voiding',
  sql: `
-- A party reads its documents; that one is void is the office's to say.
drop policy kechuang_party_update on correspondence.document;
`,
};

export const migrations: readonly Migration[] = [papers, messages, notices, voiding];
