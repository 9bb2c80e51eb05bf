// What the register knows of an applicant, for prefilling forms and for holding sources against each other.

import type { Selectable, Transaction } from 'kysely';
import type { Known } from '#kernel/declare/dossier.ts';
import { shiftPoint } from '#kernel/fields/decimal-text.ts';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { financeOfMany, type KnownFigures } from './finance.ts';
import { type HeldTitle, titlesHeld } from './list-parties.ts';
import { partyOf } from './resolve.ts';
import type { PartyRow, RegistryTables } from './tables.ts';

/** Sources in the order in which a figure of them is believed. */
const trust = ['AUDIT', 'TAX', 'APPLICATION', 'STATISTICS'] as const;

function best(finance: readonly KnownFigures[], year: number, key: keyof KnownFigures['values']): string | undefined {
  for (const source of trust) {
    const value = finance.find((line) => line.year === year && line.source === source)?.values[key];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

const whole = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text.replace(/\.0*$/, '')));

/** `12500.00` as forms write it: `12500`. */
const plain = (text: string | undefined): string | undefined => (text === undefined ? undefined : shiftPoint(text, 0));

function financeFacts(finance: readonly KnownFigures[], day: string): Record<string, unknown> {
  const lastYear = Number(day.slice(0, 4)) - 1;
  const years = [lastYear - 2, lastYear - 1, lastYear].filter((year) => finance.some((line) => line.year === year));
  const keys = ['sales', 'rdExpense', 'totalAssets', 'totalLiabilities', 'netAssets'] as const;
  const rows = years.map((year) => ({
    year,
    ...Object.fromEntries(
      keys.flatMap((key) => {
        const value = plain(best(finance, year, key));
        return value === undefined ? [] : [[key, value]];
      }),
    ),
  }));
  const latest = years.at(-1);
  const of = (key: keyof KnownFigures['values']): string | undefined => (latest === undefined ? undefined : best(finance, latest, key));
  return {
    'finance.lastThreeYears': rows.length === 0 ? undefined : rows,
    'finance.year': latest,
    'finance.sales': plain(of('sales')),
    'finance.grossIncome': plain(of('grossIncome')),
    'finance.nonTaxableIncome': plain(of('nonTaxableIncome')),
    'finance.highTechIncome': plain(of('highTechIncome')),
    'finance.rdExpense': plain(of('rdExpense')),
    'enterprise.staff': whole(of('staff')),
    'enterprise.scienceStaff': whole(of('scienceStaff')),
    'enterprise.insuredStaff': whole(of('insuredStaff')),
  };
}

/** Facts that are unknown are absent. `day` is the day of application. */
export async function knownFacts(db: Transaction<unknown>, partyId: string, day: string): Promise<Known> {
  const { id } = await partyOf(db, partyId);
  const known = (await knownOfMany(db, [id], day)).get(id);
  if (known === undefined) throw notFound('该主体');
  return known;
}

/** The same for many parties at once, in three statements. */
export async function knownOfMany(db: Transaction<unknown>, ids: readonly string[], day: string): Promise<ReadonlyMap<string, Known>> {
  if (ids.length === 0) return new Map();
  const parties = await tables<RegistryTables>(db).selectFrom('registry.party').selectAll().where('id', 'in', ids).execute();
  const finance = await financeOfMany(db, ids);
  const titles = await titlesHeld(db, ids, day);
  return new Map(parties.map((party) => [party.id, knownOf(party, finance.get(party.id) ?? [], titles.get(party.id) ?? [], day)]));
}

function knownOf(party: Selectable<PartyRow>, finance: readonly KnownFigures[], titles: readonly HeldTitle[], day: string): Known {
  const facts: Record<string, unknown> = {
    'enterprise.id': party.id,
    'enterprise.name': party.name,
    'enterprise.uscc': party.uscc ?? undefined,
    'enterprise.organisation': { name: party.name, uscc: party.uscc ?? '' },
    'enterprise.kind': party.kind,
    'enterprise.region': party.region,
    'enterprise.foundedOn': party.founded_on ?? undefined,
    'enterprise.industry': party.industry ?? undefined,
    'enterprise.field': party.field ?? undefined,
    'enterprise.scale': party.scale ?? undefined,
    'enterprise.aboveScale': party.above_scale ?? undefined,
    'enterprise.legalPerson': party.legal_person ?? undefined,
    'enterprise.address': party.address ?? undefined,
    'enterprise.registeredCapital': plain(party.registered_capital ?? undefined),
    'enterprise.titles': titles.map(({ kind, name, level, from, until }) => ({ kind, name, level, from, until })),
    ...financeFacts(finance, day),
  };
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    finance: finance.map(({ year, source, values }) => ({
      year,
      source,
      values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value ?? undefined)])),
    })),
  };
}
