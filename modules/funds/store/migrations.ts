// Tables of funds: budget lines with a journal and the balances that the database keeps from it; those of payments stand apart.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable, moduleSchema } from '#platform/db/row-security.ts';
import { ownAccounts } from './own-accounts.ts';
import { parameters } from './parameter-tables.ts';
import { payments } from './payment-tables.ts';

const lines: Migration = {
  id: 'funds/001-lines',
  sql: `
${moduleSchema('funds')}

create table funds.line (
  id uuid primary key,
  root text not null,
  -- Whose money it is: the root itself, or a county for its own share.
  region text not null,
  year integer not null check (year between 1990 and 2100),
  source text not null check (source in ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY')),
  name text not null,
  -- 功能科目 and 经济科目 (政府收支分类科目).
  function_code text not null,
  economic_code text not null default '',
  -- Programme whose promises of the year come to this line by themselves.
  programme text,
  document_no text not null check (btrim(document_no) <> ''),
  freezes_on date not null,
  created_at timestamptz not null,
  created_by text not null,
  unique (root, year, source, region, name)
);
create index line_by_year on funds.line (root, year desc, name, id);
create index line_by_region on funds.line (root, region, year desc);
create index line_by_programme on funds.line (root, programme, year) where programme is not null;
${boundTable('funds.line', { region: 'region' }, ['insert', 'update'])}

-- What a line holds, kept by the database itself from the journal in the transaction of the entry; its checks are the last word.
create table funds.balance (
  line uuid primary key references funds.line,
  root text not null,
  region text not null,
  budget numeric(18,2) not null default 0 check (budget >= 0),
  adjusted numeric(18,2) not null default 0,
  free numeric(18,2) not null default 0,
  reserved numeric(18,2) not null default 0,
  committed numeric(18,2) not null default 0,
  paid numeric(18,2) not null default 0,
  entries integer not null default 0,
  constraint balance_free check (free >= 0),
  constraint balance_reserved check (reserved >= 0),
  constraint balance_committed check (committed >= 0),
  constraint balance_paid check (paid >= 0),
  constraint balance_sum check (budget + adjusted = free + reserved + committed + paid)
);
create index balance_by_root on funds.balance (root, line);
${boundTable('funds.balance', { region: 'region' }, ['insert', 'update'])}

create table funds.journal (
  id bigint generated always as identity primary key,
  root text not null,
  region text not null,
  line uuid not null references funds.line,
  day date not null,
  kind text not null,
  -- Both sides of the move; 'outside' is where budgets come from and go back to.
  from_pocket text not null check (from_pocket in ('outside', 'free', 'reserved', 'committed', 'paid')),
  to_pocket text not null check (to_pocket in ('outside', 'free', 'reserved', 'committed', 'paid')),
  amount numeric(18,2) not null check (amount > 0),
  document_no text not null check (btrim(document_no) <> ''),
  note text not null default '',
  commitment uuid,
  payment uuid,
  recovery uuid,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  check (from_pocket <> to_pocket)
);
create index journal_by_line on funds.journal (root, line, id desc);
create index journal_by_commitment on funds.journal (root, commitment) where commitment is not null;
create index journal_by_day on funds.journal (root, line, day);
${boundTable('funds.journal', { region: 'region' }, ['insert'])}

create function funds.keep_rows() returns trigger language plpgsql as $$
begin
  raise exception '资金凭证只能追加，不能修改或删除；更正请登记冲销' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_journal before update or delete or truncate on funds.journal for each statement execute function funds.keep_rows();

create function funds.balance_of(pocket text, from_pocket text, to_pocket text, amount numeric) returns numeric
language sql immutable as $$
  select case when pocket = to_pocket then amount when pocket = from_pocket then -amount else 0 end
$$;

create function funds.post_to_balance() returns trigger language plpgsql as $$
begin
  update funds.balance b set
    budget = b.budget + a.budget, adjusted = b.adjusted + a.adjusted, free = b.free + a.free, reserved = b.reserved + a.reserved,
    committed = b.committed + a.committed, paid = b.paid + a.paid, entries = b.entries + a.entries
  from (
    select line,
      sum(case when kind = 'ALLOT' then amount else 0 end) as budget,
      sum(case when kind = 'ADJUST' then -funds.balance_of('outside', from_pocket, to_pocket, amount) else 0 end) as adjusted,
      sum(funds.balance_of('free', from_pocket, to_pocket, amount)) as free,
      sum(funds.balance_of('reserved', from_pocket, to_pocket, amount)) as reserved,
      sum(funds.balance_of('committed', from_pocket, to_pocket, amount)) as committed,
      sum(funds.balance_of('paid', from_pocket, to_pocket, amount)) as paid,
      count(*)::int as entries
    from added group by line order by line
  ) a where b.line = a.line;
  return null;
end $$;
create trigger post_to_balance after insert on funds.journal referencing new table as added for each statement execute function funds.post_to_balance();
`,
};

export const migrations: readonly Migration[] = [lines, payments, ownAccounts, parameters];
