// One party as its profile shows it.
import type { ActionContext } from '#platform/http/action.ts';
import { figuresByYear, warningsOf } from '../model/profile.ts';
import { titleState, titleStates } from '../model/title-validity.ts';
import { readParty, type WholeParty } from '../store/read-party.ts';
import type { PartyProfile } from '../wire.ts';

function titleLine(title: WholeParty['titles'][number], today: string): PartyProfile['titles'][number] {
  const { status, ...rest } = title;
  const state = titleState({ from: title.from, until: title.until, status }, today);
  return { ...rest, state, stateName: titleStates[state] };
}

export async function profileOf({ db, today }: Pick<ActionContext, 'db' | 'today'>, id: string): Promise<PartyProfile> {
  const { party, mergedName, titles, finance, contacts, formerNames, absorbed } = await readParty(db, id);
  const years = figuresByYear(finance);
  return {
    id: party.id,
    version: party.version,
    kind: party.kind,
    name: party.name,
    uscc: party.uscc,
    usccCheck: party.uscc_check,
    usccNote: party.uscc_note,
    region: party.region,
    legalPerson: party.legal_person,
    address: party.address,
    registeredCapital: party.registered_capital,
    foundedOn: party.founded_on,
    industry: party.industry,
    field: party.field,
    scale: party.scale,
    aboveScale: party.above_scale,
    status: party.status as PartyProfile['status'],
    updatedAt: party.updated_at.toISOString(),
    mergedName,
    warnings: [...warningsOf({ uscc: party.uscc, usccCheck: party.uscc_check, titles, years }, today)],
    titles: titles.map((title) => titleLine(title, today)),
    finance: years.map(({ year, sources, disagreements }) => ({
      year,
      sources: sources.map(({ source, values, version, recordedAt, recordedBy, note }) => ({
        source,
        values,
        version,
        recordedAt: recordedAt.toISOString(),
        recordedBy,
        note,
      })),
      disagreements: disagreements.map(({ key, name, level, gap, says }) => ({ key, name, level, gap, says })),
    })),
    contacts,
    formerNames,
    absorbed: absorbed.map((line) => ({ ...line, at: line.at.toISOString() })),
  };
}
