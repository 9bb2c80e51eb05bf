// What is laid open to the public, the words prepared for it, and the objections that come in.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

const ofRoot = `root = (select current_setting('kechuang.root', true))`;

export const publications: Migration = {
  id: 'casework/006-publications',
  sql: `
create table casework.publication (
  id uuid primary key,
  root text not null,
  programme text not null,
  dossier text not null,
  stage text not null,
  call uuid not null references casework.call,
  number text,
  title text not null,
  lead text not null,
  closing text not null,
  -- Columns and rows as text: declared public answers and nothing else of the cases.
  body jsonb not null,
  -- In the order of the rows.
  cases uuid[] not null check (cardinality(cases) > 0),
  agency text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  -- Whether it stays readable when its time is over.
  keeps boolean not null,
  status text not null check (status in ('published', 'withdrawn')),
  withdrawn_why text check ((status = 'withdrawn') = (withdrawn_why is not null)),
  version integer not null default 1,
  published_at timestamptz not null,
  updated_at timestamptz not null
);
create index publication_by_end on casework.publication (root, until_on desc, id desc);
create index publication_of_call on casework.publication (root, call, dossier, stage);
create index publication_of_case on casework.publication using gin (cases);
${boundTable('casework.publication', { publicWhen: "status = 'published'" }, ['insert', 'update'])}
-- A publication belongs to no county and no party, whoever's move laid the cases open.
create policy publication_insert on casework.publication for insert to kechuang_regions, kechuang_party
  with check (${ofRoot} and status = 'published');

create table casework.publication_text (
  root text not null,
  call uuid not null references casework.call,
  dossier text not null,
  stage text not null,
  title text not null,
  lead text not null,
  closing text not null,
  keeps boolean not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (root, call, dossier, stage)
);
${boundTable('casework.publication_text', {}, ['insert', 'update'])}
create policy publication_text_read on casework.publication_text for select to kechuang_regions, kechuang_party using (${ofRoot});

create table casework.objection (
  root text not null,
  receipt text not null,
  publication uuid not null references casework.publication,
  cases uuid[] not null check (cardinality(cases) > 0),
  -- The same words twice are one objection.
  digest text not null,
  at timestamptz not null,
  day date not null,
  primary key (root, receipt),
  unique (root, publication, digest)
);
create index objection_by_day on casework.objection (root, publication, day);
${boundTable('casework.objection', {}, ['insert'])}
`,
};
