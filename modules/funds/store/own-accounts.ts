// What a party may do to its own payee accounts: enter one that waits for a second person, and nothing else.
import type { Migration } from '#platform/db/migration.ts';

export const ownAccounts: Migration = {
  id: 'funds/003-own-accounts',
  sql: `
-- A party that could change its account would take it into use by itself, past the second person.
drop policy kechuang_party_update on funds.payee_account;
drop policy kechuang_party_insert on funds.payee_account;
create policy kechuang_party_insert on funds.payee_account for insert to kechuang_party with check (
  root = (select current_setting('kechuang.root', true))
  and party = (select nullif(current_setting('kechuang.party', true), '')::uuid)
  and status = 'entered' and confirmed_by is null and confirmed_at is null);
`,
};
