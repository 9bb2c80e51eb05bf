// Accounts that hold the role of an expert, for the module that ties them to the pool of experts.
import { sql, type Transaction } from 'kysely';

export interface ExpertAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

export async function expertAccounts(db: Transaction<unknown>, root: string): Promise<readonly ExpertAccount[]> {
  const { rows } = await sql<ExpertAccount>`
    select a.id, a.login, a.name from accounts.account a
    join accounts.role_grant g on g.root = a.root and g.account = a.id and g.role = 'expert'
    where a.root = ${root} and a.disabled_at is null order by a.login`.execute(db);
  return rows;
}
