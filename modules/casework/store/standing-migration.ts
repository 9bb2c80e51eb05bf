// Standing calls of what is always open, and cases in them: of these a party may have any number under way, but one draft of each.
import type { Migration } from '#platform/db/migration.ts';

export const standing: Migration = {
  id: 'casework/005-standing',
  sql: `
alter table casework.call add column standing boolean not null default false;
create unique index call_standing on casework.call (root, programme, dossier) where standing;
alter table casework.cases add column standing boolean not null default false;
drop index casework.cases_one_alive;
create unique index cases_one_alive on casework.cases
  (root, call, party, dossier, coalesce(about, '00000000-0000-0000-0000-000000000000'))
  where status in ('draft', 'open', 'correction') and not standing;
create unique index cases_one_standing_draft on casework.cases (root, call, party) where status = 'draft' and standing;
create index cases_standing on casework.cases (root, region, due_on, id) where standing and status in ('open', 'correction');
`,
};
