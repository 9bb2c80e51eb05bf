// The life of a party as one list of lines, read under the reader's own bounds.
import type { Migration } from '#platform/db/migration.ts';

export const timeline: Migration = {
  id: 'registry/006-timeline',
  sql: `
create view registry.timeline with (security_invoker = true) as
  select root, party, changed_on as day, at, 'change' as kind, id::text as subject,
    jsonb_build_object('field', field, 'before', before, 'after', after, 'reason', reason, 'by', account_name) as facts
  from registry.party_change
union all
  select root, id, (created_at at time zone 'Asia/Shanghai')::date, created_at, 'created', id::text,
    jsonb_build_object('name', name, 'batch', batch)
  from registry.party
union all
  select root, party, from_on, created_at, 'title-granted', id::text,
    jsonb_build_object('name', name, 'label', label, 'number', number, 'until', until_on)
  from registry.title
union all
  select root, party, until_on + 1, (until_on + 1)::timestamp at time zone 'Asia/Shanghai', 'title-expired', id::text,
    jsonb_build_object('name', name, 'label', label, 'number', number)
  from registry.title where status = 'valid' and until_on < (now() at time zone 'Asia/Shanghai')::date
union all
  select root, party, ended_on, updated_at, 'title-ended', id::text,
    jsonb_build_object('name', name, 'label', label, 'number', number, 'status', status, 'reason', end_reason)
  from registry.title where status <> 'valid'
union all
  select root, party, (at at time zone 'Asia/Shanghai')::date, at, 'finance', id::text,
    jsonb_build_object('year', year, 'source', source, 'corrected', before is not null, 'reason', reason, 'by', account_name)
  from registry.finance_revision
union all
  select root, survivor, (at at time zone 'Asia/Shanghai')::date, at, 'absorbed', id::text,
    jsonb_build_object('name', absorbed_name, 'uscc', absorbed_uscc, 'moved', moved, 'reason', reason, 'by', account_name)
  from registry.merger;
grant select on registry.timeline to kechuang_app;
`,
};
