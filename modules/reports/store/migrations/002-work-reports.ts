// Tables of work reports: the outline and its state, every version of every paragraph, comments, and the copy that was frozen when it was signed.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const workReports: Migration = {
  id: 'reports/002-work-reports',
  sql: `
create table reports.work (
  id uuid primary key,
  root text not null,
  -- Whose report it is: the city's own code, or that of a county.
  region text not null,
  year integer not null,
  kind text not null check (kind in ('annual', 'half', 'county')),
  title text not null,
  status text not null default 'draft' check (status in ('draft', 'signed')),
  outline jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null,
  updated_at timestamptz not null,
  updated_by_name text not null,
  -- What was signed: the composed report with every figure, the day by whose end they were known, and the SHA-256 of its text.
  frozen jsonb,
  known date,
  digest text,
  signed_at timestamptz,
  signed_by uuid,
  signed_by_name text,
  check ((status = 'signed') = (frozen is not null and known is not null and digest is not null and signed_at is not null))
);
create unique index work_once on reports.work (root, region, year, kind);
create index work_by_year on reports.work (root, year desc, id desc);
${boundTable('reports.work', { region: 'region' })}
create function reports.keep_signed() returns trigger language plpgsql as $$
begin
  raise exception '已签发的报告不能修改或删除' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_signed before update or delete on reports.work for each row when (old.status = 'signed') execute function reports.keep_signed();

create table reports.work_revision (
  root text not null,
  region text not null,
  report uuid not null references reports.work on delete cascade,
  -- Item of the outline; the outline itself is kept under the empty name.
  item text not null,
  revision integer not null,
  body text not null,
  written_at timestamptz not null,
  written_by uuid not null,
  written_by_name text not null,
  primary key (report, item, revision)
);
create index work_revision_by_time on reports.work_revision (report, written_at desc);
${boundTable('reports.work_revision', { region: 'region' }, ['insert', 'delete'])}

create table reports.work_comment (
  id uuid primary key,
  root text not null,
  region text not null,
  report uuid not null references reports.work on delete cascade,
  item text not null,
  body text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  settled_at timestamptz,
  settled_by_name text
);
create index work_comment_by_report on reports.work_comment (report, made_at);
${boundTable('reports.work_comment', { region: 'region' })}
`,
};
