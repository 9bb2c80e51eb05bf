// Which fictional enterprises get an account: one ready to apply, one whose papers were sent back, one whose certificate runs out.
import { sql, type Transaction } from 'kysely';

interface Firm {
  readonly id: string;
  readonly name: string;
}

/** The high-tech zone, whose offices have printed sign-ins. */
const zone = '990171';

/** Found in what has just been loaded, so that each desk has something to do; the same for the same population. */
export async function demonstrationFirms(db: Transaction<unknown>, root: string, today: string): Promise<Firm[]> {
  const { rows } = await sql<Firm>`
    (select p.id, p.name from registry.party p join registry.finance_summary f on f.root = p.root and f.party = p.id
     where p.root = ${root} and p.region = ${zone} and p.status = 'active' and p.field is not null and p.uscc_check = 'ok' and f.staff >= 40
       and f.rd_expense * 20 >= f.sales and p.founded_on < ${today}::date - 1500
       and not exists (select 1 from registry.title t where t.root = p.root and t.party = p.id and t.held_until >= ${today}::date - 400 and t.kind = 'high-tech-enterprise')
       and not exists (select 1 from casework.cases c where c.root = p.root and c.party = p.id)
     order by f.rd_expense desc, p.uscc limit 1)
    union all
    (select c.party, c.party_name from casework.cases c where c.root = ${root} and c.region = ${zone} and c.status = 'correction' order by c.number limit 1)
    union all
    (select p.id, p.name from registry.title t join registry.party p on p.root = t.root and p.id = t.party
     where t.root = ${root} and t.region = ${zone} and t.kind = 'high-tech-enterprise' and t.status = 'valid' and t.until_on > ${today}
       and not exists (select 1 from casework.cases c where c.root = t.root and c.party = t.party and c.status in ('open', 'correction'))
     order by t.until_on, p.uscc limit 1)`.execute(db);
  return rows;
}
