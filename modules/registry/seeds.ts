// Loads parties with their names, contacts, titles and figures set-based: twenty thousand in seconds, through the register's own forms of a name.
import type { Transaction } from 'kysely';
import type { Title } from '#kernel/declare/title.ts';
import { loadEntries, type PastEntry } from '#modules/figures/contract.ts';
import { maskEmail, maskName, maskPhone } from '#platform/crypto/mask.ts';
import { copyRows } from '#platform/db/copy.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { judgeCode } from './model/credit-code.ts';
import { type FinanceSourceCode, financeItems } from './model/finance-items.ts';
import { nameForms } from './model/name-forms.ts';
import { nameKey } from './model/name-keys.ts';
import type { ContactDuty } from './model/party.ts';
import { placesOf } from './model/places.ts';
import { wordsLiteral } from './model/search-words.ts';
import { stockOfEnd, stockOfGrant } from './model/title-validity.ts';
import type { FieldSeal } from './setting.ts';
import type { PartyFacts } from './store/write-party.ts';

export interface PastTitle {
  readonly title: Title;
  readonly number: string;
  readonly from: string;
  readonly until: string;
  /** First day on which a revoked title no longer holds. */
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly measures: readonly string[];
}

export interface PastParty extends PartyFacts {
  readonly id: string;
  readonly formerNames: readonly { readonly name: string; readonly until: string }[];
  readonly contacts: readonly { readonly duty: ContactDuty; readonly name: string; readonly phone: string; readonly email: string }[];
  readonly titles: readonly PastTitle[];
  readonly finance: readonly {
    readonly year: number;
    readonly source: FinanceSourceCode;
    readonly values: Readonly<Record<string, string | undefined>>;
  }[];
}

export interface LoadedBy {
  readonly root: string;
  readonly account: string;
  readonly name: string;
  readonly now: Date;
}

const partyColumns = [
  'root',
  'id',
  'region',
  'kind',
  'name',
  'name_key',
  'core_key',
  'spelling',
  'initials',
  'words',
  'uscc',
  'uscc_check',
  'legal_person',
  'address',
  'registered_capital',
  'founded_on',
  'industry',
  'field',
  'scale',
  'above_scale',
  'status',
  'created_at',
  'created_by',
  'updated_at',
];

function* partyRows(parties: readonly PastParty[], { root, account, now }: LoadedBy) {
  const places = placesOf(root);
  for (const party of parties) {
    const forms = nameForms(party.name, places);
    const verdict = party.uscc === null ? null : judgeCode(party.uscc).verdict === 'VALID' ? 'ok' : 'warning';
    yield [
      root,
      party.id,
      party.region,
      party.kind,
      forms.name,
      forms.nameKey,
      forms.coreKey,
      forms.spelling,
      forms.initials,
      wordsLiteral(forms.words),
      party.uscc,
      verdict,
      party.legalPerson,
      party.address,
      party.registeredCapital,
      party.foundedOn,
      party.industry,
      party.field,
      party.scale,
      party.aboveScale,
      party.status,
      now,
      account,
      now,
    ];
  }
}

const changeColumns = [
  'root',
  'id',
  'region',
  'party',
  'field',
  'before',
  'after',
  'name_key',
  'changed_on',
  'at',
  'account',
  'account_name',
  'reason',
];

function* nameChanges(parties: readonly PastParty[], { root, account, name }: LoadedBy) {
  for (const party of parties) {
    for (const [i, former] of party.formerNames.entries()) {
      const after = party.formerNames[i + 1]?.name ?? party.name;
      yield [
        root,
        uuidv7(),
        party.region,
        party.id,
        'name',
        former.name,
        after,
        nameKey(former.name),
        former.until,
        new Date(`${former.until}T09:00:00+08:00`),
        account,
        name,
        '工商变更登记',
      ];
    }
  }
}

