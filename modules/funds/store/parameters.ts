// What the bureau has set about public money: every version is kept, the last one holds.
import { sql, type Transaction } from 'kysely';
import type { By } from '#modules/registry/contract.ts';
import { staleWrite } from '#platform/refusal.ts';
import { type FundsParameters, parametersFrom } from '../model/parameters.ts';

export interface ParameterVersion {
  readonly version: number;
  readonly parameters: FundsParameters;
  readonly why: string;
  readonly at: Date;
  readonly by: string;
}

/** Newest first. */
export async function parameterVersions(db: Transaction<unknown>, root: string): Promise<ParameterVersion[]> {
  const { rows } = await sql<Omit<ParameterVersion, 'parameters'> & { set: Record<string, unknown> }>`
    select version, set, why, at, by_name as by from funds.parameters where root = ${root} order by version desc limit 100`.execute(db);
  return rows.map(({ set, ...row }) => ({ ...row, parameters: parametersFrom(set) }));
}

export async function parametersOf(db: Transaction<unknown>, root: string): Promise<FundsParameters> {
  const { rows } = await sql<{ set: Record<string, unknown> }>`
    select set from funds.parameters where root = ${root} order by version desc limit 1`.execute(db);
  return parametersFrom(rows[0]?.set ?? {});
}

/** Refuses where a colleague has set them meanwhile. */
export async function saveParameters(
  db: Transaction<unknown>,
  by: By,
  given: { readonly version: number; readonly parameters: FundsParameters; readonly why: string },
): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into funds.parameters (root, version, set, why, at, by_account, by_name)
    select ${by.root}, ${given.version + 1}, ${JSON.stringify(given.parameters)}::jsonb, ${given.why}, ${by.now}, ${by.account}::uuid, ${by.name}
    where coalesce((select max(version) from funds.parameters where root = ${by.root}), 0) = ${given.version}
    on conflict (root, version) do nothing`.execute(db);
  if (numAffectedRows !== 1n) throw staleWrite('资金参数');
}
