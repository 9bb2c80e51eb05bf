// Sorting by figures and by age in either direction: every party has a summary, also an empty one, so that an index gives the order.
import type { Migration } from '#platform/db/migration.ts';

export const sorting: Migration = {
  id: 'registry/008-sorting',
  sql: `
create index party_by_founding_latest on registry.party (root, founded_on desc nulls last, id desc) where status <> 'merged';

alter table registry.finance_summary alter column year drop not null, alter column conflicts set default 0;
drop index registry.finance_summary_by_sales;
drop index registry.finance_summary_by_rd;
create index finance_summary_by_sales on registry.finance_summary (root, sales desc nulls last, party desc);
create index finance_summary_by_rd on registry.finance_summary (root, rd_expense desc nulls last, party desc);

insert into registry.finance_summary (root, party, region) select root, id, region from registry.party on conflict do nothing;

create function registry.begin_summary() returns trigger language plpgsql as $$
begin
  insert into registry.finance_summary (root, party, region) select root, id, region from new_rows on conflict do nothing;
  return null;
end $$;
create trigger begin_summary after insert on registry.party referencing new table as new_rows
  for each statement execute function registry.begin_summary();

create or replace function registry.summarise_finance(of_root text, of_parties uuid[]) returns void language sql as $$
  with affected as (select unnest(of_parties) as party),
  yearly as (
    select f.root, f.party, f.year,
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
  latest as (
    select distinct on (party) party, year, sales, rd_expense, staff, (sum(disagrees::int) over (partition by party))::smallint as conflicts
    from yearly order by party, year desc
  )
  update registry.finance_summary s set region = p.region, year = l.year, sales = l.sales, rd_expense = l.rd_expense, staff = l.staff,
    conflicts = coalesce(l.conflicts, 0)
  from affected a join registry.party p on p.root = of_root and p.id = a.party left join latest l on l.party = a.party
  where s.root = of_root and s.party = a.party;
$$;

create or replace function registry.follow_region() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from new_rows n join old_rows o using (root, id) where n.region <> o.region) then
    return null;
  end if;
${['party_change', 'contact', 'title', 'finance_revision', 'finance', 'finance_summary']
  .map(
    (table) => `  update registry.${table} t set region = n.region from new_rows n join old_rows o using (root, id)
    where n.region <> o.region and t.root = n.root and t.party = n.id;`,
  )
  .join('\n')}
  update registry.merger t set region = n.region from new_rows n join old_rows o using (root, id)
    where n.region <> o.region and t.root = n.root and t.survivor = n.id;
  return null;
end $$;
`,
};