const contactColumns = [
  'root',
  'id',
  'region',
  'party',
  'duty',
  'name_mask',
  'phone_mask',
  'email_mask',
  'sealed',
  'is_primary',
  'updated_at',
];

function* contactRows(parties: readonly PastParty[], { root, now }: LoadedBy, seal: FieldSeal) {
  for (const party of parties) {
    for (const [i, { duty, name, phone, email }] of party.contacts.entries()) {
      const sealed = seal.seal(JSON.stringify({ name, phone, email, idNumber: null }), 'registry.contact');
      yield [root, uuidv7(), party.region, party.id, duty, maskName(name), maskPhone(phone), maskEmail(email), sealed, i === 0, now];
    }
  }
}

const financeColumns = [
  'root',
  'party',
  'region',
  'year',
  'source',
  ...financeItems.map((item) => item.column),
  'recorded_at',
  'recorded_by',
  'recorded_by_name',
];

function* financeRows(parties: readonly PastParty[], { root, account, name, now }: LoadedBy) {
  for (const party of parties) {
    for (const { year, source, values } of party.finance) {
      yield [root, party.id, party.region, year, source, ...financeItems.map((item) => values[item.key] ?? null), now, account, name];
    }
  }
}

const titleColumns = [
  'root',
  'id',
  'region',
  'party',
  'kind',
  'name',
  'level',
  'number',
  'from_on',
  'until_on',
  'status',
  'ended_on',
  'end_reason',
  'measures',
  'source_kind',
  'source_id',
  'created_at',
  'created_by',
  'updated_at',
];

const morning = (day: string): Date => new Date(`${day}T09:00:00+08:00`);

/** +1 from the first day, −1 after the last, both known since the first; a revocation is known since its own day. */
function entriesOfTitle(party: PastParty, id: string, held: PastTitle): PastEntry[] {
  const granted = stockOfGrant(held.from, held.until).map((posting) => ({
    ...posting,
    postedAt: morning(held.from),
    note: `${held.title.name}生效`,
  }));
  const ended =
    held.endedOn === null
      ? []
      : stockOfEnd(held.from, held.until, held.endedOn).map((posting) => ({
          ...posting,
          postedAt: morning(held.endedOn ?? held.from),
          note: `${held.title.name}撤销`,
        }));
  return held.measures.flatMap((measure) =>
    [...granted, ...ended].map(({ day, value, postedAt, note }) => ({
      measure,
      region: party.region,
      day,
      value,
      party: party.id,
      sourceKind: 'title',
      sourceId: id,
      note,
      postedAt,
    })),
  );
}

/** Everything in the caller's transaction; returns the number of parties. */
export async function loadParties(db: Transaction<unknown>, by: LoadedBy, parties: readonly PastParty[], seal: FieldSeal): Promise<number> {
  const { root, account } = by;
  const titles = parties.flatMap((party) => party.titles.map((held) => ({ party, held, id: uuidv7() })));
  const loaded = await copyRows(db, 'registry.party', partyColumns, partyRows(parties, by));
  await copyRows(db, 'registry.party_change', changeColumns, nameChanges(parties, by));
  await copyRows(db, 'registry.contact', contactColumns, contactRows(parties, by, seal));
  await copyRows(db, 'registry.finance', financeColumns, financeRows(parties, by));
  await copyRows(
    db,
    'registry.title',
    titleColumns,
    titles.map(({ party, held, id }) => [
      root,
      id,
      party.region,
      party.id,
      held.title.id,
      held.title.name,
      held.title.level,
      held.number,
      held.from,
      held.until,
      held.endedOn === null ? 'valid' : 'revoked',
      held.endedOn,
      held.endReason,
      held.measures,
      'import',
      'demonstration',
      morning(held.from),
      account,
      morning(held.from),
    ]),
  );
  await loadEntries(
    db,
    { root, account },
    titles.flatMap(({ party, held, id }) => entriesOfTitle(party, id, held)),
  );
  return loaded;
}
