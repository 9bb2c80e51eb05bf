// People to turn to at a party: masked for everyone, opened one by one with a reason that the trail keeps.
import type { Transaction } from 'kysely';
import { maskEmail, maskIdNumber, maskName, maskPhone } from '#platform/crypto/mask.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { ContactDuty } from '../model/party.ts';
import type { FieldSeal } from '../setting.ts';
import type { By } from './by.ts';
import type { RegistryTables } from './tables.ts';

export interface ContactFacts {
  readonly duty: ContactDuty;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly idNumber: string | null;
  readonly isPrimary: boolean;
}

/** Binds what is sealed to where it is kept. */
const place = 'registry.contact';

type Personal = Pick<ContactFacts, 'name' | 'phone' | 'email' | 'idNumber'>;

export async function contactsOf(db: Transaction<unknown>, party: string) {
  return tables<RegistryTables>(db)
    .selectFrom('registry.contact')
    .select([
      'id',
      'duty',
      'name_mask as name',
      'phone_mask as phone',
      'email_mask as email',
      'id_mask as idNumber',
      'is_primary as isPrimary',
      'version',
    ])
    .where('party', '=', party)
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute();
}

const maskOf = (value: string | null, mask: (text: string) => string): string | null =>
  value === null || value === '' ? null : mask(value);

function columnsOf(facts: ContactFacts, seal: FieldSeal, by: By) {
  const personal: Personal = { name: facts.name, phone: facts.phone, email: facts.email, idNumber: facts.idNumber };
  return {
    duty: facts.duty,
    name_mask: maskName(facts.name),
    phone_mask: maskOf(facts.phone, maskPhone),
    email_mask: maskOf(facts.email, maskEmail),
    id_mask: maskOf(facts.idNumber, maskIdNumber),
    sealed: seal.seal(JSON.stringify(personal), place),
    is_primary: facts.isPrimary,
    updated_at: by.now,
  };
}

/** Only one contact comes first: another loses the mark. */
async function yieldPrimary(db: Transaction<unknown>, party: string, facts: ContactFacts): Promise<void> {
  if (!facts.isPrimary) return;
  await tables<RegistryTables>(db)
    .updateTable('registry.contact')
    .set({ is_primary: false })
    .where('party', '=', party)
    .where('is_primary', '=', true)
    .execute();
}

export async function addContact(
  db: Transaction<unknown>,
  by: By,
  seal: FieldSeal,
  party: { readonly id: string; readonly region: string },
  facts: ContactFacts,
): Promise<string> {
  await yieldPrimary(db, party.id, facts);
  const id = uuidv7();
  await tables<RegistryTables>(db)
    .insertInto('registry.contact')
    .values({ root: by.root, id, region: party.region, party: party.id, ...columnsOf(facts, seal, by) })
    .execute();
  return id;
}

async function lockContact(db: Transaction<unknown>, id: string) {
  const row = await tables<RegistryTables>(db)
    .selectFrom('registry.contact')
    .select(['id', 'party', 'region', 'duty', 'name_mask', 'is_primary', 'sealed', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('该联系人');
  return row;
}

/** What is left out of `facts` stays as it was: a mask sent back by mistake never overwrites the truth. */
export async function changeContact(
  db: Transaction<unknown>,
  by: By,
  seal: FieldSeal,
  edit: { readonly id: string; readonly version: number; readonly facts: Partial<ContactFacts> },
): Promise<{ readonly party: string }> {
  const row = await lockContact(db, edit.id);
  if (row.version !== edit.version) throw staleWrite('该联系人');
  const before = JSON.parse(seal.open(row.sealed, place)) as Personal;
  const facts: ContactFacts = { duty: row.duty, isPrimary: row.is_primary, ...before, ...edit.facts };
  if (!row.is_primary) await yieldPrimary(db, row.party, facts);
  await tables<RegistryTables>(db)
    .updateTable('registry.contact')
    .set({ ...columnsOf(facts, seal, by), version: row.version + 1 } as never)
    .where('id', '=', row.id)
    .execute();
  return { party: row.party };
}

export async function removeContact(
  db: Transaction<unknown>,
  id: string,
  version: number,
): Promise<{ readonly party: string; readonly mask: string }> {
  const row = await lockContact(db, id);
  if (row.version !== version) throw staleWrite('该联系人');
  await tables<RegistryTables>(db).deleteFrom('registry.contact').where('id', '=', id).execute();
  return { party: row.party, mask: row.name_mask };
}

/** The whole truth about one contact; the caller writes the trail. */
export async function revealContact(
  db: Transaction<unknown>,
  seal: FieldSeal,
  id: string,
): Promise<Personal & { readonly party: string; readonly mask: string }> {
  const row = await tables<RegistryTables>(db)
    .selectFrom('registry.contact')
    .select(['party', 'sealed', 'name_mask'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('该联系人');
  return { ...(JSON.parse(seal.open(row.sealed, place)) as Personal), party: row.party, mask: row.name_mask };
}
