// Yearly figures of parties by source, what each correction replaced, and a summary that lists can sort by.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const finance: Migration = {
  id: 'registry/003-finance',
  sql: `
create table registry.finance (
  root text not null,
  party uuid not null,
  region text not null,
  year smallint not null check (year between 1990 and 2100),
  source text not null check (source in ('AUDIT', 'TAX', 'APPLICATION', 'STATISTICS')),
  -- Yuan and heads; null is unknown, never zero.
  sales numeric(18,2),
  gross_income numeric(18,2),
  non_taxable_income numeric(18,2),
  high_tech_income numeric(18,2),
  total_assets numeric(18,2),
  total_liabilities numeric(18,2),
  net_assets numeric(18,2),
  rd_expense numeric(18,2),
  income_statement_rd numeric(18,2),
  profit numeric(18,2),
  net_profit numeric(18,2),
  tax numeric(18,2),
  staff numeric(9,0),
  science_staff numeric(9,0),
  insured_staff numeric(9,0),
  version integer not null default 1,
  batch uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  recorded_by_name text not null,
  note text,
  primary key (root, party, year, source),
  foreign key (root, party) references registry.party (root, id) on delete cascade
);
create index finance_of_year on registry.finance (root, year, source, region);
create index finance_of_batch on registry.finance (root, batch) where batch is not null;
${boundTable('registry.finance', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update', 'delete'])}

create table registry.finance_revision (
  root text not null,
  id uuid not null,
  region text not null,
  party uuid not null,
  year smallint not null,
  source text not null,
  -- The version that was replaced and what it said; null when the figures were new.
  version integer not null,
  before jsonb,
  after jsonb,
  at timestamptz not null default now(),
  account uuid not null,
  account_name text not null,
  reason text,
  batch uuid,
  primary key (root, id),
  foreign key (root, party) references registry.party (root, id) on delete cascade
);
create index finance_revision_of on registry.finance_revision (root, party, year, source, at desc);
create index finance_revision_of_batch on registry.finance_revision (root, batch) where batch is not null;
${boundTable('registry.finance_revision', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update', 'delete'])}

create table registry.finance_summary (
  root text not null,
  party uuid not null,
  region text not null,
  -- The latest year of which anything is known, and its figures by the best source that has them.
  year smallint not null,
  sales numeric(18,2),
  rd_expense numeric(18,2),
  staff numeric(9,0),
  -- Years in which audit, tax and application disagree.
  conflicts smallint not null,
  primary key (root, party),
  foreign key (root, party) references registry.party (root, id) on delete cascade
);
create index finance_summary_by_sales on registry.finance_summary (root, sales desc nulls last, party);
create index finance_summary_by_rd on registry.finance_summary (root, rd_expense desc nulls last, party);
create index finance_summary_conflicts on registry.finance_summary (root, party) where conflicts > 0;
${boundTable('registry.finance_summary', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update', 'delete'])}

create function registry.summarise_finance(of_root text, of_parties uuid[]) returns void language sql as $$
  with affected as (select unnest(of_parties) as party),
  yearly as (
    select f.root, f.party, min(f.region) as region, f.year,
      (array_agg(f.sales order by array_position(array['AUDIT','TAX','APPLICATION','STATISTICS'], f.source)) filter (where f.sales is not null))[1] as sales,
      (array_agg(f.rd_expense order by array_position(array['AUDIT','TAX','APPLICATION','STATISTICS'], f.source)) filter (where f.rd_expense is not null))[1] as rd_expense,
      (array_agg(f.staff order by array_position(array['AUDIT','TAX','APPLICATION','STATISTICS'], f.source)) filter (where f.staff is not null))[1] as staff,
      -- 0.01 万元, as in model/finance-agreement.ts.
      coalesce(greatest(
        max(f.sales) filter (where f.source <> 'STATISTICS') - min(f.sales) filter (where f.source <> 'STATISTICS'),
        max(f.gross_income) filter (where f.source <> 'STATISTICS') - min(f.gross_income) filter (where f.source <> 'STATISTICS'),
        max(f.total_assets) filter (where f.source <> 'STATISTICS') - min(f.total_assets) filter (where f.source <> 'STATISTICS'),
        max(f.total_liabilities) filter (where f.source <> 'STATISTICS') - min(f.total_liabilities) filter (where f.source <> 'STATISTICS'),
        max(f.net_assets) filter (where f.source <> 'STATISTICS') - min(f.net_assets) filter (where f.source <> 'STATISTICS')
      ) > 100, false) or coalesce(greatest(
        max(f.staff) filter (where f.source <> 'STATISTICS') - min(f.staff) filter (where f.source <> 'STATISTICS'),
        max(f.science_staff) filter (where f.source <> 'STATISTICS') - min(f.science_staff) filter (where f.source <> 'STATISTICS')
      ) > 0, false) as disagrees
    from registry.finance f join affected a on a.party = f.party
    where f.root = of_root
    group by f.root, f.party, f.year
  ),
  made as (
    insert into registry.finance_summary (root, party, region, year, sales, rd_expense, staff, conflicts)
    select distinct on (root, party) root, party, region, year, sales, rd_expense, staff,
      (sum(disagrees::int) over (partition by root, party))::smallint
    from yearly order by root, party, year desc
    on conflict (root, party) do update set region = excluded.region, year = excluded.year, sales = excluded.sales,
      rd_expense = excluded.rd_expense, staff = excluded.staff, conflicts = excluded.conflicts
  )
  delete from registry.finance_summary s using affected a
  where s.root = of_root and s.party = a.party and not exists (select 1 from yearly y where y.party = s.party);
$$;

create function registry.finance_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform registry.summarise_finance(root, array_agg(distinct party)) from old_rows group by root;
  elsif tg_op = 'UPDATE' then
    perform registry.summarise_finance(root, array_agg(distinct party))
      from (select root, party from new_rows union select root, party from old_rows) as changed group by root;
  else
    perform registry.summarise_finance(root, array_agg(distinct party)) from new_rows group by root;
  end if;
  return null;
end $$;
create trigger finance_inserted after insert on registry.finance referencing new table as new_rows
  for each statement execute function registry.finance_changed();
create trigger finance_updated after update on registry.finance referencing old table as old_rows new table as new_rows
  for each statement execute function registry.finance_changed();
create trigger finance_deleted after delete on registry.finance referencing old table as old_rows
  for each statement execute function registry.finance_changed();
`,
};
