// Tables of targets: plans as drafts, issued targets that only a later document changes, assessments, and values given from outside by region.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

/** An office of a county reads what concerns it; it writes nothing here. */
const countyReads = (condition: string): string => `(select current_setting('kechuang.scope', true)) = 'regions' and (${condition})`;
const ownRegion = `region = any ((select string_to_array(current_setting('kechuang.regions', true), ','))::text[])`;

export const targets: Migration = {
  id: 'figures/002-targets',
  sql: `
create table figures.target_plan (
  id uuid primary key,
  root text not null,
  indicator text not null,
  year integer not null check (year between 1949 and 2100),
  status text not null check (status in ('draft', 'issued')),
  -- What the planner works with: method, parameters, values by hand, document, plan by months, way of scoring.
  draft jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  issued_at timestamptz,
  issued_by uuid,
  issued_by_name text,
  unique (root, indicator, year)
);
create index target_plan_by_year on figures.target_plan (root, year desc, status, indicator);
${boundTable('figures.target_plan', { alsoWhen: countyReads("status = 'issued'") }, ['insert', 'update', 'delete'])}

-- A target as issued. A document that adjusts it adds a revision; none is edited.
create table figures.target (
  id uuid primary key,
  root text not null,
  plan uuid not null references figures.target_plan,
  region text not null,
  revision integer not null check (revision > 0),
  value numeric not null check (value >= 0),
  bound text not null,
  -- Share of the county in the city's target by capacity, where the method gives one.
  weight numeric,
  document_name text not null,
  document_number text not null,
  document_day date not null,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  unique (plan, region, revision)
);
create index target_by_plan on figures.target (root, plan, region, revision desc);
${boundTable('figures.target', { alsoWhen: countyReads(`region = root or ${ownRegion}`) }, ['insert'])}
create function figures.keep_targets() returns trigger language plpgsql as $$
begin
  raise exception '已下达的目标不能修改或删除，请凭文件调整' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_targets before update or delete or truncate on figures.target for each statement execute function figures.keep_targets();

create table figures.assessment (
  id uuid primary key,
  root text not null,
  year integer not null check (year between 1949 and 2100),
  status text not null check (status in ('draft', 'issued')),
  as_of date not null,
  settings jsonb not null,
  -- The scores as issued; a draft is reckoned anew each time it is opened.
  result jsonb,
  version integer not null default 1,
  updated_at timestamptz not null,
  issued_at timestamptz,
  issued_by uuid,
  issued_by_name text,
  unique (root, year)
);
create index assessment_by_year on figures.assessment (root, year desc);
${boundTable('figures.assessment', { alsoWhen: countyReads("status = 'issued'") }, ['insert', 'update'])}

-- What is given from outside by region is known to every office of the root, as sums are.
create policy county_reads on figures.observation for select to kechuang_regions
  using (root = (select current_setting('kechuang.root', true)) and region is not null);
create index observation_by_region on figures.observation (root, indicator_name, region, year) where region is not null;
`,
};
