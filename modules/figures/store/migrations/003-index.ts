// Definitions of indices in versions, and the values that were published under one.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

const countyReads = `(select current_setting('kechuang.scope', true)) = 'regions' and status = 'published'`;

export const index: Migration = {
  id: 'figures/003-index',
  sql: `
create table figures.index_definition (
  id uuid primary key,
  root text not null,
  name text not null,
  version integer not null check (version > 0),
  status text not null check (status in ('draft', 'published')),
  spec jsonb not null,
  -- What differs from the version before, and why.
  revision text not null,
  -- Values as published; a draft is reckoned anew each time it is opened.
  result jsonb,
  updated_at timestamptz not null,
  updated_by uuid not null,
  updated_by_name text not null,
  published_at timestamptz,
  unique (root, name, version)
);
create index index_definition_by_name on figures.index_definition (root, name, version desc);
${boundTable('figures.index_definition', { alsoWhen: countyReads }, ['insert', 'update'])}
create function figures.keep_published_index() returns trigger language plpgsql as $$
begin
  raise exception '已发布的指数版本不能修改，请另建新版本' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_published_index before update on figures.index_definition for each row
  when (old.status = 'published') execute function figures.keep_published_index();
`,
};
