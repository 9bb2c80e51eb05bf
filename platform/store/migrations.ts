// Tables of the platform itself: the audit trail, what is known of stored files, the way to enqueue a job, and long work under way.
import type { Migration } from '../db/migration.ts';

const setting = (name: string): string => `(select current_setting('kechuang.${name}', true))`;

const trail: Migration = {
  id: 'platform/001-trail',
  sql: `
create table platform.trail (
  root text not null,
  seq bigint not null,
  at timestamptz not null,
  account uuid not null,
  name text not null,
  office text not null,
  sentence text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null,
  previous text not null,
  hash text not null,
  primary key (root, seq)
);
create index trail_subject on platform.trail (root, subject_kind, subject_id, seq);
create index trail_account on platform.trail (root, account, seq);
create index trail_at on platform.trail (root, at);

-- The last link of each chain, sealed with the installation's key: lines cut off at the end would leave no gap behind.
create table platform.trail_head (
  root text primary key,
  seq bigint not null,
  hash text not null,
  seal text not null
);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '审计记录只能追加，不能修改或删除。' using errcode = 'KC001', hint = 'TRAIL_IS_APPEND_ONLY';
end $$;
create trigger append_only before update or delete on platform.trail for each row execute function platform.refuse_change();
create trigger never_truncated before truncate on platform.trail for each statement execute function platform.refuse_change();
create trigger never_deleted before delete on platform.trail_head for each row execute function platform.refuse_change();
create trigger never_truncated before truncate on platform.trail_head for each statement execute function platform.refuse_change();

create function platform.head_only_grows() returns trigger language plpgsql as $$
begin
  if new.root <> old.root or new.seq <= old.seq then
    raise exception '审计记录只能追加，不能修改或删除。' using errcode = 'KC001', hint = 'TRAIL_IS_APPEND_ONLY';
  end if;
  return new;
end $$;
create trigger only_grows before update on platform.trail_head for each row execute function platform.head_only_grows();

alter table platform.trail enable row level security;
alter table platform.trail force row level security;
-- Each writes lines in the own name only. The audit administrator has scope none and reads all lines of the root; others read their own.
create policy appends on platform.trail for insert to kechuang_app
  with check (root = ${setting('root')} and account = (select nullif(current_setting('kechuang.account', true), '')::uuid));
create policy reads on platform.trail for select to kechuang_app
  using (root = ${setting('root')} and (${setting('scope')} in ('root', 'system', 'none')
    or account = (select nullif(current_setting('kechuang.account', true), '')::uuid)));
grant select, insert on platform.trail to kechuang_app;

alter table platform.trail_head enable row level security;
alter table platform.trail_head force row level security;
create policy of_root on platform.trail_head to kechuang_app using (root = ${setting('root')}) with check (root = ${setting('root')});
grant select, insert, update on platform.trail_head to kechuang_app;
`,
};

const files: Migration = {
  id: 'platform/002-files',
  sql: `
-- What is known of each upload; the content itself lies in the file store under its hash.
create table platform.file (
  root text not null,
  id uuid not null,
  sha256 text not null,
  size bigint not null,
  content_type text not null,
  file_name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (root, id)
);
create index file_content on platform.file (root, sha256);
alter table platform.file enable row level security;
alter table platform.file force row level security;
create policy adds on platform.file for insert to kechuang_app
  with check (root = ${setting('root')} and uploaded_by = (select nullif(current_setting('kechuang.account', true), '')::uuid));
create policy reads on platform.file for select to kechuang_app
  using (root = ${setting('root')} and (${setting('scope')} in ('root', 'system')
    or uploaded_by = (select nullif(current_setting('kechuang.account', true), '')::uuid)));
grant select, insert on platform.file to kechuang_app;
`,
};

const jobs: Migration = {
  id: 'platform/003-jobs',
  sql: `
-- The application role may enqueue for its own root and nothing else: the queue's tables stay closed to it.
create function platform.enqueue(job text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(job,
    json_build_object('root', current_setting('kechuang.root'), 'account', current_setting('kechuang.account'), 'payload', payload),
    run_at := run_at,
    job_key := case when job_key is null then null else current_setting('kechuang.root') || ':' || job || ':' || job_key end);
end $$;
revoke all on function platform.enqueue(text, json, timestamptz, text) from public;
grant execute on function platform.enqueue(text, json, timestamptz, text) to kechuang_app;
do $$ begin execute format('grant temporary on database %I to kechuang_app', current_database()); end $$;
`,
};

const installation: Migration = {
  id: 'platform/004-installation',
  sql: `
-- Facts of the installation as a whole, such as the fingerprint of its key. Of the owner; closed to the application role.
create table platform.installation (name text primary key, value text not null, noted_at timestamptz not null default now());
`,
};

const headList: Migration = {
  id: 'platform/005-trail-roots',
  sql: `
-- The owner may list the roots that have a trail; the application role stays within its own.
alter table platform.trail_head no force row level security;
`,
};

/**
 * Under row-level security an index serves a filter only if its operator is known to leak nothing of rows out of bounds. Those of arrays and of
 * text search say nothing of a value but yes or no; where the owner may, they are declared so, elsewhere such filters read more rows.
 */
const indexable: Migration = {
  id: 'platform/006-indexable-filters',
  sql: `
do $$ declare f text; begin
  foreach f in array array['pg_catalog.arraycontains(anyarray, anyarray)', 'pg_catalog.arrayoverlap(anyarray, anyarray)', 'pg_catalog.ts_match_vq(tsvector, tsquery)'] loop
    execute 'alter function ' || f || ' leakproof';
  end loop;
exception when insufficient_privilege then null;
end $$;
`,
};

const work: Migration = {
  id: 'platform/007-work',
  sql: `
-- Long work under way and what came of it, for the account that asked for it and nobody else.
create table platform.work (
  root text not null,
  id uuid not null,
  account uuid not null,
  title text not null,
  page text not null,
  says text not null,
  share numeric,
  state text not null check (state in ('running', 'done', 'refused')),
  ref text,
  started_at timestamptz not null,
  beat_at timestamptz not null,
  ended_at timestamptz,
  primary key (root, id)
);
create index work_of_account on platform.work (root, account, started_at desc);
alter table platform.work enable row level security;
alter table platform.work force row level security;
create policy own on platform.work to kechuang_app
  using (root = ${setting('root')} and account = (select nullif(current_setting('kechuang.account', true), '')::uuid))
  with check (root = ${setting('root')} and account = (select nullif(current_setting('kechuang.account', true), '')::uuid));
grant select, insert, update, delete on platform.work to kechuang_app;
`,
};

export const migrations: Migration[] = [trail, files, jobs, installation, headList, indexable, work];
