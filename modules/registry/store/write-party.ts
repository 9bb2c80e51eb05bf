// Creates and changes parties; every change leaves a line that says what was before.
import { sql, type Transaction } from 'kysely';
import { compareDecimals } from '#kernel/fields/decimal-text.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import { alreadyMerged, codeDoubtful, codeInvalid, codeTaken, regionUnknown } from '../errors.ts';
import { judgeCode } from '../model/credit-code.ts';
import { nameForms } from '../model/name-forms.ts';
import { nameKey } from '../model/name-keys.ts';
import type { CodeCheckState, PartyKind, PartyStatus } from '../model/party.ts';
import { partyFields } from '../model/party-fields.ts';
import { isRegionOf, placesOf } from '../model/places.ts';
import { wordsLiteral } from '../model/search-words.ts';
import type { By } from './by.ts';
import type { PartyRow, RegistryTables } from './tables.ts';
import { moveStock } from './title-stock.ts';

export interface PartyFacts {
  readonly kind: PartyKind;
  readonly name: string;
  readonly uscc: string | null;
  readonly region: string;
  readonly legalPerson: string | null;
  readonly address: string | null;
  readonly registeredCapital: string | null;
  readonly foundedOn: string | null;
  readonly industry: string | null;
  readonly field: string | null;
  readonly scale: PartyRow['scale'];
  readonly aboveScale: boolean | null;
  readonly status: Exclude<PartyStatus, 'merged'>;
}

export interface CodeConfirmation {
  /** Why a code whose check character does not fit is right all the same. */
  readonly reason: string;
}

interface CodeState {
  readonly uscc: string | null;
  readonly uscc_check: CodeCheckState | null;
  readonly uscc_note: string | null;
}

/** A code once confirmed stays confirmed while it is not changed. */
function codeState(text: string | null, confirmation: CodeConfirmation | undefined, before: CodeState | undefined): CodeState {
  if (text === null || text.trim() === '') return { uscc: null, uscc_check: null, uscc_note: null };
  const { code, verdict, says } = judgeCode(text);
  if (verdict === 'INVALID') throw codeInvalid(says ?? '统一社会信用代码不正确');
  if (verdict === 'VALID') return { uscc: code, uscc_check: 'ok', uscc_note: null };
  if (confirmation !== undefined) return { uscc: code, uscc_check: 'confirmed', uscc_note: confirmation.reason };
  if (before?.uscc === code && before.uscc_check === 'confirmed') return before;
  throw codeDoubtful(says ?? '统一社会信用代码校验位不符');
}

/** The party within sight that carries the code. */
export const partyWithCode = (db: Transaction<unknown>, uscc: string): Promise<{ id: string; name: string } | undefined> =>
  tables<RegistryTables>(db)
    .selectFrom('registry.party')
    .select(['id', 'name'])
    .where('uscc', '=', uscc)
    .where('status', '<>', 'merged')
    .executeTakeFirst();

async function requireFreeCode(db: Transaction<unknown>, uscc: string | null, except: string | null): Promise<void> {
  const other = uscc === null ? undefined : await partyWithCode(db, uscc);
  if (other !== undefined && other.id !== except) throw codeTaken(other.name);
}

function columnsOf(facts: PartyFacts, root: string) {
  if (!isRegionOf(root, facts.region)) throw regionUnknown(facts.region);
  const forms = nameForms(facts.name, placesOf(root));
  return {
    kind: facts.kind,
    region: facts.region,
    name: forms.name,
    name_key: forms.nameKey,
    core_key: forms.coreKey,
    spelling: forms.spelling,
    initials: forms.initials,
    words: sql`${wordsLiteral(forms.words)}::tsvector`,
    legal_person: facts.legalPerson,
    address: facts.address,
    registered_capital: facts.registeredCapital,
    founded_on: facts.foundedOn,
    industry: facts.industry,
    field: facts.field,
    scale: facts.scale,
    above_scale: facts.aboveScale,
    status: facts.status,
  };
}

