// The fictional enterprises as the register takes them: facts, former names, contacts, titles and figures by source.
import type { Title } from '#kernel/declare/title.ts';
import type { PastParty, PastTitle } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { Enterprise, HeldTitle } from '#testing/population/types.ts';
import { declaredTitles } from '../settings.ts';

/** The population names titles by the codes of the vocabulary, the catalogue by its own ids. */
const titleNames: Readonly<Record<HeldTitle['kind'], string>> = { HNTE: '高新技术企业', TECH_SME: '科技型中小企业' };

export function titleOf(kind: HeldTitle['kind']): { title: Title; measures: readonly string[] } {
  const declared = declaredTitles.find(({ title }) => title.name === titleNames[kind]);
  if (declared === undefined) throw new Error(`No programme of the catalogue grants ${titleNames[kind]}`);
  return declared;
}

function pastTitle({ kind, number, fromOn, untilOn, revokedOn, revokeReason }: HeldTitle): PastTitle {
  return { ...titleOf(kind), number, from: fromOn, until: untilOn, endedOn: revokedOn, endReason: revokeReason };
}

/** A new id for each. */
export function pastParty(
  firm: Enterprise,
  granted?: { readonly number: string; readonly from: string; readonly until: string } | null,
): PastParty {
  const { name, uscc, region, status, legalPerson, address, registeredCapital, foundedOn, industry, field, scale, aboveScale } = firm;
  return {
    id: uuidv7(),
    kind: 'enterprise',
    name,
    uscc,
    region,
    status,
    legalPerson,
    address,
    registeredCapital,
    foundedOn,
    industry,
    field,
    scale,
    aboveScale,
    formerNames: firm.formerNames,
    contacts: firm.contacts,
    titles: [
      ...firm.titles.map(pastTitle),
      ...(granted == null ? [] : [{ ...titleOf('HNTE'), ...granted, endedOn: null, endReason: null }]),
    ],
    finance: firm.finance,
  };
}
