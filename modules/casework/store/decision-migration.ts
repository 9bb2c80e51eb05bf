// Publications of two kinds: what is intended and laid open for objections, and what was decided when that time was over.
import type { Migration } from '#platform/db/migration.ts';

export const decisions: Migration = {
  id: 'casework/008-decisions',
  sql: `
alter table casework.publication add column kind text not null default 'notice' check (kind in ('notice', 'decision')),
  -- The public notice after which it was decided.
  add column notice uuid references casework.publication,
  add constraint decision_after_notice check ((kind = 'decision') = (notice is not null));
create unique index decision_of_notice on casework.publication (notice) where notice is not null;
drop index casework.publication_by_end;
create index publication_by_end on casework.publication (root, kind, until_on desc, id desc);
-- Whoever's move ends the time of objections adds its case to the decision.
create policy decision_update on casework.publication for update to kechuang_regions, kechuang_party
  using (root = (select current_setting('kechuang.root', true)) and kind = 'decision' and status = 'published')
  with check (root = (select current_setting('kechuang.root', true)) and kind = 'decision' and status = 'published');
`,
};

/** The time of objections is ended by an office or by the clock, never by a party: the first policy let in more than it had to. */
export const decisionsByOffices: Migration = {
  id: 'casework/010-decisions-by-offices',
  sql: `
drop policy decision_update on casework.publication;
create policy decision_update on casework.publication for update to kechuang_regions
  using (root = (select current_setting('kechuang.root', true)) and kind = 'decision' and status = 'published')
  with check (root = (select current_setting('kechuang.root', true)) and kind = 'decision' and status = 'published');
`,
};
