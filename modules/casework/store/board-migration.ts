// Cases that answer a published case, and the board on which anyone reads what is published.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

const root = `root = (select current_setting('kechuang.root', true))`;
const party = `(select nullif(current_setting('kechuang.party', true), '')::uuid)`;
/** A case about the asker's own, once it has been handed in. */
const answersMine = `${root} and about_party = ${party} and status <> 'draft'`;

export const board: Migration = {
  id: 'casework/003-board',
  sql: `
alter table casework.cases add column about uuid references casework.cases, add column about_party uuid,
  add constraint about_somebodys check ((about is null) = (about_party is null)), add constraint about_another check (about <> id);
create index cases_about on casework.cases (root, about, created_at desc) where about is not null;
create index cases_about_party on casework.cases (root, about_party) where about_party is not null;
drop index casework.cases_one_alive;
create unique index cases_one_alive on casework.cases
  (root, call, party, dossier, coalesce(about, '00000000-0000-0000-0000-000000000000')) where status in ('draft', 'open', 'correction');

-- The issuer reads what answers its own published case, and makes its move there; it never changes whose case it is.
create policy issuer_select on casework.cases for select to kechuang_party using (${answersMine});
create policy issuer_update on casework.cases for update to kechuang_party using (${answersMine}) with check (${answersMine});
create policy issuer_select on casework.event for select to kechuang_party using (${root} and exists (
  select 1 from casework.cases c where c.id = case_id and c.about_party = ${party} and c.status <> 'draft'));
create policy issuer_insert on casework.event for insert to kechuang_party with check (${root} and office_kind = 'issuer' and exists (
  select 1 from casework.cases c where c.id = case_id and c.about_party = ${party} and c.status <> 'draft'));

create table casework.board (
  case_id uuid primary key references casework.cases,
  root text not null,
  region text not null,
  party uuid not null,
  party_name text not null,
  programme text not null,
  dossier text not null,
  call uuid not null references casework.call,
  number text,
  headline text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  -- open until its last day has passed or the office closes it; then matched or failed.
  status text not null check (status in ('open', 'closed', 'matched', 'failed')),
  -- The answers that its dossier publishes, and nothing else of the case.
  shown jsonb not null,
  updated_at timestamptz not null
);
create index board_by_close on casework.board (root, closes_on desc, case_id);
create index board_by_party on casework.board (root, party);
create index board_open on casework.board (root, programme, closes_on) where status = 'open';
${boundTable('casework.board', { region: 'region', party: 'party', publicWhen: 'true', partyWrites: false }, ['insert', 'update'])}
-- A bid holds the board row, so that two decisions on the same published case wait for each other.
`,
};

/** One series of numbers a year for all that is handed in: two programmes would else give the same number to two cases. */
export const oneSeries: Migration = {
  id: 'casework/004-one-series',
  sql: `
insert into casework.counter (root, name, value)
select root, 'case:' || left(number, 4), max(right(number, 6)::bigint) from casework.cases where number ~ '^[0-9]{16}$' group by 1, 2
on conflict (root, name) do update set value = greatest(casework.counter.value, excluded.value);
`,
};