export async function createParty(db: Transaction<unknown>, by: By, facts: PartyFacts, confirmation?: CodeConfirmation): Promise<string> {
  const code = codeState(facts.uscc, confirmation, undefined);
  await requireFreeCode(db, code.uscc, null);
  const id = uuidv7();
  await tables<RegistryTables>(db)
    .insertInto('registry.party')
    .values({
      root: by.root,
      id,
      ...columnsOf(facts, by.root),
      ...code,
      merged_into: null,
      batch: null,
      created_at: by.now,
      created_by: by.account,
      updated_at: by.now,
    })
    .execute();
  return id;
}

export interface Changed {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** The party as stored, locked for a change; refuses a stale version and what has been merged away. */
export async function lockParty(db: Transaction<unknown>, id: string, version: number): Promise<PartyRow & { version: number }> {
  const row = await tables<RegistryTables>(db).selectFrom('registry.party').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw notFound('该主体');
  if (row.status === 'merged') throw alreadyMerged(row.name);
  if (row.version !== version) throw staleWrite(`“${row.name}”`);
  return row as unknown as PartyRow & { version: number };
}

export async function writeChanges(
  db: Transaction<unknown>,
  by: By,
  party: { readonly id: string; readonly region: string },
  changes: readonly Changed[],
  reason: string | null,
): Promise<void> {
  if (changes.length === 0) return;
  await tables<RegistryTables>(db)
    .insertInto('registry.party_change')
    .values(
      changes.map(({ key, before, after }) => ({
        root: by.root,
        id: uuidv7(),
        region: party.region,
        party: party.id,
        field: key,
        before,
        after,
        name_key: key === 'name' && before !== null ? nameKey(before) : null,
        changed_on: by.today,
        at: by.now,
        account: by.account,
        account_name: by.name,
        reason,
        batch: null,
      })),
    )
    .execute();
}

/** Returns what has changed; nothing is written when nothing has. */
export async function changeParty(
  db: Transaction<unknown>,
  by: By,
  edit: {
    readonly id: string;
    readonly version: number;
    readonly facts: Partial<PartyFacts>;
    readonly confirmation?: CodeConfirmation | undefined;
    readonly reason?: string | undefined;
  },
): Promise<readonly Changed[]> {
  const row = await lockParty(db, edit.id, edit.version);
  const stored = row as unknown as Record<string, unknown>;
  const before = Object.fromEntries(partyFields.map((field) => [field.key, stored[field.column]])) as unknown as PartyFacts;
  const facts: PartyFacts = { ...before, ...edit.facts };
  const code = codeState(facts.uscc, edit.confirmation, row);
  const columns = { ...columnsOf(facts, by.root), ...code };
  if (code.uscc !== row.uscc) await requireFreeCode(db, code.uscc, row.id);
  const written = columns as unknown as Record<string, unknown>;
  const changes = partyFields.flatMap(({ key, column }): Changed[] => {
    const [old, now] = [text(stored[column]), text(written[column])];
    const same = key === 'registeredCapital' && old !== null && now !== null ? compareDecimals(old, now) === 0 : old === now;
    return same ? [] : [{ key, before: old, after: now }];
  });
  const confirmed = code.uscc_check !== row.uscc_check && code.uscc === row.uscc;
  if (changes.length === 0 && !confirmed) return [];
  if (facts.region !== row.region) await moveStock(db, by, [{ party: row.id, from: row.region, to: facts.region }], by.today);
  await tables<RegistryTables>(db)
    .updateTable('registry.party')
    .set({ ...columns, version: row.version + 1, updated_at: by.now } as never)
    .where('id', '=', row.id)
    .execute();
  const all = confirmed ? [...changes, { key: 'usccCheck', before: row.uscc_check, after: code.uscc_check }] : changes;
  await writeChanges(db, by, { id: row.id, region: facts.region }, all, edit.reason ?? edit.confirmation?.reason ?? null);
  return all;
}
