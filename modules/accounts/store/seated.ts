// The accounts that sit with a party or in offices of a kind and region, for modules that have something to tell them.
import { sql, type Transaction } from 'kysely';

export async function accountsSeated(
  db: Transaction<unknown>,
  root: string,
  seat: { readonly party: string } | { readonly officeKind: string; readonly region: string },
): Promise<readonly string[]> {
  const { rows } =
    'party' in seat
      ? await sql<{ id: string }>`
          select id from accounts.account where root = ${root} and party = ${seat.party} and disabled_at is null order by id`.execute(db)
      : await sql<{ id: string }>`
          select a.id from accounts.account a join accounts.office o on o.root = a.root and o.id = a.office
          where a.root = ${root} and o.kind = ${seat.officeKind} and o.region = ${seat.region} and a.disabled_at is null
          order by a.id`.execute(db);
  return rows.map(({ id }) => id);
}
