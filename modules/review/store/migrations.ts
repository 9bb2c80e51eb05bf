// Tables of review: the pool of experts with their ties, panels with their seats and cases, and the sheets that only their expert may fill in.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable, moduleSchema } from '#platform/db/row-security.ts';

const panels: Migration = {
  id: 'review/001-panels',
  sql: `
${moduleSchema('review')}

create table review.expert (
  id uuid primary key,
  root text not null,
  name text not null check (name <> ''),
  unit text not null check (unit <> ''),
  uscc text not null,
  region text not null,
  level text not null check (level in ('SENIOR', 'VICE_SENIOR', 'MIDDLE')),
  title text not null default '',
  disciplines text[] not null,
  is_finance boolean not null default false,
  is_dishonest boolean not null default false,
  -- Phone and bank number are sealed; the mask is what screens show.
  sealed text,
  phone_mask text,
  account uuid,
  standing text not null default 'active' check (standing in ('active', 'suspended', 'left')),
  suspended_until date,
  credit integer not null default 100 check (credit between 0 and 100),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint expert_once unique (root, name, uscc),
  constraint expert_account_once unique (root, account)
);
create index expert_by_name on review.expert (root, name, id);
create index expert_by_unit on review.expert (root, unit, id);
create index expert_by_level on review.expert (root, standing, level, id);
create index expert_by_discipline on review.expert using gin (disciplines);
create index expert_by_credit on review.expert (root, credit, id);
create index expert_by_change on review.expert (root, updated_at desc, id desc);
${boundTable('review.expert', { assignedTo: 'account' }, ['insert', 'update'])}

create table review.tie (
  id uuid primary key,
  root text not null,
  expert uuid not null references review.expert on delete cascade,
  kind text not null,
  uscc text,
  unit text,
  person text,
  day date,
  generations integer check (generations between 1 and 9),
  -- Where it is known from: recorded, imported, or declared by the expert.
  source text not null default 'recorded' check (source in ('recorded', 'imported', 'declared')),
  check (coalesce(uscc, unit, person) is not null)
);
create index tie_by_expert on review.tie (root, expert);
${boundTable('review.tie', {}, ['insert', 'delete'])}

create table review.credit (
  id uuid primary key,
  root text not null,
  expert uuid not null references review.expert,
  panel uuid,
  day date not null,
  points integer not null,
  why text not null check (why <> '')
);
create index credit_by_expert on review.credit (root, expert, day desc);
${boundTable('review.credit', {}, ['insert'])}

create table review.panel (
  id uuid primary key,
  root text not null,
  number text not null,
  name text not null,
  programme text not null,
  dossier text not null,
  stage text not null,
  review_day date not null,
  due_at timestamptz not null,
  status text not null check (status in ('drawn', 'open', 'concluded', 'cancelled')),
  size integer not null check (size > 0),
  reserve integer not null check (reserve >= 0),
  needs_finance boolean not null,
  seed text not null,
  filters jsonb not null,
  rules jsonb not null,
  -- What the draw looked at: how many, who was kept out and why.
  draw_log jsonb not null,
  sheet jsonb not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  notified_by uuid,
  notified_by_name text,
  concluded_by uuid,
  concluded_by_name text,
  version integer not null default 1,
  drawn_at timestamptz not null,
  opened_at timestamptz,
  concluded_at timestamptz,
  unique (root, number)
);
create index panel_by_status on review.panel (root, status, drawn_at desc, id desc);
create index panel_by_programme on review.panel (root, programme, review_day);
create index panel_by_draw on review.panel (root, drawn_at desc, id desc);
create index panel_by_due on review.panel (root, due_at, id);
${boundTable('review.panel', {}, ['insert', 'update'])}

create table review.panel_case (
  root text not null,
  panel uuid not null references review.panel,
  case_id uuid not null,
  region text not null,
  party uuid not null,
  party_name text not null,
  number text,
  position integer not null,
  -- Result of the aggregate once concluded.
  result jsonb,
  concluded_at timestamptz,
  is_dropped boolean not null default false,
  primary key (panel, case_id)
);
create index panel_case_by_case on review.panel_case (root, case_id);
-- A case stands before one panel at a time.
create unique index panel_case_once on review.panel_case (root, case_id) where concluded_at is null and not is_dropped;
${boundTable('review.panel_case', { region: 'region' }, ['insert', 'update'])}

create table review.seat (
  id uuid primary key,
  root text not null,
  panel uuid not null references review.panel,
  expert uuid not null references review.expert,
  -- Number of the seat; a reserve has none until it takes one.
  seat integer,
  lot integer not null,
  is_finance boolean not null,
  status text not null check (status in ('seated', 'reserve', 'left')),
  declares boolean not null,
  left_why text,
  left_at timestamptz,
  seated_at timestamptz,
  unique (panel, expert)
);
create unique index seat_once on review.seat (panel, seat) where status = 'seated';
create index seat_by_expert on review.seat (root, expert);
${boundTable('review.seat', {}, ['insert', 'update'])}

create table review.sheet (
  id uuid primary key,
  root text not null,
  panel uuid not null references review.panel,
  case_id uuid not null,
  seat uuid not null references review.seat,
  seat_number integer not null,
  -- The expert's account; without one nobody can fill it in yet.
  account uuid,
  panel_name text not null,
  due_at timestamptz not null,
  -- What the expert may see, frozen when the sheet was opened, and by what it is judged.
  view jsonb not null,
  sheet jsonb not null,
  declared_at timestamptz,
  points jsonb not null default '{}',
  comment text not null default '',
  recommend boolean,
  status text not null check (status in ('open', 'submitted', 'withdrawn')),
  withdrawn_why text,
  submitted_at timestamptz,
  saved_at timestamptz,
  asked_at timestamptz,
  asked_why text,
  justification text,
  version integer not null default 1,
  unique (panel, case_id, seat_number, seat)
);
create index sheet_by_panel on review.sheet (root, panel, case_id, seat_number);
create index sheet_by_account on review.sheet (root, account, due_at, id);
create index sheet_by_seat on review.sheet (seat);
${boundTable('review.sheet', { assignedTo: 'account' }, ['insert', 'update'])}

-- What was handed in stands; an expert changes what an expert fills in and nothing else.
create function review.keep_sheets() returns trigger language plpgsql as $$
begin
  if old.status <> 'open' and (new.points, new.comment, new.recommend, new.submitted_at)
      is distinct from (old.points, old.comment, old.recommend, old.submitted_at) then
    raise exception '评分表已提交或已退出，不能再修改' using errcode = 'check_violation';
  end if;
  -- Only the office may void what was handed in, when a conflict comes to light.
  if old.status <> 'open' and new.status <> old.status
      and (old.status <> 'submitted' or new.status <> 'withdrawn' or current_setting('kechuang.scope', true) = 'expert') then
    raise exception '评分表已提交或已退出，不能再修改' using errcode = 'check_violation';
  end if;
  if current_setting('kechuang.scope', true) = 'expert' and (new.id, new.root, new.panel, new.case_id, new.seat, new.seat_number, new.account,
      new.panel_name, new.due_at, new.view, new.sheet, new.asked_at, new.asked_why)
      is distinct from (old.id, old.root, old.panel, old.case_id, old.seat, old.seat_number, old.account,
      old.panel_name, old.due_at, old.view, old.sheet, old.asked_at, old.asked_why) then
    raise exception '专家只能填写自己的评分表' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_sheets before update on review.sheet for each row execute function review.keep_sheets();

create table review.rules (
  root text primary key,
  rules jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null
);
${boundTable('review.rules', {}, ['insert', 'update'])}

create table review.counter (
  root text not null,
  year integer not null,
  value integer not null,
  primary key (root, year)
);
${boundTable('review.counter', {}, ['insert', 'update'])}
`,
};

/** What an import made by mistake is taken out of the pool again; nobody who sits in a panel is. */
const removal: Migration = {
  id: 'review/002-removal',
  sql: `
grant delete on review.expert to kechuang_app;
create policy kechuang_root_delete on review.expert for delete to kechuang_root
  using (root = (select current_setting('kechuang.root', true)));
`,
};

export const migrations: readonly Migration[] = [panels, removal];
