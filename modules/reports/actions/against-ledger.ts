// Reads from the ledger what a report speaks of, and holds every figure whose indicator is known against it.

import { addDays, addMonths } from '#kernel/declare/calendar.ts';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { childrenOf, regionName, regionShortName } from '#vocabularies/regions/regions.ts';
import { type Held, holdAgainst, revisedSince } from '../model/against/hold-against.ts';
import { type LedgerClaim, ledgerClaims } from '../model/against/ledger-claims.ts';
import { type KnownPlace, placeNamed } from '../model/against/places.ts';
import type { Relation } from '../model/auditor/relation.ts';
import { offsetsOf } from '../model/code-points.ts';
import type { Reading } from '../model/reader/reading.ts';
import { type TieIndex, tieIndexOf } from '../model/ties.ts';
import type { ReportsSetting } from '../setting.ts';
import { type Asker, groundOf } from './work-ground.ts';

export interface HeldReport {
  readonly text: string;
  readonly readings: readonly Reading[];
  /** Ties that people chose, by the number of the reading. */
  readonly chosen: ReadonlyMap<number, string | null>;
  /** What the report is about, by name or code; null for the whole city. */
  readonly place: string | null;
  readonly year: number | null;
  /** The ledger as it was known at the end of this day; null for as it is known now. */
  readonly known: string | null;
}

const placesOf = (root: string): KnownPlace[] =>
  [root, ...childrenOf(root).map(({ code }) => code)].map((code) => ({ code, name: regionName(code), short: regionShortName(code) }));

/** As far back as a sentence is looked at for the day until which it counts. */
const SIGHT = 60;

/** Nothing for a report about a place that is none of this installation's. */
export async function heldAgainstLedger(
  asker: Asker,
  setting: ReportsSetting,
  report: HeldReport,
  ties: TieIndex = tieIndexOf(setting.catalogue),
): Promise<Relation[]> {
  const { text, readings, chosen, place, year, known } = report;
  const all = placesOf(asker.root);
  const home = place === null ? all[0] : (placeNamed(all, place) ?? all.find(({ code }) => code === place));
  if (home === undefined) return [];
  const offsets = offsetsOf(text);
  const claims = ledgerClaims({
    readings,
    wordsBefore: ({ rawStart }) => {
      const end = offsets.toUnits(rawStart);
      return (
        text
          .slice(Math.max(0, end - SIGHT), end)
          .split(/[。！？\n；]/)
          .at(-1) ?? ''
      );
    },
    chosen,
    // What is only published answers by the values given from outside.
    indicators: new Map<string, Indicator>([...setting.catalogue.published, ...setting.catalogue.indicators]),
    ties,
    places: { all, home },
    reportingYear: year,
    lastDay: known !== null && known < asker.today ? known : asker.today,
  });
  const asked = (some: readonly LedgerClaim[], knownOn: string | null): Promise<Held[]> => heldOn(asker, setting, some, readings, knownOn);
  const found = await asked(claims, known);
  const wrong = found.filter(({ relation }) => relation.verdict === 'inconsistent');
  const since = new Map<LedgerClaim, string>();
  for (const day of known === null ? daysOfWriting(wrong, asker.today) : []) {
    const open = wrong.map(({ claim }) => claim).filter((claim) => !since.has(claim));
    for (const { claim, relation } of await asked(open, day)) if (relation.verdict === 'consistent') since.set(claim, day);
  }
  return found.map((one) => {
    const day = since.get(one.claim);
    return day === undefined ? one.relation : revisedSince(one, day);
  });
}

/** The ends of the months in which reports on a period are written: from its end to the middle of the next year. */
function daysOfWriting(wrong: readonly Held[], today: string): string[] {
  const ends = wrong.map(({ claim }) => claim.days.to).sort();
  const last = ends.at(-1);
  if (last === undefined) return [];
  const first = `${Number(last.slice(0, 4)) + 1}-02-01`;
  return [0, 1, 2, 3, 4, 5].map((months) => addDays(addMonths(first, months), -1)).filter((day) => day < today);
}

async function heldOn(
  asker: Asker,
  setting: ReportsSetting,
  claims: readonly LedgerClaim[],
  readings: readonly Reading[],
  known: string | null,
): Promise<Held[]> {
  if (claims.length === 0) return [];
  const spans = [...new Map(claims.map(({ days }) => [`${days.from}${days.to}`, days])).values()];
  const ground = await groundOf(asker.db, setting, {
    root: asker.root,
    indicators: [...new Set(claims.map(({ indicator }) => indicator))],
    spans,
    years: [...new Set(claims.flatMap(({ said, days }) => (said === 'target' ? [Number(days.from.slice(0, 4))] : [])))],
    known,
    today: asker.today,
  });
  return holdAgainst(ground, claims, readings, known);
}
