// What hangs on a party is bound by its region too, and follows when the party moves to another county.
import type { Migration } from '#platform/db/migration.ts';

const followers = ['party_change', 'contact', 'title', 'finance_revision', 'finance'];

export const moving: Migration = {
  id: 'registry/004-moving',
  sql: `
create function registry.follow_region() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from new_rows n join old_rows o using (root, id) where n.region <> o.region) then
    return null;
  end if;
${followers
  .map(
    (table) => `  update registry.${table} t set region = n.region from new_rows n join old_rows o using (root, id)
    where n.region <> o.region and t.root = n.root and t.party = n.id;`,
  )
  .join('\n')}
  update registry.merger t set region = n.region from new_rows n join old_rows o using (root, id)
    where n.region <> o.region and t.root = n.root and t.survivor = n.id;
  return null;
end $$;
create trigger follow_region after update on registry.party
  referencing old table as old_rows new table as new_rows
  for each statement execute function registry.follow_region();
`,
};
